import type { Stretch } from './lanes.js';
import { HALF, LINE, type Places } from './places.js';

const LANE = 16;
/** Above the first lane and beneath the last one. */
const MARGIN = 20;
const LABEL_TOP = 2 * HALF + 20;

/** From top to bottom: rows of people, and between them the space for the lines. */
export class Ground {
  readonly height: number;
  private readonly tops: number[] = [];
  private readonly bottoms: number[] = [];

  constructor(places: Places, lanes: ReadonlyMap<number, number>) {
    const all = [...places.values()];
    let y = 0;
    for (let row = 0; row <= Math.max(...all.map((place) => place.row)); row += 1) {
      y += space(lanes.get(row - 1) ?? 0);
      this.tops.push(y);
      const lines = all
        .filter((place) => place.row === row)
        .map(({ name, notes }) => name.length + notes.length);
      y += LABEL_TOP + Math.max(0, ...lines) * LINE;
      this.bottoms.push(y);
    }
    this.height = y + space(lanes.get(this.tops.length - 1) ?? 0);
  }

  /** Where the symbols of a row begin. */
  top = (row: number): number => this.tops[row]!;
  bottom = (row: number): number => this.bottoms[row]!;
  middle = (row: number): number => this.tops[row]! + HALF;
  label = (row: number, line: number): number => this.tops[row]! + LABEL_TOP - 2 + line * LINE;
  /** The space beneath a row; -1 is above the first. */
  lane = ({ zone, lane }: Stretch): number => (zone < 0 ? 0 : this.bottoms[zone]!) + MARGIN + lane * LANE;
  /** Half-way between a row and the next. */
  between = (row: number): number => (this.bottoms[row]! + this.tops[row + 1]!) / 2;
}

const space = (lanes: number): number => 2 * MARGIN + Math.max(0, lanes - 1) * LANE;
