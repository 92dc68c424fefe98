import { ASSESSMENT_SECTIONS, type AssessmentView } from '#libs/casework/assessments';
import type { EpisodeView } from '#libs/casework/episodes';
import { ASSESSMENT_ELEMENTS, keysOf } from '#libs/terms';
import { type MayWrite, type TaskGroup, taskGroups } from './assessment.page.js';

/** The parts of a draft beside the form of one of them, and the ways to the one before and the one after. */
export interface WorkspaceView {
  readonly groups: readonly {
    readonly title: string;
    readonly items: readonly {
      readonly text: string;
      readonly href: string | null;
      readonly status: string;
      readonly isDone: boolean;
      readonly isNeeded: boolean;
      readonly isCurrent: boolean;
    }[];
  }[];
  /** “Element 7 of 19”. */
  readonly place: string;
  readonly progress: string;
  readonly previous: Step | null;
  readonly next: Step;
  /** The next part as the button names it: `elements/A1b`. */
  readonly onward: string;
}
interface Step {
  readonly text: string;
  readonly href: string;
}

const ELEMENTS = keysOf(ASSESSMENT_ELEMENTS);
const PARTS: ReadonlySet<string> = new Set([
  ...keysOf(ASSESSMENT_SECTIONS).map((name) => `sections/${name}`),
  ...ELEMENTS.map((element) => `elements/${element}`),
  'check',
]);

/** The workspace around one part, which is named as in its address: `elements/A1a`. */
export function toWorkspaceView(
  seen: AssessmentView,
  at: { readonly href: string; readonly part: string; readonly may: MayWrite; readonly today: string },
): WorkspaceView {
  const current = `${at.href}/${at.part}`;
  const groups = taskGroups(seen, at.href, at.may, at.today).map(({ title, items }) => ({
    title,
    items: items.map((item) => ({
      text: item.title.text,
      href: item.href ?? null,
      status: item.status.text ?? item.status.tag?.text ?? '',
      isDone: item.status.text !== undefined,
      isNeeded: item.isNeeded,
      isCurrent: item.href === current,
    })),
  }));
  const all = groups.flatMap(({ items }) => items);
  const written = all.flatMap(({ text, href }) => (href ? [{ text, href }] : []));
  const index = written.findIndex(({ href }) => href === current);
  const next = written[index + 1] ?? { text: 'check the assessment', href: `${at.href}/check` };
  return {
    groups,
    place: placeOf(at.part),
    progress: `${all.filter(({ isDone }) => isDone).length} of ${all.length} parts completed`,
    previous: written[index - 1] ?? null,
    next,
    onward: next.href.slice(at.href.length + 1),
  };
}

/** The first part that this reader may write and that is not completed. */
export function firstOpenPart(groups: readonly TaskGroup[]): Step | null {
  const open = groups.flatMap(({ items }) => items).find(({ href, status }) => href && !status.text);
  return open?.href ? { text: open.title.text, href: open.href } : null;
}

/** Where a person goes when a part is saved: to the part that the button named, else to the list. */
export function addressAfter(href: string, body: unknown): string {
  const onward = (body as { onward?: unknown } | null)?.onward;
  return typeof onward === 'string' && PARTS.has(onward) ? `${href}/${onward}` : href;
}

/** What a person may write in the assessment of an open episode. */
export const mayWriteOn = ({ open, abilities }: Pick<EpisodeView, 'open' | 'abilities'>): MayWrite => ({
  sections: open && abilities.may('assessment.edit'),
  elements: open && abilities.may('assessment.contribute'),
});

function placeOf(part: string): string {
  const [kind, name] = part.split('/');
  const position = kind === 'elements' ? ELEMENTS.findIndex((element) => element === name) : -1;
  return position < 0 ? '' : `Element ${position + 1} of ${ELEMENTS.length}`;
}
