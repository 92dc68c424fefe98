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

/** A comment, or why there is none: giving the one takes the other away, giving both is a fault. */
export const readComments: SectionReader = (given, before, at) => {
  const said = (part: string): boolean => {
    const value = (given as Record<string, unknown> | null)?.[part];
    return value !== null && value !== undefined && value !== '';
  };
  const { answers, faults } = read(given, before, at);
  for (const who of ['child', 'parent']) {
    const [comment, missing] = [`${who}_comment`, `${who}_comment_missing`];
    if (said(comment) && said(missing))
      faults.push({
        field: `${at}.${missing}`,
        message: 'Enter the comment or the reason there is none, not both',
      });
    else if (said(comment)) delete answers[missing];
    else if (said(missing)) delete answers[comment];
  }
  return { answers, faults };
};
