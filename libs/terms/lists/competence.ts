/** Whether the child can make this decision. Judged for each decision: age alone is never the test. */
export const COMPETENCE_OUTCOMES = {
  competent: 'Able to make this decision',
  not_competent: 'Not able to make this decision',
  not_assessed: 'Not assessed',
} as const;
export type CompetenceOutcome = keyof typeof COMPETENCE_OUTCOMES;
