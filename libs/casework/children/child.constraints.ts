import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CHILD_CONSTRAINTS: ConstraintMessages = {
  children_birth_or_expected: 'Enter either the date of birth or the expected date.',
};
