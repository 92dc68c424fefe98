/** How far this machine's clock may differ from the database's: a claim valid for a minute tolerates half of it. */
export const CLOCK_TOLERANCE_SECONDS = 30;

type Ask = (sql: string) => Promise<{ rows: { at: Date }[] }>;

/**
 * By how many seconds the database's real clock is ahead of this machine's; negative when it is behind. Half of the
 * query's round trip is deducted. The movable clock of a demonstration plays no part.
 */
export async function clockDifference(ask: Ask, now: () => number = Date.now): Promise<number> {
  const before = now();
  const { rows } = await ask('select clock_timestamp() as at');
  const after = now();
  return (rows[0]!.at.getTime() - (before + after) / 2) / 1000;
}

/** One line that says how far apart the clocks are, or null when the difference is tolerable. */
export function describeClockDifference(difference: number): string | null {
  if (Math.abs(difference) <= CLOCK_TOLERANCE_SECONDS) return null;
  const side = difference > 0 ? 'behind' : 'ahead of';
  return `This machine’s clock is ${Math.round(Math.abs(difference))} seconds ${side} the database’s clock. The difference must be ${CLOCK_TOLERANCE_SECONDS} seconds or less. Set both clocks by NTP.`;
}
