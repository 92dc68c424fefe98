import { addDays, addMonths, ageInYears, type CalendarDate, compareDates } from './calendar-date.js';

/**
 * A birth as it is known, in one of five ways: the day; a period ('2012-03' or '2012'); an age as it was estimated on a
 * day; or the day on which it is expected. Exactly one is given.
 */
export interface Birth {
  readonly dateOfBirth?: CalendarDate | null;
  readonly birthPeriod?: string | null;
  readonly estimatedAge?: number | null;
  readonly estimatedOn?: CalendarDate | null;
  readonly expectedDate?: CalendarDate | null;
}
export type BirthKind = 'exact' | 'month' | 'year' | 'about' | 'expected';

/** The earliest and the latest day on which a child may have been born; both included. */
export interface BirthRange {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

export const NO_BIRTH: Readonly<Record<keyof Birth, null>> = {
  dateOfBirth: null,
  birthPeriod: null,
  estimatedAge: null,
  estimatedOn: null,
  expectedDate: null,
};

const PERIOD = /^(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/;
/** An age that a person was told or guessed may be this many years off, to either side. */
const ESTIMATE_MARGIN_YEARS = 1;

/** Whether the value is a year or a month of the years 1900 to 2199, written '2012' or '2012-03'. Never throws. */
export const isBirthPeriod = (value: unknown): value is string =>
  typeof value === 'string' && PERIOD.test(value);

/** How the birth is known; null when nothing of it is given. */
export function birthKind(birth: Birth): BirthKind | null {
  if (birth.dateOfBirth) return 'exact';
  if (birth.birthPeriod) return birth.birthPeriod.length === 4 ? 'year' : 'month';
  if (birth.estimatedAge != null && birth.estimatedOn) return 'about';
  return birth.expectedDate ? 'expected' : null;
}

/** The days between which the child was born; null for a child who is expected. */
export function bornBetween(birth: Birth): BirthRange | null {
  const { dateOfBirth, birthPeriod, estimatedAge, estimatedOn } = birth;
  if (dateOfBirth) return { earliest: dateOfBirth, latest: dateOfBirth };
  if (birthPeriod) return periodRange(birthPeriod);
  return estimatedAge != null && estimatedOn ? estimateRange(estimatedAge, estimatedOn) : null;
}

/** Whether the child may have been born, or is expected, on this day. */
export function mayBeBornOn(birth: Birth, day: CalendarDate): boolean {
  const range = bornBetween(birth);
  return range ? range.earliest <= day && day <= range.latest : birth.expectedDate === day;
}

/** Whether two births, each as it is known, may be of the same day. */
export function birthsOverlap(one: Birth, other: Birth): boolean {
  const [a, b] = [bornBetween(one), bornBetween(other)];
  if (a && b) return a.earliest <= b.latest && b.earliest <= a.latest;
  return !a && !b && one.expectedDate === other.expectedDate;
}

/** The least and the greatest age in completed years on a day; null for a child who is expected, or not born by then. */
export function agesOn(birth: Birth, on: CalendarDate): { least: number; most: number } | null {
  const range = bornBetween(birth);
  if (!range || compareDates(range.earliest, on) > 0) return null;
  const least = compareDates(range.latest, on) > 0 ? 0 : ageInYears(range.latest, on);
  return { least, most: ageInYears(range.earliest, on) };
}

/** The age that the estimate comes to on a later day: about 14 in March 2026 is about 15 in March 2027. */
export function estimatedAgeOn({ estimatedAge, estimatedOn }: Birth, on: CalendarDate): number {
  if (estimatedAge == null || !estimatedOn) throw new RangeError('The age is not an estimate');
  return estimatedAge + (compareDates(estimatedOn, on) > 0 ? 0 : ageInYears(estimatedOn, on));
}

function periodRange(period: string): BirthRange {
  const earliest = period.length === 4 ? `${period}-01-01` : `${period}-01`;
  return { earliest, latest: addDays(addMonths(earliest, period.length === 4 ? 12 : 1), -1) };
}

function estimateRange(age: number, on: CalendarDate): BirthRange {
  return {
    earliest: addDays(addMonths(on, -12 * (age + 1 + ESTIMATE_MARGIN_YEARS)), 1),
    latest: addMonths(on, -12 * (age - ESTIMATE_MARGIN_YEARS)),
  };
}
