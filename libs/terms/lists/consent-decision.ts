/** What was decided. Only the first two are live consent, and only within their dates. */
export const CONSENT_DECISIONS = {
  given: 'Consent given',
  given_in_part: 'Partial consent given',
  refused: 'Consent refused',
  withdrawn: 'Consent withdrawn',
  expired: 'Consent expired',
  not_sought: 'Consent not asked for',
} as const;
