/** The five outcomes of Every Child Matters. */
export const EVERY_CHILD_MATTERS_OUTCOMES = {
  be_healthy: 'Be healthy',
  stay_safe: 'Stay safe',
  enjoy_and_achieve: 'Enjoy and achieve',
  positive_contribution: 'Make a positive contribution',
  economic_well_being: 'Achieve economic well-being',
} as const;
export type EveryChildMattersOutcome = keyof typeof EVERY_CHILD_MATTERS_OUTCOMES;

/** The same five in the words Leicestershire's children chose in 2006; for pages and papers they read. */
export const OUTCOMES_IN_CHILDRENS_WORDS: Readonly<Record<EveryChildMattersOutcome, string>> = {
  be_healthy: 'Being healthy',
  stay_safe: 'Staying safe',
  enjoy_and_achieve: 'Enjoying and learning',
  positive_contribution: 'Helping others',
  economic_well_being: 'Having a good job and enough money',
};
