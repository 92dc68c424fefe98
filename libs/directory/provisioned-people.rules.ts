import { type FieldError, invalid } from '#libs/platform';
import { checkWorkEmail, hasVisibleText, isStorable, lengthOf, normaliseText } from '#libs/terms';

/** What the system of an agency says of a person. */
export interface ProvisionedDetails {
  readonly name: string;
  readonly jobTitle: string;
  /** Their work e-mail address, in lower case. */
  readonly email: string;
  /** What the person is called in that system. */
  readonly externalId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

const MAX = 200;

/** The same in the form that is stored. Throws 422 beside the fields, by their names in SCIM. */
export function validateProvisioned(details: ProvisionedDetails): ProvisionedDetails {
  const errors: FieldError[] = [];
  const text = (field: string, value: string): string => {
    const normal = isStorable(value) ? normaliseText(value, false) : '';
    if (!hasVisibleText(normal)) errors.push({ field, message: 'must be text, without hidden characters' });
    if (lengthOf(normal) > MAX) errors.push({ field, message: `must be ${MAX} characters or fewer` });
    return normal;
  };
  const optional = (field: string, value: string | null): string | null => value && text(field, value);
  const email = checkWorkEmail(details.email);
  if (!email.ok) errors.push({ field: 'userName', message: 'must be a work email address' });
  const valid = {
    name: text('displayName', details.name),
    jobTitle: text('title', details.jobTitle),
    email: email.ok ? email.value : '',
    externalId: optional('externalId', details.externalId),
    givenName: optional('name.givenName', details.givenName),
    familyName: optional('name.familyName', details.familyName),
  };
  if (errors.length > 0) throw invalid(errors);
  return valid;
}
