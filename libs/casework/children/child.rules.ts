import type { FieldError } from '#libs/platform';
import {
  checkNhsNumber,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUln,
  checkUpn,
  type Checked,
} from '#libs/terms';

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
