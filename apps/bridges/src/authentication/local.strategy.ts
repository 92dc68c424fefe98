import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { ActorsService } from '#libs/access';
import {
  type Account,
  AccountsService,
  AuthenticationLog,
  type SignInAttempt,
  SignInLimits,
  toUsername,
} from '#libs/accounts';
import { type Actor, ProblemError } from '#libs/platform';
import { KnownDevices } from './known-devices.js';

/** An authenticated account, and the post that its session starts in. */
export interface SignedIn {
  readonly account: Account;
  readonly actor: Actor;
  /** The sign-in before this one; null for the first. */
  readonly lastSignedInAt: Date | null;
}

const WRONG = 'Enter a correct user name and password.';

/** Checks user name and password. Attempts are counted, and every failure has the same answer. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly accounts: AccountsService,
    private readonly actors: ActorsService,
    private readonly limits: SignInLimits,
    private readonly devices: KnownDevices,
    private readonly log: AuthenticationLog,
  ) {
    super({ passReqToCallback: true });
  }

  async validate(request: Request, typed: string, password: string): Promise<SignedIn> {
    const username = toUsername(typed);
    const source = request.ip ?? 'unknown';
    const attempt = { username, source, device: this.devices.idFor(request, username) };
    await this.limits.admit(attempt);
    const account = await this.accounts.check(username, password, source);
    const [actor] = account ? await this.actors.postsOf(account.practitionerId) : [];
    if (!account || !actor) {
      this.log.recordLater(username, 'fail to sign in');
      throw new ProblemError(401, WRONG);
    }
    return this.signedIn(request, attempt, account, actor);
  }

  private async signedIn(
    request: Request,
    attempt: SignInAttempt,
    account: Account,
    actor: Actor,
  ): Promise<SignedIn> {
    await this.limits.succeeded(attempt);
    this.devices.remember(request, account.username);
    const lastSignedInAt = await this.accounts.recordSignIn(account);
    await this.log.record(account.practitionerId, 'sign in');
    return { account, actor, lastSignedInAt };
  }
}
