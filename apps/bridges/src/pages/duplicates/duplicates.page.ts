import type { Comparison, LikelyPair, MergeView, RecordSide } from '#libs/casework/duplicates';
import { ageOf, born, date } from '#libs/page-kit';
import {
  formatNhsNumber,
  fullName,
  labelOf,
  RELATIONSHIPS,
  type Relationship,
  SEXES,
  type Sex,
} from '#libs/terms';

export const compareHref = (one: string, other: string): string => `/duplicates/pairs/${one}/and/${other}`;

/** "Asks whom": the person who answers for a child of another locality. */
const askOf = ({ elsewhere, children }: LikelyPair): string | null => {
  if (!elsewhere) return null;
  const name = fullName(children.find(({ id }) => id === elsewhere.childId)!);
  const { lead } = elsewhere;
  return lead
    ? `${name} is known in another locality. Ask ${[lead.name, lead.agency, lead.telephone].filter(Boolean).join(', ')}.`
    : `${name} is known in another locality. Ask the coordinator there.`;
};

export function toPairView(pair: LikelyPair, today: string) {
  const { children, explanation, elsewhere } = pair;
  const [one, other] = children;
  const toChild = (child: LikelyPair['children'][number]) => ({
    name: fullName(child),
    born: born(child),
    age: child.estimatedAge == null ? ageOf(child, today) : '',
  });
  return {
    one: toChild(one),
    other: toChild(other),
    explanation,
    ask: askOf(pair),
    href: elsewhere ? `${compareHref(one.id, other.id)}/apart` : compareHref(one.id, other.id),
  };
}

/** A fact of both records in one row; `differs` marks what the reader should look at. */
interface ComparedRow {
  readonly key: string;
  readonly one: string;
  readonly other: string;
  readonly differs: boolean;
}
const NOT_RECORDED = 'Not recorded';
const PROTECTED = 'Protected';

function facts({ child, details, names, carers, episodes }: RecordSide): [string, string][] {
  const contact = (value: string | null | undefined): string =>
    details?.contactProtected ? PROTECTED : (value ?? NOT_RECORDED);
  return [
    ['Name', fullName(child)],
    ['Other names', names.join(', ') || NOT_RECORDED],
    ['Born', born(child)],
    ['Sex', labelOf(SEXES, child.sex as Sex)],
    ...((details
      ? [
          ['NHS number', details.nhsNumber ? formatNhsNumber(details.nhsNumber) : NOT_RECORDED],
          ['Unique pupil number', contact(details.upn)],
          ['Address', contact([details.address, details.postcode].filter(Boolean).join(', ') || null)],
          ['School or setting', contact(details.educationSetting)],
          [
            'Parents and carers',
            carers
              .map(
                ({ name, relationship }) =>
                  `${name}, ${labelOf(RELATIONSHIPS, relationship as Relationship).toLowerCase()}`,
              )
              .join('; ') || NOT_RECORDED,
          ],
        ]
      : []) as [string, string][]),
    [
      'Episodes',
      episodes
        .map(({ open, openedAt }) => `${open ? 'Open' : 'Closed'}, started ${date(openedAt)}`)
        .join('; ') || 'None that you can see',
    ],
  ];
}

export function toComparisonView({ sides, explanation, distinction, died, keptOut }: Comparison) {
  const [one, other] = sides.map(facts) as [[string, string][], [string, string][]];
  const keys = [...new Set([...one, ...other].map(([key]) => key))];
  const value = (of: [string, string][], key: string): string =>
    of.find(([name]) => name === key)?.[1] ?? 'Not shared with you';
  const rows: ComparedRow[] = keys.map((key) => {
    const [first, second] = [value(one, key), value(other, key)];
    return { key, one: first, other: second, differs: first !== second && key !== 'Episodes' };
  });
  return {
    rows,
    explanation,
    distinction,
    keptOut,
    // One of them alone: after the merge it counts for both.
    onlyOneDied: died[0] !== died[1],
    one: toSideView(sides[0]),
    other: toSideView(sides[1]),
    bothOpen: sides.every(({ episodes }) => episodes.some(({ open }) => open)),
  };
}

const toSideView = ({ child }: RecordSide) => ({
  id: child.id,
  name: fullName(child),
  born: born(child),
  href: `/children/${child.id}?alone=yes`,
});

const STATES: Readonly<Record<MergeView['state'], string>> = {
  proposed: 'Waiting for a decision',
  approved: 'Kept as one',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  undone: 'Undone',
};

export const toMergeView = (merge: MergeView) => ({
  ...merge,
  stateText: STATES[merge.state],
  href: `/duplicates/merges/${merge.id}`,
});
