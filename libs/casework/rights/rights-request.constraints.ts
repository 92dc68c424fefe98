import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const RIGHTS_REQUEST_CONSTRAINTS: ConstraintMessages = {
  rights_request_pauses_one_at_a_time: 'The time limit was already paused on those days.',
  rights_requests_child_heard:
    'The child can decide about this. Record the child’s views before you give anything to someone else.',
};
