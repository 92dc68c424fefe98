import { Injectable } from '@nestjs/common';
import { invalidField } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { IdentityConfirmation } from './identity-confirmation.service.js';
import { SecondFactorsService } from './second-factors.service.js';
import { type SecondStepProof, SecondStepProofs } from './second-step-proofs.js';

export interface PasswordChange {
  readonly current: string;
  readonly wanted: string;
  /** From a person who has a second step. */
  readonly proof?: SecondStepProof | undefined;
}

/** A signed-in person changes their own password. */
@Injectable()
export class PasswordChangesService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly identity: IdentityConfirmation,
    private readonly factors: SecondFactorsService,
    private readonly proofs: SecondStepProofs,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * Changes the password of a person who proves that they know the present one, and have their second step if they use one.
   * Other sessions and tokens of the account are dead from then on. Throws 422 beside the field, 429 after too many wrong ones.
   */
  async change(
    practitionerId: string,
    { current, wanted, proof }: PasswordChange,
    source: string,
  ): Promise<void> {
    const { isSetUp } = await this.factors.stateOf(await this.accounts.ofPractitioner(practitionerId));
    if (isSetUp && !proof) throw invalidField('code', 'Enter a code');
    const account = await this.identity.assertPassword(practitionerId, current, 'currentPassword', source);
    if (current === wanted) throw invalidField('password', 'Enter a password you are not using now');
    await this.accounts.validatePassword(account, wanted);
    // Last: a code works once, and the new password may have been refused.
    if (isSetUp) await this.proofs.assertProof(account, proof!);
    await this.accounts.setPassword(account, wanted, source);
    await this.log.record(practitionerId, 'change password');
  }
}
