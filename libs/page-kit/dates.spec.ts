import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { age, date, dateTime, mojDate, plural, relativeDays, time } from './dates.js';

const today = '2026-03-06';
const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }).toString());

describe('dates on a page', () => {
  it('are written as people say them', () => {
    expect(date('2026-03-03')).toBe('3 March 2026');
    expect(date(null)).toBe('');
  });

  it('are dated in London, where a summer evening can already be tomorrow', () => {
    expect(date(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026');
    expect(dateTime('2026-06-30T23:30:00Z')).toBe('1 July 2026 at 12:30am');
    expect(dateTime('2026-01-30T14:05:00Z')).toBe('30 January 2026 at 2:05pm');
  });

  it('reject text that is not a date rather than invent one', () => {
    expect(() => date('2026-02-30')).toThrow(expect.objectContaining({ name: 'RangeError' }));
  });

  it('read the same again, each question apart, also after very many of them', () => {
    const read = (day: string) => [
      date(day),
      mojDate(day, 'shortdate'),
      relativeDays(day, today),
      relativeDays(day, '2026-03-07'),
      relativeDays(day, today, 'ago'),
      age(day, today),
    ];
    const first = read('2026-03-02');
    expect(first).toEqual([
      '2 March 2026',
      '2 Mar 2026',
      '4 days late',
      '5 days late',
      '4 days ago',
      '4 days',
    ]);
    const days = Array.from({ length: 6_000 }, (_item, n) =>
      new Date(Date.UTC(1990, 0, 1 + n)).toISOString(),
    );
    expect(new Set(days.map((day) => date(day.slice(0, 10)))).size).toBe(6_000);
    expect(read('2026-03-02')).toEqual(first);
    for (let again = 0; again < 2; again++) expect(() => age('2026-02-30', today)).toThrow(RangeError);
  });

  it('name noon and midnight', () => {
    expect(time('2026-01-30T12:00:00Z')).toBe('noon');
    expect(time('2026-01-30T00:00:00Z')).toBe('midnight');
    expect(time('2026-01-30T09:00:00Z')).toBe('9am');
  });

  it('serve the timeline by its own names', () => {
    expect(mojDate('2026-01-30T09:00:00Z', 'datetime')).toBe('30 January 2026 at 9am');
    expect(mojDate('2026-01-30T09:00:00Z', 'shortdate')).toBe('30 Jan 2026');
    expect(mojDate('2026-01-30T09:00:00Z', 'time')).toBe('9am');
  });
});

describe('how far away a date is', () => {
  it.each([
    ['2026-03-12', 'in 6 days'],
    ['2026-03-07', 'tomorrow'],
    ['2026-03-06', 'today'],
    ['2026-03-05', '1 day late'],
    ['2026-03-02', '4 days late'],
  ])('%s is %s', (day, words) => expect(relativeDays(day, today)).toBe(words));

  it('is not late when it is a past event', () => {
    expect(relativeDays('2026-03-05', today, 'ago')).toBe('yesterday');
    expect(relativeDays('2026-03-02', today, 'ago')).toBe('4 days ago');
  });

  it('counts a day as a day when the clocks change', () => {
    expect(relativeDays('2026-03-30', '2026-03-28')).toBe('in 2 days');
  });

  it('never calls a day late that is not before today', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => relativeDays(a, b).endsWith('late') === a < b));
  });
});

describe('a child’s age', () => {
  it.each([
    ['2024-02-01', '2 years'],
    ['2024-03-07', '23 months'],
    ['2025-08-01', '7 months'],
    ['2026-01-10', '7 weeks'],
    ['2026-03-04', '2 days'],
    ['2026-05-01', 'due 1 May 2026'],
  ])('born %s is %s', (born, words) => expect(age(born, today)).toBe(words));

  it('has a phrase for every day of a life', () => {
    const words = /^(\d+ (year|month|week|day)s?|due .+)$/;
    fc.assert(fc.property(anyDay, anyDay, (born, on) => words.test(age(born, on))));
  });
});

it('counts in words', () => {
  expect(plural(1, 'family', 'families')).toBe('1 family');
  expect(plural(1204, 'family', 'families')).toBe('1,204 families');
  expect(plural(0, 'note')).toBe('0 notes');
});
