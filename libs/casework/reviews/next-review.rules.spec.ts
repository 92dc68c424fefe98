import { offeredReviewOn, validateNextReview } from './next-review.rules.js';

const fields = (reviewOn: string, standing: string | null, reason?: string): string[] =>
  validateNextReview({ reviewOn, reason: reason ?? null }, { today: '2026-03-10', standing }).map(
    ({ field }) => field,
  );

it('the next review is today or within twelve months', () => {
  expect(fields('2026-03-09', null)).toEqual(['reviewOn']);
  expect(fields('2026-03-10', null)).toEqual([]);
  expect(fields('2027-03-10', null)).toEqual([]);
  expect(fields('2027-03-11', null)).toEqual(['reviewOn']);
});

it('a date that stands is moved to another one, with a reason', () => {
  expect(fields('2026-05-01', '2026-04-01')).toEqual(['reason']);
  expect(fields('2026-05-01', '2026-04-01', ' ')).toEqual(['reason']);
  expect(fields('2026-05-01', '2026-04-01', 'The school is closed.')).toEqual([]);
  expect(fields('2026-04-01', '2026-04-01', 'The school is closed.')).toEqual(['reviewOn']);
});

it('the first review is offered six weeks after work began, unless that day has passed', () => {
  expect(offeredReviewOn('2026-03-01', '2026-03-10')).toBe('2026-04-12');
  expect(offeredReviewOn('2026-01-01', '2026-03-10')).toBeNull();
  expect(offeredReviewOn(null, '2026-03-10')).toBeNull();
});
