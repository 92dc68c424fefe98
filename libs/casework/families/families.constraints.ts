import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const FAMILY_CONSTRAINTS: ConstraintMessages = {
  family_fact_has_ended: 'This has already ended.',
  child_ties_once: 'It is already recorded how these children are related.',
  child_ties_ends_after_it_began: 'The end date must not be before the start date.',
  carer_ties_once: 'It is already recorded what they are to each other.',
  carer_ties_ends_after_it_began: 'The end date must not be before the start date.',
  carer_childhoods_pkey: 'This person is already linked to a child’s record.',
  carer_childhoods_child: 'This person is already linked to a child’s record.',
  child_stays_main_once: 'The child already has a main home. Record a move.',
  child_stays_once: 'They are already recorded as living there.',
  child_stays_ends_after_it_began: 'The end date must not be before the start date.',
  carer_stays_main_once: 'They already have a main home.',
  carer_stays_once: 'They are already recorded as living there.',
  carer_stays_ends_after_it_began: 'The end date must not be before the start date.',
};
