/** How an action of the plan stands. Dropping one needs a reason. */
export const ACTION_STATUSES = {
  not_started: 'Not started',
  on_track: 'On track',
  done: 'Done',
  delayed: 'Delayed',
  dropped: 'Dropped',
} as const;
export type ActionStatus = keyof typeof ACTION_STATUSES;
