import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CHILD_CONSTRAINTS: ConstraintMessages = {
  children_some_name: 'Enter the given names, the family name, or both.',
  child_names_some_part: 'Enter the given names, the family name, or both.',
  child_names_dates: 'The name must end after it began.',
  children_birth_or_expected: 'Enter either the date of birth or the expected date.',
  child_carers_once: 'This person is already recorded as a carer of this child.',
  child_carers_has_ended: 'This has already ended.',
  child_carers_ends_after_it_began: 'The end date must not be before the start date.',
  child_carers_emergency_once: 'Two people have the same place in the order of emergency contact.',
};
