import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, forbidden, invalidField } from '#libs/platform';
import type { Account } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { openFactorSecret } from './factor-secrets.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { ROLES_WITH_SECOND_FACTOR } from './second-factor.rules.js';
import { type CodePlace, SecondFactorLimits } from './second-factor-limits.js';
import { stepOfCode } from './totp.js';

/** What is left to do after the right password; a passkey does in place of a code. */
export type SecondStep = 'none' | 'code' | 'set up';

export interface SecondFactorState {
  /** Whether one is in use, of either kind. */
  readonly isSetUp: boolean;
  /** When the authenticator app was set up; null without one. */
  readonly since: Date | null;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
  readonly isRequired: boolean;
}

type AccountIds = Pick<Account, 'id' | 'practitionerId'>;

const WRONG_CODE =
  'Enter the code that your authenticator app shows now, or a recovery code you have not used';

/** The second step of signing in: a code of an authenticator app, or a recovery code. */
@Injectable()
export class SecondFactorsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly limits: SecondFactorLimits,
    private readonly log: AuthenticationLog,
  ) {}

  async stepAfterPassword(account: AccountIds): Promise<SecondStep> {
    const { isSetUp, isRequired } = await this.stateOf(account);
    if (isSetUp) return 'code';
    return isRequired ? 'set up' : 'none';
  }

  /**
   * What is left after signing in at an identity provider. One's own app or passkey is always asked for, so that no link
   * which an administrator sets passes it by; a person with neither needs none where the provider asked for a second proof.
   */
  async stepAfterProvider(account: AccountIds, isStrong: boolean): Promise<SecondStep> {
    const step = await this.stepAfterPassword(account);
    return step === 'set up' && isStrong ? 'none' : step;
  }

  /** A post that was given during a session may need what signing in did not ask for. Throws 403. */
  async assertStepForPosts(account: AccountIds): Promise<void> {
    if ((await this.stepAfterPassword(account)) === 'set up')
      throw forbidden(
        'Set up a second step to sign in first, under “Your account”. One of your posts needs it.',
      );
  }

  async stateOf(account: AccountIds): Promise<SecondFactorState> {
    const { rows } = await this.pool.query<StateRow>(STATE, [
      account.id,
      account.practitionerId,
      ROLES_WITH_SECOND_FACTOR,
    ]);
    const [row] = rows;
    return {
      isSetUp: Boolean(row?.since) || (row?.passkeys ?? 0) > 0,
      since: row?.since ?? null,
      passkeys: row?.passkeys ?? 0,
      recoveryCodesLeft: row?.left ?? 0,
      // The people of a demonstration are open to every visitor.
      isRequired: !this.config.demo && Boolean(row?.required),
    };
  }

  /**
   * Uses up a code of the app or a recovery code. Throws 422 beside the field when it is wrong or was used before, 429
   * after too many.
   */
  async assertCode(
    account: Account,
    typed: string,
    { field = 'code', place }: { field?: string; place: CodePlace },
  ): Promise<void> {
    await this.limits.admit(place, account.id);
    const isRecovery = await this.recoveryCodes.use(account.id, typed);
    if (!isRecovery && !(await this.useCode(account.id, typed))) {
      await this.log.record(account.practitionerId, 'fail second step');
      throw invalidField(field, WRONG_CODE);
    }
    await this.limits.succeeded(place, account.id);
    if (isRecovery) await this.log.record(account.practitionerId, 'use recovery code');
  }

  /** One statement keeps the time step, so that of two uses of one code one is accepted. */
  private async useCode(accountId: string, typed: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ secret: Buffer }>(
      'select secret from auth.second_factors where account_id = $1 and confirmed_at is not null',
      [accountId],
    );
    if (!rows[0]) return false;
    const step = await stepOfCode(openFactorSecret(this.config.secret, accountId, rows[0].secret), typed);
    if (step === null) return false;
    const { rowCount } = await this.pool.query(
      'update auth.second_factors set last_step = $2 where account_id = $1 and last_step < $2',
      [accountId, step],
    );
    return rowCount === 1;
  }
}

interface StateRow {
  since: Date | null;
  passkeys: number;
  left: number;
  required: boolean;
}

const STATE = `
  select (select f.confirmed_at from auth.second_factors f where f.account_id = $1) as since,
    (select count(*)::int from auth.passkeys k where k.account_id = $1) as passkeys,
    (select count(*)::int from auth.recovery_codes r where r.account_id = $1 and r.used_at is null) as left,
    exists (select from posts o where o.practitioner_id = $2 and (o.ended_at is null or o.ended_at > platform.now())
      and (o.role = any($3) or o.agency_id in (select agency_id from auth.agencies_with_second_factor))) as required`;
