/** What the guardian decides about an access concern. */
export const CONCERN_OUTCOMES = {
  good_reason: 'There was a good reason',
  reminded: 'Reminded of the rules',
  taken_further: 'Taken further',
} as const;
export type ConcernOutcome = keyof typeof CONCERN_OUTCOMES;

/** How far an access concern has come. */
export const CONCERN_STATES = {
  open: 'Waiting for the reason',
  explained: 'Reason given',
  closed: 'Closed',
} as const;
export type ConcernState = keyof typeof CONCERN_STATES;
