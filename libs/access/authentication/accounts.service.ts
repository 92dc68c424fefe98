import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Pool } from 'pg';
import { AUTH_POOL, Gate, RetryLaterProblem } from '#libs/platform';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each hash takes 19 MiB and a core for about 30 ms, and every other request waits meanwhile. */
const HASHING_LIMITS = { inside: 2, waiting: 30, waitMs: 5_000 };
const PLACEHOLDER_HASH = hash('nobody holds this password', ARGON2ID);

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly practitionerId: string;
}

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

/** Sign-in accounts. An account is not a practitioner: a practitioner is a person with posts. */
@Injectable()
export class AccountsService {
  private readonly gate = new Gate(HASHING_LIMITS);

  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  /**
   * The account, or null. An unknown name costs the same work as a wrong password, so timing does not tell them apart.
   */
  async check(username: string, password: string): Promise<Account | null> {
    const { rows } = await this.pool.query<{
      id: string;
      username: string;
      practitioner_id: string;
      password_hash: string;
    }>(
      `select id, username, practitioner_id, password_hash from auth.accounts where username = lower($1) and disabled_at is null`,
      [username],
    );
    const row = rows[0];
    const isCorrect = await this.verifyQueued(row?.password_hash ?? (await PLACEHOLDER_HASH), password);
    return row && isCorrect
      ? { id: row.id, username: row.username, practitionerId: row.practitioner_id }
      : null;
  }

  private async verifyQueued(passwordHash: string, password: string): Promise<boolean> {
    const leave = await this.gate.enter('');
    if (!leave) throw new RetryLaterProblem(503, 'Too many people are signing in. Try again in a moment.', 5);
    try {
      return await verify(passwordHash, password);
    } finally {
      leave();
    }
  }
}
