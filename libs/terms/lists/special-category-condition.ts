/** The further condition that health and other special category information needs (UK GDPR article 9(2)). */
export const SPECIAL_CATEGORY_CONDITIONS = {
  health_or_social_care: 'Health or social care, article 9(2)(h)',
  substantial_public_interest: 'Substantial public interest, article 9(2)(g)',
  vital_interests: 'Vital interests, article 9(2)(c)',
  explicit_consent: 'Explicit consent, article 9(2)(a)',
} as const;
export type SpecialCategoryCondition = keyof typeof SPECIAL_CATEGORY_CONDITIONS;
