import { wrapLabel } from '../label.js';
import { placeInRanks, type RankedEdge, type RankedNode } from '../graph-layout.js';
import type { GenogramCouple, GenogramParts, GenogramPerson } from './genogram-parts.js';

export const CARD = 114;
export const GAP = 46;
export const HALF = 20;
export const LINE = 16;
const NAME_SIZE = 14;
const NOTE_SIZE = 13;

/** A person with their place: the row, the middle from left to right, and the lines of the label. */
export interface Place {
  readonly person: GenogramPerson;
  readonly row: number;
  readonly x: number;
  readonly name: readonly string[];
  readonly notes: readonly string[];
}
export type Places = ReadonlyMap<string, Place>;

/** Generations as rows, couples side by side where it can be, children beneath them from left to right by birth. */
export async function placesOf({ people, couples }: GenogramParts): Promise<Places> {
  const generation = new Map(people.map(({ key, generation: of }) => [key, of]));
  const top = Math.min(...generation.values());
  const found = await placeInRanks(nodesOf(people, couples, generation), edgesOf(couples), GAP);
  const xs = inBirthOrder(new Map(found), couples, generation);
  const left = Math.min(...people.map(({ key }) => xs.get(key)!)) - CARD / 2;
  return new Map(
    people.map((person) => [
      person.key,
      {
        person,
        row: person.generation - top,
        x: Math.round(xs.get(person.key)! - left),
        name: wrapLabel(person.name, CARD, NAME_SIZE),
        notes: person.notes.flatMap((note) => wrapLabel(note, CARD, NOTE_SIZE)),
      },
    ]),
  );
}

/** A couple is a point between its row and the next, from which its children hang. */
function nodesOf(
  people: readonly GenogramPerson[],
  couples: readonly GenogramCouple[],
  generation: ReadonlyMap<string, number>,
): RankedNode[] {
  return [
    ...people.map(({ key, generation: of }) => ({ key, rank: 2 * of, width: CARD })),
    ...couples.map(({ key, parents }) => ({
      key: pointOf(key),
      rank: 2 * Math.max(...parents.map((parent) => generation.get(parent)!)) + 1,
      width: 4,
    })),
  ];
}

/** One parent alone is a person and a point. */
const pointOf = (key: string): string => `of ${key}`;

const edgesOf = (couples: readonly GenogramCouple[]): RankedEdge[] =>
  couples.flatMap(({ key, parents, broods }) => [
    ...parents.map((parent) => ({ from: parent, to: pointOf(key), weight: parents.length > 1 ? 6 : 2 })),
    ...[...new Set(broods.flatMap(({ children }) => children))].map((child) => ({
      from: pointOf(key),
      to: child,
      weight: 2,
    })),
  ]);

/** Every card is as wide as another, so that brothers and sisters can change places. Birth is asked last, so it counts. */
function inBirthOrder(
  xs: Map<string, number>,
  couples: readonly GenogramCouple[],
  generation: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const broods = couples.flatMap(({ broods: of }) => of);
  for (const { children } of broods.toSorted((a, b) => LINES.indexOf(a.line) - LINES.indexOf(b.line)))
    for (const row of new Set(children.map((child) => generation.get(child)!))) {
      const beside = children.filter((child) => generation.get(child) === row);
      const slots = beside.map((child) => xs.get(child)!).sort((a, b) => a - b);
      beside.forEach((child, index) => xs.set(child, slots[index]!));
    }
  return xs;
}
const LINES = ['care', 'adoption', 'birth'];
