/** Why an episode closed. */
export const CLOSURE_REASONS = {
  NEEDS_MET: 'Needs met: universal services are enough',
  SINGLE_AGENCY: 'One agency can meet the remaining needs',
  STEP_UP_CIN: 'Social care has taken the lead: child in need',
  STEP_UP_CP: 'Social care has taken the lead: child protection',
  STEP_UP_CLA: 'Social care has taken the lead: child looked after',
  CONSENT_WITHDRAWN: 'The family or young person withdrew',
  NOT_ENGAGED: 'The family could not be contacted or engaged',
  DECLINED: 'The family did not accept the offer of help',
  MOVED_LA: 'Moved to another authority and transferred with consent',
  MOVED_NO_TRANSFER: 'Moved with no transfer',
  ADULT: 'Reached adulthood',
  SPECIALIST: 'Another plan leads',
  DIED: 'The child died',
  ERROR: 'Started in error',
  DUPLICATE: 'Duplicate, merged with another episode',
} as const;
export type ClosureReason = keyof typeof CLOSURE_REASONS;
