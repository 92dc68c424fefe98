import { date } from '#libs/page-kit';
import type { Phrase } from '../document.js';

/** What practitioners shorten, as a voice should say it. Letters that are said one by one are apart. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bDOB\b/g, 'date of birth'],
  [/\bTAC\b/g, 'team around the child'],
  [/\bTAF\b/g, 'team around the family'],
  [/\bCAF\b/g, 'common assessment'],
  [/\bSENCO\b/gi, 'special educational needs co-ordinator'],
  [/\bSEND?\b/g, 'special educational needs'],
  [/\bEHCP\b/g, 'education, health and care plan'],
  [/\bCAMHS\b/g, 'child and adolescent mental health services'],
  [/\bMASH\b/g, 'multi-agency safeguarding hub'],
  [/\bDSL\b/g, 'designated safeguarding lead'],
  [/\bNHS\b/g, 'N H S'],
  [/\bGPs?\b/g, 'G P'],
  [/\bHV\b/g, 'health visitor'],
  [/\bSW\b/g, 'social worker'],
  [/\bappt\b/gi, 'appointment'],
  [/\be\.g\.(?=[\s,])/gi, 'for example'],
  [/\bi\.e\.(?=[\s,])/gi, 'that is'],
  [/\betc\./gi, 'and so on'],
  [/\bMr\b\.?/g, 'Mister'],
  [/\bMrs\b\.?/g, 'Missus'],
  [/\bDr\b\.?/g, 'Doctor'],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATES: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, ([year, month, day]) => iso(year, month, day)],
  [/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/g, ([day, month, year]) => iso(fullYear(year), month, day)],
  [
    /\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)t? (\d{4})\b/gi,
    ([day, month, year]) => iso(year, String(MONTHS.indexOf(month!.toLowerCase()) + 1), day),
  ],
];

/** English text with dates and abbreviations written out. Text of other languages is as written. */
export function spokenText({ text, language }: Phrase): string {
  if (language !== 'en') return text;
  const dated = DATES.reduce(
    (so, [pattern, toIso]) =>
      so.replace(pattern, (found, ...parts) => inFull(toIso(parts as string[])) ?? found),
    text,
  );
  return ABBREVIATIONS.reduce((so, [pattern, full]) => so.replace(pattern, full), dated);
}

const iso = (year: string | undefined, month: string | undefined, day: string | undefined): string =>
  `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
const fullYear = (year: string | undefined): string => (year?.length === 2 ? `20${year}` : (year ?? ''));

/** What looks like a date but is none stays as it is. */
function inFull(isoDate: string): string | null {
  const instant = new Date(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== isoDate) return null;
  return date(isoDate);
}
