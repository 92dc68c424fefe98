import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ActorsService, Open } from '#libs/access';
import {
  type Account,
  AuthenticationLog,
  type PasskeyAnswer,
  PasskeysService,
  SignInLimits,
} from '#libs/accounts';
import { type Actor, type FieldError, invalidField, ProblemError } from '#libs/platform';
import { PendingSignIns } from '../../authentication/pending-sign-in.js';
import { done, Page, type Redirect } from '../../http/page.js';
import { putQuestion, takeAnswer } from '../../http/passkey-questions.js';
import type { BridgesRequest } from '../../http/request.js';
import { ownPath } from './sign-in.controller.js';

/** The one answer of every failure: it tells nothing of a passkey or an account. */
const FAILED =
  'You could not be signed in with a passkey. Try again, or sign in with your user name and password';

/** Signing in with a passkey alone: it proves the device, and that its owner unlocked it. */
@Controller('sign-in/passkey')
export class PasskeySignInController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly actors: ActorsService,
    private readonly pending: PendingSignIns,
    private readonly limits: SignInLimits,
    private readonly log: AuthenticationLog,
  ) {}

  /** The page answers a post: opened again by its address, it leads to where a sign-in begins. */
  @Get()
  @Open()
  show(): Redirect {
    return done('/sign-in');
  }

  /** Without an answer it shows the page that asks for one: that begins a session, which no page does by being opened. */
  @Post()
  @Open()
  async signIn(
    @Req() request: BridgesRequest,
    @Body() { passkey, next }: { passkey?: unknown; next?: unknown },
  ): Promise<Page | Redirect> {
    await this.limits.admitPasskey(request.ip ?? 'unknown');
    if (passkey === undefined) return this.page(request, next);
    try {
      const answer = takeAnswer<PasskeyAnswer>(request, 'sign in', passkey);
      const signedIn = { ...(await this.signedIn(answer)), provider: null };
      await this.pending.complete(request, signedIn, 'passkey alone');
    } catch (error) {
      if (!(error instanceof ProblemError) || ![401, 422].includes(error.status)) throw error;
      return this.page(request, next, [{ field: 'passkey', message: FAILED }]);
    }
    return done(ownPath(next));
  }

  private async signedIn(answer: PasskeyAnswer): Promise<{ account: Account; actor: Actor }> {
    const account = await this.passkeys.accountThatAnswered(answer);
    const [actor] = account ? await this.actors.postsOf(account.practitionerId) : [];
    if (account && actor) return { account, actor };
    if (account) this.log.recordLater(account.username, 'fail to sign in', { by: 'passkey' });
    throw invalidField('passkey', FAILED);
  }

  private async page(
    request: BridgesRequest,
    next: unknown,
    errors: readonly FieldError[] = [],
  ): Promise<Page> {
    const view = {
      title: 'Sign in with a passkey',
      next: ownPath(next),
      passkeyOptions: putQuestion(request, 'sign in', await this.passkeys.askAnyone()),
      errors,
    };
    return new Page('sign-in/passkey-sign-in.njk', view, errors.length > 0 ? 422 : 200);
  }
}
