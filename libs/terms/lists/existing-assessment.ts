/** Whether the search before a checklist found a common assessment. */
export const EXISTING_ASSESSMENTS = {
  none: 'None found',
  open: 'Yes, one is open',
  closed: 'Yes, but it is closed',
} as const;
