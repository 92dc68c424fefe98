import { type FamilyGraph, type FamilyPerson, generationsOf } from '#libs/casework/family-pictures';
import { ageOf, born, date, type GenogramParts, type GenogramPerson } from '#libs/page-kit';
import { birthKind } from '#libs/platform';
import { CONTACT_RESTRICTIONS, HOUSEHOLD_KINDS, STAY_PATTERNS } from '#libs/terms';
import { couplesOf } from './genogram-couples.js';
import { otherTies } from './genogram-ties.js';
import { labelIn, lower, wordOf } from './words.js';

/** What the genogram shows, with the sentences that say the same. */
export function toGenogram(graph: FamilyGraph, today: string): GenogramParts {
  const generations = generationsOf(graph);
  const names = new Map(graph.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id)!;
  return {
    people: graph.people
      .map((person) => toPerson(person, graph, generations.get(person.id)!, today))
      .sort((a, b) => a.generation - b.generation),
    couples: couplesOf(graph, nameOf),
    ties: otherTies(graph, nameOf),
    homes: graph.homes.map(({ kind, members }, index) => {
      const label = `Home ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index % 26)}`;
      const people = members.map(
        ({ personId, pattern }) => `${nameOf(personId)} (${lower(labelIn(STAY_PATTERNS, pattern))})`,
      );
      return {
        label,
        members: members.map(({ personId }) => personId),
        sentence: `${label}, ${lower(labelIn(HOUSEHOLD_KINDS, kind))}: ${people.join(', ')}.`,
      };
    }),
  };
}

const SHAPES = { F: 'female', M: 'male', U: 'unknown' } as const;
const SEX_WORDS = { F: 'female', M: 'male', U: 'sex not known' } as const;

function toPerson(
  person: FamilyPerson,
  graph: FamilyGraph,
  generation: number,
  today: string,
): GenogramPerson {
  const { id, name, sex, birth, state } = person;
  const isUnborn = state === 'expected' || state === 'pregnancy_ended';
  const isChild = id === graph.childId;
  const notes = [...lifeOf(person, today), ...relationOf(person, graph)];
  const symbol = [
    ...(isChild ? ['the child this picture is about'] : []),
    ...(isUnborn ? [] : [SEX_WORDS[sex]]),
  ];
  return {
    key: id,
    shape: isUnborn ? 'unborn' : SHAPES[sex],
    name,
    notes,
    generation,
    isChild,
    isCrossed: state === 'died' || state === 'pregnancy_ended',
    isUncertain: birth !== null && birthKind(birth) === 'about' && state === 'living',
    sentence: `${name}: ${[...symbol, ...notes].join(', ')}.`,
  };
}

function lifeOf({ birth, state, diedOn }: FamilyPerson, today: string): string[] {
  switch (state) {
    case 'died':
      return [diedOn ? `died ${date(diedOn)}` : 'has died'];
    case 'pregnancy_ended':
      return ['pregnancy ended'];
    case 'expected':
      return [birth ? born(birth) : 'not born yet'];
    default:
      return birth ? [ageOf(birth, today)].filter(Boolean) : [];
  }
}

/** What the person is to the child, as it was recorded. */
function relationOf({ id, state }: FamilyPerson, { childId, ties }: FamilyGraph): string[] {
  const mine = ties.filter(
    ({ kind, from, to }) =>
      kind !== 'together' && ((from === id && to === childId) || (from === childId && to === id)),
  );
  return mine.flatMap((tie) => {
    const isOwnChild = tie.kind === 'parent' && tie.from === childId;
    const { endedOn, contactRestriction } = tie;
    return [
      isOwnChild ? 'son or daughter' : wordOf(tie),
      ...(endedOn && tie.kind !== 'partner' && state === 'living'
        ? [`not a carer since ${date(endedOn)}`]
        : []),
      ...(contactRestriction ? [lower(labelIn(CONTACT_RESTRICTIONS, contactRestriction))] : []),
    ];
  });
}
