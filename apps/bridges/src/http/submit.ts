import {
  dryRun,
  inSavepoint,
  type FieldError,
  isHeldBack,
  isSerializationFailure,
  isTriedOut,
  ProblemError,
} from '#libs/platform';
import { toProblem } from './database-problems.js';

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldError[]; readonly current?: unknown };

/** A parsed form: values, or errors beside its fields. A FormReader is a parsed form without values. */
type ReadForm<V> =
  { readonly ok: true; readonly values: V } | { readonly ok: false; readonly errors: readonly FieldError[] };
interface FieldsRead {
  readonly ok: boolean;
  readonly errors: readonly FieldError[];
  readonly values?: never;
}

const FOR_THE_FORM = new Set([409, 412, 422]);

/**
 * Runs a page's action in a savepoint. A conflict (409), a stale version (412) or validation errors (422) become errors
 * of the form, and the changes are rolled back; every other error goes on to the filter. An error without a field
 * appears in the summary only. Where a form is only shown again, the action is not run and the form has no errors.
 */
export async function toFormResult<T>(work: () => Promise<T>): Promise<FormResult<T>> {
  if (isHeldBack()) return isTriedOut() ? clashOf(work) : { ok: false, errors: [] };
  try {
    return { ok: true, value: await inSavepoint(work) };
  } catch (error) {
    const refusal =
      error instanceof ProblemError ? error : isSerializationFailure(error) ? null : toProblem(error);
    if (!refusal || !FOR_THE_FORM.has(refusal.status)) throw error;
    const errors =
      refusal.errors.length > 0 ? [...refusal.errors] : [{ field: '', message: refusal.message }];
    return { ok: false, errors, current: refusal.current };
  }
}

/** Whether the act would meet a stale version (412); it is rolled back. Every other error can wait until the form is sent. */
async function clashOf<T>(work: () => Promise<T>): Promise<FormResult<T>> {
  try {
    await dryRun(work);
  } catch (error) {
    if (isSerializationFailure(error)) throw error;
    if (error instanceof ProblemError && error.status === 412)
      return { ok: false, errors: [{ field: '', message: error.message }], current: error.current };
  }
  return { ok: false, errors: [] };
}

/** The same for a parsed form; `work` runs only if the form has no errors. */
export async function submit<V, T>(
  form: ReadForm<V>,
  work: (values: V) => Promise<T>,
): Promise<FormResult<T>>;
export async function submit<T>(form: FieldsRead, work: () => Promise<T>): Promise<FormResult<T>>;
export async function submit<T>(
  form: FieldsRead | ReadForm<unknown>,
  work: (values: unknown) => Promise<T>,
): Promise<FormResult<T>> {
  if (!form.ok) return { ok: false, errors: [...form.errors] };
  return toFormResult(() => work(form.values));
}
