/** In what capacity someone decides. A carer without parental responsibility takes part but cannot consent. */
export const DECIDER_CAPACITIES = {
  child: 'The child or young person, for themselves',
  parental_responsibility: 'A person with parental responsibility',
  adult: 'An adult, about their own information',
  local_authority: 'The local authority, under a care order',
} as const;
export type DeciderCapacity = keyof typeof DECIDER_CAPACITIES;
