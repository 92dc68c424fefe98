/** Why a review was held. */
export const REVIEW_TYPES = {
  scheduled: 'Scheduled',
  urgent: 'Urgent',
  final: 'Final',
} as const;
export type ReviewType = keyof typeof REVIEW_TYPES;
