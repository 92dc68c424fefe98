import type { Birth } from '#libs/platform';
import { validateBirth } from './birth.rules.js';

const TODAY = '2026-03-03';
const fields = (birth: Birth, confirmed = true) =>
  validateBirth(birth, TODAY, confirmed).map(({ field }) => field);

test.each<[Birth]>([
  [{ dateOfBirth: TODAY }],
  [{ birthPeriod: '2026-03' }],
  [{ birthPeriod: '2026' }],
  [{ birthPeriod: '2000' }],
  [{ estimatedAge: 14, estimatedOn: TODAY }],
  [{ expectedDate: '2026-06-01' }],
])('%j is taken', (birth) => expect(validateBirth(birth, TODAY, false)).toEqual([]));

test.each<[Birth, string, string]>([
  [{}, 'dateOfBirth', 'Enter the date of birth'],
  [{ dateOfBirth: '2026-03-04' }, 'dateOfBirth', 'today or in the past'],
  [{ birthPeriod: '2026-04' }, 'dateOfBirth', 'this month or in the past'],
  [{ birthPeriod: '2027' }, 'dateOfBirth', 'this year or in the past'],
  [{ dateOfBirth: '1999-12-31' }, 'dateOfBirth', 'last 25 years'],
  [{ birthPeriod: '1999' }, 'dateOfBirth', 'last 25 years'],
  [{ estimatedAge: 14 }, 'estimatedOn', 'Enter the day'],
  [{ estimatedOn: TODAY }, 'estimatedAge', 'between 1 and 25'],
  [{ estimatedAge: 0, estimatedOn: TODAY }, 'estimatedAge', 'month and year of birth'],
  [{ estimatedAge: 14, estimatedOn: '2026-03-04' }, 'estimatedOn', 'today or in the past'],
  [{ estimatedAge: 20, estimatedOn: '2015-01-01' }, 'estimatedOn', 'more than 25 years ago'],
  [{ expectedDate: '2027-03-01' }, 'expectedDate', 'next 42 weeks'],
  [{ dateOfBirth: TODAY, expectedDate: TODAY }, 'expectedDate', 'not both'],
  [{ birthPeriod: '2012', expectedDate: TODAY }, 'expectedDate', 'not both'],
  [{ birthPeriod: '2012', estimatedAge: 14, estimatedOn: TODAY }, 'estimatedAge', 'only one'],
  [{ birthPeriod: '2012', dateOfBirth: TODAY }, 'birthPeriod', 'only one'],
])('%j is refused beside %s', (birth, field, message) =>
  expect(validateBirth(birth, TODAY)).toEqual([{ field, message: expect.stringContaining(message) }]),
);

test.each([
  // Three weeks late, and one day more.
  ['2026-02-10', []],
  ['2026-02-09', ['expectedDateConfirmed']],
  // Forty weeks off, and one day more.
  ['2026-12-08', []],
  ['2026-12-09', ['expectedDateConfirmed']],
])('the expected date %s asks %j, and is taken once confirmed', (expectedDate, asked) => {
  expect(fields({ expectedDate }, false)).toEqual(asked);
  expect(fields({ expectedDate }, true)).toEqual([]);
});
