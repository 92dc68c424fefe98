import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const STEP_UP_CONSTRAINTS: ConstraintMessages = {
  step_ups_one_pending: 'A step-up is already waiting for an answer.',
};
