import { clockDifference, describeClockDifference } from './clock.js';

const databaseAt = (ms: number) => async () => ({ rows: [{ at: new Date(ms) }] });

test('the duration of the query does not count as a difference', async () => {
  const readings = [1_000, 9_000];
  expect(await clockDifference(databaseAt(5_000), () => readings.shift()!)).toBe(0);
});

test('thirty seconds are tolerated, and one more is reported, on either side', async () => {
  expect(describeClockDifference(await clockDifference(databaseAt(30_000), () => 0))).toBeNull();
  expect(describeClockDifference(await clockDifference(databaseAt(31_000), () => 0))).toMatch(
    /^This machine’s clock is 31 seconds behind the database’s clock/,
  );
  expect(describeClockDifference(-70)).toMatch(/70 seconds ahead of the database’s clock/);
});
