import { Injectable } from '@nestjs/common';
import type { Abilities } from '#libs/access';
import type { EpisodeRecord } from '#libs/casework/episodes';
import { PlansService } from '#libs/casework/plans';
import { conflict, invalid, londonDate, now, db, query } from '#libs/platform';
import { validateClosure, type ClosureInput } from './closure.rules.js';
import { Review } from './review.entity.js';
import { openedOn, statutoryLevels } from './review.facts.js';

/** A manager or coordinator who may approve a closure. */
export interface ClosureApprover {
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: string;
  readonly reach: 'manager' | 'coordinator';
}

/** Checks the input of a closure against the present episode. */
@Injectable()
export class ClosureChecksService {
  constructor(private readonly plans: PlansService) {}

  /** Whether a manager has to approve. Throws 409 at level 4, 422 beside the fields. */
  async assertClosable(input: ClosureInput, record: EpisodeRecord, abilities: Abilities): Promise<boolean> {
    await assertNotStatutory(record.level);
    const needsApproval = await this.needsApproval(record.episodeId, input.reason);
    const approverIds = needsApproval
      ? (await this.approvers(record.episodeId)).map(({ practitionerId }) => practitionerId)
      : null;
    const errors = validateClosure(input, {
      ...(await this.factsFor(record, input.namedAgencyId ?? null)),
      mayChangeLevel: abilities.may('level.decide'),
      approverIds,
    });
    if (errors.length > 0) throw invalid(errors);
    return needsApproval;
  }

  /** Throws 409 when the approved proposal no longer fits the episode: a new outcome, a later review, level 4. */
  async assertStillFits(input: ClosureInput, record: EpisodeRecord): Promise<void> {
    await assertNotStatutory(record.level);
    const [error] = validateClosure(input, {
      ...(await this.factsFor(record, input.namedAgencyId ?? null)),
      mayChangeLevel: true,
      approverIds: null,
    });
    if (error)
      throw conflict(
        `This has changed since it was proposed, so it cannot be approved as it is: ${error.message}. Send it back.`,
      );
  }

  /** Possible approvers of a closure proposed by the signed-in practitioner, managers first. */
  approvers(episodeId: string): Promise<ClosureApprover[]> {
    return query('select practitioner_id, name, agency, reach from access.closure_approvers($1)', [
      episodeId,
    ]);
  }

  private async needsApproval(episodeId: string, reason: string): Promise<boolean> {
    const [row] = (await query<{ needed: boolean }>(
      'select access.closure_needs_approval($1, $2) as needed',
      [episodeId, reason],
    )) as [{ needed: boolean }];
    return row.needed;
  }

  private async factsFor({ episodeId, level }: EpisodeRecord, namedAgencyId: string | null) {
    const [facts] = (await query<Facts>(FACTS, [episodeId, namedAgencyId || null])) as [Facts];
    const plan = await this.plans.plan(episodeId);
    const [last] = await db().find(Review, { where: { episodeId }, order: { heldOn: 'DESC' }, take: 1 });
    return {
      ...facts,
      today: londonDate(now()),
      openedOn: await openedOn(episodeId),
      lastReviewOn: last?.heldOn ?? null,
      outcomeIds: (plan?.outcomes ?? []).map(({ id }) => id),
      level,
      statutoryLevels: await statutoryLevels(),
    };
  }
}

/** Level 4 is social care's: an episode closes only after their step-down. */
async function assertNotStatutory(level: number | null): Promise<void> {
  if (level !== null && (await statutoryLevels()).includes(level)) throw conflict(CANNOT_CLOSE_AT_LEVEL_4);
}

const CANNOT_CLOSE_AT_LEVEL_4 =
  'This episode is at level 4, so it cannot be closed. Ask social care’s front door to step it down first.';

interface Facts {
  readonly stepUpAccepted: boolean;
  readonly namedAgencyKnown: boolean;
}

const FACTS = `
  select exists (select from step_ups u where u.episode_id = $1 and u.outcome = 'accepted') as step_up_accepted,
    exists (select from agencies g where g.id = $2) as named_agency_known`;
