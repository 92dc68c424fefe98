import { type FieldError, invalid, ProblemError } from '#libs/platform';

/** The new password of a form, typed once: a browser can show it. Throws 422. */
export function passwordOf(body: Record<string, unknown>): string {
  const typed = body['password'];
  if (typeof typed !== 'string' || typed === '')
    throw invalid([{ field: 'password', message: 'Enter a password' }]);
  return typed;
}

/** The present password, by which a person shows that the account is theirs. Throws 422. */
export function currentPasswordOf(body: Record<string, unknown>): string {
  const typed = body['currentPassword'];
  if (typeof typed !== 'string' || typed === '')
    throw invalid([{ field: 'currentPassword', message: 'Enter your current password' }]);
  return typed;
}

const FOR_THE_FORM = new Set([409, 422]);

/** The problems that a form shows; every other error goes on to the filter. No password is shown again. */
export function problemsOf(error: unknown): readonly FieldError[] {
  if (!(error instanceof ProblemError) || !FOR_THE_FORM.has(error.status)) throw error;
  return error.errors.length > 0 ? error.errors : [{ field: '', message: error.message }];
}
