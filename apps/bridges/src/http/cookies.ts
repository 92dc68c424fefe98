import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request } from 'express';
import { type Config, isOverTls } from '#libs/platform';

/**
 * The policy of every cookie. It follows from the configuration alone, never from a header: a proxy that does not
 * forward X-Forwarded-Proto changes nothing, and neither does a forged one. The __Host- prefix binds a cookie to this
 * host over TLS; without TLS, on one machine, browsers reject it.
 */
export function cookiePolicy(config: Config): { name: (name: string) => string; options: CookieOptions } {
  const secure = isOverTls(config);
  return {
    name: (name) => (secure ? `__Host-${name}` : name),
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  };
}

/** The value of a cookie of this request, as sent. */
export function cookieOf(request: Pick<Request, 'headers'>, name: string): string | null {
  const all = (request.headers.cookie ?? '').split('; ');
  return all.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

export const signed = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/** Whether a text equals an expected one, in a time that does not depend on where they differ. */
export function isSame(expected: string, given: unknown): boolean {
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === expected.length && timingSafeEqual(bytes, Buffer.from(expected));
}
