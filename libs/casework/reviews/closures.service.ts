import { Injectable } from '@nestjs/common';
import { type Abilities, audit, permitOn } from '#libs/access';
import { type EpisodeRecord, EpisodesService, MessagesService } from '#libs/casework/episodes';
import { PlansService } from '#libs/casework/plans';
import { SafetyConcernsService } from '#libs/casework/safety-concerns';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { actor, invalid, isId, londonDate, newId, now, records, unreachable } from '#libs/platform';
import { CLOSURE_REASONS, labelOf } from '#libs/terms';
import { Closure } from './closure.entity.js';
import { closureFaults, type ClosureTold } from './closure.rules.js';
import { Review } from './review.entity.js';
import { openedOn, statutoryLevels } from './review.facts.js';

/** Somebody whom a closure touches: they keep what was recorded for thirty days, and then only their own work. */
export interface AffectedByClosure {
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: string;
  readonly part: 'lead' | 'team';
}

/** Ending an episode of help, with what became of it. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly plans: PlansService,
    private readonly levels: LevelsService,
    private readonly messages: MessagesService,
    private readonly concerns: SafetyConcernsService,
  ) {}

  /** The closure of an episode within reach, or null while it is open. */
  async closureOf(episodeId: string): Promise<Closure | null> {
    await permitOn(episodeId, 'record.read');
    const closure = await records().findOneBy(Closure, { episodeId });
    return closure && { ...closure, namedAgencyId: await this.named(episodeId, closure.namedAgencyId) };
  }

  private async named(episodeId: string, agencyId: string | null): Promise<string | null> {
    const rows = agencyId
      ? ((await records().query('select 1 from access.unnamed_agencies($1) where agency_id = $2', [
          episodeId,
          agencyId,
        ])) as unknown[])
      : [];
    return rows.length > 0 ? null : agencyId;
  }

  /** The lead professional and the team as they are now, the lead first. */
  async affectedBy(episodeId: string): Promise<AffectedByClosure[]> {
    if (!isId(episodeId)) throw unreachable();
    return records().query(AFFECTED, [episodeId]);
  }

  /** Closes the episode with a reason and what that reason needs, a result for every outcome, and what the family says. */
  async closeEpisode(episodeId: string, told: ClosureTold): Promise<string> {
    const abilities = await permitOn(episodeId, 'episode.close', 'close this episode');
    const record = await this.episodes.openRecord(episodeId);
    await this.concerns.assertNoneStanding(episodeId);
    await this.refuseFaults(told, record, abilities);
    if (told.outcomes?.length) await this.plans.setResults(episodeId, told.outcomes);
    await this.decideLevel(record, told);
    await this.endProposal(episodeId);
    const id = await this.keep(record, told);
    await this.tell(episodeId);
    await audit('close episode', 'closure', { episodeId, subjectId: id, detail: { reason: told.reason } });
    return id;
  }

  private async refuseFaults(
    told: ClosureTold,
    { episodeId, level }: EpisodeRecord,
    abilities: Abilities,
  ): Promise<void> {
    const [facts] = (await records().query(FACTS, [episodeId, told.namedAgencyId || null])) as [Facts];
    const plan = await this.plans.plan(episodeId);
    const [last] = await records().find(Review, { where: { episodeId }, order: { heldOn: 'DESC' }, take: 1 });
    const faults = closureFaults(told, {
      today: londonDate(now()),
      openedOn: await openedOn(episodeId),
      lastReviewOn: last?.heldOn ?? null,
      outcomeIds: (plan?.outcomes ?? []).map(({ id }) => id),
      level,
      statutoryLevels: await statutoryLevels(),
      mayChangeLevel: abilities.may('level.decide'),
      stepUpAccepted: facts.stepUpAccepted,
      namedAgencyKnown: facts.namedAgencyKnown,
    });
    if (faults.length > 0) throw invalid(faults);
  }

  private async decideLevel(
    { episodeId, level }: EpisodeRecord,
    { finalLevel, reason, parentView, childView }: ClosureTold,
  ): Promise<void> {
    if (finalLevel === undefined || finalLevel === null || finalLevel === level) return;
    await this.levels.decideLevel(episodeId, {
      level: finalLevel,
      occasion: 'closure',
      reason: `Closing: ${labelOf(CLOSURE_REASONS, reason)}`,
      familyView:
        [childView, parentView].filter(Boolean).join('\n') ||
        'The family did not comment when the episode closed',
    });
  }

  private async tell(episodeId: string): Promise<void> {
    for (const { practitionerId } of await this.affectedBy(episodeId))
      await this.messages.send(
        practitionerId,
        'An episode has closed',
        CLOSED_MESSAGE,
        `/episodes/${episodeId}`,
      );
  }

  /** Nobody is asked to lead what has closed. */
  private async endProposal(episodeId: string): Promise<void> {
    await records().query(
      `update lead_professional_proposals set answer = 'superseded', answer_reason = 'The episode closed', answered_at = $2
       where episode_id = $1 and answer is null`,
      [episodeId, now()],
    );
  }

  private async keep({ episodeId, level }: EpisodeRecord, told: ClosureTold): Promise<string> {
    const id = newId();
    await records().insert(Closure, {
      id,
      episodeId,
      closedOn: told.closedOn || londonDate(now()),
      reason: told.reason,
      summary: told.summary,
      finalLevel: told.finalLevel ?? level,
      remainingNeeds: told.remainingNeeds || null,
      namedAgencyId: told.namedAgencyId || null,
      safeguardingChecked: told.safeguardingChecked === true,
      safeguardingNote: told.safeguardingNote || null,
      contactAttempts: (told.contactAttempts ?? []).map(({ on, how, result }) => ({ on, how, result })),
      receivingAuthority: told.receivingAuthority || null,
      familyTold: told.familyTold,
      copyGivenOn: told.copyGivenOn || null,
      copyFormat: told.copyFormat || null,
      childView: told.childView || null,
      parentView: told.parentView || null,
      ratings: { ...told.ratings },
      recordedBy: actor().practitionerId,
      closedAt: now(),
    });
    return id;
  }
}

const CLOSED_MESSAGE =
  'An episode that you lead, or in whose team you are, has closed. You can read its record for 30 days.';

interface Facts {
  readonly stepUpAccepted: boolean;
  readonly namedAgencyKnown: boolean;
}

const FACTS = `
  select exists (select from step_ups u where u.episode_id = $1 and u.outcome = 'accepted') as "stepUpAccepted",
    exists (select from agencies g where g.id = $2) as "namedAgencyKnown"`;

const AFFECTED = `
  select distinct on (x.practitioner_id) x.practitioner_id as "practitionerId", p.name, g.name as agency, x.part
  from (
    select practitioner_id, agency_id, 'lead' as part from lead_professional_appointments where episode_id = $1 and ended_at is null
    union all
    select practitioner_id, agency_id, 'team' from team_members where episode_id = $1 and left_at is null
  ) x join practitioners p on p.id = x.practitioner_id join agencies g on g.id = x.agency_id
  order by x.practitioner_id, x.part`;
