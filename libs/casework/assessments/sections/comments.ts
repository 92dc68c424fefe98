import { MISSING_COMMENT_REASONS, type MissingCommentReason } from '#libs/terms';
import { oneOf, sectionOf, type SectionReader, words } from './reader.js';

export interface Comments {
  readonly child_comment?: string;
  readonly child_comment_missing?: MissingCommentReason;
  readonly parent_comment?: string;
  readonly parent_comment_missing?: MissingCommentReason;
}

const read = sectionOf({
  child_comment: words(),
  child_comment_missing: oneOf(MISSING_COMMENT_REASONS),
  parent_comment: words(),
  parent_comment_missing: oneOf(MISSING_COMMENT_REASONS),
});

/** A comment, or the reason for its absence: setting one clears the other, setting both is an error. */
export const readComments: SectionReader = (input, before, at) => {
  const isGiven = (part: string): boolean => {
    const value = (input as Record<string, unknown> | null)?.[part];
    return value !== null && value !== undefined && value !== '';
  };
  const { answers, errors } = read(input, before, at);
  for (const speaker of ['child', 'parent']) {
    const [comment, missing] = [`${speaker}_comment`, `${speaker}_comment_missing`];
    if (isGiven(comment) && isGiven(missing))
      errors.push({
        field: `${at}.${missing}`,
        message: 'Enter the comment or the reason there is none, not both',
      });
    else if (isGiven(comment)) delete answers[missing];
    else if (isGiven(missing)) delete answers[comment];
  }
  return { answers, errors };
};
