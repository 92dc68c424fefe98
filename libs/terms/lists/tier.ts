/** Tiers of information. Every stored item belongs to exactly one. */
export const TIERS = {
  T0: 'Index',
  T1: 'Basic details',
  T2: 'Assessment and plan',
  T3: 'Sensitive information',
} as const;
export type Tier = keyof typeof TIERS;

/** What each tier holds, in words to say to a family. */
export const TIER_DESCRIPTIONS: Readonly<Record<Tier, string>> = {
  T0: 'Your child’s name, sex and date of birth, that there is or was an assessment, and who your main contact is',
  T1: 'Your address and telephone number, who is at home, school, GP, which services help you, how you like to be contacted and what you agreed',
  T2: 'The assessment, the plan and its reviews, meetings and who comes to them, notes, documents and how much help was decided on and why',
  T3: 'Anything about mental health, sexual health, drugs or alcohol, domestic abuse, offending, immigration or an adult’s health',
};
