/** Requests that a person may make about the record held on them. */
export const RIGHTS_REQUEST_KINDS = {
  access: 'See the information held',
  rectification: 'Have something corrected',
  objection: 'Stop information being used',
  restriction: 'Limit how information is used',
  erasure: 'Have information erased',
  complaint: 'Complain about how information is handled',
} as const;
export type RightsRequestKind = keyof typeof RIGHTS_REQUEST_KINDS;

/** The subject of the request. */
export const RIGHTS_REQUEST_ABOUT = {
  child: 'The child or young person',
  carer: 'A parent or carer',
} as const;
export type RightsRequestAbout = keyof typeof RIGHTS_REQUEST_ABOUT;

/** The authority on which a person makes the request. */
export const REQUESTER_CAPACITIES = {
  themselves: 'For themselves',
  parental_responsibility: 'With parental responsibility',
  solicitor: 'A solicitor, for them',
  advocate: 'An advocate, for them',
  other: 'Someone else',
} as const;
export type RequesterCapacity = keyof typeof REQUESTER_CAPACITIES;

/** Why part of a record may be withheld from the requester. */
export const EXEMPTIONS = {
  third_party: 'It is about someone else',
  serious_harm: 'Serious harm would be likely',
  legal_privilege: 'Legal advice or proceedings',
  crime: 'A crime is being prevented or investigated',
  adoption: 'Adoption records',
  child_expectation: 'The child told it in confidence',
} as const;
export type Exemption = keyof typeof EXEMPTIONS;

/** The decision on a request. */
export const RIGHTS_REQUEST_DECISIONS = {
  granted: 'Granted',
  granted_in_part: 'Granted in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn by the person who asked',
} as const;
export type RightsRequestDecision = keyof typeof RIGHTS_REQUEST_DECISIONS;

/** The status of a request, as far as the practitioner who passed it on may know. */
export const RIGHTS_REQUEST_STATES = {
  received: 'Received',
  being_answered: 'Being answered',
  decided: 'Decided, response not yet given',
  finished: 'Finished',
} as const;
