/** Why consent is renewed: who may decide is no longer the same. */
export const REASK_CAUSES = {
  parental_responsibility: 'Parental responsibility has changed',
  care_order: 'A court has made a care order',
  adoption: 'The child is being adopted',
} as const;
export type ReaskCause = keyof typeof REASK_CAUSES;
