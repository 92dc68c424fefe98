import { type FieldError, invalid } from '#libs/platform';
import { checkTelephone, checkWorkEmail } from '#libs/terms';

interface Contact {
  readonly telephone?: string | null;
  readonly email?: string | null;
}

/** The same, with the contact details in their normal form. Throws 422 beside the fields. */
export function checkedContact<T extends Contact>(contact: T): T {
  const errors: FieldError[] = [];
  const telephone = contact.telephone ? checkTelephone(contact.telephone) : null;
  const email = contact.email ? checkWorkEmail(contact.email) : null;
  if (telephone && !telephone.ok) errors.push({ field: 'telephone', message: telephone.message });
  if (email && !email.ok) errors.push({ field: 'email', message: email.message });
  if (errors.length > 0) throw invalid(errors);
  return {
    ...contact,
    ...(telephone?.ok ? { telephone: telephone.value } : {}),
    ...(email?.ok ? { email: email.value } : {}),
  };
}
