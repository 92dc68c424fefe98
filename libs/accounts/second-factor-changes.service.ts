import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, conflict } from '#libs/platform';
import type { Account } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { type SecondStepProof, SecondStepProofs } from './second-step-proofs.js';

/** What a person changes of the second step that they have, each time with a code or passkey of it. */
@Injectable()
export class SecondFactorChangesService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly proofs: SecondStepProofs,
    private readonly codes: RecoveryCodesService,
    private readonly log: AuthenticationLog,
  ) {}

  /** Ten new recovery codes; the earlier ones no longer work. Throws 422 beside the field. */
  async renewCodes(account: Account, proof: SecondStepProof): Promise<readonly string[]> {
    await this.proofs.assertProof(account, proof);
    await this.log.record(account.practitionerId, 'renew recovery codes');
    return this.codes.renew(account.id);
  }

  /**
   * Removes the app of a person whose password was checked, and the recovery codes if no second step is left. Throws 422
   * beside the field, 409 without an app.
   */
  async removeApp(account: Account, proof: SecondStepProof): Promise<void> {
    await this.proofs.assertProof(account, proof);
    const { rowCount } = await this.pool.query(REMOVE, [account.id]);
    if (!rowCount) throw conflict('You have no authenticator app set up, so there is nothing to remove.');
    await this.log.record(account.practitionerId, 'remove second step');
  }
}

const REMOVE = `
  with factors as (delete from auth.second_factors where account_id = $1 and confirmed_at is not null returning account_id),
    codes as (delete from auth.recovery_codes r using factors f
      where r.account_id = f.account_id and not exists (select from auth.passkeys k where k.account_id = f.account_id))
  update auth.accounts a set credentials_changed_at = clock_timestamp() from factors f where a.id = f.account_id`;
