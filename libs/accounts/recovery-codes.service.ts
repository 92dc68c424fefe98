import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL } from '#libs/platform';
import { newRecoveryCodes, recoveryCodeDigest } from './recovery-codes.js';

/** The recovery codes of accounts, each for when its owner has none of their other second steps at hand. */
@Injectable()
export class RecoveryCodesService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  /** Ten codes for an account that has none left; none for one that has, so that those its owner keeps go on working. */
  async issueIfNoneLeft(accountId: string): Promise<readonly string[]> {
    const { rowCount } = await this.pool.query(
      'select from auth.recovery_codes where account_id = $1 and used_at is null limit 1',
      [accountId],
    );
    return rowCount ? [] : this.renew(accountId);
  }

  /** Ten new codes; the earlier ones no longer work. They are told this once. */
  async renew(accountId: string): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    await this.pool.query(STORE, [accountId, codes.map(recoveryCodeDigest)]);
    return codes;
  }

  /** Uses up a code. Whether it was one, and had not been used. */
  async use(accountId: string, typed: string): Promise<boolean> {
    const digest = recoveryCodeDigest(typed);
    if (!digest) return false;
    const { rowCount } = await this.pool.query(
      'update auth.recovery_codes set used_at = now() where account_id = $1 and code_hash = $2 and used_at is null',
      [accountId, digest],
    );
    return rowCount === 1;
  }
}

const STORE = `
  with earlier as (delete from auth.recovery_codes where account_id = $1)
  insert into auth.recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])`;
