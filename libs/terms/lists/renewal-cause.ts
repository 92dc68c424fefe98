/** Why consent is renewed: who may decide is no longer the same. */
export const RENEWAL_CAUSES = {
  parental_responsibility: 'Parental responsibility has changed',
  care_order: 'A court has made a care order',
  adoption: 'The child is being adopted',
} as const;
export type RenewalCause = keyof typeof RENEWAL_CAUSES;
