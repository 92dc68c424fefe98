import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const FAMILY_CONSTRAINTS: ConstraintMessages = {
  child_ties_once: 'It is already recorded how these children are related.',
  child_ties_has_ended: 'This has already ended.',
  carer_ties_once: 'It is already recorded what they are to each other.',
  carer_ties_has_ended: 'This has already ended.',
  carer_childhoods_pkey: 'This person is already linked to a child’s record.',
  carer_childhoods_child: 'This person is already linked to a child’s record.',
  child_stays_main_once: 'The child already has a main home. Record a move.',
  child_stays_once: 'They are already recorded as living there.',
  child_stays_has_ended: 'This has already ended.',
  carer_stays_main_once: 'They already have a main home.',
  carer_stays_once: 'They are already recorded as living there.',
  carer_stays_has_ended: 'This has already ended.',
};
