/** A stretch of a line from left to right in the space beneath a row; which lane it gets is known when all are. */
export interface Stretch {
  readonly zone: number;
  readonly from: number;
  readonly to: number;
  readonly order: number;
  lane: number;
}
const APART = 12;

/** Stretches that would lie on each other are put beneath each other, couples above children. */
export class Lanes {
  private readonly stretches: Stretch[] = [];

  add(zone: number, xs: readonly number[], order: number): Stretch {
    const stretch = { zone, from: Math.min(...xs), to: Math.max(...xs), order, lane: 0 };
    this.stretches.push(stretch);
    return stretch;
  }

  /** Gives each its lane, and the number of lanes in each zone. */
  settle(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    const settled: Stretch[] = [];
    for (const stretch of this.stretches.toSorted((a, b) => a.order - b.order || a.from - b.from)) {
      const beside = settled.filter(
        ({ zone, from, to }) =>
          zone === stretch.zone && from < stretch.to + APART && to > stretch.from - APART,
      );
      // Beneath every couple's line that it meets, so that children never hang from above their parents' line.
      const above = beside.filter(({ order }) => order < stretch.order).map(({ lane }) => lane + 1);
      let lane = Math.max(0, ...above);
      while (beside.some((other) => other.lane === lane)) lane += 1;
      stretch.lane = lane;
      settled.push(stretch);
      counts.set(stretch.zone, Math.max(counts.get(stretch.zone) ?? 0, lane + 1));
    }
    return counts;
  }
}
