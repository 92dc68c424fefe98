import type { ChoiceDraft } from '#libs/notifications';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { EMAIL_CHOICES, keysOf } from '#libs/terms';

const HOUR = { min: 0, max: 23 };

export function readChoice(
  body: Record<string, unknown>,
): FormAnswer<{ version: number; draft: ChoiceDraft }> {
  const form = new FormReader(body);
  const version = form.integer('version', { label: 'the version', min: 0, max: 999_999_999 });
  const draft = {
    email: form.choice('email', keysOf(EMAIL_CHOICES), {
      label: 'when you want an email',
      message: 'Select when you want an email',
    }),
    digestHour: form.optionalInteger('digestHour', { label: 'the hour of your daily email', ...HOUR }),
    quietFrom: form.optionalInteger('quietFrom', { label: 'the start of your quiet hours', ...HOUR }),
    quietUntil: form.optionalInteger('quietUntil', { label: 'the end of your quiet hours', ...HOUR }),
  };
  return form.answer({ version, draft });
}
