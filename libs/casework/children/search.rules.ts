import { type FieldError, isCalendarDate } from '#libs/platform';
import { checkPostcode } from '#libs/terms';

export interface ChildSearch {
  readonly name?: string;
  readonly born?: string;
  readonly postcode?: string;
  /** Why this practitioner searches: every search across agencies states it. */
  readonly reason?: string;
}

const MIN_NAME_LENGTH = 2;
const MAX_NAME_LENGTH = 200;

export function validateName(name: string | undefined): FieldError[] {
  const typed = name?.trim() ?? '';
  // One letter is a name in some scripts; in Latin letters it is an initial.
  if (typed && typed.length < MIN_NAME_LENGTH && /[\p{ASCII}\p{Script=Latin}]/u.test(typed))
    return [{ field: 'name', message: 'Enter at least two letters of the name' }];
  if (typed.length > MAX_NAME_LENGTH)
    return [{ field: 'name', message: 'The name must be 200 characters or fewer' }];
  return [];
}

/** Every error of a search, in the order of its fields. */
export function validateSearch({ name, born, postcode, reason }: ChildSearch): FieldError[] {
  const errors = validateName(name);
  const checked = postcode?.trim() ? checkPostcode(postcode) : null;
  if (!name?.trim() && !born && !postcode?.trim())
    errors.push({ field: 'name', message: 'Enter a name, a date of birth or a postcode' });
  if (born && !isCalendarDate(born))
    errors.push({ field: 'dateOfBirth', message: 'The date of birth must be a real date' });
  if (checked && !checked.ok) errors.push({ field: 'postcode', message: checked.message });
  if (!reason?.trim())
    errors.push({ field: 'reason', message: 'Enter why you are searching for this child' });
  else if (reason.length > 500)
    errors.push({ field: 'reason', message: 'The reason must be 500 characters or fewer' });
  return errors;
}
