/** The status of a plan action. Dropping an action needs a reason. */
export const ACTION_STATUSES = {
  not_started: 'Not started',
  on_track: 'On track',
  done: 'Done',
  delayed: 'Delayed',
  dropped: 'Dropped',
} as const;
export type ActionStatus = keyof typeof ACTION_STATUSES;
