/** Instants are milliseconds; days are 'YYYY-MM-DD' in Europe/London. */
export type Instant = number;
export type Day = string;
const DAY = 86_400_000;
const dayOf = (instant: Instant): Day => new Date(instant).toISOString().slice(0, 10);

export const daysAfter = (day: Day, count: number): Day =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + count * DAY);

/** Summer time runs from the last Sunday of March to the last Sunday of October; both change after midnight. */
function lastSunday(year: number, month: string, lastDate: number): Day {
  const last = `${year}-${month}-${lastDate}`;
  return daysAfter(last, -new Date(`${last}T00:00:00Z`).getUTCDay());
}
export function startOf(day: Day): Instant {
  const year = Number(day.slice(0, 4));
  const summer = day > lastSunday(year, '03', 31) && day <= lastSunday(year, '10', 31);
  return Date.parse(`${day}T00:00:00Z`) - (summer ? 3_600_000 : 0);
}
/** An end date includes that day. */
export const endOf = (day: Day): Instant => startOf(daysAfter(day, 1));

export function londonDay(instant: Instant): Day {
  const utc = dayOf(instant);
  return instant >= startOf(daysAfter(utc, 1)) ? daysAfter(utc, 1) : utc;
}

/** England's bank holidays in the years of the generated worlds. */
const BANK_HOLIDAYS = new Set([
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
]);
export function workingDaysAfter(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = daysAfter(reached, 1);
    const weekday = new Date(`${reached}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.has(reached)) left--;
  }
  return reached;
}

/** A period includes the instant at which it begins and excludes the instant at which it ends. */
export interface Span {
  readonly from: Instant;
  to: Instant | null;
}
export const counts = ({ from, to }: Span, now: Instant): boolean => from <= now && (to === null || now < to);
