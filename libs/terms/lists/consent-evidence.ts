/** How a consent was given. Spoken consent needs a witness. */
export const CONSENT_EVIDENCE = {
  signature: 'Signature',
  typed: 'Typed name',
  verbal_witnessed: 'Spoken, with a witness',
} as const;
export type ConsentEvidence = keyof typeof CONSENT_EVIDENCE;
