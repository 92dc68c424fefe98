import type { FormReader } from '#libs/page-kit';
import type { Checked } from '#libs/terms';

/** A one-line field with its own rule, normalised before it is stored; the error is shown beside the field. */
export function checkedLine(
  form: FormReader,
  name: string,
  label: string,
  check: (text: string) => Checked,
  max = 30,
): string | null {
  const typed = form.optionalText(name, { label, max });
  if (typed === null) return null;
  const checked = check(typed);
  if (checked.ok) return checked.value;
  form.reject(name, checked.message);
  return null;
}
