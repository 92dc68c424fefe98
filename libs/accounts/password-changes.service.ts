import { Injectable } from '@nestjs/common';
import { invalidField } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { IdentityConfirmation } from './identity-confirmation.service.js';
import { SecondFactorsService } from './second-factors.service.js';

export interface PasswordChange {
  readonly current: string;
  readonly wanted: string;
  /** A code of the authenticator app or a recovery code, from a person who has an app. */
  readonly code?: string | undefined;
}

/** A signed-in person changes their own password. */
@Injectable()
export class PasswordChangesService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly identity: IdentityConfirmation,
    private readonly factors: SecondFactorsService,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * Changes the password of a person who proves that they know the present one, and have their app if they use one.
   * Other sessions and tokens of the account are dead from then on. Throws 422 beside the field, 429 after too many wrong ones.
   */
  async change(
    practitionerId: string,
    { current, wanted, code }: PasswordChange,
    source: string,
  ): Promise<void> {
    const hasApp = (await this.identity.means(practitionerId)).kind === 'code';
    if (hasApp && !code) throw invalidField('code', 'Enter a code');
    const account = await this.identity.assertPassword(practitionerId, current, 'currentPassword', source);
    if (current === wanted) throw invalidField('password', 'Enter a password you are not using now');
    await this.accounts.validatePassword(account, wanted);
    // Last: a code works once, and the new password may have been refused.
    if (hasApp) await this.factors.assertCode(account, code!, { place: 'confirmation' });
    await this.accounts.setPassword(account.id, wanted, source);
    await this.log.record(practitionerId, 'change password');
  }
}
