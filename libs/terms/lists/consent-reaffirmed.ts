/** What happened to the family's consent when it was checked at a review. */
export const CONSENT_REAFFIRMED = {
  same: 'The same',
  narrowed: 'Narrowed',
  widened: 'Widened',
  withdrawn: 'Withdrawn',
} as const;
export type ConsentReaffirmed = keyof typeof CONSENT_REAFFIRMED;
