import { invalidField } from '#libs/platform';

const BY_WEIGHT = ['worker', 'parent', 'child'] as const;

/** Where an outcome stands by these scores: like is compared with like, and the starting score was the worker's. */
export function currentOf(
  scores: readonly { readonly scorer: string; readonly score: number }[],
): number | null {
  for (const scorer of BY_WEIGHT) {
    const said = scores.findLast((one) => one.scorer === scorer);
    if (said) return said.score;
  }
  return null;
}

/** Refuses with 422 a word about an outcome that is not in this plan. */
export function refuseForeignOutcomes(
  outcomes: readonly { readonly id: string }[],
  said: readonly { readonly outcomeId: string }[],
  field: string,
): void {
  const foreign = said.findIndex(({ outcomeId }) => !outcomes.some(({ id }) => id === outcomeId));
  if (foreign >= 0) throw invalidField(`${field}.${foreign}.outcomeId`, 'Select an outcome in this plan');
}
