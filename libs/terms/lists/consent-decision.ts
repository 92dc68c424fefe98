/** What was decided. Only the first two are live consent, and only within their dates. */
export const CONSENT_DECISIONS = {
  given: 'Given',
  given_in_part: 'Given in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  not_sought: 'Not sought',
} as const;
