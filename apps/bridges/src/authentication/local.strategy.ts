import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { ActorsService } from '#libs/access';
import { AccountsService, SignInLimits, toUsername } from '#libs/accounts';
import { ProblemError } from '#libs/platform';
import { KnownDevices } from './known-devices.js';
import { type SignedIn, SignInCompletion, WRONG } from './sign-in-completion.js';

/** Checks user name and password. Attempts are counted, and every failure has the same answer. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly accounts: AccountsService,
    private readonly actors: ActorsService,
    private readonly limits: SignInLimits,
    private readonly devices: KnownDevices,
    private readonly completion: SignInCompletion,
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
      this.completion.failed(username);
      throw new ProblemError(401, WRONG);
    }
    await this.limits.succeeded(attempt);
    return this.completion.afterPassword(request, account, actor);
  }
}
