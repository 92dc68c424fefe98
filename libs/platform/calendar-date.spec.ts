import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageInYears,
  compareDates,
  daysBetween,
  isCalendarDate,
  londonDate,
} from './calendar-date.js';

const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date of practice', () => {
  it.each(['2026-02-28', '2024-02-29', '0001-01-01'])('%s is a real day', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '20260101',
    '',
    '2026-01-01T10:00',
  ])('%p is not', (date) => expect(isCalendarDate(date)).toBe(false));

  it.each([null, undefined, 20260101, new Date()])('neither is %p', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  it('is rejected when it is not a real day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow("'2026-02-30' is not a real date written YYYY-MM-DD");
  });

  it('moves by days across the end of a year', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'));

  it('moves by months to the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-08-31', -6)).toBe('2026-02-28');
  });

  it('counts the days that it moved by', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('sorts in the order of the calendar', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(daysBetween(b, a)));
      }),
    );
  });
});

describe('age', () => {
  it('goes up on the birthday', () => {
    expect(ageInYears('2010-06-15', '2026-06-14')).toBe(15);
    expect(ageInYears('2010-06-15', '2026-06-15')).toBe(16);
  });

  it('of a child born on 29 February goes up on 1 March in other years', () => {
    expect(ageInYears('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageInYears('2008-02-29', '2026-03-01')).toBe(18);
    expect(ageInYears('2008-02-29', '2028-02-29')).toBe(20);
  });

  it('is 0 on the day of birth, and an error before it', () => {
    expect(ageInYears('2026-06-15', '2026-06-15')).toBe(0);
    expect(() => ageInYears('2026-06-15', '2026-06-14')).toThrow(RangeError);
  });
});

describe('the day in England', () => {
  it('has already begun when a summer evening in UTC is past eleven', () => {
    expect(londonDate(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
    expect(londonDate(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
  });

  it('follows UTC in winter', () => expect(londonDate(new Date('2026-01-01T23:59:59Z'))).toBe('2026-01-01'));
});
