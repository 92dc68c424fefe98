/** The five outcomes of Every Child Matters. */
export const EVERY_CHILD_MATTERS_OUTCOMES = {
  be_healthy: 'Be healthy',
  stay_safe: 'Stay safe',
  enjoy_and_achieve: 'Enjoy and achieve',
  positive_contribution: 'Make a positive contribution',
  economic_well_being: 'Achieve economic well-being',
} as const;
export type EveryChildMattersOutcome = keyof typeof EVERY_CHILD_MATTERS_OUTCOMES;
