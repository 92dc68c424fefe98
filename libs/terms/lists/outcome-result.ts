/** How an outcome of the plan ended, when the episode closed. None may be left blank. */
export const OUTCOME_RESULTS = {
  achieved: 'Achieved',
  partly: 'Partly achieved',
  not: 'Not achieved',
  no_longer_relevant: 'No longer relevant',
} as const;
export type OutcomeResult = keyof typeof OUTCOME_RESULTS;
