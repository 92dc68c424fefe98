/** Why the lead professional changed. */
export const LEAD_CHANGE_REASONS = {
  caseload_balance: 'To balance caseloads',
  left_role: 'Left the role',
  reorganisation: 'Reorganisation',
  transfer: 'Transfer as part of the process',
  absence_or_return: 'Absence, or return from it',
  child_asked: 'The child or young person asked',
  parent_asked: 'A parent or carer asked',
  stepped_up_or_down: 'Stepped up or down',
  died: 'Died',
  other: 'Another reason',
} as const;
export type LeadChangeReason = keyof typeof LEAD_CHANGE_REASONS;
