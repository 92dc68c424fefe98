import { Temporal } from 'temporal-polyfill';
import { isCalendarDate, type CalendarDate } from '../calendar-date.js';
import { BANK_HOLIDAYS, FIRST_YEAR_KNOWN, LAST_YEAR_KNOWN } from './bank-holidays.js';

interface Calendar {
  /** Every working day of the known years, in order. */
  readonly workingDays: readonly CalendarDate[];
  /** How many working days there are up to and including each known day. */
  readonly countAt: ReadonlyMap<CalendarDate, number>;
}

let calendar: Calendar | undefined;

/** Whether it is Monday to Friday and no bank holiday in England. RangeError outside the known years. */
export function isWorkingDay(date: CalendarDate): boolean {
  return calendarOnce().workingDays[countAt(date) - 1] === date;
}

/**
 * The nth working day after the day of the trigger, which is day 0 whatever day it is; before it if n is negative. n is
 * whole; 0 gives the day itself. RangeError if either end lies outside the known years.
 */
export function addWorkingDays(date: CalendarDate, n: number): CalendarDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Working days are counted whole, not ${n}`);
  const upToDate = countAt(date);
  if (n === 0) return date;
  const before = isWorkingDay(date) ? upToDate - 1 : upToDate;
  const result = calendarOnce().workingDays[n > 0 ? upToDate + n - 1 : before + n];
  if (result === undefined) throw unknownYear(`${n} working days from ${date}`);
  return result;
}

function countAt(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`'${date}' is not a real date written YYYY-MM-DD`);
  const count = calendarOnce().countAt.get(date);
  if (count === undefined) throw unknownYear(date);
  return count;
}

function unknownYear(what: string): RangeError {
  const years = `${FIRST_YEAR_KNOWN} to ${LAST_YEAR_KNOWN}`;
  return new RangeError(
    `Bank holidays are known for ${years} only, so ${what} cannot be counted in working days`,
  );
}

// Numbered once: caseload pages ask for thousands of due dates, and walking the days for each would be slow.
function calendarOnce(): Calendar {
  return (calendar ??= numberTheDays());
}

function numberTheDays(): Calendar {
  const holidays = new Set(BANK_HOLIDAYS);
  const workingDays: CalendarDate[] = [];
  const counts = new Map<CalendarDate, number>();
  let day = Temporal.PlainDate.from({ year: FIRST_YEAR_KNOWN, month: 1, day: 1 });
  for (; day.year <= LAST_YEAR_KNOWN; day = day.add({ days: 1 })) {
    const date = day.toString();
    if (day.dayOfWeek <= 5 && !holidays.has(date)) workingDays.push(date);
    counts.set(date, workingDays.length);
  }
  return { workingDays, countAt: counts };
}
