import type { ConstraintMessages } from '#libs/platform';
import { KEPT_RECORD, UNDO_IS_OVER } from './merge.rules.js';

/** What is said when a request raced past the check of the service and the database refused. */
export const MERGE_CONSTRAINTS: ConstraintMessages = {
  child_merges_once: 'One of these records is being merged already. Open the list again.',
  child_merges_free: 'These records cannot be merged now: one of them is part of another merge.',
  child_merges_distinct: 'These children are recorded as not the same child.',
  child_merges_siblings:
    'These children are recorded as brothers or sisters. If that is wrong, correct it on the family page first.',
  child_merges_two_people: 'Another person approves what you proposed.',
  child_merges_decided_once: 'This has been decided already. Open the page again.',
  child_merges_undo_days: UNDO_IS_OVER,
  child_distinctions_once: 'This has already been recorded.',
  episode_children_kept_record: KEPT_RECORD,
};
