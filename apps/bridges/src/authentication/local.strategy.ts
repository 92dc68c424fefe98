import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { AccountsService, ActorsService, Attempts } from '#libs/access';
import { type Actor, ProblemError } from '#libs/platform';
import type { Account } from '#libs/access';

/** An authenticated account, and the post that its session starts in. */
export interface SignedIn {
  readonly account: Account;
  readonly actor: Actor;
}

const WRONG = 'Enter a correct user name and password.';

/** Checks user name and password. Attempts are counted, and every failure has the same answer. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly accounts: AccountsService,
    private readonly actors: ActorsService,
    private readonly attempts: Attempts,
  ) {
    super({ passReqToCallback: true });
  }

  async validate(request: Request, typed: string, password: string): Promise<SignedIn> {
    // Surrounding spaces come from pasting; no user name has one.
    const username = typed.trim();
    const address = request.ip ?? 'unknown';
    await this.attempts.admit(username, address);
    const account =
      username.length <= 100 && password.length <= 200 ? await this.accounts.check(username, password) : null;
    const [actor] = account ? await this.actors.postsOf(account.practitionerId) : [];
    if (!account || !actor) throw new ProblemError(401, WRONG);
    await this.attempts.succeeded(username, address);
    return { account, actor };
  }
}
