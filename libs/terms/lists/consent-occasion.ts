/** When the family was asked. */
export const CONSENT_OCCASIONS = {
  registration: 'At registration',
  assessment_end: 'At the end of the assessment',
  review: 'At a review',
  other: 'At another time',
} as const;
