import { byBirth, type FamilyGraph, type FamilyPerson, type FamilyTie } from '#libs/casework/family-pictures';
import { type CoupleLine, date, type GenogramBrood, type GenogramCouple } from '#libs/page-kit';
import { grouped, joined, wordOf } from './words.js';

type BroodLine = GenogramBrood['line'];
/** Parents, or carers, of one child who stand together. */
interface Standing {
  readonly parents: readonly string[];
  readonly childId: string;
  readonly line: BroodLine;
  /** For carers, the word for what they are. */
  readonly as: string | null;
}

/** Couples, and parents of a child, with the children that they have or care for. */
export function couplesOf(graph: FamilyGraph, nameOf: (id: string) => string): GenogramCouple[] {
  const partners = new Map(
    graph.ties.filter(({ kind }) => kind === 'partner').map((tie) => [keyOf([tie.from, tie.to]), tie]),
  );
  const sets = graph.people.flatMap(({ id }) => setsOf(id, graph.ties, partners));
  const keys = new Set([...sets.map(({ parents }) => keyOf(parents)), ...partners.keys()]);
  const people = new Map(graph.people.map((person) => [person.id, person]));
  return [...keys].sort().map((key) => {
    const parents = key.split(' ');
    const tie = partners.get(key) ?? null;
    const line = tie ? lineOf(tie, people) : 'not_recorded';
    return {
      key,
      parents,
      line,
      sentence: parents.length === 2 ? describeCouple(parents, tie, nameOf) : null,
      broods: broodsOf(
        sets.filter((one) => keyOf(one.parents) === key),
        { graph, people, nameOf },
      ),
    };
  });
}

const keyOf = (parents: readonly string[]): string => [...parents].sort().join(' ');

function setsOf(
  childId: string,
  ties: readonly FamilyTie[],
  partners: ReadonlyMap<string, FamilyTie>,
): Standing[] {
  const above = ties.filter(({ to }) => to === childId);
  const parents = above.filter(({ kind }) => kind === 'parent');
  const isAdoptive = ({ as }: FamilyTie): boolean => as.startsWith('adoptive_');
  const carers = grouped(
    above.filter(({ kind }) => kind === 'carer'),
    ({ as }) => as,
  );
  return [
    ...inPairs(parents.filter((tie) => !isAdoptive(tie))).map((pair): Standing => ({
      parents: pair,
      childId,
      line: 'birth',
      as: null,
    })),
    ...inPairs(parents.filter(isAdoptive)).map((pair): Standing => ({
      parents: pair,
      childId,
      line: 'adoption',
      as: null,
    })),
    ...[...carers].flatMap(([as, some]) =>
      couplesAmong(some, partners).map((pair): Standing => ({ parents: pair, childId, line: 'care', as })),
    ),
  ];
}

const FIRST = ['mother', 'adoptive_mother', 'father', 'adoptive_father'];
/** A child has two parents; where more are recorded, each further one stands alone. */
function inPairs(ties: readonly FamilyTie[]): string[][] {
  const rank = ({ as }: FamilyTie): number => (FIRST.includes(as) ? FIRST.indexOf(as) : FIRST.length);
  const ids = ties.toSorted((a, b) => rank(a) - rank(b)).map(({ from }) => from);
  return [...(ids.length > 0 ? [ids.slice(0, 2)] : []), ...ids.slice(2).map((id) => [id])];
}

/** Carers stand together only where they are recorded as a couple. */
function couplesAmong(ties: readonly FamilyTie[], partners: ReadonlyMap<string, FamilyTie>): string[][] {
  const ids = ties.map(({ from }) => from);
  const found: string[][] = [];
  for (const id of ids) {
    if (found.flat().includes(id)) continue;
    const other = ids.find(
      (one) => one !== id && !found.flat().includes(one) && partners.has(keyOf([id, one])),
    );
    found.push(other ? [id, other] : [id]);
  }
  return found;
}

/** A tie that ended with a death is not crossed out: the cross of the person says it. */
function lineOf({ as, endedOn, from, to }: FamilyTie, people: ReadonlyMap<string, FamilyPerson>): CoupleLine {
  const hasParted = endedOn !== null && ![from, to].some((id) => people.get(id)!.state === 'died');
  if (as === 'former_partner' || as === 'ex_partner') return 'separated';
  if (as === 'married') return hasParted ? 'divorced' : 'married';
  return hasParted ? 'parted' : 'partner';
}

function describeCouple(
  parents: readonly string[],
  tie: FamilyTie | null,
  nameOf: (id: string) => string,
): string {
  if (!tie) return `It is not recorded what ${joined(parents.map(nameOf))} are to each other.`;
  const { from, to, beganOn, endedOn } = tie;
  const when = [beganOn && `from ${date(beganOn)}`, endedOn && `until ${date(endedOn)}`]
    .filter(Boolean)
    .join(' ');
  return `${nameOf(from)} ${endedOn ? 'was' : 'is'} the ${wordOf(tie)} of ${nameOf(to)}${when && `, ${when}`}.`;
}

interface Among {
  readonly graph: FamilyGraph;
  readonly people: ReadonlyMap<string, FamilyPerson>;
  readonly nameOf: (id: string) => string;
}

function broodsOf(sets: readonly Standing[], among: Among): GenogramBrood[] {
  const groups = grouped(sets, ({ line, as }) => `${line} ${as}`);
  return [...groups.values()].map((group) => {
    const { line, as, parents } = group[0]!;
    const children = group
      .map(({ childId }) => among.people.get(childId)!)
      .sort(byBirth)
      .map(({ id }) => id);
    return {
      children,
      line,
      sentence: describeBrood(parents, children, { line, as }, among.nameOf),
      together: line === 'birth' ? togetherAmong(children, among) : [],
    };
  });
}

function describeBrood(
  parents: readonly string[],
  children: readonly string[],
  { line, as }: Pick<Standing, 'line' | 'as'>,
  nameOf: (id: string) => string,
): string {
  const [by, who] = [joined(parents.map(nameOf)), joined(children.map(nameOf))];
  if (as !== null) return `${by}: ${wordOf({ as })} of ${who}.`;
  const many = children.length > 1;
  if (line === 'adoption') return `${many ? 'Children' : 'Child'} of ${by} by adoption: ${who}.`;
  return many ? `Children of ${by}, the eldest first: ${who}.` : `Child of ${by}: ${who}.`;
}

/** Children of one pregnancy, and those whose record gives the same parents and the same day. */
function togetherAmong(
  children: readonly string[],
  { graph, people, nameOf }: Among,
): GenogramBrood['together'] {
  const found: { children: string[]; isRecorded: boolean }[] = [];
  for (const id of children) {
    const birthday = people.get(id)!.birth?.dateOfBirth ?? null;
    const isTwinOf = (other: string): boolean =>
      graph.ties.some(
        ({ kind, from, to }) =>
          kind === 'together' && ((from === id && to === other) || (from === other && to === id)),
      );
    const group = found.find(
      ({ children: [first, ...rest] }) =>
        [first!, ...rest].some(isTwinOf) ||
        (birthday !== null && people.get(first!)!.birth?.dateOfBirth === birthday),
    );
    if (group) {
      group.isRecorded &&= group.children.some(isTwinOf);
      group.children.push(id);
    } else found.push({ children: [id], isRecorded: true });
  }
  return found
    .filter((group) => group.children.length > 1)
    .map((group) => ({
      children: group.children,
      sentence: group.isRecorded
        ? `${joined(group.children.map(nameOf))} were born of one pregnancy.`
        : `${joined(group.children.map(nameOf))} have the same date of birth and the same parents.`,
    }));
}
