import { type FieldError, ProblemError } from '#libs/platform';
import { toFormResult } from '../../http/submit.js';

type Saving =
  { readonly ok: true } | { readonly ok: false; readonly status: 412 | 422; readonly errors: FieldError[] };

const STALE =
  'Someone else saved this after you opened it. What they wrote is shown with yours, and nothing you typed is lost. Combine the two, then save.';

/** Saves a draft form. After a concurrent edit (412) the form is shown again with both texts. */
export async function submitDraftForm(work: () => Promise<unknown>): Promise<Saving> {
  let stale = false;
  const result = await toFormResult(() =>
    work().catch((error: unknown) => {
      stale = error instanceof ProblemError && error.status === 412;
      throw error;
    }),
  );
  if (result.ok) return { ok: true };
  return stale
    ? { ok: false, status: 412, errors: [{ field: '', message: STALE }] }
    : { ok: false, status: 422, errors: result.errors };
}

/** Maps the service's error paths to field names, which leave out the position in the record. */
export const fieldsWithout = (prefix: string, errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ field, message }) => ({
    field: field.startsWith(prefix) ? field.slice(prefix.length) : field,
    message,
  }));

/** The version that a form was opened with. A value that is not a number counts as no version. */
export function seenVersion(body: unknown): number {
  const typed = (body as { version?: unknown } | null)?.version;
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}
