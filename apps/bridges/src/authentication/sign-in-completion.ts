import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import {
  type Account,
  AccountsService,
  AuthenticationLog,
  type RecordedSignIn,
  type SecondStep,
  SecondFactorsService,
} from '#libs/accounts';
import { type Actor, ProblemError } from '#libs/platform';
import { isApi, type SessionProvider } from '../http/request.js';
import { KnownDevices } from './known-devices.js';

/** An account whose password was right, and the post that its session starts in. */
export interface SignedIn {
  readonly account: Account;
  readonly actor: Actor;
  /** Null until every step is done. */
  readonly signIn: RecordedSignIn | null;
  /** What is left to do. Nothing is open to the person until it is 'none'. */
  readonly step: SecondStep;
}

/** What completed a sign-in. */
export type SignInProof = 'password' | 'provider' | 'code' | 'passkey' | 'passkey alone';

export const WRONG = 'Enter a correct user name and password.';
const CODE_NEEDED = 'Enter the code that your authenticator app shows now, or a recovery code.';
const SET_UP_NEEDED =
  'Your role or agency asks for a second step to sign in. Sign in on the pages of Bridges and set it up there first.';

/** What follows the right password: a second step where there is one, and the record of the sign-in. */
@Injectable()
export class SignInCompletion {
  constructor(
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly devices: KnownDevices,
    private readonly log: AuthenticationLog,
  ) {}

  /** Recorded later: the write takes time only where the account exists. */
  failed(username: string): void {
    this.log.recordLater(username, 'fail to sign in');
  }

  /** The pages ask for a code on a page of its own, the API in the same request. Throws 401 when it is missing or wrong. */
  async afterPassword(request: Request, account: Account, actor: Actor): Promise<SignedIn> {
    const step = await this.factors.stepAfterPassword(account);
    if (step !== 'none' && !isApi(request)) return { account, actor, signIn: null, step };
    if (step === 'set up') throw new ProblemError(403, SET_UP_NEEDED);
    if (step === 'code') await this.assertCodeIn(request, account);
    return this.complete(request, account, actor, step === 'code' ? 'code' : 'password');
  }

  /** What is left after signing in at an identity provider. */
  async afterProvider(
    request: Request,
    account: Account,
    actor: Actor,
    provider: SessionProvider,
  ): Promise<SignedIn> {
    const step = await this.factors.stepAfterProvider(account, provider.isStrong);
    if (step !== 'none') return { account, actor, signIn: null, step };
    return this.complete(request, account, actor, 'provider', provider);
  }

  /** Every step is done. Throws 401 when the account was suspended or its credentials changed meanwhile. */
  async complete(
    request: Request,
    account: Account,
    actor: Actor,
    by: SignInProof,
    provider: SessionProvider | null = null,
  ): Promise<SignedIn & { signIn: RecordedSignIn }> {
    const signIn = await this.accounts.recordSignIn(account);
    if (!signIn) throw new ProblemError(401, WRONG);
    this.devices.remember(request, account.username);
    const where = provider ? { provider: provider.id } : {};
    await this.log.record(account.practitionerId, 'sign in', { by, ...where });
    return { account, actor, signIn, step: 'none' };
  }

  private async assertCodeIn(request: Request, account: Account): Promise<void> {
    const { code } = (request.body ?? {}) as { code?: unknown };
    const needed = new ProblemError(401, CODE_NEEDED, [{ field: 'code', message: CODE_NEEDED }]);
    if (typeof code !== 'string' || code === '') throw needed;
    await this.factors.assertCode(account, code, { place: 'sign-in' }).catch((error: unknown) => {
      const isWrong = error instanceof ProblemError && error.status === 422;
      throw isWrong ? new ProblemError(401, CODE_NEEDED, error.errors) : error;
    });
  }
}
