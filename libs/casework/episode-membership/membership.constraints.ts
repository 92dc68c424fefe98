import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const MEMBERSHIP_CONSTRAINTS: ConstraintMessages = {
  membership_open: 'This episode is closed.',
  membership_once: 'This child is already in the episode.',
  membership_not_there: 'This child is no longer in the episode.',
  membership_last_child: 'This is the only child in the episode. Close the episode instead.',
  membership_safety_concern: 'A safety concern about this child is still open. Answer it first.',
  membership_date: 'The date must be today or in the past, and not before the episode started.',
};
