import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CHILD_CONSTRAINTS: ConstraintMessages = {
  children_some_name: 'Enter the given names, the family name, or both.',
  child_names_some_part: 'Enter the given names, the family name, or both.',
  child_names_dates: 'The name must end after it began.',
  children_birth_or_expected: 'Enter either the date of birth or the expected date.',
};
