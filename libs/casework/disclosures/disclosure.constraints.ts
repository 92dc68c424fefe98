import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const DISCLOSURE_CONSTRAINTS: ConstraintMessages = {
  disclosures_basis: 'The family has not agreed to this. Say on what you share it, and why.',
  disclosures_reason: 'The family has not agreed to this. Say on what you share it, and why.',
  disclosures_duty: 'The section 16LA duty is not switched on in this area.',
};
