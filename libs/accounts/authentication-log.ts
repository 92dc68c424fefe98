import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL } from '#libs/platform';

export type AuthenticationAct =
  | 'sign in'
  | 'fail to sign in'
  | 'fail to confirm identity'
  | 'accept invitation'
  | 'ask to reset password'
  | 'reset password'
  | 'change password'
  | 'set up second step'
  | 'remove second step'
  | 'add passkey'
  | 'remove passkey'
  | 'renew recovery codes'
  | 'use recovery code'
  | 'fail second step'
  | 'confirm identity'
  | 'fail to sign in with provider'
  | 'sign out at provider';

/** Writes acts of signing in to the sealed access log. An unknown user name leaves no entry. */
@Injectable()
export class AuthenticationLog implements OnApplicationShutdown {
  private readonly pending = new Set<Promise<unknown>>();

  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  async record(
    practitionerId: string,
    act: AuthenticationAct,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.pool.query('select access.record_authentication($1, $2, $3)', [practitionerId, act, detail]);
  }

  /**
   * Records a failure after its answer has gone: the write takes time only where the account exists, and would tell
   * whether it does.
   */
  recordLater(username: string, act: AuthenticationAct, detail: Record<string, unknown> = {}): void {
    const written = new Promise((resolve) => setImmediate(resolve))
      .then(() => this.pool.query(FOR_USERNAME, [username, act, detail]))
      .catch(() => undefined)
      .finally(() => this.pending.delete(written));
    this.pending.add(written);
  }

  /** Resolves when everything recorded so far is written. */
  async settled(): Promise<void> {
    await Promise.all(this.pending);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.settled();
  }
}

const FOR_USERNAME = `
  select access.record_authentication(a.practitioner_id, $2, $3) from auth.accounts a where a.username = $1`;
