import { Injectable } from '@nestjs/common';
import { invalidField } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { IdentityConfirmation } from './identity-confirmation.service.js';

/** A signed-in person changes their own password. */
@Injectable()
export class PasswordChangesService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly identity: IdentityConfirmation,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * Changes the password of a person who proves that they know the present one. Other sessions and tokens of the account
   * are dead from then on. Throws 422 beside the field, 429 after too many wrong ones.
   */
  async change(
    practitionerId: string,
    { current, wanted }: { current: string; wanted: string },
    source: string,
  ): Promise<void> {
    const account = await this.identity.assertPassword(practitionerId, current, 'currentPassword', source);
    if (current === wanted) throw invalidField('password', 'Enter a password you are not using now');
    await this.accounts.validatePassword(account, wanted);
    await this.accounts.setPassword(account.id, wanted, source);
    await this.log.record(practitionerId, 'change password');
  }
}
