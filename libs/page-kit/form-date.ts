import { isDateOfPractice } from '#libs/platform';

interface DateParts {
  day: string;
  month: string;
  year: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * 'YYYY-MM-DD' from the three boxes of a date field, or the end of an error sentence that begins with the field's
 * label. A month may be typed as a number or a word ("3", "mar", "March").
 */
export function dateFrom({ day, month, year }: DateParts): { iso: string } | { error: string } {
  const missing = Object.entries({ day, month, year }).filter(([, typed]) => typed === '');
  if (missing.length > 0) return { error: `must include a ${missing.map(([part]) => part).join(' and ')}` };
  if (!/^\d{4}$/.test(year)) return { error: 'must have a year of 4 numbers' };
  if (!/^\d{1,2}$/.test(day) || monthNumber(month) === null) return { error: 'must be a real date' };
  const iso = `${year}-${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDateOfPractice(iso) ? { iso } : { error: 'must be a real date' };
}

function monthNumber(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  if (!/^[a-z]{3,9}$/i.test(typed)) return null;
  const monthIndex = MONTHS.indexOf(typed.slice(0, 3).toLowerCase());
  return monthIndex === -1 ? null : monthIndex + 1;
}
