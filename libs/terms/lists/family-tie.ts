/** Why a person has parental responsibility, by the law of England. */
export const RESPONSIBILITY_BASES = {
  birth_mother: 'Gave birth to the child',
  married: 'Married to, or in a civil partnership with, the birth mother',
  birth_certificate: 'Named on the birth certificate (since 1 December 2003)',
  agreement: 'Parental responsibility agreement',
  parental_responsibility_order: 'Parental responsibility order',
  child_arrangements_order: 'Child arrangements order: the child lives with them',
  special_guardianship_order: 'Special guardianship order',
  guardian: 'Guardian appointed by a parent or a court',
  parental_order: 'Parental order after surrogacy',
  adoption: 'Adoption order',
  care_order: 'Local authority with a care order',
  emergency_protection_order: 'Local authority with an emergency protection order',
} as const;
export type ResponsibilityBasis = keyof typeof RESPONSIBILITY_BASES;

/** The paper that a practitioner saw. */
export const RESPONSIBILITY_EVIDENCE = {
  birth_certificate: 'Birth certificate',
  marriage_certificate: 'Marriage or civil partnership certificate',
  court_order: 'Court order',
  agreement: 'Registered agreement',
  adoption_certificate: 'Adoption certificate',
  letter: 'Letter from a court, solicitor or local authority',
  told: 'No document: told by the family',
} as const;
export type ResponsibilityEvidence = keyof typeof RESPONSIBILITY_EVIDENCE;

/** Limits on a person’s contact with the child. */
export const CONTACT_RESTRICTIONS = {
  none: 'No restriction',
  supervised: 'Supervised contact only',
  indirect_only: 'Indirect contact only, such as letters',
  none_allowed: 'No contact allowed',
} as const;
export type ContactRestriction = keyof typeof CONTACT_RESTRICTIONS;

export const RESTRICTION_BASES = {
  child_arrangements_order: 'Child arrangements order',
  prohibited_steps_order: 'Prohibited steps order',
  non_molestation_order: 'Non-molestation order or injunction',
  bail_or_licence: 'Bail or licence conditions',
  care_plan: 'Care plan or child protection plan',
  family_agreement: 'Agreed by the family',
  other: 'Something else',
} as const;
export type RestrictionBasis = keyof typeof RESTRICTION_BASES;

/** Is it safe to ring or write to this adult? */
export const SAFE_TO_CONTACT = {
  yes: 'Yes',
  ask_first: 'Only in the way described',
  no: 'No',
} as const;
export type SafeToContact = keyof typeof SAFE_TO_CONTACT;

/** Why a person no longer cares for a child. */
export const CARER_ENDING_REASONS = {
  moved_out: 'They moved out, or the child did',
  relationship_ended: 'Their relationship with a parent ended',
  placement_ended: 'The placement or arrangement ended',
  order_ended: 'A court order ended or changed',
  adopted: 'The child was adopted',
  died: 'They died',
  recorded_in_error: 'They were recorded by mistake',
  other: 'Another reason',
} as const;
export type CarerEndingReason = keyof typeof CARER_ENDING_REASONS;

/** What two children are to each other: the same in both directions. */
export const CHILD_TIES = {
  full_sibling: 'Brother or sister',
  half_sibling: 'Half-brother or half-sister',
  step_sibling: 'Step-brother or step-sister',
  adoptive_sibling: 'Brother or sister by adoption',
  foster_sibling: 'Foster brother or sister',
  unrelated_in_household: 'Lives in the same home, not related',
  cousin: 'Cousin',
} as const;
export type ChildTieKind = keyof typeof CHILD_TIES;

/** What one adult is to another. It has a direction: read it as "is the … of". */
export const CARER_TIES = {
  married: 'Husband, wife or civil partner',
  partner: 'Partner',
  former_partner: 'Former husband, wife or partner',
  parent_of: 'Mother or father',
  child_of: 'Son or daughter',
  sibling: 'Brother or sister',
  other_relative: 'Another relative',
} as const;
export type CarerTieKind = keyof typeof CARER_TIES;

export const HOUSEHOLD_KINDS = {
  family: 'Family home',
  other_parent: 'Other parent’s home',
  kinship: 'Home of relatives or friends',
  foster: 'Foster home',
  residential: 'Children’s home or other residential setting',
  temporary: 'Temporary home',
  other: 'Another home',
} as const;
export type HouseholdKind = keyof typeof HOUSEHOLD_KINDS;

/** How much of the time a person lives in a home. */
export const STAY_PATTERNS = {
  main: 'Mainly here',
  shared: 'Shared between homes',
  weekends: 'Weekends or holidays',
  temporary: 'For a short time',
} as const;
export type StayPattern = keyof typeof STAY_PATTERNS;
