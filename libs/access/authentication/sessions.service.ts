import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, isId, toProperties } from '#libs/platform';

export interface OwnSession {
  readonly id: string;
  readonly beganAt: Date;
  readonly lastUsedAt: Date;
  /** "Firefox on Windows". */
  readonly browser: string | null;
}

/** `account`: suspended, left, out of post, or with a new password. */
export type EndedBecause = 'sign_out' | 'owner' | 'limit' | 'account';
export type SessionEnding = EndedBecause | 'idle' | 'hours';

/** The sessions of pages, for their owner. Another account's session is as if it did not exist. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The live sessions of an account, the last used first. */
  async list(accountId: string): Promise<OwnSession[]> {
    const { rows } = await this.pool.query<object>(
      `select id, began_at, last_used_at, browser from auth.sessions
       where account_id = $1 and ended_because is null and expire > $2 order by last_used_at desc, id`,
      [accountId, new Date()],
    );
    return toProperties(rows);
  }

  /** Ends one session of the account; false if it has no such session. */
  async end(accountId: string, id: string, because: EndedBecause = 'owner'): Promise<boolean> {
    return isId(id) && (await this.endWhere('account_id = $1 and id = $3', because, accountId, id)) > 0;
  }

  /** How many programs are signed in through the API, apart from those with a personal token. */
  async apiSignIns(accountId: string): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      `select count(*)::int as count from auth.tokens
       where account_id = $1 and kind = 'session' and expires_at > $2 and last_used_at > $3`,
      [accountId, new Date(), new Date(Date.now() - this.config.sessions.idleMinutes * 60_000)],
    );
    return rows[0]!.count;
  }

  /** Ends every other session of the account, and every sign-in through the API; returns how many. */
  async endOthers(accountId: string, keptId: string): Promise<number> {
    const ended = await this.endWhere('account_id = $1 and id <> $3', 'owner', accountId, keptId);
    const programs = await this.apiSignIns(accountId);
    await this.pool.query(`delete from auth.tokens where account_id = $1 and kind = 'session'`, [accountId]);
    return ended + programs;
  }

  /** When a session that begins now begins: not before a change of credentials by the clock of the database. */
  async beginning(): Promise<number> {
    const { rows } = await this.pool.query<{ at: Date }>('select clock_timestamp() as at');
    return Math.max(Date.now(), rows[0]!.at.getTime());
  }

  /** After a new session has begun: ends the oldest beyond the number that an account may have. */
  async endOldest(accountId: string): Promise<void> {
    await this.endWhere(
      `id in (select id from auth.sessions where account_id = $1 and ended_because is null and expire > now()
        order by began_at desc, id offset $3)`,
      'limit',
      accountId,
      this.config.sessions.perAccount,
    );
  }

  /** Why a session ended, for as long as its row is kept; null while it lives or is unknown. */
  async endingOf(accountId: string, id: string): Promise<SessionEnding | null> {
    const { rows } = await this.pool.query<{ because: EndedBecause | null; hours: number }>(
      `select ended_because as because, extract(epoch from $3::timestamptz - began_at)::float8 / 3600 as hours
       from auth.sessions where account_id = $1 and id = $2 and (ended_because is not null or expire <= $3)`,
      [accountId, id, new Date()],
    );
    const row = rows[0];
    if (!row) return null;
    return row.because ?? (row.hours >= this.config.sessions.hours ? 'hours' : 'idle');
  }

  private async endWhere(
    which: string,
    because: EndedBecause,
    accountId: string,
    value: unknown,
  ): Promise<number> {
    const { rowCount } = await this.pool.query(
      `update auth.sessions set ended_because = $2, expire = least(expire, now()), sess = '{}'
       where ended_because is null and expire > now() and ${which}`,
      [accountId, because, value],
    );
    return rowCount ?? 0;
  }
}
