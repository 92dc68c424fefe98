import type { FieldError } from '#libs/platform';
import { EMAIL_CHOICES, isKeyOf } from '#libs/terms';

export interface ChoiceDraft {
  readonly email: string;
  readonly digestHour?: number | null;
  readonly quietFrom?: number | null;
  readonly quietUntil?: number | null;
}

const isHour = (hour: number): boolean => Number.isInteger(hour) && hour >= 0 && hour <= 23;

/** Quiet hours have a beginning and an end, and are not the whole day. */
export function validateChoice({ email, digestHour, quietFrom, quietUntil }: ChoiceDraft): FieldError[] {
  const errors: FieldError[] = [];
  if (!isKeyOf(EMAIL_CHOICES, email))
    errors.push({ field: 'email', message: 'Select when you want an email' });
  if (digestHour != null && !isHour(digestHour))
    errors.push({ field: 'digestHour', message: 'Select the hour of your daily email' });
  const [from, until] = [quietFrom ?? null, quietUntil ?? null];
  if (from !== null && (until === null || !isHour(until)))
    errors.push({ field: 'quietUntil', message: 'Select when your quiet hours end' });
  if (until !== null && (from === null || !isHour(from)))
    errors.push({ field: 'quietFrom', message: 'Select when your quiet hours start' });
  if (from !== null && from === until)
    errors.push({ field: 'quietUntil', message: 'Quiet hours must end at a different hour than they start' });
  return errors;
}
