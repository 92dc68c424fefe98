import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const TEAM_CONSTRAINTS: ConstraintMessages = {
  receiver_may_know:
    'This person cannot see the record yet. Add them to the team first, or ask the family for consent.',
  meeting_moves_planned: 'This meeting has been held or cancelled, so it cannot be moved.',
  receiver_works_then: 'This person leaves before then. Choose another person, or an earlier date.',
};
