import { attempt, type FieldError, isToBeTriedAgain, Refusal } from '#libs/platform';
import { refusalOf } from './database-refusals.js';

export type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldError[]; readonly current?: unknown };

const FOR_THE_FORM = new Set([409, 412, 422]);

/**
 * Does what a page's form asks for, in a savepoint. A clash (409), a stale version (412) or faults (422) become errors for
 * the form, and nothing half done remains; every other refusal goes on to the filter. An error without a field stands in
 * the summary only.
 */
export async function tryForm<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await attempt(work) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : isToBeTriedAgain(error) ? null : refusalOf(error);
    if (!refusal || !FOR_THE_FORM.has(refusal.status)) throw error;
    const errors =
      refusal.errors.length > 0 ? [...refusal.errors] : [{ field: '', message: refusal.message }];
    return { ok: false, errors, current: refusal.current };
  }
}
