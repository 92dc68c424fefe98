import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CLOSURE_CONSTRAINTS: ConstraintMessages = {
  closures_one: 'This episode is already closed.',
  closing_level_4:
    'This episode is at level 4, so it cannot be closed. Ask social care’s front door to step it down first.',
  closing_attempts: 'Enter attempts at contact on at least 3 different days.',
  closing_family_told: 'Enter how the family was told, or why not.',
  closing_approval: 'A manager must approve this closure. Propose it to them.',
  closure_proposals_one: 'A manager has already been asked to approve closing this episode.',
  closure_undo_days: 'A closure can be undone for 28 days. Start a new episode for the child instead.',
  next_review_dates_moved: 'The date of the next review has just been set. Enter why it is moved.',
  closure_proposals_returned: 'Enter why you are sending it back.',
  closure_proposals_two_people: 'You cannot ask yourself to approve this closure. Select another manager.',
};
