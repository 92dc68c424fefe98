import { Temporal } from 'temporal-polyfill';

/** A date of practice, 'YYYY-MM-DD', with no time and no zone: the day as a practitioner would write it down. */
export type CalendarDate = string;

// Temporal also reads '20260105' and dates followed by a time; a date of practice has one spelling.
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the value is a real day written YYYY-MM-DD ('2026-02-30' is not). Never throws. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}

// Wide enough for every lifetime in a record, and narrow enough for date arithmetic on it.
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Whether the value is a real day that a record may hold: in the years 1900 to 2199. Never throws. */
export function isDateOfPractice(value: unknown): value is CalendarDate {
  if (!isCalendarDate(value)) return false;
  const year = Number(value.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The day `days` calendar days later, or earlier if negative. RangeError if `date` is not a real day. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return plainDate(date).add({ days }).toString();
}

/**
 * The same day `months` later or earlier; a day missing from the target month becomes its last (31 January + 1 is 28
 * February).
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return plainDate(date).add({ months }).toString();
}

/** -1, 0 or 1 as `a` is before, on or after `b`; fit for `sort`. RangeError if either is not a real day. */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  return Temporal.PlainDate.compare(plainDate(a), plainDate(b)) as -1 | 0 | 1;
}

/** Calendar days from one day to another: 0 on the same day, negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;
}

/**
 * Completed years of age on a day; the birthday itself counts (Family Law Reform Act 1969 s.9). RangeError if `on` is
 * before the birth, since an unborn child has no age.
 */
export function ageInYears(dateOfBirth: CalendarDate, on: CalendarDate): number {
  if (compareDates(on, dateOfBirth) < 0) throw new RangeError(`${on} is before the date of birth`);
  const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  // Month and day are compared as text: a child born on 29 February comes of age on 1 March, not 28 February.
  return on.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** The date in England at an instant: half past midnight in July is still the evening before in UTC. */
export function londonDate(instant: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString();
}

function plainDate(date: CalendarDate): Temporal.PlainDate {
  if (!isCalendarDate(date)) throw new RangeError(`'${date}' is not a real date written YYYY-MM-DD`);
  return Temporal.PlainDate.from(date);
}
