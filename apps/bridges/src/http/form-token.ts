import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { RequestHandler } from 'express';
import { type Config, deriveKey, forbidden, isOverTls } from '#libs/platform';
import type { BridgesRequest } from './request.js';

const OUT_OF_DATE = 'This form has expired. Open the page again and send the form again.';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const sent = (request: { body?: unknown }): unknown =>
  (request.body as { _csrf?: unknown } | undefined)?._csrf;

const bySession = csrfSync({ getTokenFromRequest: (request) => sent(request) as string });

/**
 * CSRF tokens for page forms. A signed-in practitioner's token is stored in the session. An anonymous visitor has no
 * session, and looking at the sign-in page must not create one, so their token signs the value of a cookie.
 */
export class FormTokens {
  private readonly key: Buffer;
  private readonly cookie: string;

  constructor(private readonly config: Config) {
    this.key = deriveKey(config.secret, 'form of a stranger');
    this.cookie = isOverTls(config) ? '__Host-bridges-form' : 'bridges-form';
  }

  forRequest(request: BridgesRequest): string {
    if (request.user) return bySession.generateToken(request);
    const known = this.cookieOf(request);
    const value = known ?? randomBytes(24).toString('base64url');
    if (!known)
      request.res!.cookie(this.cookie, value, {
        httpOnly: true,
        sameSite: 'lax',
        secure: isOverTls(this.config),
        path: '/',
      });
    return this.sign(value);
  }

  readonly check: RequestHandler = (request, response, next) => {
    if (request.user) return bySession.csrfSynchronisedProtection(request, response, next);
    if (SAFE.has(request.method)) return next();
    const value = this.cookieOf(request);
    next(value && isSame(this.sign(value), sent(request)) ? undefined : forbidden(OUT_OF_DATE));
  };

  private cookieOf(request: { headers: { cookie?: string | undefined } }): string | null {
    const all = (request.headers.cookie ?? '').split('; ');
    const ours = all.find((one) => one.startsWith(`${this.cookie}=`))?.slice(this.cookie.length + 1);
    return ours && /^[\w-]{32}$/.test(ours) ? ours : null;
  }

  private sign(value: string): string {
    return createHmac('sha256', this.key).update(value).digest('base64url');
  }
}

function isSame(expected: string, given: unknown): boolean {
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === expected.length && timingSafeEqual(bytes, Buffer.from(expected));
}
