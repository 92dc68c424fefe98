import { validateDeputyDays } from './deputy.rules.js';

const fields = (from: string, to: string) =>
  validateDeputyDays(from, to, '2026-03-02').map(({ field }) => field);

test('a deputy is named for future days, a quarter at most', () => {
  expect(fields('2026-03-02', '2026-03-02')).toEqual([]);
  expect(fields('2026-03-01', '2026-03-10')).toEqual(['beginsOn']);
  expect(fields('2026-03-10', '2026-03-09')).toEqual(['endsOn']);
  expect(fields('2026-03-02', '2026-06-02')).toEqual([]);
  expect(fields('2026-03-02', '2026-06-03')).toEqual(['endsOn']);
});
