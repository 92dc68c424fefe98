/** Why a child's or parent's comment is missing. "Not asked" is allowed and shown: it is a gap in practice. */
export const MISSING_COMMENT_REASONS = {
  too_young: 'Too young',
  chose_not_to: 'Chose not to comment',
  absent: 'Not present',
  not_asked: 'Not asked',
} as const;
export type MissingCommentReason = keyof typeof MISSING_COMMENT_REASONS;
