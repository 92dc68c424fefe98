import type { ConcernAnswer } from '#libs/casework/safety-concerns';
import { type FormAnswer, FormReader, inLondon, readTime } from '#libs/page-kit';

/** The answer to a concern; date and time are London time. */
export function readConcernAnswer(body: unknown, today: string): FormAnswer<ConcernAnswer> {
  const form = new FormReader(body);
  const actionTaken = form.longText('actionTaken', { label: 'what was done', max: 4000 });
  const spokenTo = form.text('spokenTo', { label: 'who was spoken to' });
  const on = form.date('actionOn', { label: 'the date it was done', latest: today });
  const time = readTime(form, 'actionTime', { label: 'the time it was done', required: true });
  const reference = form.optionalText('reference', { label: 'the reference number' });
  if (!form.ok) return { ok: false, errors: form.errors, typed: form.typed };
  return form.answer({ actionTaken, spokenTo, reference, actionAt: inLondon(on, time!) });
}

/** The date defaults to today; the time has no default. */
export function initialValues(today: string): Record<string, string> {
  const [year, month, day] = today.split('-').map(Number);
  return { 'actionOn-day': String(day), 'actionOn-month': String(month), 'actionOn-year': String(year) };
}
