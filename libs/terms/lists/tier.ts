/** Tiers of information. Every stored item belongs to exactly one. */
export const TIERS = {
  T0: 'Index',
  T1: 'Basic details',
  T2: 'Assessment and plan',
  T3: 'Sensitive information',
} as const;
export type Tier = keyof typeof TIERS;
