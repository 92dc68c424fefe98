import fc from 'fast-check';
import { addDays } from '../calendar-date.js';
import { addWorkingDays, BANK_HOLIDAYS, isWorkingDay } from './index.js';

const dayOfWeek = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
const dateWellInside = fc.integer({ min: 0, max: 7000 }).map((days) => addDays('2007-01-01', days));

describe('bank holidays in England', () => {
  it.each([
    ['the royal wedding', '2011-04-29'],
    ['the spring bank holiday moved for the Diamond Jubilee', '2012-06-04'],
    ['the Diamond Jubilee', '2012-06-05'],
    ['VE Day, in place of the Monday', '2020-05-08'],
    ['the spring bank holiday moved for the Platinum Jubilee', '2022-06-02'],
    ['the Platinum Jubilee', '2022-06-03'],
    ['the state funeral', '2022-09-19'],
    ['the coronation', '2023-05-08'],
    ['a substitute for Boxing Day on a Saturday', '2026-12-28'],
    ['a substitute for Christmas Day on a Saturday', '2027-12-27'],
    ['a substitute for New Year on a Saturday', '2028-01-03'],
  ])('include %s', (_, date) => expect(isWorkingDay(date)).toBe(false));

  it.each([
    ['the Monday that VE Day replaced', '2020-05-04'],
    ['the last Monday of May in the Diamond Jubilee year', '2012-05-28'],
    ['the last Monday of May in the Platinum Jubilee year', '2022-05-30'],
    ['2 January, a holiday in Scotland alone', '2026-01-02'],
  ])('leave out %s', (_, date) => expect(isWorkingDay(date)).toBe(true));

  it('never fall at a weekend, are in order and never fewer than eight a year', () => {
    expect(BANK_HOLIDAYS.filter((date) => [0, 6].includes(dayOfWeek(date)))).toEqual([]);
    expect(BANK_HOLIDAYS).toEqual([...new Set(BANK_HOLIDAYS)].sort());
    for (let year = 2005; year <= 2028; year += 1) {
      expect(BANK_HOLIDAYS.filter((date) => date.startsWith(`${year}-`)).length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('a deadline in working days', () => {
  it('counts the day of the trigger as day 0', () => {
    expect(addWorkingDays('2026-11-02', 1)).toBe('2026-11-03');
    expect(addWorkingDays('2026-11-02', 0)).toBe('2026-11-02');
  });

  it('starts on Monday when triggered at a weekend', () => {
    expect(addWorkingDays('2026-11-07', 1)).toBe('2026-11-09');
    expect(addWorkingDays('2026-11-07', 0)).toBe('2026-11-07');
  });

  it('gives ten working days to assess over Christmas until well into the new year', () => {
    expect(addWorkingDays('2026-12-18', 10)).toBe('2027-01-06');
  });

  it('can be counted back, as papers are due before a panel', () => {
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-02');
    expect(addWorkingDays('2026-11-08', -1)).toBe('2026-11-06');
  });

  it('is Monday for one working day after Friday', () => {
    expect(addWorkingDays('2026-11-06', 1)).toBe('2026-11-09');
  });

  it('always falls on a working day, and agrees with walking the days one by one', () => {
    fc.assert(
      fc.property(dateWellInside, fc.integer({ min: -120, max: 120 }), (date, n) => {
        const step = Math.sign(n);
        let walked = date;
        for (let left = Math.abs(n); left > 0;) {
          walked = addDays(walked, step);
          if (isWorkingDay(walked)) left -= 1;
        }
        expect(addWorkingDays(date, n)).toBe(walked);
      }),
    );
  });

  it.each([['2029-01-01'], ['2004-12-31']])(
    'is refused for %s, whose bank holidays are not known',
    (date) => {
      expect(() => addWorkingDays(date, 1)).toThrow('Bank holidays are known for 2005 to 2028 only');
      expect(() => isWorkingDay(date)).toThrow(RangeError);
    },
  );

  it('is rejected when it would run past the last known year', () => {
    expect(() => addWorkingDays('2028-12-28', 10)).toThrow('10 working days from 2028-12-28');
    expect(() => addWorkingDays('2005-01-05', -10)).toThrow(RangeError);
  });

  it('is rejected for half days', () => expect(() => addWorkingDays('2026-01-05', 1.5)).toThrow(RangeError));
});
