import { invalidField } from '#libs/platform';

const SCORERS_BY_WEIGHT = ['worker', 'parent', 'child'] as const;

/** The current score of an outcome: like is compared with like, and the starting score was the worker's. */
export function currentOf(
  scores: readonly { readonly scorer: string; readonly score: number }[],
): number | null {
  for (const scorer of SCORERS_BY_WEIGHT) {
    const score = scores.findLast((one) => one.scorer === scorer);
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
