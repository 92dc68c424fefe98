import { compareDates, type FieldError } from '#libs/platform';
import {
  checkNhsNumber,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUln,
  checkUpn,
  type Checked,
  type NameParts,
} from '#libs/terms';

/** Some children have one name only: either part may be empty, never both. */
export function validateNameParts({ givenNames, familyName }: Partial<NameParts>): FieldError[] {
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
  const errors = validateNameParts(name);
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
  uln: checkUln,
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
