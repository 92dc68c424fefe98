import type { GenogramHome } from './genogram-parts.js';
import type { Ground } from './ground.js';
import { CARD, type Place, type Places } from './places.js';

type Point = readonly [x: number, y: number];
/** People of a home who stand beside each other in one row. */
interface Run {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The outline of a home: around its people and no others. Where others stand between them it has several parts, each with
 * the same label.
 */
export function outlinesOf(home: GenogramHome, index: number, places: Places, ground: Ground): Point[][] {
  const pad = 8 + (index % 3) * 5;
  const chains: Run[][] = [];
  const rows = [...new Set([...places.values()].map(({ row }) => row))].sort((a, b) => a - b);
  for (const row of rows) {
    const [widest, ...others] = runsIn(row, home, places).sort(
      (a, b) => b.right - b.left - (a.right - a.left),
    );
    if (!widest) continue;
    const above = chains.find((chain) => chain.at(-1)!.row === row - 1);
    if (above) above.push(widest);
    else chains.push([widest]);
    chains.push(...others.map((run) => [run]));
  }
  return chains.map((chain) => around(chain, pad, ground));
}

function runsIn(row: number, { members }: GenogramHome, places: Places): Run[] {
  const people = [...places.values()].filter((place) => place.row === row).sort((a, b) => a.x - b.x);
  const runs: Place[][] = [];
  people.forEach((place, index) => {
    if (!members.includes(place.person.key)) return;
    const before = people[index - 1];
    const joins = before && runs.length > 0 && runs.at(-1)!.at(-1) === before;
    if (joins) runs.at(-1)!.push(place);
    else runs.push([place]);
  });
  return runs.map((run) => ({ row, left: run[0]!.x - CARD / 2, right: run.at(-1)!.x + CARD / 2 }));
}

/** Down the right side and up the left one; between two rows it passes where no person stands. */
function around(chain: readonly Run[], pad: number, ground: Ground): Point[] {
  const first = chain[0]!;
  const last = chain.at(-1)!;
  const right: Point[] = [[first.right + pad, ground.top(first.row) - pad]];
  const left: Point[] = [[first.left - pad, ground.top(first.row) - pad]];
  chain.slice(1).forEach((run, index) => {
    const before = chain[index]!;
    const middle = ground.between(before.row);
    // A side that turns outwards turns above the other, so that the way between the rows stays open.
    const atRight = middle + (run.right > before.right ? -7 : 7);
    const atLeft = middle + (run.left < before.left ? -7 : 7);
    right.push([before.right + pad, atRight], [run.right + pad, atRight]);
    left.push([before.left - pad, atLeft], [run.left - pad, atLeft]);
  });
  right.push([last.right + pad, ground.bottom(last.row) + 2]);
  left.push([last.left - pad, ground.bottom(last.row) + 2]);
  return [...right, ...left.reverse()];
}
