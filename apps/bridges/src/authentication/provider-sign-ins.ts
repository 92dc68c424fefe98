import { Injectable, Logger } from '@nestjs/common';
import { ActorsService } from '#libs/access';
import {
  type Account,
  AuthenticationLog,
  type BegunAtProvider,
  IdentityLinksService,
  type IdentityProvider,
  IdentityProvidersService,
  ProviderSignInService,
  SecondFactorsService,
  SignInLimits,
  type SignInPurpose,
  type VerifiedIdentity,
} from '#libs/accounts';
import type { Actor } from '#libs/platform';
import { BrowserSessions } from '../http/browser-sessions.js';
import type { BridgesRequest, HeldUser, SessionProvider } from '../http/request.js';
import { keepSession } from '../http/session.js';
import { beginPendingSignIn } from './pending-sign-in.js';
import { SignInCompletion } from './sign-in-completion.js';

export const NOT_CONFIRMED = 'Your agency’s account did not confirm that it is you. Nothing has been saved.';
const SEND_AGAIN =
  'You have confirmed that it is you. Nothing has been saved yet. Check the page and press the button again.';

/** The sign-in page with the one sentence of every failure, from which the person still arrives where they wanted to go. */
export const failedSignInPath = (next: string): string =>
  `/sign-in?refused=provider&next=${encodeURIComponent(next)}`;

/** Signing in with an agency's identity provider, in a browser. */
@Injectable()
export class ProviderSignIns {
  private readonly programLog = new Logger('Single sign-on');

  constructor(
    private readonly providers: IdentityProvidersService,
    private readonly signIns: ProviderSignInService,
    private readonly links: IdentityLinksService,
    private readonly actors: ActorsService,
    private readonly factors: SecondFactorsService,
    private readonly limits: SignInLimits,
    private readonly completion: SignInCompletion,
    private readonly sessions: BrowserSessions,
    private readonly log: AuthenticationLog,
  ) {}

  /** Where to send the browser; null when the provider is off, unknown or cannot be reached. Throws 429 after too many. */
  async begin(
    request: BridgesRequest,
    providerId: string,
    purpose: SignInPurpose,
    next: string,
  ): Promise<string | null> {
    await this.limits.admitProvider(request.ip ?? 'unknown');
    try {
      const provider = await this.providers.find(providerId);
      if (!provider) return null;
      const { address, kept } = await this.signIns.begin(provider, purpose, next);
      request.session.begunAtProvider = kept;
      return address;
    } catch (error) {
      this.warn(providerId, error);
      return null;
    }
  }

  /** Where to go now that the browser came back from a provider. */
  async finish(request: BridgesRequest, providerId: string): Promise<string> {
    const kept = await takeBegun(request);
    if (!kept) return failedSignInPath('/');
    try {
      const provider = await this.providers.find(providerId);
      if (!provider) return this.refuse(request, kept);
      const query = request.originalUrl.split('?')[1] ?? '';
      const identity = await this.signIns.finish(provider, kept, query);
      if (kept.purpose.kind !== 'confirm')
        return (await this.signIn(request, provider, identity, kept)) ?? failedSignInPath(kept.next);
      if (await this.confirm(request, provider, identity, kept)) return kept.next;
    } catch (error) {
      this.warn(providerId, error);
    }
    return this.refuse(request, kept);
  }

  /** A person who could not confirm who they are is still signed in. */
  private refuse(request: BridgesRequest, { purpose, next }: BegunAtProvider): string {
    if (purpose.kind !== 'confirm' || !request.actor) return failedSignInPath(next);
    request.session.flash = { kind: 'info', text: NOT_CONFIRMED };
    return '/account';
  }

  private async signIn(
    request: BridgesRequest,
    provider: IdentityProvider,
    identity: VerifiedIdentity,
    { purpose, next }: BegunAtProvider,
  ): Promise<string | null> {
    const account =
      purpose.kind === 'invitation'
        ? await this.accept(purpose.invitationId, provider, identity)
        : await this.linked(provider, identity);
    const actor = account ? await this.actorOf(account, provider) : null;
    if (!account || !actor) return null;
    const session: SessionProvider = {
      ...{ id: provider.id, isStrong: identity.isStrong, sid: identity.sid },
    };
    const signedIn = await this.completion.afterProvider(request, account, actor, session);
    if (signedIn.step !== 'none') return beginPendingSignIn(request, signedIn, next, session);
    const user: HeldUser = {
      ...{ accountId: account.id, practitionerId: account.practitionerId, postId: actor.postId },
    };
    const signIn = { ...signedIn.signIn!, isConfirmation: identity.isAnew };
    await this.sessions.begin(request, account.id, user, signIn, session);
    return next;
  }

  /**
   * A signed-in person proved again who they are: by the identity that their own account has. A person with an app or a
   * passkey confirms with that only.
   */
  private async confirm(
    request: BridgesRequest,
    provider: IdentityProvider,
    identity: VerifiedIdentity,
    { purpose }: BegunAtProvider,
  ): Promise<boolean> {
    const account = await this.linked(provider, identity);
    const held = request.actor && (request.user as HeldUser | undefined);
    const isSame = account !== null && account.id === held?.accountId;
    const isMeans = isSame && !(await this.factors.stateOf(account)).isSetUp;
    if (!isMeans || purpose.kind !== 'confirm' || purpose.accountId !== account.id) {
      if (held)
        await this.log.record(held.practitionerId, 'fail to confirm identity', { provider: provider.id });
      return false;
    }
    const begun = request.session.provider;
    // The provider may have begun another session, which is the one that it will end.
    if (begun) request.session.provider = { ...begun, sid: identity.sid };
    await this.sessions.confirm(request);
    if (purpose.wasSent) request.session.flash = { kind: 'info', text: SEND_AGAIN };
    await this.log.record(account.practitionerId, 'confirm identity', { provider: provider.id });
    return true;
  }

  private async linked(provider: IdentityProvider, { subject }: VerifiedIdentity): Promise<Account | null> {
    const found = await this.links.find(provider.id, subject);
    if (!found) this.programLog.warn(`Provider ${provider.id}: an identity that no one here has`);
    else if (!found.mayUse)
      await this.log.record(found.account.practitionerId, 'fail to sign in with provider', {
        provider: provider.id,
      });
    return found?.mayUse ? found.account : null;
  }

  private async accept(
    invitationId: string,
    provider: IdentityProvider,
    { subject }: VerifiedIdentity,
  ): Promise<Account | null> {
    const account = await this.links.accept(invitationId, provider.id, subject);
    if (account)
      await this.log.record(account.practitionerId, 'accept invitation', { provider: provider.id });
    return account;
  }

  private async actorOf({ practitionerId }: Account, { agencyId }: IdentityProvider): Promise<Actor | null> {
    const posts = await this.actors.postsOf(practitionerId);
    return posts.find((post) => post.agencyId === agencyId) ?? null;
  }

  /** Names no person: what a provider answers may. */
  private warn(providerId: string, error: unknown): void {
    const { code, message } = error as { code?: string; message?: string };
    this.programLog.warn(`Provider ${providerId}: ${code ?? message ?? 'failed'}`);
  }
}

/** What was begun in this session, once: an answer that comes twice finds nothing. */
async function takeBegun(request: BridgesRequest): Promise<BegunAtProvider | null> {
  const kept = request.session.begunAtProvider ?? null;
  if (!kept) return null;
  delete request.session.begunAtProvider;
  await keepSession(request);
  return kept;
}
