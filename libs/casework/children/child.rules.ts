import { addDays, compareDates, daysBetween, type FieldError } from '#libs/platform';
import {
  checkNhsNumber,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUpn,
  type Checked,
  type NameParts,
} from '#libs/terms';

/** Early help runs to 18, or 25 with a learning difficulty or disability. */
const MAX_AGE_DAYS = 26 * 366;
const MAX_PREGNANCY_DAYS = 300;

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
    return [{ field: 'expectedDate', message: 'The expected date must be within the next ten months' }];
  return [];
}

/** Some children have one name only: either part may be empty, never both. */
export function validateName({ givenNames, familyName }: Partial<NameParts>): FieldError[] {
  if (givenNames || familyName) return [];
  return [{ field: 'givenNames', message: 'Enter the given names, the family name, or both' }];
}

interface NameDates {
  readonly validFrom?: string | null;
  readonly validUntil?: string | null;
}

/** A further name has a part, and ends after it began and not in the future. */
export function validateFurtherName(name: Partial<NameParts> & NameDates, today: string): FieldError[] {
  const { validFrom, validUntil } = name;
  const errors = validateName(name);
  if (validFrom && compareDates(validFrom, today) > 0)
    errors.push({
      field: 'validFrom',
      message: 'The date from which the name was used must be today or in the past',
    });
  if (validUntil && compareDates(validUntil, today) > 0)
    errors.push({
      field: 'validUntil',
      message: 'The date until which the name was used must be today or in the past',
    });
  else if (validFrom && validUntil && compareDates(validUntil, validFrom) < 0)
    errors.push({ field: 'validUntil', message: 'The name must end after it began' });
  return errors;
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
