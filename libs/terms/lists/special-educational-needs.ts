/** Special educational needs provision. A, P and S ended with the 2014 reforms; older records still hold them. */
export const SEN_PROVISIONS = {
  N: 'No special educational need',
  K: 'SEN support',
  E: 'Education, health and care plan',
  A: 'School Action',
  P: 'School Action Plus',
  S: 'Statement of special educational needs',
} as const;
export type SenProvision = keyof typeof SEN_PROVISIONS;
