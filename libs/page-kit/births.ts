import {
  ageInYears,
  agesOn,
  type Birth,
  birthKind,
  compareDates,
  estimatedAgeOn,
  type CalendarDate,
} from '#libs/platform';
import { age, date, plural } from './dates.js';

const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };

/** "3 March 2012", "March 2012", "2012", "about 14 on 3 March 2026"; the expected date of a child not born. */
export function birthText(birth: Birth): string {
  switch (birthKind(birth)) {
    case 'exact':
      return date(birth.dateOfBirth);
    case 'month':
      return date(`${birth.birthPeriod}-01`, MONTH);
    case 'year':
      return birth.birthPeriod!;
    case 'about':
      return `about ${birth.estimatedAge} on ${date(birth.estimatedOn)}`;
    default:
      return date(birth.expectedDate);
  }
}

/** In a sentence: "born 3 March 2012", "born in March 2012", "about 14 on 3 March 2026", "expected 1 May 2026". */
export function born(birth: Birth): string {
  const kind = birthKind(birth);
  if (kind === null) return '';
  const before = { exact: 'born ', month: 'born in ', year: 'born in ', about: '', expected: 'expected ' };
  return before[kind] + birthText(birth);
}

/**
 * The age on `today`, as certain as the birth is: "14 years", "13 or 14 years", "about 14 years". A child who is
 * expected has none: the answer is empty.
 */
export function ageOf(birth: Birth, today: CalendarDate): string {
  const kind = birthKind(birth);
  if (kind === 'exact') return age(birth.dateOfBirth, today);
  if (kind === 'about') return `about ${plural(estimatedAgeOn(birth, today), 'year')}`;
  const ages = agesOn(birth, today);
  if (!ages) return '';
  const { least, most } = ages;
  if (least === 0) return `under ${plural(most + 1, 'year')}`;
  return least === most ? plural(least, 'year') : `${least} or ${plural(most, 'year')}`;
}

/** The age in few words, for a header or a column: "14", "13 or 14", "about 14", "expected 1 May 2026". */
export function shortAge(birth: Birth, today: CalendarDate): string {
  const kind = birthKind(birth);
  if (kind === null) return '';
  if (kind === 'expected') return born(birth);
  if (kind !== 'exact') return ageOf(birth, today).replace(/ years?$/, '');
  const dateOfBirth = birth.dateOfBirth!;
  return compareDates(dateOfBirth, today) > 0 ? 'not born yet' : String(ageInYears(dateOfBirth, today));
}
