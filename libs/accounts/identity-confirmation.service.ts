import { Injectable } from '@nestjs/common';
import { type Account, AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { SecondFactorLimits } from './second-factor-limits.js';
import { SecondFactorsService } from './second-factors.service.js';
import {
  IdentityProvidersService,
  type OfferedProvider,
} from './single-sign-on/identity-providers.service.js';

/**
 * How a signed-in person shows that they still are who they are: by a code if they have an app, or else at the provider
 * that signs them in, or by password.
 */
export type ConfirmedBy =
  | { readonly kind: 'code' }
  | { readonly kind: 'password' }
  | { readonly kind: 'provider'; readonly provider: OfferedProvider };

/** Asks a signed-in person again, before what must not be done with a computer that was left unlocked. */
@Injectable()
export class IdentityConfirmation {
  constructor(
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly limits: SecondFactorLimits,
    private readonly log: AuthenticationLog,
    private readonly providers: IdentityProvidersService,
  ) {}

  async means(practitionerId: string): Promise<ConfirmedBy> {
    const account = await this.accounts.ofPractitioner(practitionerId);
    if (await this.hasApp(account)) return { kind: 'code' };
    const provider = await this.providers.ofAccount(account.id);
    return provider ? { kind: 'provider', provider } : { kind: 'password' };
  }

  /** Throws 422 beside `field` when it is wrong, 429 after too many. */
  async assertIdentity(practitionerId: string, given: string, field: string, source: string): Promise<void> {
    // A person with a provider and no app has no password that would be right.
    if ((await this.means(practitionerId)).kind !== 'code')
      await this.assertPassword(practitionerId, given, field, source);
    else {
      const account = await this.accounts.ofPractitioner(practitionerId);
      await this.factors.assertCode(account, given, { field, place: 'confirmation' });
    }
    await this.log.record(practitionerId, 'confirm identity');
  }

  /**
   * Wrong passwords of a signed-in person count with their wrong codes. For an account with an app a right password ends
   * no count: its holder may still be guessing the code. Throws 422 beside `field`, 429 after too many.
   */
  async assertPassword(
    practitionerId: string,
    typed: string,
    field: string,
    source: string,
  ): Promise<Account> {
    const account = await this.accounts.ofPractitioner(practitionerId);
    await this.limits.admit('confirmation', account.id);
    try {
      await this.accounts.assertPassword(practitionerId, typed, field, source);
    } catch (error) {
      await this.log.record(practitionerId, 'fail to confirm identity');
      throw error;
    }
    if (!(await this.hasApp(account))) await this.limits.succeeded('confirmation', account.id);
    return account;
  }

  private async hasApp(account: Account): Promise<boolean> {
    return (await this.factors.stateOf(account)).isSetUp;
  }
}
