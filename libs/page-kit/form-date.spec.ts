import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateFrom } from './form-date.js';

const read = (day: string, month: string, year: string) => dateFrom({ day, month, year });

describe('a date typed in three boxes', () => {
  it.each(['3', '03', 'mar', 'March', 'MARCH'])('takes the month as "%s"', (month) => {
    expect(read('3', month, '2026')).toEqual({ iso: '2026-03-03' });
  });

  it('knows leap years', () => {
    expect(read('29', '2', '2028')).toEqual({ iso: '2028-02-29' });
    expect(read('29', '2', '2026')).toEqual({ error: 'must be a real date' });
  });

  it('says which part is missing', () => {
    expect(read('', '3', '2026')).toEqual({ error: 'must include a day' });
    expect(read('3', '', '')).toEqual({ error: 'must include a month and year' });
  });

  it('does not guess a century', () => {
    expect(read('3', '3', '26')).toEqual({ error: 'must have a year of 4 numbers' });
  });

  it.each([
    ['x', '3', '2026'],
    ['3', '13', '2026'],
    ['3', 'mai', '2026'],
    ['1e1', '3', '2026'],
    ['3', '3', '0026'],
  ])('refuses %s %s %s', (day, month, year) => {
    expect(read(day, month, year)).toEqual({ error: 'must be a real date' });
  });

  it('accepts every day of the calendar unchanged', () => {
    const start = Temporal.PlainDate.from('1900-01-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (days) => {
        const day = start.add({ days });
        expect(read(`${day.day}`, `${day.month}`, `${day.year}`)).toEqual({ iso: day.toString() });
      }),
    );
  });
});
