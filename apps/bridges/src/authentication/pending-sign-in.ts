import { Injectable } from '@nestjs/common';
import { ActorsService } from '#libs/access';
import { type Account, AccountsService } from '#libs/accounts';
import type { Actor } from '#libs/platform';
import { BrowserSessions } from '../http/browser-sessions.js';
import type { BridgesRequest, HeldUser, PendingSignIn, SessionProvider } from '../http/request.js';
import { type SignedIn, SignInCompletion, type SignInProof } from './sign-in-completion.js';

const MINUTES = 10;
const PAGES = { code: '/sign-in/code', 'set up': '/sign-in/second-step' } as const;

export interface OpenSignIn extends PendingSignIn {
  readonly account: Account;
  readonly actor: Actor;
}

/**
 * Keeps that the first step was right in a new session, which opens nothing but the page of the step that is left. Gives the
 * path of that page.
 */
export async function beginPendingSignIn(
  request: BridgesRequest,
  { account, actor, step }: SignedIn,
  next: string,
  provider: SessionProvider | null = null,
): Promise<string> {
  await new Promise<void>((resolve, reject) =>
    request.session.regenerate((error: Error | null) => (error ? reject(error) : resolve())),
  );
  if (step === 'none') return next;
  request.session.pendingSignIn = {
    ...{ accountId: account.id, credentials: account.credentials },
    ...{ postId: actor.postId, step, next, begunAt: Date.now(), provider },
  };
  return PAGES[step];
}

/** Signing in between the first step and the last. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly accounts: AccountsService,
    private readonly actors: ActorsService,
    private readonly completion: SignInCompletion,
    private readonly sessions: BrowserSessions,
  ) {}

  /** Null when this browser is not at this step, took too long, or the account was suspended or changed meanwhile. */
  async at(step: PendingSignIn['step'], request: BridgesRequest): Promise<OpenSignIn | null> {
    const pending = request.session.pendingSignIn;
    if (pending?.step !== step || Date.now() - pending.begunAt > MINUTES * 60_000) return null;
    const account = await this.accounts.unchanged(pending.accountId, pending.credentials);
    const posts = account ? await this.actors.postsOf(account.practitionerId) : [];
    const actor = posts.find(({ postId }) => postId === pending.postId);
    return account && actor ? { ...pending, account, actor } : null;
  }

  /** The last step is done: the person is signed in, in a session with a new id. */
  async complete(
    request: BridgesRequest,
    { account, actor, provider }: Pick<OpenSignIn, 'account' | 'actor' | 'provider'>,
    by: SignInProof,
  ): Promise<void> {
    const { signIn } = await this.completion.complete(request, account, actor, by, provider);
    const user: HeldUser = {
      accountId: account.id,
      practitionerId: account.practitionerId,
      postId: actor.postId,
    };
    await this.sessions.begin(request, account.id, user, signIn, provider);
  }
}
