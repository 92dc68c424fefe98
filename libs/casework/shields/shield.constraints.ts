import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const SHIELD_CONSTRAINTS: ConstraintMessages = {
  shield_ended: 'This has already ended.',
  shield_review: 'Look at this protection again within six months: choose an earlier date.',
};
