import { invalidField } from '#libs/platform';

/** The code of a form. Throws 422 beside the field. */
export function codeOf(body: Record<string, unknown>): string {
  const typed = body['code'];
  if (typeof typed !== 'string' || typed.trim() === '') throw invalidField('code', 'Enter a code');
  return typed.slice(0, 100);
}
