import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const RETENTION_CONSTRAINTS: ConstraintMessages = {
  destruction_two_people:
    'Who proposes that a record is destroyed does not approve it. Somebody else has to.',
  tombstones_two_people: 'Who proposes that a record is destroyed does not approve it. Somebody else has to.',
  destruction_not_now:
    'This record is to be kept now: it is not due, it is held, or a request about it is open.',
  destruction_proposals_one: 'Its destruction has been proposed already and waits for a second person.',
  retention_holds_one: 'This record is held already.',
};
