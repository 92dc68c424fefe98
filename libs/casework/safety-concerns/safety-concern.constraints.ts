import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const SAFETY_CONCERN_CONSTRAINTS: ConstraintMessages = {
  safety_concern_standing:
    'You cannot close this episode yet. Record what was done about the safety concern first.',
  safety_concern_answered: 'What was done about this concern has already been recorded.',
  safety_concerns_action_at: 'The date and time must be now or in the past.',
};
