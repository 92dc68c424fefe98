import type {
  CoupleLine,
  GenogramBrood,
  GenogramCouple,
  GenogramParts,
  GenogramTie,
} from './genogram-parts.js';
import type { Ground } from './ground.js';
import type { Lanes } from './lanes.js';
import { CARD, GAP, HALF, type Place, type Places } from './places.js';

type Point = readonly [x: number, y: number];
export interface DrawnLine {
  readonly kind: CoupleLine | 'birth' | 'adoption' | 'care' | 'tie';
  readonly sentence: string;
  readonly paths: readonly (readonly Point[])[];
  /** Strokes across the line of a couple who parted: one, or two after a marriage. */
  readonly strokes: readonly (readonly Point[])[];
}
/** A line whose places from top to bottom are known when every row has its height. */
export type PlannedLine = (ground: Ground) => DrawnLine;

/** Where the children’s line begins, and the way down to their bar; with the line of the couple, if there are two. */
interface Start {
  readonly x: number;
  readonly down: (ground: Ground) => Point[];
  readonly line: PlannedLine | null;
}

/** Half the distance between cards, in which lines pass by the labels. */
const BESIDE = CARD / 2 + GAP / 2;
const STROKES: Readonly<Record<CoupleLine, number>> = {
  married: 0,
  partner: 0,
  separated: 1,
  divorced: 2,
  parted: 1,
  not_recorded: 0,
};
const COUPLES = 0;
const CHILDREN = 1;
const TIES = 2;

/** The lines of couples, the children that hang from them, and other ties. */
export function planLines({ couples, ties }: GenogramParts, places: Places, lanes: Lanes): PlannedLine[] {
  const planner = new Planner(places, lanes);
  return [...couples.flatMap((couple) => planner.couple(couple)), ...ties.map((tie) => planner.tie(tie))];
}

class Planner {
  /** How many lines already leave a person to one side, and how many come to a child from above. */
  private readonly leaving = new Map<string, number>();
  private readonly arriving = new Map<string, number>();

  constructor(
    private readonly places: Places,
    private readonly lanes: Lanes,
  ) {}

  couple(couple: GenogramCouple): PlannedLine[] {
    const parents = couple.parents.map((key) => this.places.get(key)!).sort((a, b) => a.x - b.x);
    const [left, right] = parents as [Place, Place | undefined];
    const row = Math.max(...parents.map((place) => place.row));
    const below = couple.broods.flatMap(({ children }) => children.map((key) => this.places.get(key)!.x));
    const start = right ? this.pair(couple, left, right, below) : this.alone(left);
    const hanging = couple.broods.flatMap((brood) => this.brood(brood, row, start));
    return right ? [start.line!, ...hanging] : hanging;
  }

  /** A bar from which children hang; those of one birth from one point of it, with a sentence of their own. */
  private brood(
    { children, line: kind, sentence, together }: GenogramBrood,
    row: number,
    start: Start,
  ): PlannedLine[] {
    const below = children.map((key) => this.places.get(key)!);
    const ends = new Map(below.map(({ person, x }) => [person.key, x + this.arrival(person.key)]));
    const hung = hangingPoints(
      together.map((one) => one.children),
      ends,
    );
    const bar = this.lanes.add(row, [start.x, ...hung.values()], CHILDREN);
    const hang =
      (ground: Ground) =>
      (key: string): Point[] => [
        [hung.get(key)!, ground.lane(bar)],
        [ends.get(key)!, ground.top(this.places.get(key)!.row)],
      ];
    const alone = children.filter((key) => !together.some((one) => one.children.includes(key)));
    return [
      (ground) => {
        const y = ground.lane(bar);
        const down: Point[] = [...start.down(ground), [start.x, y]];
        const across: Point[] = [
          [bar.from, y],
          [bar.to, y],
        ];
        return { kind, sentence, paths: [down, across, ...alone.map(hang(ground))], strokes: [] };
      },
      ...together.map((one): PlannedLine => (ground) => ({
        kind,
        sentence: one.sentence,
        paths: one.children.map(hang(ground)),
        strokes: [],
      })),
    ];
  }

  /** Side by side: a line between the symbols. With others between, or in another row: around them, beneath the labels. */
  private pair(
    { line: kind, sentence }: GenogramCouple,
    left: Place,
    right: Place,
    below: readonly number[],
  ): Start {
    const drawn = (paths: Point[][], at: Point): DrawnLine => ({
      kind,
      sentence: sentence!,
      paths,
      strokes: across(at, STROKES[kind]),
    });
    if (left.row === right.row && !this.hasBetween(left, right)) {
      const x = (left.x + right.x) / 2;
      return {
        x,
        down: (ground: Ground): Point[] => [[x, ground.middle(left.row)]],
        line: (ground) => {
          const y = ground.middle(left.row);
          return drawn(
            [
              [
                [left.x + HALF, y],
                [right.x - HALF, y],
              ],
            ],
            // Beside the middle, where the children's line begins.
            [x - 14, y],
          );
        },
      };
    }
    const [out, into] = [this.departure(left), this.departure(right)];
    const row = Math.max(left.row, right.row);
    const [from, to] = [left.x + BESIDE + out, right.x - BESIDE - into];
    const stretch = this.lanes.add(row, [from, to], COUPLES);
    const x = hangingAt(below, [from, to]);
    const side = (ground: Ground, place: Place, offset: number): number =>
      ground.middle(place.row) + 6 + offset;
    return {
      x,
      down: (ground: Ground): Point[] => [[x, ground.lane(stretch)]],
      line: (ground) => {
        const y = ground.lane(stretch);
        return drawn(
          [
            [
              [left.x + HALF - 4, side(ground, left, out)],
              [from, side(ground, left, out)],
              [from, y],
              [to, y],
              [to, side(ground, right, into)],
              [right.x - HALF + 4, side(ground, right, into)],
            ],
          ],
          [x - 14, y],
        );
      },
    };
  }

  private alone(parent: Place): Start {
    const out = this.departure(parent);
    const x = parent.x + CARD / 2 + 6 + out;
    return {
      x,
      line: null,
      down: (ground: Ground): Point[] => {
        const y = ground.middle(parent.row) + 6 + out;
        return [
          [parent.x + HALF - 4, y],
          [x, y],
        ];
      },
    };
  }

  /** In one row above both; otherwise from beside the upper one to the head of the lower one. */
  tie({ from, to, sentence }: GenogramTie): PlannedLine {
    const [upper, lower] = [this.places.get(from)!, this.places.get(to)!].sort(
      (a, b) => a.row - b.row || a.x - b.x,
    ) as [Place, Place];
    const [start, end] = [this.arrival(upper.person.key, 8), lower.x + this.arrival(lower.person.key, 8)];
    const kind = 'tie' as const;
    if (upper.row === lower.row) {
      const stretch = this.lanes.add(upper.row - 1, [upper.x + start, end], TIES);
      return (ground) => {
        const y = ground.lane(stretch);
        const top = ground.top(upper.row);
        const path: Point[] = [
          [upper.x + start, top],
          [upper.x + start, y],
          [end, y],
          [end, top],
        ];
        return { kind, sentence, paths: [path], strokes: [] };
      };
    }
    const out = this.departure(upper);
    const side = upper.x + CARD / 2 + 6 + out;
    const stretch = this.lanes.add(lower.row - 1, [side, end], TIES);
    return (ground) => {
      const [y, beside] = [ground.lane(stretch), ground.middle(upper.row) + 6 + out];
      const path: Point[] = [
        [upper.x + HALF - 4, beside],
        [side, beside],
        [side, y],
        [end, y],
        [end, ground.top(lower.row)],
      ];
      return { kind, sentence, paths: [path], strokes: [] };
    };
  }

  private hasBetween(left: Place, right: Place): boolean {
    return [...this.places.values()].some(({ row, x }) => row === left.row && x > left.x && x < right.x);
  }

  private departure({ person: { key } }: Place): number {
    const before = this.leaving.get(key) ?? 0;
    this.leaving.set(key, before + 1);
    return (before % 4) * 5;
  }

  /** Beside the line that comes from the parents, alternately to the right and the left. */
  private arrival(key: string, first = 0): number {
    const before = (this.arriving.get(key) ?? 0) + (first > 0 && !this.arriving.has(key) ? 1 : 0);
    this.arriving.set(key, before + 1);
    return (before % 2 === 0 ? -1 : 1) * Math.ceil(before / 2) * 8 || 0;
  }
}

/** Above the middle of the children, as far as the line of the parents reaches. */
function hangingAt(below: readonly number[], ends: readonly [number, number]): number {
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const middle = below.length === 0 ? (first + last) / 2 : (Math.min(...below) + Math.max(...below)) / 2;
  return Math.min(last, Math.max(first, middle));
}

/** Children of one birth hang from one point of the bar. */
function hangingPoints(
  together: readonly (readonly string[])[],
  ends: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const hung = new Map(ends);
  for (const children of together) {
    const middle = children.reduce((sum, key) => sum + ends.get(key)!, 0) / children.length;
    for (const key of children) hung.set(key, middle);
  }
  return hung;
}

const across = ([x, y]: Point, strokes: number): Point[][] =>
  Array.from({ length: strokes }, (_, index) => [
    [x + index * 7 - 4, y + 8],
    [x + index * 7 + 4, y - 8],
  ]);
