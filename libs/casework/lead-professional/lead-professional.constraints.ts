import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const LEAD_PROFESSIONAL_CONSTRAINTS: ConstraintMessages = {
  deputy_of_lead: 'A deputy must be someone other than the current lead professional.',
  deputy_days: 'These dates are in the past.',
  deputy_post: 'A deputy must be someone who works with families. Select someone else.',
  deputy_agreed: 'The family has not agreed to share with this person’s agency.',
  deputy_ended: 'This has already ended.',
  one_lead_at_a_time: 'There is already a lead professional. There can be only one at a time.',
  lead_professional_proposals_one_open: 'A proposal for lead professional is already waiting for an answer.',
};
