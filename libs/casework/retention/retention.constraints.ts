import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const RETENTION_CONSTRAINTS: ConstraintMessages = {
  destruction_two_people: 'The person who proposes deleting a record cannot approve it. Someone else must.',
  tombstones_two_people: 'The person who proposes deleting a record cannot approve it. Someone else must.',
  destruction_not_now:
    'This record cannot be deleted now. It has not reached its retention date, it is on hold, or there is an open request about it.',
  destruction_proposals_one: 'Its deletion has already been proposed and is waiting for a second person.',
  retention_holds_one: 'This record is already on hold.',
};
