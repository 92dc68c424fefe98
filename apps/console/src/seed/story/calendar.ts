import { Temporal } from 'temporal-polyfill';
import { addDays, londonDate, type CalendarDate } from '#libs/platform';
import type { Act } from './act.js';
import { Birthday, type Day, Moment } from './handles.js';

/** Days relative to the day of seeding. A weekend day moves to the Friday, or in the future to the Monday. */
export class Calendar {
  private readonly today: CalendarDate;

  constructor(now: Date) {
    this.today = londonDate(now);
  }

  date(days: number): CalendarDate {
    const date = addDays(this.today, days);
    const weekday = Temporal.PlainDate.from(date).dayOfWeek;
    if (weekday < 6) return date;
    return days > 0 ? addDays(date, 8 - weekday) : addDays(date, 5 - weekday);
  }

  instant(days: number, minutesAfterNine: number): Date {
    return london(
      this.date(days),
      Temporal.PlainTime.from('09:00').add({ minutes: minutesAfterNine }).toString(),
    );
  }

  write(value: Day | Moment | Birthday): string {
    if (value instanceof Moment) return london(this.date(value.days), value.time).toISOString();
    if (!(value instanceof Birthday)) return this.date(value.days);
    const { years, days } = value;
    return Temporal.PlainDate.from(this.today).subtract({ years }).subtract({ days }).toString();
  }
}

function london(date: CalendarDate, time: string): Date {
  const there = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time });
  return new Date(there.epochMilliseconds);
}

const WORKING_MINUTES = 480;
const MINUTES_APART = 7;

/** Every act with its instant: by day, in written order within a day, spread over office hours, never in the future. */
export function timetable<Row extends { readonly act: Act }>(
  rows: readonly Row[],
  calendar: Calendar,
): (Row & { instant: Date })[] {
  for (const { act } of rows) {
    if (act.on > -1) throw new RangeError(`${act.by} ${act.what}: an act happens yesterday at the latest`);
  }
  const inOrder = [...rows].sort((a, b) => a.act.on - b.act.on);
  const ofDay = new Map<CalendarDate, Row[]>();
  for (const row of inOrder) {
    const date = calendar.date(row.act.on);
    ofDay.set(date, [...(ofDay.get(date) ?? []), row]);
  }
  return [...ofDay.values()].flatMap((acts) => {
    const apart = Math.min(MINUTES_APART, WORKING_MINUTES / acts.length);
    return acts.map((row, nth) => ({
      ...row,
      instant: calendar.instant(row.act.on, Math.floor(nth * apart)),
    }));
  });
}
