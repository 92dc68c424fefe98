import { Temporal } from 'temporal-polyfill';
import type { FormReader } from './form.js';

const CLOCK_24 = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/;
const CLOCK_12 = /^(0?[1-9]|1[0-2])(?:[:.]?([0-5]\d))?([ap])\.?m\.?$/;
const IN_WORDS: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** A time of day from the field `name` as 'HH:MM'; a missing or impossible time is an error beside the field. */
export function readTime(
  reader: FormReader,
  name: string,
  ask: { label: string; required?: boolean },
): string | null {
  const typed = reader.optionalText(name, { label: ask.label, max: 20 });
  if (!typed && ask.required) reader.reject(name, `Enter ${ask.label}, such as 3:30pm or 15:30`);
  const time = typed && timeFrom(typed);
  if (typed && !time) reader.reject(name, `Enter ${ask.label} as a time, such as 3:30pm or 15:30`);
  return time;
}

/**
 * 'HH:MM' from a time as people type it ("15:30", "15.30", "1530", "3.30pm", "3 pm", "noon"), or null. An hour alone
 * ("3") gives null: it may be before noon or after.
 */
export function timeFrom(typed: string): string | null {
  const text = typed.toLowerCase().replace(/\s/g, '');
  if (Object.hasOwn(IN_WORDS, text)) return IN_WORDS[text]!;
  const [, hour24, minute24] = CLOCK_24.exec(text) ?? [];
  if (hour24 && minute24) return `${hour24.padStart(2, '0')}:${minute24}`;
  const [, hour12, minute12 = '00', half] = CLOCK_12.exec(text) ?? [];
  if (!hour12) return null;
  const hour = (Number(hour12) % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minute12}`;
}

/** The instant of a day ('YYYY-MM-DD') and a time from `readTime`, on the clock in London. */
export function inLondon(day: string, time: string): Date {
  const [hour, minute] = time.split(':');
  const local = Temporal.PlainDate.from(day).toPlainDateTime({ hour: Number(hour), minute: Number(minute) });
  return new Date(local.toZonedDateTime('Europe/London').epochMilliseconds);
}
