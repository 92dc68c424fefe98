/** How a consent was given. Spoken consent needs a witness. */
export const CONSENT_EVIDENCE = {
  written: 'In writing, signed',
  typed: 'Typed name',
  verbal_witnessed: 'Spoken, and someone heard it',
} as const;
