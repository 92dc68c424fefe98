import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';
const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

type Day = string | Date;

/** Creating a formatter costs two hundred times what using one does; there are few kinds of them. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** What days read as: a page shows the same few many times over, and each costs the calendar some 50 µs. */
const answers = new Map<string, string>();
const MAX_ANSWERS = 5_000;

/**
 * "3 March 2026" from '2026-03-03', or from an instant by its date in London. Empty input gives empty output; text that
 * is not a date throws RangeError.
 */
export function date(value: Day | null | undefined, options: Intl.DateTimeFormatOptions = LONG): string {
  if (value === null || value === undefined || value === '') return '';
  return workedOutOnce(JSON.stringify(options), [value], () =>
    formatterOf(options).format(atMidnight(plainDate(value))),
  );
}

/** "3 March 2026 at 2:05pm", London time, from a Date or an ISO instant. Empty input gives empty output. */
export function dateTime(value: Day | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  return `${date(value)} at ${time(value)}`;
}

/** "2:05pm", "noon", "midnight", London time; a bare date counts as its midnight. */
export function time(value: Day): string {
  const { hour, minute } = londonTime(value);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * How far `value` is from `today`: "in 6 days", "tomorrow", "today", "4 days late". With past = 'ago', for past events
 * rather than due dates: "yesterday", "4 days ago".
 */
export function relativeDays(
  value: Day | null | undefined,
  today: Day,
  past: 'late' | 'ago' = 'late',
): string {
  if (value === null || value === undefined || value === '') return '';
  return workedOutOnce(past, [value, today], () =>
    inDays(plainDate(today).until(plainDate(value)).days, past),
  );
}

function inDays(days: number, past: 'late' | 'ago'): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days} days`;
  if (past === 'late') return `${plural(-days, 'day')} late`;
  return days === -1 ? 'yesterday' : `${-days} days ago`;
}

/**
 * A child's age on `today`: "7 weeks" under three months, "7 months" under two years, "2 years" after. A date of birth
 * in the future (an unborn child's) reads "due 3 March 2026".
 */
export function age(dateOfBirth: Day | null | undefined, today: Day): string {
  if (dateOfBirth === null || dateOfBirth === undefined || dateOfBirth === '') return '';
  return workedOutOnce('age', [dateOfBirth, today], () => ageOn(dateOfBirth, today));
}

function ageOn(dateOfBirth: Day, today: Day): string {
  const born = plainDate(dateOfBirth);
  const on = plainDate(today);
  if (Temporal.PlainDate.compare(born, on) > 0) return `due ${date(dateOfBirth)}`;
  const { years, months } = born.until(on, { largestUnit: 'year' });
  if (years >= 2) return plural(years, 'year');
  if (years * 12 + months >= 3) return plural(years * 12 + months, 'month');
  const { weeks, days } = born.until(on, { largestUnit: 'week' });
  return weeks > 0 ? plural(weeks, 'week') : plural(days, 'day');
}

const WHOLE = new Intl.NumberFormat('en-GB');

/** "1 family", "3 families", "1,204 families": `many` is the ordinary plural unless given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${WHOLE.format(count)} ${count === 1 ? one : many}`;
}

/** The dates that the MOJ timeline requests by name ('datetime', 'date', 'time' and their short forms). */
export function mojDate(value: Day, type: string): string {
  if (type === 'time') return time(value);
  const words = type.startsWith('short') ? date(value, { ...LONG, month: 'short' }) : date(value);
  return type.endsWith('datetime') ? `${words} at ${time(value)}` : words;
}

/** The answer about these days, repeated while they are texts; what `workOut` throws is thrown each time. */
function workedOutOnce(question: string, days: readonly Day[], workOut: () => string): string {
  if (!days.every((day) => typeof day === 'string')) return workOut();
  const key = `${question} ${days.join(' ')}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = workOut();
  if (answers.size >= MAX_ANSWERS) answers.clear();
  answers.set(key, answer);
  return answer;
}

function formatterOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const kind = JSON.stringify(options);
  const formatter = formatters.get(kind) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  formatters.set(kind, formatter);
  return formatter;
}

function plainDate(value: Day): Temporal.PlainDate {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value);
  return inLondon(value).toPlainDate();
}

function londonTime(value: Day): Temporal.PlainTime {
  const bareDate = typeof value === 'string' && !value.includes('T');
  return bareDate ? new Temporal.PlainTime() : inLondon(value).toPlainTime();
}

function inLondon(value: Day): Temporal.ZonedDateTime {
  const milliseconds =
    value instanceof Date ? value.getTime() : Temporal.Instant.from(value).epochMilliseconds;
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(ZONE);
}

function atMidnight(day: Temporal.PlainDate): number {
  return Date.UTC(day.year, day.month - 1, day.day);
}
