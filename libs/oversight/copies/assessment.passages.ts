import type { AssessmentView } from '#libs/casework/assessments';
import { date } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import {
  ASSESSMENT_FORM,
  closingOf,
  elementTitle,
  type FormContent,
  type FormQuestion,
  type FormSection,
  passageLabel,
  questionsOf,
  valueLabel,
} from '#libs/terms';
import { type CopyPassage, linesOf, passage } from './copy.js';

/** The assessment, in the words of its own form: each section, and each passage about an element, is a passage of its own. */
export function assessmentPassages(assessment: AssessmentView): CopyPassage[] {
  if (!assessment.id) return [];
  const { form } = assessment;
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
    ...[...form.opening, ...closingOf(form, assessment.sections)].flatMap((section) =>
      passage(
        'record',
        `assessment:${section.key}`,
        section.title,
        sectionText(assessment, section),
        '',
        section.key === 'comments' ? assessment.sections.comments?.child_comment : null,
      ),
    ),
    ...assessment.elements.flatMap((element) =>
      passage(
        'record',
        `element:${element.element}:${element.topic}:${element.writtenBy?.id ?? ''}`,
        elementTitle(form, element.element),
        linesOf(
          ...ASSESSMENT_FORM.passage.map(({ key }): [string, string | number | null] => [
            passageLabel(form, key),
            element[key as keyof typeof element] as string | number | null,
          ]),
          ['Written by', element.writtenBy?.name],
        ),
        element.topic,
        element.childsWords,
      ),
    ),
  ];
}

type Answers = Readonly<Record<string, unknown>>;

function sectionText({ form, sections }: AssessmentView, { key }: FormSection): string {
  const answers = (sections as Record<string, Answers>)[key] ?? {};
  return linesOf(
    ...questionsOf(form, key).map((question): [string | null, string | null] => [
      question.kind === 'rows' ? null : question.label || null,
      answerText(form, question, answers),
    ]),
  );
}

function answerText(
  form: FormContent,
  { key, kind, list = '', columns = [] }: FormQuestion,
  answers: Answers,
): string | null {
  if (kind === 'rows')
    return ((answers[key] ?? []) as Record<string, string | null>[])
      .map((row) =>
        columns
          .map(({ key: column, list: ofColumn }) =>
            row[column] && ofColumn ? valueLabel(form, ofColumn, row[column]) : row[column],
          )
          .filter(Boolean)
          .join(', '),
      )
      .join('\n');
  if (kind === 'choice') return answers[key] ? valueLabel(form, list, answers[key] as string) : null;
  if (kind === 'date') return answers[key] ? date(answers[key] as string) : null;
  if (answers[key]) return answers[key] as string;
  const missing = answers[`${key}_missing`] as string | undefined;
  return missing ? `No comment: ${valueLabel(form, list, missing).toLowerCase()}` : null;
}
