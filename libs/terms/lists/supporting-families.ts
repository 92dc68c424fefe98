/** The ten headline outcomes of Supporting Families (2022 to 2025): the fullest list for a whole family. */
export const SUPPORTING_FAMILIES_OUTCOMES = {
  education: 'Getting a good education',
  early_years: 'Good early years development',
  health: 'Improved mental and physical health',
  substance_use: 'Better managed substance use',
  family_relationships: 'Improved family relationships',
  safe_from_abuse: 'Children safe from abuse and exploitation',
  crime: 'Diverted from crime',
  domestic_abuse: 'Safe from domestic abuse',
  housing: 'Secure housing',
  finances: 'Financial stability',
} as const;
export type SupportingFamiliesOutcome = keyof typeof SUPPORTING_FAMILIES_OUTCOMES;
