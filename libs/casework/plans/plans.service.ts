import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import {
  actor,
  changeVersioned,
  invalidField,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import type { OutcomeResult } from '#libs/terms';
import { OutcomeScore, PlanOutcome } from './plan.entities.js';
import { type OutcomeView, PLAN, type PlanView, SCORES_BY_DAY } from './plan.queries.js';
import { assertOutcomesOfPlan, currentOf, type ScoreOfDay } from './score.rules.js';

export interface ScoreInput {
  readonly outcomeId: string;
  readonly scorer: 'child' | 'parent' | 'worker';
  readonly score: number;
  readonly progress?: string | null;
}
interface OutcomeResultInput {
  readonly outcomeId: string;
  readonly result: OutcomeResult;
  readonly closingScore?: number | null;
}

/** The current plan, and what reviews and closure write to it. */
@Injectable()
export class PlansService {
  /** The plan, or null before its first outcome. 404 to a reader below T2. */
  async plan(episodeId: string): Promise<PlanView | null> {
    await permitOn(episodeId, 'record.read');
    const [plan] = await query<PlanView>(PLAN, [episodeId]);
    return plan ?? null;
  }

  async outcome(episodeId: string, outcomeId: string): Promise<OutcomeView> {
    const outcome = (await this.plan(episodeId))?.outcomes.find(({ id }) => id === outcomeId);
    if (!outcome) throw unreachable();
    return outcome;
  }

  /**
   * Scores of a review, 0 to 10, by child, parent and worker. The current score is the latest by the day that scores are
   * about, so an earlier review that is written up late changes none. 422 for an outcome of another plan.
   */
  async recordScores(
    episodeId: string,
    reviewId: string | null,
    scoredOn: string,
    scores: readonly ScoreInput[],
  ): Promise<void> {
    const outcomes = (await this.plan(episodeId))?.outcomes ?? [];
    assertOutcomesOfPlan(outcomes, scores, 'scores');
    for (const [index, { score }] of scores.entries())
      if (!Number.isInteger(score) || score < 0 || score > 10)
        throw invalidField(`scores.${index}.score`, 'The score must be a whole number from 0 to 10');
    for (const { outcomeId, scorer, score, progress = null } of scores)
      await this.addScore(episodeId, { outcomeId, reviewId, scorer, score, progress, scoredOn });
    const all = await query<ScoreOfDay & { outcomeId: string }>(SCORES_BY_DAY, [episodeId]);
    for (const { id, currentScore, version } of outcomes) {
      const current = currentOf(all.filter(({ outcomeId }) => outcomeId === id));
      if (current !== null && current !== currentScore && scores.some(({ outcomeId }) => outcomeId === id))
        await changeVersioned(PlanOutcome, { id }, version, { currentScore: current });
    }
  }

  /** The result of each outcome. 422 when one is left blank or belongs to another plan. */
  async setResults(episodeId: string, endings: readonly OutcomeResultInput[]): Promise<void> {
    const outcomes = (await this.plan(episodeId))?.outcomes ?? [];
    assertOutcomesOfPlan(outcomes, endings, 'outcomes');
    if (outcomes.some(({ id }) => !endings.some(({ outcomeId }) => outcomeId === id)))
      throw invalidField('outcomes', 'Enter the result of every outcome in the plan');
    for (const { outcomeId, result, closingScore = null } of endings) {
      const { version } = outcomes.find(({ id }) => id === outcomeId)!;
      const score = closingScore === null ? {} : { currentScore: closingScore };
      if (closingScore !== null)
        await this.addScore(episodeId, {
          outcomeId,
          reviewId: null,
          scorer: 'worker',
          score: closingScore,
          progress: null,
          scoredOn: londonDate(now()),
        });
      await changeVersioned(PlanOutcome, { id: outcomeId }, version, { result, ...score });
    }
    await audit('set outcome results', 'delivery_plan', { episodeId });
  }

  private async addScore(
    episodeId: string,
    score: Omit<OutcomeScore, 'id' | 'episodeId' | 'recordedBy' | 'recordedAt' | 'topic'>,
  ): Promise<void> {
    await db().insert(OutcomeScore, {
      id: newId(),
      episodeId,
      ...score,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
  }
}
