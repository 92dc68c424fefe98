import { Injectable } from '@nestjs/common';
import { abilitiesOn, audit, permitOn, signature } from '#libs/access';
import { Episode, MessagesService, settleWork } from '#libs/casework/episodes';
import { conflict, now, db, query } from '#libs/platform';
import { UNNAMED_LEADS, type UnnamedAgency } from '#libs/terms';
import { LeadProfessionalAppointment } from './lead-professional.entities.js';
import { type Appointment, APPOINTMENTS, type ProposalView, PROPOSALS } from './lead-professional.queries.js';
import { assertNotClosed, vacancyDays } from './lead-professional.rules.js';

export interface LeadProfessional {
  readonly current: Appointment | null;
  /** There is a lead who is not named to this reader, and why. */
  readonly unnamed: UnnamedAgency | null;
  readonly vacancyDays: number | null;
  /** The proposal that waits for an answer, if it is within reach. */
  readonly proposal: ProposalView | null;
  readonly history: readonly Appointment[];
  /** Proposed practitioners who declined, and why: T2. */
  readonly answered: readonly ProposalView[];
}

/** Who leads, who led, and how long there has been no lead. */
@Injectable()
export class LeadProfessionalService {
  constructor(private readonly messages: MessagesService) {}

  /** The lead professional of an episode within reach (T0); reasons only at T2. */
  async leadProfessional(episodeId: string): Promise<LeadProfessional> {
    const abilities = await abilitiesOn(episodeId);
    abilities.permit('episode.read');
    const history = await query<Appointment>(APPOINTMENTS, [episodeId]);
    const proposals = await query<ProposalView>(PROPOSALS, [episodeId]);
    const current = history.find(({ endedAt }) => endedAt === null) ?? null;
    const unnamed = current ? null : await whyUnnamed(episodeId);
    return {
      current,
      unnamed,
      vacancyDays: current || unnamed ? null : await this.vacancy(episodeId, history),
      proposal: proposals.find(({ answer }) => answer === null) ?? null,
      history: abilities.may('record.read')
        ? history
        : history.map((one) => ({ ...one, endingReason: null })),
      answered: proposals.filter(({ answer }) => answer === 'refused'),
    };
  }

  /**
   * Ends the current appointment: a vacancy and its clock begin, and the coordinator is notified. 409 without a lead.
   */
  async endLead(episodeId: string, reason: string): Promise<Appointment> {
    await permitOn(episodeId, 'lead.end', 'end the lead professional’s appointment');
    assertNotClosed((await db().findOneByOrFail(Episode, { id: episodeId })).closedAt);
    const { current, unnamed } = await this.leadProfessional(episodeId);
    if (unnamed) throw conflict(UNNAMED_LEADS[unnamed]);
    if (!current) throw conflict('There is no lead professional now.');
    await db().update(
      LeadProfessionalAppointment,
      { id: current.id },
      { endedAt: now(), endingReason: reason },
    );
    const subject = 'A family has no lead professional';
    const body = `${await signature(episodeId)}, ended a lead professional’s appointment. This family now has no lead professional. Propose someone.`;
    await this.messages.sendToCoordinators(episodeId, subject, body, `/episodes/${episodeId}/team`, {
      ...{ kind: 'lead_vacancy', id: episodeId },
    });
    await this.messages.send(
      current.practitioner.id,
      'You no longer lead for a family',
      `${await signature(episodeId)}, ended your appointment as lead professional.`,
      null,
    );
    await settleWork(episodeId);
    await audit('end lead professional', 'lead_professional_appointment', {
      episodeId,
      subjectId: current.id,
    });
    return { ...current, endedAt: now(), endingReason: reason };
  }

  private async vacancy(episodeId: string, history: readonly Appointment[]): Promise<number | null> {
    const episode = await db().findOneByOrFail(Episode, { id: episodeId });
    const since = history.reduce<Date | null>(
      (latest, { endedAt }) => (!latest || endedAt! > latest ? endedAt : latest),
      null,
    );
    return episode.closedAt ? null : vacancyDays(since ?? episode.openedAt, now());
  }
}

/** Why the lead is not named to the signed-in practitioner; null when they are, or when there is none. */
export async function whyUnnamed(episodeId: string): Promise<UnnamedAgency | null> {
  const [row] = (await query<{ why: UnnamedAgency | null }>('select access.why_lead_unnamed($1) as why', [
    episodeId,
  ])) as [{ why: UnnamedAgency | null }];
  return row.why;
}
