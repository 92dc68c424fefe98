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
  readonly status: {
    readonly text?: string;
    readonly tag?: { readonly text: string; readonly classes: string };
  };
}
interface TaskGroup {
  readonly id: string;
  readonly title: string;
  readonly progress: string;
  readonly items: readonly Task[];
}
interface MayWrite {
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
    items: names.map((name) => sectionTask(seen, name, `${href}/sections/${name}`, may.sections, today)),
  });
  const domains = keysOf(ASSESSMENT_DOMAINS).map((domain) => {
    const { explored, notExplored, total } = seen.progress.domains[domain];
    return {
      id: domain,
      title: domainTitle(seen.form, domain),
      progress: `${explored} of ${total} completed${notExplored > 0 ? `, ${notExplored} not discussed with a reason` : ''}`,
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

function sectionTask(
  seen: AssessmentView,
  name: AssessmentSectionName,
  href: string,
  may: boolean,
  today: string,
): Task {
  const state = seen.progress.sections[name];
  const saved = describeLastSave(seen.savedSections[name], today);
  return {
    title: { text: sectionTitle(seen.form, name) },
    ...(saved ? { hint: { text: saved } } : {}),
    ...(may ? { href } : {}),
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
  return {
    title: { text: elementTitle(seen.form, element) },
    ...(saved
      ? { hint: { text: sensitive ? `${saved}; a sensitive passage that you can read` : saved } }
      : {}),
    ...(may ? { href } : {}),
    status: statusOf(passages),
  };
}

function statusOf(passages: readonly ElementView[]): Task['status'] {
  if (passages.some(isExplored)) return { text: 'Completed' };
  if (passages.some((each) => each.notExploredBecause)) return { text: 'Not discussed' };
  return { tag: { text: 'Not started', classes: 'govuk-tag--grey' } };
}
