import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const DISCLOSURE_CONSTRAINTS: ConstraintMessages = {
  disclosures_basis: 'The family has not agreed to this. Give the lawful basis and your reason for sharing.',
  disclosures_reason: 'The family has not agreed to this. Give the lawful basis and your reason for sharing.',
  disclosures_duty: 'The section 16LA duty is not in force in this area.',
  disclosures_detriment: 'Enter whether sharing would harm the child more than not sharing.',
  disclosures_part: 'Enter which part you shared.',
  disclosures_receiver: 'Select the agency, or enter who it is if they are not in the directory.',
  disclosures_asker: 'Enter one person who asked: a colleague, or someone outside Bridges.',
  disclosures_topics: 'Select which sensitive topics it is about.',
  disclosures_family: 'Enter what the family was told, why they will not be told, or when they will be told.',
};
