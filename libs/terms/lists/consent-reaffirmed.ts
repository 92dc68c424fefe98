/** What happened to the family's consent when it was checked at a review. */
export const CONSENT_REAFFIRMED = {
  same: 'No change',
  narrowed: 'Reduced',
  widened: 'Extended',
  withdrawn: 'Withdrawn',
} as const;
export type ConsentReaffirmed = keyof typeof CONSENT_REAFFIRMED;
