import { type Birth, bornBetween } from '#libs/platform';
import { fullName, type Sex } from '#libs/terms';
import type { FamilyHome, FamilyPerson, FamilyTie, FamilyTieKind, PersonState } from './family-graph.js';

export interface ChildRow extends Birth {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  /** Null while no death, and no end of the pregnancy, is recorded. */
  readonly diedBeforeBirth: boolean | null;
  readonly diedOn: string | null;
}
export interface CareRow {
  readonly childId: string;
  readonly carerId: string;
  readonly name: string;
  readonly relationship: string;
  readonly responsibilityBasis: string | null;
  readonly contactRestriction: string | null;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  readonly endingReason: string | null;
}
interface Person {
  readonly id: string;
  readonly name: string;
}
export interface CarerTieRow {
  readonly kind: string;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  readonly carer: Person;
  readonly other: Person;
}
export interface ChildTieRow {
  readonly kind: string;
  readonly childId: string;
  readonly otherChildId: string;
  readonly beganOn: string | null;
}
export interface HomeRow {
  readonly id: string;
  readonly kind: string;
  readonly members: readonly {
    readonly kind: 'child' | 'carer';
    readonly personId: string;
    readonly name: string;
    readonly pattern: string;
    readonly endedOn: string | null;
  }[];
}
export interface FamilyRows {
  readonly children: readonly ChildRow[];
  readonly cares: readonly CareRow[];
  readonly carerTies: readonly CarerTieRow[];
  readonly childTies: readonly ChildTieRow[];
  readonly childhoods: readonly { readonly carerId: string; readonly childId: string }[];
  readonly births: readonly { readonly childId: string; readonly pregnancyId: string }[];
  readonly homes: readonly HomeRow[];
}

/** Words by which a family knows a parent, so that children who share one are of one family. */
export const PARENT_WORDS: readonly string[] = [
  'mother',
  'father',
  'other_parent',
  'adoptive_mother',
  'adoptive_father',
];
const TIE_OF_WORD: Readonly<Record<string, FamilyTieKind>> = {
  ...Object.fromEntries(PARENT_WORDS.map((word) => [word, 'parent'])),
  step_mother: 'step',
  step_father: 'step',
  parents_partner: 'step',
  foster_carer: 'carer',
  special_guardian: 'carer',
  kinship_carer: 'carer',
  grandparent: 'relative',
  aunt_or_uncle: 'relative',
  cousin: 'relative',
  sibling: 'sibling',
  half_sibling: 'sibling',
  step_sibling: 'sibling',
  child_of: 'parent',
  partner: 'partner',
  ex_partner: 'partner',
};
const TIE_OF_ADULTS: Readonly<Record<string, FamilyTieKind>> = {
  married: 'partner',
  partner: 'partner',
  former_partner: 'partner',
  parent_of: 'parent',
  child_of: 'parent',
  sibling: 'sibling',
  other_relative: 'relative',
};
const WOMEN = ['mother', 'step_mother', 'adoptive_mother'];
const MEN = ['father', 'step_father', 'adoptive_father'];

/** People who help a family without being of it: they belong to the ecomap. */
export const isOfFamily = (relationship: string): boolean => relationship in TIE_OF_WORD;

/** People and ties of the rows, each once, in an order that does not depend on that of the rows. */
export function toFamily(rows: FamilyRows): {
  people: FamilyPerson[];
  ties: FamilyTie[];
  homes: FamilyHome[];
} {
  const childOf = new Map(rows.childhoods.map(({ carerId, childId }) => [carerId, childId]));
  const known = new Set(rows.children.map(({ id }) => id));
  const idOf = (carerId: string): string => {
    const childId = childOf.get(carerId);
    return childId && known.has(childId) ? childId : carerId;
  };
  const people = new Map(rows.children.map((row) => [row.id, toChild(row, rows)]));
  for (const { id, name } of adultsOf(rows))
    if (!people.has(idOf(id))) people.set(id, toAdult(id, name, rows));
  const ties = [...tiesOf(rows, idOf)].filter(
    ({ from, to }) => from !== to && people.has(from) && people.has(to),
  );
  return { people: [...people.values()].sort(byBirth), ties: once(ties), homes: toHomes(rows.homes, idOf) };
}

function adultsOf({ cares, carerTies, homes }: FamilyRows): Person[] {
  return [
    ...cares
      .filter(({ relationship }) => isOfFamily(relationship))
      .map(({ carerId, name }) => ({ id: carerId, name })),
    ...carerTies.flatMap(({ carer, other }) => [carer, other]),
    ...homes.flatMap(({ members }) =>
      members
        .filter(({ kind, endedOn }) => kind === 'carer' && endedOn === null)
        .map(({ personId, name }) => ({ id: personId, name })),
    ),
  ];
}

function toChild(row: ChildRow, { childhoods }: FamilyRows): FamilyPerson {
  const { id, sex, diedBeforeBirth, diedOn, givenNames, familyName, ...birth } = row;
  return {
    id,
    childId: id,
    carerId: childhoods.find(({ childId }) => childId === id)?.carerId ?? null,
    name: fullName({ givenNames, familyName }),
    sex: sex === 'F' || sex === 'M' ? sex : 'U',
    birth,
    state: stateOf(birth, diedBeforeBirth),
    diedOn,
  };
}

function stateOf(birth: Birth, diedBeforeBirth: boolean | null): PersonState {
  if (diedBeforeBirth !== null) return diedBeforeBirth ? 'pregnancy_ended' : 'died';
  return bornBetween(birth) ? 'living' : 'expected';
}

function toAdult(carerId: string, name: string, { cares }: FamilyRows): FamilyPerson {
  const mine = cares.filter((row) => row.carerId === carerId);
  const died = mine.some(({ endingReason }) => endingReason === 'died');
  return {
    id: carerId,
    childId: null,
    carerId,
    name,
    sex: sexIn(mine),
    birth: null,
    state: died ? 'died' : 'living',
    diedOn: null,
  };
}

function sexIn(cares: readonly CareRow[]): Sex {
  const isWoman = cares.some(
    ({ relationship, responsibilityBasis }) =>
      WOMEN.includes(relationship) || responsibilityBasis === 'birth_mother',
  );
  const isMan = cares.some(({ relationship }) => MEN.includes(relationship));
  if (isWoman === isMan) return 'U';
  return isWoman ? 'F' : 'M';
}

function* tiesOf(rows: FamilyRows, idOf: (carerId: string) => string): Generator<FamilyTie> {
  const none = { beganOn: null, endedOn: null, contactRestriction: null };
  // What holds now comes before what has ended, so that it is what is kept of two.
  for (const care of rows.cares.toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))) {
    const { relationship, beganOn, endedOn, childId, contactRestriction, responsibilityBasis } = care;
    const kind = TIE_OF_WORD[relationship];
    if (!kind) continue;
    const isRestricted = endedOn === null && contactRestriction !== 'none';
    const told = { kind, beganOn, endedOn, contactRestriction: isRestricted ? contactRestriction : null };
    const carer = idOf(care.carerId);
    if (relationship === 'child_of') yield { ...told, from: childId, to: carer, as: 'parent_of' };
    else yield { ...told, from: carer, to: childId, as: adopted(relationship, responsibilityBasis) };
  }
  for (const { kind, beganOn, endedOn, carer, other } of rows.carerTies) {
    const tie = TIE_OF_ADULTS[kind];
    // A relation by birth that "ended" was recorded in error; a marriage that ended was one.
    if (!tie || (endedOn !== null && tie !== 'partner')) continue;
    const [from, to] = kind === 'child_of' ? [other, carer] : [carer, other];
    const as = kind === 'child_of' ? 'parent_of' : kind;
    yield { kind: tie, from: idOf(from.id), to: idOf(to.id), as, beganOn, endedOn, contactRestriction: null };
  }
  for (const { kind, childId, otherChildId, beganOn } of rows.childTies)
    yield { ...none, kind: 'sibling', from: childId, to: otherChildId, as: kind, beganOn };
  for (const { childId, pregnancyId } of rows.births)
    yield { ...none, kind: 'together', from: pregnancyId, to: childId, as: 'together' };
}

const adopted = (relationship: string, basis: string | null): string =>
  basis === 'adoption' && (relationship === 'mother' || relationship === 'father')
    ? `adoptive_${relationship}`
    : relationship;

/** One tie of each kind between two people, as it was said first. */
function once(ties: readonly FamilyTie[]): FamilyTie[] {
  const kept = new Map<string, FamilyTie>();
  for (const tie of ties) {
    const pair = tie.kind === 'parent' ? [tie.from, tie.to] : [tie.from, tie.to].sort();
    const key = [tie.kind, ...pair].join(' ');
    if (!kept.has(key)) kept.set(key, tie);
  }
  return [...kept.values()].sort((a, b) =>
    [a.kind, a.from, a.to].join() < [b.kind, b.from, b.to].join() ? -1 : 1,
  );
}

function toHomes(homes: readonly HomeRow[], idOf: (carerId: string) => string): FamilyHome[] {
  return homes
    .map(({ id, kind, members }) => ({
      id,
      kind,
      members: members
        .filter(({ endedOn }) => endedOn === null)
        .map((member) => ({
          personId: member.kind === 'carer' ? idOf(member.personId) : member.personId,
          pattern: member.pattern,
        })),
    }))
    .filter(({ members }) => members.length > 0);
}

/** The eldest first, as the children of a family stand; those of whom no birth is known by name. */
export function byBirth(one: FamilyPerson, other: FamilyPerson): number {
  const [a, b] = [orderOf(one), orderOf(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}
const orderOf = ({ birth, name, id }: FamilyPerson): string =>
  [birth ? (bornBetween(birth)?.earliest ?? birth.expectedDate ?? '') : '', name, id].join(' ');
