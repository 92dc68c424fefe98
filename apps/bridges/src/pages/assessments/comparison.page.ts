import {
  ASSESSMENT_SECTIONS,
  type AssessmentForm,
  type AssessmentView,
  type ElementView,
} from '#libs/casework/assessments';
import { date, type Difference, wordDifferences } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import {
  ASSESSMENT_ELEMENTS,
  domainOf,
  domainTitle,
  elementTitle,
  keysOf,
  passageLabel,
  sectionTitle,
  valueLabel,
} from '#libs/terms';
import { type Block, sectionBlocks } from './document.page.js';

/** A part in which two versions differ: what was written, what was taken out and what was put in. */
export interface ChangedPart {
  readonly title: string;
  readonly domain: string | null;
  readonly topic: string | null;
  readonly change: 'New' | 'Removed' | 'Changed';
  readonly fields: readonly {
    readonly label: string;
    readonly differences: readonly Difference[];
  }[];
}
interface Part {
  readonly key: string;
  readonly title: string;
  readonly domain: string | null;
  readonly topic: string | null;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * What changed from one version to another, part by part in the order of the form and in the words of the later version's
 * form, as far as the reader may read both.
 */
export function toComparisonView(before: AssessmentView, after: AssessmentView) {
  const [one, other] = [partsOf(before, after.form), partsOf(after, after.form)];
  const keys = inOrder([...new Set([...one.keys(), ...other.keys()])], one, other);
  const all = keys.map((key) => toChangedPart(one.get(key), other.get(key)));
  return {
    before: describeVersion(before),
    after: describeVersion(after),
    changed: all.filter((part) => part !== null),
    unchanged: all.length - all.filter((part) => part !== null).length,
  };
}

const describeVersion = ({ number, completedAt }: AssessmentView) => ({
  number,
  when: completedAt ? `completed ${date(londonDate(completedAt))}` : 'draft',
});

function toChangedPart(one: Part | undefined, other: Part | undefined): ChangedPart | null {
  const { title, domain, topic } = (other ?? one)!;
  const labels = new Set([...(one?.texts.keys() ?? []), ...(other?.texts.keys() ?? [])]);
  const fields = [...labels]
    .map((label) => [label, one?.texts.get(label) ?? '', other?.texts.get(label) ?? ''] as const)
    .filter(([, before, after]) => before !== after)
    .map(([label, before, after]) => ({ label, differences: wordDifferences(before, after) }));
  if (fields.length === 0) return null;
  return { title, domain, topic, change: one ? (other ? 'Changed' : 'Removed') : 'New', fields };
}

function partsOf(seen: AssessmentView, form: AssessmentForm): Map<string, Part> {
  const sections = keysOf(ASSESSMENT_SECTIONS).map((name): Part => ({
    ...{ key: `sections/${name}`, title: sectionTitle(form, name), domain: null, topic: null },
    texts: textsOf(sectionBlocks(form, name, seen.sections)),
  }));
  const elements = seen.elements.map((element): Part => ({
    key: `elements/${element.element}/${element.topic}/${element.topic && element.writtenBy?.id}`,
    title: elementTitle(form, element.element),
    domain: domainTitle(form, domainOf(element.element)),
    topic: element.topic ? valueLabel(form, 'topic', element.topic) : null,
    texts: elementTexts(form, element),
  }));
  return new Map(
    [...sections, ...elements].filter(({ texts }) => texts.size > 0).map((part) => [part.key, part]),
  );
}

/** The sections before the domains come first and the closing ones last, as in the document. */
function inOrder(keys: readonly string[], ...versions: ReadonlyMap<string, Part>[]): string[] {
  const order = [
    ...['people_present', 'reason', 'family_and_home', 'services'].map((name) => `sections/${name}`),
    ...keysOf(ASSESSMENT_ELEMENTS).map((element) => `elements/${element}`),
    ...['conclusions', 'comments'].map((name) => `sections/${name}`),
  ];
  const placeOf = (key: string): number => order.indexOf(key.split('/').slice(0, 2).join('/'));
  const topicOf = (key: string): string =>
    versions.map((version) => version.get(key)?.topic).find((topic) => topic !== undefined) ?? '';
  return [...keys].sort(
    (a, b) => placeOf(a) - placeOf(b) || topicOf(a).localeCompare(topicOf(b)) || a.localeCompare(b),
  );
}

function elementTexts(form: AssessmentForm, element: ElementView): Map<string, string> {
  return withoutEmpty([
    [passageLabel(form, 'childsWords'), element.childsWords],
    [passageLabel(form, 'strengths'), element.strengths],
    [passageLabel(form, 'needs'), element.needs],
    [passageLabel(form, 'evidence'), element.evidence],
    [passageLabel(form, 'levelIndicator'), element.levelIndicator && `Level ${element.levelIndicator}`],
    [passageLabel(form, 'notExploredBecause'), element.notExploredBecause],
  ]);
}

const textsOf = (blocks: readonly Block[]): Map<string, string> =>
  withoutEmpty(
    blocks.map(({ label, text, quote, table }) => [
      label ?? table?.caption ?? 'Text',
      text ?? quote ?? table?.rows.map((row) => row.filter(Boolean).join(', ')).join('\n'),
    ]),
  );

const withoutEmpty = (pairs: readonly (readonly [string, string | number | null | undefined])[]) =>
  new Map(pairs.flatMap(([label, text]) => (text ? [[label, String(text)] as const] : [])));
