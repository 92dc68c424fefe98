import { comparedWords } from '#libs/platform';

/** One stored row, as the database gives it. */
export interface BundleRow {
  readonly relation: string;
  readonly title: string;
  readonly item: Readonly<Record<string, unknown>>;
}
/** A person or thing that a row refers to by id. */
export interface Named {
  readonly name: string;
  /** Their relationship to the child, when they are another person, whose values are marked. */
  readonly thirdParty: string | null;
}
export interface NamedPeople {
  readonly byId: ReadonlyMap<string, Named>;
  /** Names of other people, to search for in free text. */
  readonly others: readonly { readonly name: string; readonly thirdParty: string }[];
  readonly childId: string;
  readonly childName: string;
}
export interface Marked {
  readonly name: string;
  readonly value: string;
  /** The owner of the value, when it is not the child. */
  readonly thirdParty: string | null;
  /** Other people named in the text. */
  readonly mentions: readonly string[];
}
interface BundleItem {
  /** The sensitive topic, empty for most. */
  readonly topic: string;
  readonly values: readonly Marked[];
}
export interface BundlePart {
  readonly relation: string;
  readonly title: string;
  readonly items: readonly BundleItem[];
}

/**
 * Columns with another person's name or statement as text; the value names the owner, unless the row says it was the
 * child.
 */
const OTHER_PEOPLE_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'public.consents': {
    decided_by: 'the person who decided for the family',
    witness: 'the witness',
    interpreter: 'the interpreter',
  },
  'public.consent_withdrawals': { withdrawn_by: 'the person who withdrew consent' },
  'public.plan_actions': { doer_name: 'a family member' },
  'public.tac_attendances': { name: 'a person at the meeting' },
  'public.reviews': { parent_comment: 'a parent or carer' },
  'public.closures': { parent_view: 'a parent or carer' },
  'public.closure_proposals': { parent_view: 'a parent or carer' },
  'public.corrections': { asked_by: 'the person who asked for a correction' },
  'public.rights_requests': { requester: 'the person who asked', about_name: 'a parent or carer' },
};
const CHILD_VALUES: Readonly<Record<string, string>> = {
  capacity: 'child',
  asked_by_capacity: 'child',
  requester_capacity: 'themselves',
};
const OF_CARERS = 'public.carers';
const TECHNICAL = new Set(['version', 'demo']);

/**
 * Every stored value, part by part, marked with its owner when that is another person, and sensitive items with their
 * topic.
 */
export function markThirdParties(rows: readonly BundleRow[], people: NamedPeople): BundlePart[] {
  const parts = new Map<string, { relation: string; title: string; items: BundleItem[] }>();
  for (const { relation, title, item } of rows) {
    const part = parts.get(relation) ?? { relation, title, items: [] };
    part.items.push({
      topic: typeof item['topic'] === 'string' ? item['topic'] : '',
      values: Object.entries(item)
        .filter(([name, value]) => !TECHNICAL.has(name) && !isEmpty(value))
        .flatMap(([name, value]) => leaves(name, value, ownerOf(relation, name, item, people), people)),
    });
    parts.set(relation, part);
  }
  return [...parts.values()];
}

/** The owner of a column according to its row; null when that is the child, or no one. */
function ownerOf(
  relation: string,
  name: string,
  item: BundleRow['item'],
  people: NamedPeople,
): string | null {
  if (relation === OF_CARERS) return `${String(item['name'])}, parent or carer`;
  const whose = OTHER_PEOPLE_IN[relation]?.[name];
  if (!whose) return null;
  return Object.entries(CHILD_VALUES).some(([column, child]) => item[column] === child) ||
    item[name] === people.childName
    ? null
    : whose;
}

function leaves(name: string, value: unknown, owner: string | null, people: NamedPeople): Marked[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      leaves(value.length > 1 ? `${name} ${index + 1}` : name, one, owner, people),
    );
  if (value !== null && typeof value === 'object') {
    // People in a form as { name, role }: the values next to their name are theirs.
    const inside = value as Record<string, unknown>;
    const named = typeof inside['name'] === 'string' ? inside['name'] : null;
    const theirs = named && named !== people.childName ? `${named}, named in the record` : owner;
    return Object.entries(inside)
      .filter(([, one]) => !isEmpty(one))
      .flatMap(([key, one]) => leaves(`${name} ${key}`, one, theirs, people));
  }
  const text = String(value);
  const person = people.byId.get(text);
  if (person) return [{ name, value: person.name, thirdParty: person.thirdParty ?? owner, mentions: [] }];
  return [{ name, value: text, thirdParty: owner, mentions: owner ? [] : mentionsIn(text, people.others) }];
}

/** The people whose names occur in a text: whole words, as names are compared everywhere. */
export function mentionsIn(text: string, others: NamedPeople['others']): string[] {
  const words = inWords(text.replace(/[’']s(?!\p{L})/gu, ' '));
  return [
    ...new Set(
      others
        .filter(({ name }) => words.includes(nameInWords(name)) || (isUnspaced(name) && text.includes(name)))
        .map(({ thirdParty }) => thirdParty),
    ),
  ];
}

const inWords = (text: string): string => ` ${comparedWords(text).join(' ')} `;
/** A name is looked for in every text of a bundle. */
const nameInWords = (name: string): string => {
  // A name of signs alone is in no text.
  const known = namesInWords.get(name) ?? (comparedWords(name).length > 0 ? inWords(name) : '\n');
  if (namesInWords.size > 1_000) namesInWords.clear();
  namesInWords.set(name, known);
  return known;
};
const namesInWords = new Map<string, string>();
/** Scripts that are written without spaces between words. */
const isUnspaced = (name: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}$/u.test(
    name.replaceAll(' ', ''),
  );

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0) || isEmptyObject(value);
const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
