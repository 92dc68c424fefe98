import type { Request } from 'express';
import { HeldBack, holdBack, isHeldBack } from '#libs/platform';
import { NEVER_KEPT } from './confirmation-field.js';
import { Page } from './page.js';

/** Forms about signing in act on more than the database, and hold passwords. */
const NEVER =
  /^\/(?:(?:sign-in|sign-out|switch-post|sessions|second-factor|confirm-identity)(?:\/|$)|tokens\/)/;

/**
 * Runs the handler of a posted form so that it shows the form with what was typed, as after an error, and carries out
 * nothing. Throws HeldBack, to roll back, if the handler did anything else.
 */
export async function showAgain(
  handler: () => Promise<unknown>,
  options = { isTried: false },
): Promise<Page> {
  const { result, heldBack } = await holdBack(handler, options);
  if (result instanceof Page && (heldBack || result.status === 422)) return result;
  throw new HeldBack('The handler of this form does not show it again.');
}

/** For a handler that only shows the next page of a form. */
export const carriesOutNothing = (): void => void isHeldBack();

/** Whether a posted form may be kept and shown again: not one with a password, or that changes the session. */
export function mayBeShownAgain({ method, path, body }: Pick<Request, 'method' | 'path' | 'body'>): boolean {
  const names = Object.keys((body as object | undefined) ?? {}).filter((name) => !NEVER_KEPT.has(name));
  return method === 'POST' && !NEVER.test(path) && !names.some((name) => /password|secret|otp/i.test(name));
}
