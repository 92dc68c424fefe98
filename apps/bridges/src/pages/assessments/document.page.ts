import {
  type AssessmentForm,
  type AssessmentView,
  type ElementView,
  isExplored,
  type SectionAnswers,
} from '#libs/casework/assessments';
import { date } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import {
  ASSESSMENT_DOMAINS,
  closingOf,
  domainOf,
  domainTitle,
  elementTitle,
  type FormQuestion,
  type FormSection,
  keysOf,
  passageLabel,
  questionsOf,
  valueLabel,
} from '#libs/terms';

/** A piece of the document: labelled text, or a table. */
export interface Block {
  readonly label?: string;
  readonly text?: string;
  readonly quote?: string;
  readonly table?: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}
interface DocumentPart {
  readonly title: string;
  readonly href?: string;
  readonly blocks: readonly Block[];
}

const PASSAGE = ['strengths', 'needs', 'notExploredBecause', 'evidence', 'levelIndicator'] as const;
type PassageLabels = Readonly<Record<(typeof PASSAGE)[number], string>>;

/** An assessment as a family or a panel reads it: only what was written, in the words and the order of its own form. */
export function documentOf(seen: AssessmentView, editAt?: string) {
  const { form } = seen;
  const section = ({ key, title }: FormSection): DocumentPart => ({
    title,
    blocks: sectionBlocks(form, key, seen.sections),
    ...(editAt ? { href: `${editAt}/sections/${key}` } : {}),
  });
  return {
    title: form.title,
    number: seen.number,
    complete: seen.status === 'complete',
    byline: [
      seen.assessor && `${seen.assessor.name}, ${seen.assessor.jobTitle}, ${seen.assessor.agency.name}`,
      seen.startedAt && `started ${date(londonDate(seen.startedAt))}`,
      seen.completedAt && `completed ${date(londonDate(seen.completedAt))}`,
    ]
      .filter(Boolean)
      .join('; '),
    labels: Object.fromEntries(PASSAGE.map((part) => [part, passageLabel(form, part)])) as PassageLabels,
    before: form.opening.map(section),
    domains: keysOf(ASSESSMENT_DOMAINS).map((key) => ({
      title: domainTitle(form, key),
      elements: seen.elements
        .filter(
          (element) =>
            domainOf(element.element) === key &&
            (isExplored(element) || element.notExploredBecause || element.childsWords),
        )
        .map((element) => toElementBlocks(form, element, editAt)),
    })),
    after: closingOf(form, seen.sections).map(section),
  };
}

function toElementBlocks(form: AssessmentForm, element: ElementView, editAt?: string) {
  return {
    id: element.id,
    title: elementTitle(form, element.element),
    topic: element.topic ? valueLabel(form, 'topic', element.topic) : null,
    strengths: element.strengths,
    needs: element.needs,
    childsWords: element.childsWords,
    evidence: element.evidence,
    levelIndicator: element.levelIndicator,
    notExploredBecause: element.notExploredBecause,
    writer: element.writtenBy?.name ?? null,
    href: editAt
      ? `${editAt}/elements/${element.element}${element.topic ? `?topic=${element.topic}` : ''}`
      : undefined,
  };
}

/** A section as display blocks. */
export function sectionBlocks(form: AssessmentForm, key: string, sections: SectionAnswers): Block[] {
  const answers = (sections as Record<string, Record<string, unknown>>)[key] ?? {};
  return questionsOf(form, key).flatMap((question) => BLOCKS[question.kind](form, question, answers));
}

type ToBlocks = (form: AssessmentForm, question: FormQuestion, answers: Record<string, unknown>) => Block[];

const BLOCKS: Readonly<Record<FormQuestion['kind'], ToBlocks>> = {
  text: (_form, { key, label }, answers) => texts(label, answers[key]),
  choice: (form, { key, label, list = '' }, answers) =>
    texts(label, answers[key] && valueLabel(form, list, answers[key] as string)),
  comment(form, { key, label, list = '' }, answers) {
    if (answers[key]) return [{ label, quote: answers[key] as string }];
    const missing = answers[`${key}_missing`] as string | undefined;
    return missing ? texts(label, `No comment: ${valueLabel(form, list, missing).toLowerCase()}.`) : [];
  },
  date: (_form, { key, label }, answers) => texts(label, answers[key] && date(answers[key] as string)),
  rows(form, { key, label, columns = [] }, answers) {
    const rows = (answers[key] ?? []) as Record<string, string | null | undefined>[];
    if (rows.length === 0) return [];
    const head = columns.map((column) => column.label);
    return [
      {
        table: {
          caption: label,
          head,
          rows: rows.map((row) =>
            columns.map(({ key: column, list }) =>
              row[column] ? (list ? valueLabel(form, list, row[column]) : row[column]) : '',
            ),
          ),
        },
      },
    ];
  },
};

const texts = (label: string, text: unknown): Block[] =>
  text ? [{ ...(label ? { label } : {}), text: text as string }] : [];
