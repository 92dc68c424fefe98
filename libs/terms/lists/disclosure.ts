/** The basis of a decision to share. Outside the family's agreement one of the others must be named. */
export const DISCLOSURE_BASES = {
  within_consent: 'With the family’s consent',
  recognised_legitimate_interest: 'Recognised legitimate interest: safeguarding',
  serious_harm: 'Public interest: to prevent serious harm or crime',
  legal_obligation: 'Legal obligation, such as a court order',
  public_task: 'Public task',
  vital_interests: 'Vital interests: a matter of life and death',
  legitimate_interests: 'Legitimate interests',
  duty_16la: 'Section 16LA duty to share',
} as const;
export type DisclosureBasis = keyof typeof DISCLOSURE_BASES;

/** Not sharing is a decision as much as sharing. */
export const DISCLOSURE_DECISIONS = {
  shared: 'Shared',
  shared_in_part: 'Shared in part',
  not_shared: 'Not shared',
} as const;
export type DisclosureDecision = keyof typeof DISCLOSURE_DECISIONS;

/** What the family knows of the decision. */
export const FAMILY_TOLD = {
  told: 'They have been told',
  to_be_told: 'They will be told',
  not_told: 'They will not be told, because it would not be safe',
} as const;
export type FamilyTold = keyof typeof FAMILY_TOLD;
