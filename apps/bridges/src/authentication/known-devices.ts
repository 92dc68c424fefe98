import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config, deriveKey, isOverTls } from '#libs/platform';

/** Colleagues who share a computer; the earliest is forgotten first. */
const MAX_ACCOUNTS = 5;
const ID = /^[\w-]{22}$/;

/**
 * Remembers in a cookie which accounts have signed in with this browser. It proves nothing but that, and only gives the
 * account's owner an allowance of attempts that strangers cannot use up.
 */
@Injectable()
export class KnownDevices {
  private readonly key: Buffer;
  private readonly cookie: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.key = deriveKey(config.secret, 'known device');
    this.cookie = isOverTls(config) ? '__Host-bridges-device' : 'bridges-device';
  }

  /** The id under which this browser knows the account, or null. */
  idFor(request: Request, username: string): string | null {
    const mark = this.marks(request).find(([id, mac]) => isSame(this.sign(username, id), mac));
    return mark?.[0] ?? null;
  }

  remember(request: Request, username: string): void {
    if (this.idFor(request, username)) return;
    const id = randomBytes(16).toString('base64url');
    const marks = [...this.marks(request), [id, this.sign(username, id)] as const].slice(-MAX_ACCOUNTS);
    (request.res as Response).cookie(this.cookie, marks.map((mark) => mark.join('.')).join('~'), {
      httpOnly: true,
      sameSite: 'lax',
      secure: isOverTls(this.config),
      path: '/',
      maxAge: 365 * 86_400_000,
    });
  }

  private marks(request: Request): (readonly [id: string, mac: string])[] {
    const all = (request.headers.cookie ?? '').split('; ');
    const ours = all.find((one) => one.startsWith(`${this.cookie}=`))?.slice(this.cookie.length + 1) ?? '';
    return ours
      .split('~', MAX_ACCOUNTS)
      .map((mark) => mark.split('.'))
      .flatMap(([id, mac]) => (id && mac && ID.test(id) ? [[id, mac] as const] : []));
  }

  private sign(username: string, id: string): string {
    return createHmac('sha256', this.key).update(`${id} ${username}`).digest('base64url').slice(0, 22);
  }
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
