import { invalidField } from '#libs/platform';

const SCORERS_BY_WEIGHT = ['worker', 'parent', 'child'] as const;

export interface ScoreOfDay {
  readonly scorer: string;
  readonly score: number;
  readonly scoredOn: string;
  readonly reviewId: string | null;
  /** With it the outcome began, whatever day a review is about that was written up later. */
  readonly isStart: boolean;
}

/**
 * The current score of an outcome, from its scores in the order of their days: of the latest occasion the worker's, since
 * the starting score was theirs too, else the parent's, else the child's.
 */
export function currentOf(scores: readonly ScoreOfDay[]): number | null {
  const last = scores.findLast(({ isStart }) => !isStart) ?? scores.at(-1);
  const together = scores.filter(
    ({ scoredOn, reviewId, isStart }) =>
      scoredOn === last?.scoredOn && reviewId === last.reviewId && isStart === last.isStart,
  );
  for (const scorer of SCORERS_BY_WEIGHT) {
    const score = together.findLast((one) => one.scorer === scorer);
    if (score) return score.score;
  }
  return null;
}

/** Throws 422 for an outcome that is not in this plan. */
export function assertOutcomesOfPlan(
  outcomes: readonly { readonly id: string }[],
  score: readonly { readonly outcomeId: string }[],
  field: string,
): void {
  const foreign = score.findIndex(({ outcomeId }) => !outcomes.some(({ id }) => id === outcomeId));
  if (foreign >= 0) throw invalidField(`${field}.${foreign}.outcomeId`, 'Select an outcome in this plan');
}
