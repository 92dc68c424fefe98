import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { Episode, MessagesService } from '#libs/casework/episodes';
import { InviteesService, type InvolvedPractitioner, PRACTITIONER } from '#libs/casework/team';
import {
  actor,
  type CalendarDate,
  conflict,
  invalid,
  isId,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { LeadProfessionalDeputy } from './deputy.entity.js';
import { validateDeputyDays } from './deputy.rules.js';
import { assertNotClosed } from './lead-professional.rules.js';
import { LeadProfessionalService } from './lead-professional.service.js';

interface DeputyDraft {
  readonly practitionerId: string;
  readonly agencyId?: string;
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}
interface DeputyView {
  readonly id: string;
  readonly practitioner: InvolvedPractitioner;
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly namedBy: string;
  readonly endedAt: Date | null;
  /** A deputy of the current lead that is neither ended nor past. */
  readonly current: boolean;
}

/** Deputies of the lead professional during an absence. The lead remains the lead. */
@Injectable()
export class DeputiesService {
  constructor(
    private readonly leads: LeadProfessionalService,
    private readonly invited: InviteesService,
    private readonly messages: MessagesService,
  ) {}

  /** Deputies now, to come and past, the latest first; 404 below T2. */
  async deputies(episodeId: string): Promise<DeputyView[]> {
    await permitOn(episodeId, 'record.read');
    return query(DEPUTIES, [episodeId, londonDate(now())]);
  }

  /**
   * Names a deputy of the current lead for a period. 409 without a lead, or when the family has not agreed to their
   * agency.
   */
  async nameDeputy(episodeId: string, draft: DeputyDraft): Promise<DeputyView> {
    await permitOn(episodeId, 'lead.deputise', 'add a deputy');
    assertNotClosed((await db().findOneByOrFail(Episode, { id: episodeId })).closedAt);
    const { current } = await this.leads.leadProfessional(episodeId);
    if (!current) throw conflict('There is no lead professional now, so a deputy cannot be added.');
    const errors = validateDeputyDays(draft.beginsOn, draft.endsOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    const { practitionerId, agencyId } = draft;
    const colleague = await this.invited.colleague(episodeId, practitionerId, 'practitionerId', agencyId);
    if (colleague.id === current.practitioner.id) throw conflict('This person is the lead professional.');
    await this.assertNoOverlap(episodeId, draft);
    const id = newId();
    await db().insert(LeadProfessionalDeputy, {
      id,
      appointmentId: current.id,
      episodeId,
      practitionerId,
      agencyId: colleague.agency.id,
      beginsOn: draft.beginsOn,
      endsOn: draft.endsOn,
      namedBy: actor().practitionerId,
      namedAt: now(),
      endedAt: null,
    });
    await this.messages.send(
      practitionerId,
      'You are deputy for a lead professional',
      `${actor().name}, ${actor().agencyName}, added you as deputy lead professional. You can open the record between the dates set.`,
      `/episodes/${episodeId}`,
    );
    await audit('name deputy', 'lead professional deputy', { episodeId, subjectId: id });
    return this.find(episodeId, id);
  }

  /** Ends it at once, and the access that came with it. */
  async endDeputyship(episodeId: string, deputyId: string): Promise<DeputyView> {
    await permitOn(episodeId, 'lead.deputise', 'end a deputy’s role');
    const deputy = await this.find(episodeId, deputyId);
    if (!deputy.current) throw conflict('This has already ended.');
    await audit('end deputyship', 'lead professional deputy', { episodeId, subjectId: deputyId });
    await this.messages.send(
      deputy.practitioner.id,
      'You are no longer deputy for a lead professional',
      `${actor().name}, ${actor().agencyName}, ended your role as deputy.`,
      null,
    );
    await db().update(LeadProfessionalDeputy, { id: deputyId, episodeId }, { endedAt: now() });
    // A deputy who ends their own appointment can no longer read it.
    return { ...deputy, endedAt: now(), current: false };
  }

  private async find(episodeId: string, id: string): Promise<DeputyView> {
    const deputy = isId(id) ? (await this.deputies(episodeId)).find((one) => one.id === id) : null;
    if (!deputy) throw unreachable();
    return deputy;
  }

  private async assertNoOverlap(
    episodeId: string,
    { practitionerId, beginsOn, endsOn }: DeputyDraft,
  ): Promise<void> {
    const overlaps = (await this.deputies(episodeId)).some(
      (one) =>
        one.current &&
        one.practitioner.id === practitionerId &&
        one.beginsOn <= endsOn &&
        beginsOn <= one.endsOn,
    );
    if (overlaps) throw conflict('This person is already deputy on some of these days.');
  }
}

const DEPUTIES = `
  select d.id, ${PRACTITIONER} as practitioner, d.begins_on::text as begins_on, d.ends_on::text as ends_on, b.name as named_by,
    d.ended_at, d.ended_at is null and d.ends_on >= $2 and a.ended_at is null as current
  from lead_professional_deputies d
  join lead_professional_appointments a on a.id = d.appointment_id
  join practitioners p on p.id = d.practitioner_id join agencies g on g.id = d.agency_id
  join practitioners b on b.id = d.named_by
  where d.episode_id = $1 order by d.begins_on desc, d.id desc`;
