import {
  ASSESSMENT_SECTIONS,
  type AssessmentSectionName,
  type AssessmentView,
} from '#libs/casework/assessments';
import { date } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import { ASSESSMENT_ELEMENTS, keysOf, MISSING_COMMENT_REASONS, NEEDS_CATEGORIES } from '#libs/terms';
import { type CopyPassage, linesOf, passage } from './copy.js';

/** The common assessment: each section, and each passage about an element, is a passage of its own. */
export function assessmentPassages(assessment: AssessmentView): CopyPassage[] {
  if (!assessment.id) return [];
  return [
    ...passage(
      'record',
      'assessment',
      `Version ${assessment.number}`,
      linesOf(
        [
          'Assessor',
          assessment.assessor && `${assessment.assessor.name}, ${assessment.assessor.agency.name}`,
        ],
        ['Begun', assessment.startedAt && date(londonDate(assessment.startedAt))],
        [
          null,
          assessment.completedAt
            ? `Completed ${date(londonDate(assessment.completedAt))}`
            : 'Draft, not complete',
        ],
      ),
    ),
    ...keysOf(ASSESSMENT_SECTIONS).flatMap((name) =>
      passage(
        'record',
        `assessment:${name}`,
        ASSESSMENT_SECTIONS[name],
        SECTION_TEXTS[name](assessment),
        '',
        name === 'comments' ? assessment.sections.comments?.child_comment : null,
      ),
    ),
    ...assessment.elements.flatMap((element) =>
      passage(
        'record',
        `element:${element.element}:${element.topic}:${element.writtenBy?.id ?? ''}`,
        ASSESSMENT_ELEMENTS[element.element],
        linesOf(
          ['Strengths', element.strengths],
          ['Needs', element.needs],
          ['The child’s view', element.childsWords],
          ['Not discussed', element.notExploredBecause],
          ['Source', element.evidence],
          ['Suggested level', element.levelIndicator],
          ['Written by', element.writtenBy?.name],
        ),
        element.topic,
        element.childsWords,
      ),
    ),
  ];
}

const SECTION_TEXTS: Record<AssessmentSectionName, (assessment: AssessmentView) => string> = {
  people_present: ({ sections }) =>
    (sections.people_present?.people ?? [])
      .map(({ name, role, agency }) => [name, role, agency].filter(Boolean).join(', '))
      .join('\n'),
  reason: ({ sections }) => sections.reason?.what_led ?? '',
  family_and_home: ({ sections: { family_and_home: home } }) =>
    linesOf([null, home?.structure], ['Lives with', home?.lives_with]),
  services: ({ sections }) =>
    (sections.services?.services ?? [])
      .map(({ name, contact, status }) => [name, contact, status].filter(Boolean).join(', '))
      .join('\n'),
  conclusions: ({ sections: { conclusions } }) =>
    linesOf(
      ['Strengths and resources', conclusions?.strengths_summary],
      ['Needs', conclusions?.needs_summary],
      ['Category of need', conclusions?.needs_category && NEEDS_CATEGORIES[conclusions.needs_category]],
      ['How we will know that things have improved', conclusions?.goals],
    ),
  comments: ({ sections: { comments } }) =>
    linesOf(
      ['The child or young person', comments?.child_comment ?? noComment(comments?.child_comment_missing)],
      ['The parent or carer', comments?.parent_comment ?? noComment(comments?.parent_comment_missing)],
    ),
};

const noComment = (why: keyof typeof MISSING_COMMENT_REASONS | undefined): string | null =>
  why ? `No comment: ${MISSING_COMMENT_REASONS[why].toLowerCase()}` : null;
