import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CHILD_CONSTRAINTS: ConstraintMessages = {
  children_birth_period: 'The month or year of birth must be written as 2012-03 or 2012.',
  children_estimated_age: 'The estimated age must be between 1 and 25.',
  children_estimate_whole: 'Enter the estimated age together with the day on which it was estimated.',
  child_references_one_child:
    'This number belongs to another child. Check the number, or the record of the other child.',
  child_references_once: 'This child has a number in that system already. End it before you add another.',
  child_references_system: 'The name of the other system must be 100 characters or fewer.',
  child_references_number: 'The number must be 20 letters and digits or fewer.',
  child_schools_setting: 'The school or setting must be 200 characters or fewer.',
  child_schools_dates: 'The last day must be on or after the first day.',
  child_immigration_statuses_note: 'The note must be 2,000 characters or fewer.',
  child_details_interpreter_arranged: 'Select whether an interpreter is arranged.',
  child_details_arranged_needs: 'Select only needs that are among the child’s access needs.',
  child_details_sen_needs: 'Select two types of need at most.',
  child_details_young_carer: 'Select whether the child is a young carer.',
  child_details_exclusion_risk: 'Select whether the child is at risk of exclusion.',
  child_details_looked_after_dates: 'The date looked after until must be on or after the date it began.',
  child_details_uln: 'The unique learner number must be 10 digits.',
  children_birth_or_expected:
    'Enter what is known of the birth in one way: a date, an estimated age or the expected date.',
  children_some_name: 'Enter the given names, the family name, or both.',
  child_names_some_part: 'Enter the given names, the family name, or both.',
  child_names_dates: 'The name must end after it began.',
  child_carers_once: 'This person is already recorded as a carer of this child.',
  child_carers_has_ended: 'This has already ended.',
  child_carers_ends_after_it_began: 'The end date must not be before the start date.',
  child_carers_emergency_while_live: 'This has already ended.',
  carer_contacts_advice: 'Enter how they can be contacted safely.',
  child_carers_emergency_once: 'Two people have the same place in the order of emergency contact.',
};
