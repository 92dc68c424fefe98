/** Why a practitioner looks for a child beyond the families they work with. "Other" is said in their own words. */
export const SEARCH_REASONS = {
  asked: 'The child or their family asked for help',
  referred: 'Someone asked me or my team to help this child',
  worried: 'I am worried about this child',
  before_starting: 'I want to know who is already helping',
  contact: 'I need to contact the lead professional or the team',
  meeting: 'I have been invited to a meeting about this child',
  other: 'Another reason',
} as const;
export type SearchReason = keyof typeof SEARCH_REASONS;
