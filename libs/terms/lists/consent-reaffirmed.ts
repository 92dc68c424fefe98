/** What became of the family's consent when it was gone over again at a review. */
export const CONSENT_REAFFIRMED = {
  same: 'The same',
  narrowed: 'Narrowed',
  widened: 'Widened',
  withdrawn: 'Withdrawn',
} as const;
export type ConsentReaffirmed = keyof typeof CONSENT_REAFFIRMED;
