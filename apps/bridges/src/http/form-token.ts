import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { csrfSync } from 'csrf-sync';
import type { RequestHandler } from 'express';
import { type Config, deriveKey, forbidden, isId, newId, ProblemError } from '#libs/platform';
import { sentForm } from './draft-forms.js';
import { cookieOf, cookiePolicy, isSame, signed } from './cookies.js';
import type { BridgesRequest } from './request.js';
import { mayBeShownAgain } from './shown-again.js';

const OUT_OF_DATE = 'This form has expired. Open the page again and send the form again.';
const NO_COOKIE =
  'Your browser did not send back the cookie that Bridges set with this form. Allow cookies for this site and open the page again. If the address does not begin with https://, use the one that does.';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const partsOf = (request: { body?: unknown }): [string, string | undefined] => {
  const sent = (request.body as { _csrf?: unknown } | undefined)?._csrf;
  const [first = '', second] = typeof sent === 'string' ? sent.split('.') : [];
  return [first, second];
};
/** Names this copy of a form, so that it is carried out once; null if it has no name. */
export function formIdOf(request: { body?: unknown }): string | null {
  const sent = (request.body as { _csrf?: unknown } | undefined)?._csrf;
  const id = typeof sent === 'string' ? sent.split('.')[2] : undefined;
  return isId(id) ? id : null;
}

const bySession = csrfSync({ getTokenFromRequest: (request) => partsOf(request)[0] });

/**
 * CSRF tokens for page forms. The token of a signed-in practitioner has three parts: one stored in the session, without
 * which nothing is carried out, one that tells which account the form was made for, so that a form of an ended session can
 * be shown to its author again, and one that names this copy of the form (SentOnceInterceptor). An anonymous visitor has no session, and looking at the sign-in page must
 * not create one, so their token signs the value of a cookie.
 */
export class FormTokens {
  private readonly log = new Logger('Sign-in');
  private readonly key: Buffer;
  private readonly accountKey: Buffer;
  private readonly cookie: string;
  private readonly policy: ReturnType<typeof cookiePolicy>;
  private hasWarned = false;

  constructor(config: Config) {
    this.key = deriveKey(config.secret, 'form of a stranger');
    this.accountKey = deriveKey(config.secret, 'form of an account');
    this.policy = cookiePolicy(config);
    this.cookie = this.policy.name('bridges-form');
  }

  forRequest(request: BridgesRequest): string {
    if (request.user) {
      const { accountId } = request.user as { accountId: string };
      return `${bySession.generateToken(request)}.${signed(this.accountKey, accountId)}.${newId()}`;
    }
    const known = this.valueOf(request);
    const value = known ?? randomBytes(24).toString('base64url');
    if (!known) request.res!.cookie(this.cookie, value, this.policy.options);
    return signed(this.key, value);
  }

  /** Whether the posted form was made for this account, in whichever of its sessions. */
  isFormOf(accountId: string, request: { body?: unknown }): boolean {
    return isSame(signed(this.accountKey, accountId), partsOf(request)[1]);
  }

  readonly check: RequestHandler = (request, response, next) => {
    if (SAFE.has(request.method)) return next();
    if (request.user) return this.checkSession(request as BridgesRequest, response, next);
    const value = this.valueOf(request);
    const [sent, account] = partsOf(request);
    if (value && isSame(signed(this.key, value), sent)) return next();
    // Made in a session, which has ended: "sign in to continue", with what was typed kept.
    if (account !== undefined) return next(new ProblemError(401, 'Sign in to continue.'));
    if (!value) this.warnOfMissingCookie();
    next(forbidden(value ? OUT_OF_DATE : NO_COOKIE));
  };

  /** A form of an earlier session of the same account is shown again with a new token; it is not carried out. */
  private checkSession(...[request, response, next]: Parameters<RequestHandler>): void {
    bySession.csrfSynchronisedProtection(request, response, (error?: unknown) => {
      const { accountId } = request.user as { accountId: string };
      if (!error) return next();
      const form = sentForm(request);
      if (!form || !this.isFormOf(accountId, request) || !mayBeShownAgain(request))
        return next(forbidden(OUT_OF_DATE));
      Object.assign(request, { isShownAgain: true, url: form, originalUrl: form });
      next();
    });
  }

  private valueOf(request: { headers: { cookie?: string | undefined } }): string | null {
    const value = cookieOf(request, this.cookie);
    return value && /^[\w-]{32}$/.test(value) ? value : null;
  }

  private warnOfMissingCookie(): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.log.warn(
      'A form came without the cookie set with it. If no one can sign in: people must come over https, or PUBLIC_URL must be http://localhost (runbook, "Sign-in does not work").',
    );
  }
}
