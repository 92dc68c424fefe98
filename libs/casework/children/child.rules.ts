import { addDays, compareDates, daysBetween, type FieldError } from '#libs/platform';
import {
  checkNhsNumber,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUpn,
  type Checked,
} from '#libs/terms';

/** Early help runs to 18, or 25 with a learning difficulty or disability. */
const MAX_AGE_DAYS = 26 * 366;
const MAX_PREGNANCY_DAYS = 42 * 7;

interface Identity {
  readonly dateOfBirth?: string | null;
  readonly expectedDate?: string | null;
}

/** A child is born or expected, never both, and either date lies within a lifetime. */
export function validateBirth({ dateOfBirth, expectedDate }: Identity, today: string): FieldError[] {
  if (dateOfBirth && expectedDate)
    return [{ field: 'expectedDate', message: 'Enter a date of birth or an expected date, not both' }];
  if (!dateOfBirth && !expectedDate)
    return [{ field: 'dateOfBirth', message: 'Enter the date of birth, or the expected date' }];
  if (dateOfBirth && compareDates(dateOfBirth, today) > 0)
    return [{ field: 'dateOfBirth', message: 'The date of birth must be today or in the past' }];
  if (dateOfBirth && daysBetween(dateOfBirth, today) > MAX_AGE_DAYS)
    return [{ field: 'dateOfBirth', message: 'The date of birth must be within the last 25 years' }];
  if (expectedDate && compareDates(expectedDate, addDays(today, MAX_PREGNANCY_DAYS)) > 0)
    return [{ field: 'expectedDate', message: 'The expected date must be within the next 42 weeks' }];
  return [];
}

const CHECKS: Record<string, (text: string) => Checked> = {
  givenNames: checkPersonName,
  familyName: checkPersonName,
  alsoKnownAs: checkPersonName,
  postcode: checkPostcode,
  telephone: checkTelephone,
  nhsNumber: checkNhsNumber,
  upn: checkUpn,
};

/**
 * Names, numbers and postcodes by their own rules, normalised; errors belong beside the field. `at` prefixes field
 * names.
 */
export function validateDetails<T extends object>(details: T, at = ''): { values: T; errors: FieldError[] } {
  const values = { ...details } as Record<string, unknown>;
  const errors: FieldError[] = [];
  for (const [field, check] of Object.entries(CHECKS)) {
    const typed = values[field];
    if (typeof typed !== 'string' || typed === '') continue;
    const checked = check(typed);
    if (checked.ok) values[field] = checked.value;
    else errors.push({ field: `${at}${field}`, message: checked.message });
  }
  return { values: values as T, errors };
}
