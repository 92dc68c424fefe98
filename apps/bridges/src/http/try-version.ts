import { Refusal } from '#libs/platform';
import { tryForm, type Tried } from './try-form.js';

const CHANGED =
  'Somebody else changed this while you were writing. What you typed is still here: look at what they changed, then save again.';

/** As `tryForm`, for a form that names the version it was opened with: a newer one (412) is told in the form too. */
export async function tryVersion<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return await tryForm(work);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 412) throw error;
    return { ok: false, errors: [{ field: '', message: CHANGED }], current: error.current };
  }
}

/** The version that a form carries; 0, which is never current, when it carries none. */
export function versionIn(body: Record<string, unknown>): number {
  const typed = body['version'];
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}
