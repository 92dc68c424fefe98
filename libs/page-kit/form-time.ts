import { Temporal } from 'temporal-polyfill';
import type { FormReader } from './form.js';

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A time of day from the field `name`, such as "15:30" or "15.30"; what is missing or no time is an error beside it. */
export function readTime(
  reader: FormReader,
  name: string,
  ask: { label: string; required?: boolean },
): string | null {
  const typed = reader.optionalText(name, { label: ask.label, max: 20 });
  if (!typed && ask.required) reader.reject(name, `Enter ${ask.label}, such as 15:30`);
  if (typed && !TIME.test(typed))
    reader.reject(name, `Enter ${ask.label} as hours and minutes, such as 15:30`);
  return typed;
}

/** The instant of a day ('YYYY-MM-DD') and a time that `readTime` read, on the clock in London. */
export function inLondon(day: string, time: string): Date {
  const [, hour, minute] = TIME.exec(time)!;
  const local = Temporal.PlainDate.from(day).toPlainDateTime({ hour: Number(hour), minute: Number(minute) });
  return new Date(local.toZonedDateTime('Europe/London').epochMilliseconds);
}
