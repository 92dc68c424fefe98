import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const LEAD_PROFESSIONAL_CONSTRAINTS: ConstraintMessages = {
  deputy_of_lead: 'A deputy stands in for somebody else who leads now.',
  deputy_days: 'These days have gone by.',
  deputy_post: 'A deputy works with families. Choose somebody who does.',
  deputy_agreed: 'The family has not agreed that this person may know.',
  deputy_ended: 'This has ended already.',
  one_lead_at_a_time: 'There is already a lead professional. There can be only one at a time.',
  lead_professional_proposals_one_open: 'A proposal for lead professional is already waiting for an answer.',
};
