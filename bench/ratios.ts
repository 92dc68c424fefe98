/** Two variants measured alternately, so that background load affects both alike. */
interface Paired {
  /** Medians in milliseconds. */
  readonly a: number;
  readonly b: number;
  /** The median of the pairs' ratios, a ÷ b. */
  readonly ratio: number;
  readonly pairs: number;
}

/** Postgres settles on the plan of a prepared statement after six uses. */
const WARMING = 8;

/** Runs a, b, a, b, …; each returns its milliseconds. The first pairs are discarded as warm-up. */
export async function paired(
  pairs: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<Paired> {
  const taken: { a: number; b: number }[] = [];
  for (let n = 0; n < pairs + WARMING; n++) {
    const pair = { a: await a(), b: await b() };
    if (n >= WARMING) taken.push(pair);
  }
  return {
    a: median(taken.map((pair) => pair.a)),
    b: median(taken.map((pair) => pair.b)),
    ratio: median(taken.map((pair) => pair.a / pair.b)),
    pairs,
  };
}

export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError('Nothing was measured.');
  const sorted = [...numbers].sort((x, y) => x - y);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
