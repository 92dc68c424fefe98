import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CHILD_DEATH_CONSTRAINTS: ConstraintMessages = {
  child_deaths_once: 'This has already been recorded.',
  child_deaths_before_birth: 'The birth of this child has been recorded since. Open the page again.',
  child_deaths_died_on: 'The date must be today or in the past, and not before the birth.',
  child_deaths_undo_days: 'This can be undone for 28 days. Ask information governance to correct the record.',
};
