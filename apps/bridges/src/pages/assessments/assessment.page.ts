import {
  type AssessmentSectionName,
  type AssessmentView,
  type ElementView,
  isExplored,
} from '#libs/casework/assessments';
import {
  ASSESSMENT_DOMAINS,
  type AssessmentElement,
  domainTitle,
  elementsOf,
  elementTitle,
  keysOf,
  sectionTitle,
} from '#libs/terms';
import { describeLastSave } from './last-save.js';

interface Task {
  readonly title: { readonly text: string };
  readonly hint?: { readonly text: string };
  readonly href?: string;
  /** Whether the assessment cannot be completed until this part is. */
  readonly isNeeded: boolean;
  readonly status: {
    readonly text?: string;
    readonly tag?: { readonly text: string; readonly classes: string };
  };
}
export interface TaskGroup {
  readonly id: string;
  readonly title: string;
  readonly progress: string;
  /** What is still needed of the group as a whole. */
  readonly needed: string | null;
  readonly items: readonly Task[];
}
export interface MayWrite {
  readonly sections: boolean;
  readonly elements: boolean;
}

const BEGINNING: readonly AssessmentSectionName[] = [
  'people_present',
  'reason',
  'family_and_home',
  'services',
];
const END: readonly AssessmentSectionName[] = ['conclusions', 'comments'];
const SECTION_STATUS = { empty: 'Not started', begun: 'In progress', done: 'Completed' } as const;

/** The task list of a draft: the opening sections, the three domains and the closing sections. */
export function taskGroups(seen: AssessmentView, href: string, may: MayWrite, today: string): TaskGroup[] {
  const sections = (id: string, title: string, names: readonly AssessmentSectionName[]): TaskGroup => ({
    id,
    title,
    progress: `${names.filter((name) => seen.progress.sections[name] === 'done').length} of ${names.length} completed`,
    needed: null,
    items: names.map((name) => sectionTask(seen, name, `${href}/sections/${name}`, may.sections, today)),
  });
  const domains = keysOf(ASSESSMENT_DOMAINS).map((domain) => {
    const { explored, notExplored, total } = seen.progress.domains[domain];
    return {
      id: domain,
      title: domainTitle(seen.form, domain),
      progress: `${explored} of ${total} completed${notExplored > 0 ? `, ${notExplored} not discussed with a reason` : ''}`,
      needed: isMissing(seen, `elements.${domain}`) ? 'At least 1 of these is needed' : null,
      items: elementsOf(domain).map((element) =>
        elementTask(seen, element, `${href}/elements/${element}`, may.elements, today),
      ),
    };
  });
  return [
    sections('beginning', 'Background', BEGINNING),
    ...domains,
    sections('end', 'Conclusions and comments', END),
  ];
}

/** The most recent save of any part. */
export function lastSaved(seen: AssessmentView, today: string): string {
  const all = [...Object.values(seen.savedSections), ...seen.elements];
  const latest = all.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
  return describeLastSave(latest, today);
}

/** The missing items, each with a link to the page where it is completed. */
export function missingLinks(seen: AssessmentView, href: string): { text: string; href: string }[] {
  return seen.progress.missing.map(({ field, message }) => {
    const [kind, name] = field.split('.');
    return { text: message, href: kind === 'sections' ? `${href}/sections/${name}` : `${href}#${name}` };
  });
}

const isMissing = (seen: AssessmentView, start: string): boolean =>
  seen.progress.missing.some(({ field }) => field.startsWith(start));

function sectionTask(
  seen: AssessmentView,
  name: AssessmentSectionName,
  href: string,
  may: boolean,
  today: string,
): Task {
  const state = seen.progress.sections[name];
  const isNeeded = isMissing(seen, `sections.${name}.`);
  const saved = describeLastSave(seen.savedSections[name], today);
  const hint = [isNeeded ? 'Needed to complete the assessment' : '', saved].filter(Boolean).join('; ');
  return {
    title: { text: sectionTitle(seen.form, name) },
    ...(hint ? { hint: { text: hint } } : {}),
    ...(may ? { href } : {}),
    isNeeded,
    status:
      state === 'done'
        ? { text: SECTION_STATUS.done }
        : {
            tag: {
              text: SECTION_STATUS[state],
              classes: state === 'begun' ? 'govuk-tag--yellow' : 'govuk-tag--grey',
            },
          },
  };
}

function elementTask(
  seen: AssessmentView,
  element: AssessmentElement,
  href: string,
  may: boolean,
  today: string,
): Task {
  const passages = seen.elements.filter((each) => each.element === element);
  const saved = passages.map((each) => describeLastSave(each, today)).at(-1);
  const sensitive = passages.some((each) => each.topic !== '');
  const reason = passages.some(isExplored) ? null : passages.find((each) => each.notExploredBecause);
  const hint = [
    reason ? `because: ${reason.notExploredBecause}` : '',
    saved,
    sensitive ? 'a sensitive passage that you can read' : '',
  ];
  return {
    title: { text: elementTitle(seen.form, element) },
    ...(saved ? { hint: { text: hint.filter(Boolean).join('; ') } } : {}),
    ...(may ? { href } : {}),
    isNeeded: false,
    status: statusOf(passages),
  };
}

function statusOf(passages: readonly ElementView[]): Task['status'] {
  if (passages.some(isExplored)) return { text: 'Completed' };
  if (passages.some((each) => each.notExploredBecause)) return { text: 'Not discussed' };
  return passages.some((each) => each.childsWords || each.evidence || each.levelIndicator)
    ? { tag: { text: SECTION_STATUS.begun, classes: 'govuk-tag--yellow' } }
    : { tag: { text: SECTION_STATUS.empty, classes: 'govuk-tag--grey' } };
}
