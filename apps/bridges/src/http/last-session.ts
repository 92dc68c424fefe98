import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { type Config, deriveKey, isId } from '#libs/platform';
import { cookieOf, cookiePolicy, isSame, signed } from './cookies.js';

/** A form left open on Friday can still be sent on Monday. */
const DAYS = 7;
const KEY_BYTES = 32;

/** The last session that began in this browser; it may have ended. */
export interface LastSession {
  readonly sessionId: string;
  readonly accountId: string;
  /** Encrypts the forms that this browser keeps; stored nowhere else. */
  readonly key: Buffer;
}

/**
 * A cookie that outlives the session: after its end it tells why the person was signed out, and it alone can open what
 * they had typed. It does not sign anyone in. It is issued at sign-in only, so no stranger has one.
 */
export class LastSessionCookie {
  private readonly key: Buffer;
  private readonly name: string;
  private readonly policy: ReturnType<typeof cookiePolicy>;

  constructor(config: Config) {
    this.key = deriveKey(config.secret, 'last session');
    this.policy = cookiePolicy(config);
    this.name = this.policy.name('bridges-last');
  }

  of(request: Pick<Request, 'headers'>): LastSession | null {
    const [sessionId, accountId, key, signature] = (cookieOf(request, this.name) ?? '').split('.');
    if (!sessionId || !accountId || !key) return null;
    if (!isSame(signed(this.key, `${sessionId}.${accountId}.${key}`), signature)) return null;
    return isId(sessionId) && isId(accountId)
      ? { sessionId, accountId, key: Buffer.from(key, 'base64url') }
      : null;
  }

  issue(response: Response, session: LastSession): void {
    const value = `${session.sessionId}.${session.accountId}.${session.key.toString('base64url')}`;
    response.cookie(this.name, `${value}.${signed(this.key, value)}`, {
      ...this.policy.options,
      maxAge: DAYS * 86_400_000,
    });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.policy.options);
  }
}

export const newFormKey = (): Buffer => randomBytes(KEY_BYTES);
