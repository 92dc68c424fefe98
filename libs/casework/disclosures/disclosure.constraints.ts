import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const DISCLOSURE_CONSTRAINTS: ConstraintMessages = {
  disclosures_basis: 'The family has not agreed to this. Give the lawful basis and your reason for sharing.',
  disclosures_reason: 'The family has not agreed to this. Give the lawful basis and your reason for sharing.',
  disclosures_duty: 'The section 16LA duty is not in force in this area.',
};
