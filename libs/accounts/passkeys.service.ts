import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, invalidField } from '#libs/platform';
import { type Account, credentialsOf } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import {
  type PasskeyAnswer,
  PasskeyCeremonies,
  type PasskeyQuestion,
  userHandleOf,
} from './passkey-ceremonies.js';
import { type CodePlace, SecondFactorLimits } from './second-factor-limits.js';

/** A passkey as its owner knows it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Whether a service keeps a copy, as of phones and password managers. */
  readonly isBackedUp: boolean;
}

interface Row {
  id: string;
  account: Account;
  may_sign_in: boolean;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
}

export const WRONG_PASSKEY = 'That passkey was not accepted. Try again, or use a code';

/** Passkeys: a second step, and a sign-in by themselves, since each proves a device and that its owner unlocked it. */
@Injectable()
export class PasskeysService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly limits: SecondFactorLimits,
    private readonly log: AuthenticationLog,
  ) {}

  /** A person's own, in the order they were added. */
  async list(accountId: string): Promise<readonly Passkey[]> {
    const { rows } = await this.pool.query<Passkey>(LIST, [accountId]);
    return rows;
  }

  /** The question for one of the account's passkeys; null if it has none. */
  async ask(accountId: string): Promise<PasskeyQuestion | null> {
    const { rows } = await this.pool.query<Row>(`${PASSKEY} where a.id = $1`, [accountId]);
    return rows.length > 0 ? this.ceremonies.ask(rows.map(toCredential)) : null;
  }

  /** The question for any passkey of this site. */
  askAnyone(): Promise<PasskeyQuestion> {
    return this.ceremonies.ask();
  }

  /** Throws 422 beside the field unless a passkey of this account answered, 429 after too many wrong answers and codes. */
  async assertPasskey(
    account: Account,
    answer: PasskeyAnswer,
    { field = 'passkey', place }: { field?: string; place: CodePlace },
  ): Promise<void> {
    await this.limits.admit(place, account.id);
    const row = await this.named(answer);
    if (row?.account.id !== account.id || !(await this.accept(row, answer))) {
      await this.log.record(account.practitionerId, 'fail second step', { by: 'passkey' });
      throw invalidField(field, WRONG_PASSKEY);
    }
    await this.limits.succeeded(place, account.id);
  }

  /**
   * The account whose passkey answered a question for anyone; null if none did, or it may not sign in by a passkey alone: it
   * is suspended, or has no password, so that its owner signs in at their agency's provider, which can lock them out.
   */
  async accountThatAnswered(answer: PasskeyAnswer): Promise<Account | null> {
    const row = await this.named(answer);
    if (!row) return null;
    const isItsOwn = handleIn(answer).equals(userHandleOf(row.account.id));
    if (isItsOwn && (await this.accept(row, answer)) && row.may_sign_in) return row.account;
    this.log.recordLater(row.account.username, 'fail to sign in', { by: 'passkey' });
    return null;
  }

  private async named({ response }: PasskeyAnswer): Promise<Row | undefined> {
    const { rows } = await this.pool.query<Row>(`${PASSKEY} where k.credential_id = $1`, [
      Buffer.from(response.id, 'base64url'),
    ]);
    return rows[0];
  }

  /** One statement keeps the count, so that a copied device which falls behind is refused. */
  private async accept(row: Row, answer: PasskeyAnswer): Promise<boolean> {
    const use = await this.ceremonies.check(answer, toCredential(row));
    if (!use) return false;
    const { rowCount } = await this.pool.query(USE, [row.id, use.newCounter, use.credentialBackedUp]);
    return rowCount === 1;
  }
}

function handleIn({ response }: PasskeyAnswer): Buffer {
  const { userHandle } = response.response;
  return Buffer.from(typeof userHandle === 'string' ? userHandle : '', 'base64url');
}

const toCredential = ({ credential_id, public_key, counter, transports }: Row) => ({
  id: credential_id.toString('base64url'),
  publicKey: new Uint8Array(public_key),
  counter,
  transports,
});

const PASSKEY = `
  select k.id, k.credential_id, k.public_key, k.counter::float8 as counter, k.transports,
    a.suspended_at is null and a.password_hash is not null as may_sign_in,
    json_build_object('id', a.id, 'username', a.username, 'practitionerId', a.practitioner_id,
      'credentials', ${credentialsOf('a')}) as account
  from auth.passkeys k join auth.accounts a on a.id = k.account_id`;

const LIST = `
  select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", is_backed_up as "isBackedUp"
  from auth.passkeys where account_id = $1 order by created_at, id`;

const USE = `
  update auth.passkeys set counter = $2, last_used_at = now(), is_backed_up = $3 and device_type = 'multi_device'
  where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`;
