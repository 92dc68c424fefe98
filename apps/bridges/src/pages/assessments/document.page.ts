import {
  ASSESSMENT_SECTIONS,
  type AssessmentSectionName,
  type AssessmentView,
  type ElementView,
  isExplored,
  type SectionAnswers,
} from '#libs/casework/assessments';
import { date } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENTS,
  domainOf,
  keysOf,
  MISSING_COMMENT_REASONS,
  NEEDS_CATEGORIES,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
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

const BEFORE: readonly AssessmentSectionName[] = ['people_present', 'reason', 'family_and_home', 'services'];
const AFTER: readonly AssessmentSectionName[] = ['conclusions', 'comments'];

/** An assessment as a family or a panel reads it: only what was written, in the order of the form. */
export function documentOf(seen: AssessmentView, editAt?: string) {
  const section = (name: AssessmentSectionName): DocumentPart => ({
    title: ASSESSMENT_SECTIONS[name],
    blocks: sectionBlocks(name, seen.sections),
    ...(editAt ? { href: `${editAt}/sections/${name}` } : {}),
  });
  return {
    number: seen.number,
    complete: seen.status === 'complete',
    byline: [
      seen.assessor && `${seen.assessor.name}, ${seen.assessor.jobTitle}, ${seen.assessor.agency.name}`,
      seen.startedAt && `started ${date(londonDate(seen.startedAt))}`,
      seen.completedAt && `completed ${date(londonDate(seen.completedAt))}`,
    ]
      .filter(Boolean)
      .join('; '),
    before: BEFORE.map(section),
    domains: keysOf(ASSESSMENT_DOMAINS).map((domain) => ({
      title: ASSESSMENT_DOMAINS[domain],
      elements: seen.elements
        .filter(
          (element) =>
            domainOf(element.element) === domain &&
            (isExplored(element) || element.notExploredBecause || element.childsWords),
        )
        .map((element) => toElementBlocks(element, editAt)),
    })),
    after: AFTER.map(section),
  };
}

function toElementBlocks(element: ElementView, editAt?: string) {
  return {
    id: element.id,
    title: ASSESSMENT_ELEMENTS[element.element],
    topic: element.topic ? SENSITIVE_TOPICS[element.topic as SensitiveTopic] : null,
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
export function sectionBlocks(name: AssessmentSectionName, sections: SectionAnswers): Block[] {
  const blocks: Record<AssessmentSectionName, () => Block[]> = {
    people_present: () =>
      table(
        'People',
        ['Name', 'Role', 'Agency'],
        (sections.people_present?.people ?? []).map((row) => [row.name, row.role ?? '', row.agency ?? '']),
      ),
    reason: () => texts([undefined, sections.reason?.what_led]),
    family_and_home: () =>
      texts(
        ['The family', sections.family_and_home?.structure],
        ['Who lives with the child', sections.family_and_home?.lives_with],
      ),
    services: () =>
      table(
        'Services',
        ['Service', 'Contact', 'Status'],
        (sections.services?.services ?? []).map((row) => [row.name, row.contact ?? '', row.status ?? '']),
      ),
    conclusions: () =>
      texts(
        ['Strengths and resources', sections.conclusions?.strengths_summary],
        ['Needs', sections.conclusions?.needs_summary],
        [
          'Category of need',
          sections.conclusions?.needs_category && NEEDS_CATEGORIES[sections.conclusions.needs_category],
        ],
        ['How we will know that things have improved', sections.conclusions?.goals],
      ),
    comments: () => [
      ...comment(
        'Child or young person’s comment',
        sections.comments?.child_comment,
        sections.comments?.child_comment_missing,
      ),
      ...comment(
        'Parent or carer’s comment',
        sections.comments?.parent_comment,
        sections.comments?.parent_comment_missing,
      ),
    ],
  };
  return blocks[name]();
}

function texts(...pairs: [string | undefined, string | undefined][]): Block[] {
  return pairs
    .filter(([, text]) => text)
    .map(([label, text]) => ({ ...(label ? { label } : {}), text: text! }));
}

function table(caption: string, head: string[], rows: string[][]): Block[] {
  return rows.length > 0 ? [{ table: { caption, head, rows } }] : [];
}

function comment(
  label: string,
  said: string | undefined,
  missing: keyof typeof MISSING_COMMENT_REASONS | undefined,
): Block[] {
  if (said) return [{ label, quote: said }];
  return missing ? [{ label, text: `No comment: ${MISSING_COMMENT_REASONS[missing].toLowerCase()}.` }] : [];
}
