import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const EPISODE_CONSTRAINTS: ConstraintMessages = {
  episode_children_one_open:
    'This child may already have an open episode. Ask the coordinator for the locality.',
  episode_after_death: 'The record says that this child has died. Say why help begins all the same.',
  episode_step: 'The episode is not at a stage where you can do this.',
};
