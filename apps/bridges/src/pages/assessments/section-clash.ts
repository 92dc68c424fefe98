import type { AssessmentSectionName } from '#libs/casework/assessments';
import { type CodeList, MISSING_COMMENT_REASONS, NEEDS_CATEGORIES } from '#libs/terms';
import { type ClashView, toClashView } from './clash.page.js';

/** The fields of which two texts can be compared. The rows of the other sections are shown as they are. */
const LABELS: Partial<Record<AssessmentSectionName, Readonly<Record<string, string>>>> = {
  reason: { what_led: 'What led to this assessment?' },
  family_and_home: { structure: 'The family', lives_with: 'Who lives with the child?' },
  conclusions: {
    strengths_summary: 'Strengths and resources',
    needs_summary: 'Needs',
    needs_category: 'Category of need',
    goals: 'How will we know that things have improved?',
  },
  comments: {
    child_comment: 'Child or young person’s comment',
    child_comment_missing: 'No comment from the child: reason',
    parent_comment: 'Parent or carer’s comment',
    parent_comment_missing: 'No comment from the parent: reason',
  },
};
const labelIn = (list: CodeList) => (value: string) => list[value] ?? value;
const CODED = {
  needs_category: labelIn(NEEDS_CATEGORIES),
  child_comment_missing: labelIn(MISSING_COMMENT_REASONS),
  parent_comment_missing: labelIn(MISSING_COMMENT_REASONS),
};

/** The fields of a section in which what a colleague saved differs from what was typed. */
export const toSectionClashView = (
  name: AssessmentSectionName,
  saved: object | undefined,
  typed: object,
): ClashView[] => toClashView(LABELS[name] ?? {}, { ...saved }, { ...typed }, CODED);
