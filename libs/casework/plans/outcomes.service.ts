import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { actor, changeVersioned, londonDate, newId, now, db } from '#libs/platform';
import type { AssessmentElement, EveryChildMattersOutcome } from '#libs/terms';
import { DeliveryPlan, OutcomeScore, PlanOutcome } from './plan.entities.js';
import { PlansService } from './plans.service.js';

export interface OutcomeDraft {
  readonly description: string;
  readonly everyChildMatters: EveryChildMattersOutcome;
  readonly startingScore: number;
  readonly targetScore?: number | null;
  /** The elements of the assessment that it answers. */
  readonly elements?: readonly AssessmentElement[];
  /**
   * Marked sensitive: visible to its author, and where the family agreed to that topic. It does not change afterwards.
   */
  readonly topic?: string | undefined;
}
export type OutcomeChanges = Partial<Omit<OutcomeDraft, 'startingScore' | 'topic'>>;

/** What should change for the child. The first outcome starts the plan. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly plans: PlansService,
  ) {}

  /**
   * Adds an outcome; the first moves the episode from assessed to delivering. 409 before the assessment is complete.
   */
  async addOutcome(episodeId: string, draft: OutcomeDraft): Promise<string> {
    await permitOn(episodeId, 'plan.edit', 'change the plan');
    const { status } = await this.episodes.openRecord(episodeId);
    const plan = await this.plans.plan(episodeId);
    if (!plan || status === 'assessed') await this.episodes.step(episodeId, 'delivering', 'start the plan');
    const planId = plan?.id ?? (await this.startPlan(episodeId));
    const { startingScore, targetScore = null, elements = [], description, everyChildMatters } = draft;
    const id = newId();
    await db().insert(PlanOutcome, {
      ...{
        id,
        planId,
        episodeId,
        position: (plan?.outcomes.length ?? 0) + 1,
        description,
        everyChildMatters,
      },
      ...{
        elements: [...(elements ?? [])],
        startingScore,
        targetScore,
        currentScore: startingScore,
        result: null,
        topic: draft.topic ?? '',
      },
      ...{ writtenBy: actor().practitionerId, writtenAt: now(), version: 1 },
    });
    await db().insert(OutcomeScore, {
      ...{ id: newId(), outcomeId: id, episodeId, reviewId: null, scorer: 'worker', score: startingScore },
      ...{ progress: null, scoredOn: londonDate(now()), recordedBy: actor().practitionerId },
      recordedAt: now(),
    });
    await audit('add outcome', 'plan_outcome', { episodeId, subjectId: id });
    return id;
  }

  /** Changes an outcome; its starting score stays as it was. 412 after a concurrent change. */
  async changeOutcome(
    episodeId: string,
    outcomeId: string,
    version: number,
    changes: OutcomeChanges,
  ): Promise<void> {
    await permitOn(episodeId, 'plan.edit', 'change the plan');
    await this.plans.outcome(episodeId, outcomeId);
    await this.episodes.openRecord(episodeId);
    const { elements, ...rest } = changes;
    const changed = { ...rest, ...(elements ? { elements: [...elements] } : {}) };
    await changeVersioned(PlanOutcome, { id: outcomeId }, version, changed, () =>
      this.plans.outcome(episodeId, outcomeId),
    );
    await audit('change outcome', 'plan_outcome', { episodeId, subjectId: outcomeId });
  }

  private async startPlan(episodeId: string): Promise<string> {
    const id = newId();
    await db().insert(DeliveryPlan, {
      ...{ id, episodeId, agreedOn: null, agreedWith: null },
      ...{ startedBy: actor().practitionerId, startedAt: now(), version: 1 },
    });
    await audit('start plan', 'delivery_plan', { episodeId, subjectId: id });
    return id;
  }
}
