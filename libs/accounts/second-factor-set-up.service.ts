import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, conflict, invalidField, newId } from '#libs/platform';
import { type Account, credentialsOf } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { openFactorSecret, sealFactorSecret } from './factor-secrets.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SecondFactorLimits } from './second-factor-limits.js';
import { newTotpSecret, stepOfCode, totpAddress } from './totp.js';

/** What an authenticator app needs: the address in the QR code, or its secret, typed. */
export interface SetUp {
  readonly secret: string;
  readonly address: string;
}

/** A second step that has been set up. */
export interface SetUpDone {
  /** New recovery codes, which are shown this once; none for an account that has some left. */
  readonly codes: readonly string[];
  /** As it is from then on. */
  readonly account: Account;
}

/** A person sets up their own authenticator app. */
@Injectable()
export class SecondFactorSetUpService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly codes: RecoveryCodesService,
    private readonly limits: SecondFactorLimits,
    private readonly log: AuthenticationLog,
  ) {}

  /** Makes the secret for a new app. One that was begun before and not confirmed no longer counts. Throws 409. */
  async begin(account: Account): Promise<void> {
    const secret = sealFactorSecret(this.config.secret, account.id, newTotpSecret());
    const { rowCount } = await this.pool.query(BEGIN, [newId(), account.id, secret, this.config.demo]);
    if (!rowCount)
      throw conflict(
        'You cannot set up an authenticator app: you have one already, or you share this account with other visitors.',
      );
  }

  /** What was begun and is not confirmed; null if there is nothing. */
  async begun(account: Account): Promise<SetUp | null> {
    const { rows } = await this.pool.query<{ secret: Buffer }>(
      'select secret from auth.second_factors where account_id = $1 and confirmed_at is null',
      [account.id],
    );
    if (!rows[0]) return null;
    const secret = openFactorSecret(this.config.secret, account.id, rows[0].secret);
    return { secret, address: totpAddress(secret, account.username) };
  }

  /**
   * Confirms with a code that the app has the secret. Sessions and tokens begun before are dead. Throws 422 beside the
   * field, 409 when nothing was begun.
   */
  async confirm(account: Account, typed: string): Promise<SetUpDone> {
    const setUp = await this.begun(account);
    if (!setUp) throw conflict('Start again: this set-up was finished or replaced.');
    await this.limits.admit('confirmation', account.id);
    const step = await stepOfCode(setUp.secret, typed);
    if (step === null) throw invalidField('code', 'Enter the 6 digits that your authenticator app shows now');
    const { rows } = await this.pool.query<{ credentials: string }>(CONFIRM, [account.id, step]);
    if (!rows[0]) throw conflict('Start again: this set-up was finished or replaced.');
    await this.limits.succeeded('confirmation', account.id);
    await this.log.record(account.practitionerId, 'set up second step');
    return {
      codes: await this.codes.issueIfNoneLeft(account.id),
      account: { ...account, ...rows[0] },
    };
  }
}

/** No row for a factor in use, and in a demonstration none for an account that visitors share. */
const BEGIN = `
  insert into auth.second_factors as f (id, account_id, kind, secret, created_at)
  select $1, a.id, 'totp', $3, now() from auth.accounts a where a.id = $2 and not ($4 and a.demo_sentence is not null)
  on conflict (account_id, kind) do update set secret = excluded.secret, created_at = excluded.created_at
  where f.confirmed_at is null`;

const CONFIRM = `
  with confirmed as (
    update auth.second_factors set confirmed_at = now(), last_step = $2
    where account_id = $1 and confirmed_at is null returning account_id)
  update auth.accounts a set credentials_changed_at = clock_timestamp() from confirmed where a.id = confirmed.account_id
  returning ${credentialsOf('a')} as credentials`;
