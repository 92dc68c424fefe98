/** The status of an episode, in the order it passes through. A pending step-up changes none of them. */
export const EPISODE_STATUSES = {
  checklist: 'Checklist',
  registered: 'Registered',
  assessing: 'Being assessed',
  assessed: 'Assessed',
  delivering: 'Plan being delivered',
  closed: 'Closed',
} as const;
export type EpisodeStatus = keyof typeof EPISODE_STATUSES;
