/** Why a child has no unique pupil number: the codes of the children in need census. */
export const UPN_UNKNOWN_REASONS = {
  UN1: 'Not of school age, and no number given yet',
  UN2: 'Has never attended a maintained school in England',
  UN3: 'Is educated outside England',
  UN4: 'New to the service, and the number is not known yet',
  UN5: 'Sources disagree about the name or date of birth',
} as const;
export type UpnUnknownReason = keyof typeof UPN_UNKNOWN_REASONS;
