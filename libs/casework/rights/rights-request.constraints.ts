import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const RIGHTS_REQUEST_CONSTRAINTS: ConstraintMessages = {
  rights_request_pauses_one_at_a_time: 'The clock was paused on those days already.',
  rights_requests_child_heard:
    'The child can decide about this. Record what the child says before anything is given to somebody else.',
};
