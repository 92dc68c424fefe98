import { Injectable } from '@nestjs/common';
import { type Account, AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import type { PasskeyAnswer, PasskeyQuestion } from './passkey-ceremonies.js';
import { PasskeysService } from './passkeys.service.js';
import { SecondFactorLimits } from './second-factor-limits.js';
import { SecondFactorsService } from './second-factors.service.js';
import {
  IdentityProvidersService,
  type OfferedProvider,
} from './single-sign-on/identity-providers.service.js';

/**
 * How a signed-in person shows that they still are who they are: by their second step, or without one at the provider that
 * signs them in, or else by password.
 */
export interface MeansOfConfirmation {
  readonly by: 'second step' | 'provider' | 'password';
  readonly hasApp: boolean;
  /** For an account with a passkey. */
  readonly question: PasskeyQuestion | null;
  /** For a person who confirms there. */
  readonly provider: OfferedProvider | null;
}

/** Asks a signed-in person again, before what must not be done with a computer that was left unlocked. */
@Injectable()
export class IdentityConfirmation {
  constructor(
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly passkeys: PasskeysService,
    private readonly limits: SecondFactorLimits,
    private readonly log: AuthenticationLog,
    private readonly providers: IdentityProvidersService,
  ) {}

  async means(practitionerId: string): Promise<MeansOfConfirmation> {
    const account = await this.accounts.ofPractitioner(practitionerId);
    const { isSetUp, since } = await this.factors.stateOf(account);
    const question = await this.passkeys.ask(account.id);
    const provider = isSetUp ? null : await this.providers.ofAccount(account.id);
    const withoutSecondStep = provider ? 'provider' : 'password';
    return { by: isSetUp ? 'second step' : withoutSecondStep, hasApp: since !== null, question, provider };
  }

  /** By code or password. Throws 422 beside `field` when it is wrong, 429 after too many. */
  async assertIdentity(practitionerId: string, given: string, field: string, source: string): Promise<void> {
    const account = await this.accounts.ofPractitioner(practitionerId);
    // A person with a provider and no second step has no password that would be right.
    if (await this.hasSecondStep(account))
      await this.factors.assertCode(account, given, { field, place: 'confirmation' });
    else await this.assertPassword(practitionerId, given, field, source);
    await this.log.record(practitionerId, 'confirm identity');
  }

  /** By a passkey. Throws as for a code. */
  async assertPasskey(practitionerId: string, answer: PasskeyAnswer, field: string): Promise<void> {
    const account = await this.accounts.ofPractitioner(practitionerId);
    await this.passkeys.assertPasskey(account, answer, { field, place: 'confirmation' });
    await this.log.record(practitionerId, 'confirm identity', { by: 'passkey' });
  }

  /**
   * Wrong passwords of a signed-in person count with their wrong codes. For an account with a second step a right password
   * ends no count: its holder may still be guessing the code. Throws 422 beside `field`, 429 after too many.
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
    if (!(await this.hasSecondStep(account))) await this.limits.succeeded('confirmation', account.id);
    return account;
  }

  private async hasSecondStep(account: Account): Promise<boolean> {
    return (await this.factors.stateOf(account)).isSetUp;
  }
}
