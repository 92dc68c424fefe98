import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, conflict, isId, unreachable } from '#libs/platform';
import type { Account } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { SecondFactorsService } from './second-factors.service.js';

/** A person removes a passkey of their own. */
@Injectable()
export class PasskeyRemovalService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly factors: SecondFactorsService,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * Removes one, with the recovery codes if no second step is left. Sessions and tokens begun before are dead. Throws 404,
   * or 409 for the last second step of a person who needs one.
   */
  async remove(account: Account, passkeyId: string): Promise<void> {
    if (!isId(passkeyId)) throw unreachable();
    const { isRequired } = await this.factors.stateOf(account);
    const removed = await this.inTurn(account.id, async (query) => {
      const { rows } = await query<{ is_last: boolean }>(IS_LAST, [passkeyId, account.id]);
      if (!rows[0]) throw unreachable();
      if (rows[0].is_last && isRequired) return false;
      await query(REMOVE, [passkeyId, account.id, rows[0].is_last]);
      return true;
    });
    if (!removed)
      throw conflict(
        'You need a second step to sign in. Add another passkey or set up an authenticator app first.',
      );
    await this.log.record(account.practitionerId, 'remove passkey');
  }

  /** One at a time for an account: two removals at once would each leave the other's passkey. */
  private async inTurn<T>(accountId: string, work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('select from auth.accounts where id = $1 for update', [accountId]);
      const result = await work((text, values) => client.query(text, values));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

type Query = <Row extends object>(text: string, values: unknown[]) => Promise<{ rows: Row[] }>;

const IS_LAST = `
  select not exists (select from auth.passkeys o where o.account_id = k.account_id and o.id <> k.id)
    and not exists (select from auth.second_factors f where f.account_id = k.account_id and f.confirmed_at is not null) as is_last
  from auth.passkeys k where k.id = $1 and k.account_id = $2`;

const REMOVE = `
  with removed as (delete from auth.passkeys where id = $1 and account_id = $2),
    codes as (delete from auth.recovery_codes where account_id = $2 and $3)
  update auth.accounts set credentials_changed_at = clock_timestamp() where id = $2`;
