/** The conclusion of an assessment about needs. */
export const NEEDS_CATEGORIES = {
  none: 'No additional needs',
  additional: 'Additional needs',
  complex: 'Complex needs',
  risk_of_harm: 'Risk of harm to self or others',
} as const;
export type NeedsCategory = keyof typeof NEEDS_CATEGORIES;
