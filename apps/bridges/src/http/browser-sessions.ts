import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { SessionData } from 'express-session';
import { KeptFormsService, KeptInputsService, type SessionEnding, SessionsService } from '#libs/access';
import type { RecordedSignIn } from '#libs/accounts';
import { CONFIG, type Config, newId } from '#libs/platform';
import { browserInWords } from './browser-in-words.js';
import { cookiePolicy } from './cookies.js';
import { LastSessionCookie, newFormKey } from './last-session.js';
import type { BridgesRequest, HeldUser, SessionProvider } from './request.js';

interface SignInOfSession extends RecordedSignIn {
  /** False where a provider still knew the person, who has proved nothing now. */
  readonly isConfirmation?: boolean;
}

/** Begins and ends the session of a browser, with the cookies that belong to it. */
@Injectable()
export class BrowserSessions {
  private readonly lastSession: LastSessionCookie;
  private readonly policy: ReturnType<typeof cookiePolicy>;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: SessionsService,
    private readonly forms: KeptFormsService,
    private readonly inputs: KeptInputsService,
  ) {
    this.lastSession = new LastSessionCookie(config);
    this.policy = cookiePolicy(config);
  }

  /**
   * Begins a session of this account with a new session id, at the instant of the sign-in. What another account kept in
   * this browser is deleted.
   */
  begin(
    request: BridgesRequest,
    accountId: string,
    user: Express.User,
    { at, before, isConfirmation = true }: SignInOfSession,
    provider: SessionProvider | null = null,
  ): Promise<void> {
    return this.start(request, accountId, user, {
      ...{ startedAt: at.getTime(), lastSignedInAt: before?.getTime() ?? null },
      ...(isConfirmation ? { confirmedAt: Date.now() } : {}),
      ...(provider ? { provider } : {}),
    });
  }

  /**
   * The same person goes on in a new session: their password has changed, and every earlier session is dead. They have
   * not proved again who they are.
   */
  async renew(request: BridgesRequest): Promise<void> {
    const { confirmedAt, lastSignedInAt = null, provider } = request.session;
    await this.start(request, (request.user as HeldUser).accountId, request.user!, {
      ...{ startedAt: await this.sessions.beginning(), confirmedAt, lastSignedInAt },
      ...(provider ? { provider } : {}),
    });
  }

  /** The same person goes on under a new session id: they have just proved who they are. It ends when it would have. */
  async confirm(request: BridgesRequest): Promise<void> {
    const { startedAt, lastSignedInAt = null, provider, passkeyQuestions } = request.session;
    await this.start(request, (request.user as HeldUser).accountId, request.user!, {
      ...{ startedAt, confirmedAt: Date.now(), lastSignedInAt },
      ...(provider ? { provider } : {}),
      // The form that was confirmed may bring an answer to one.
      passkeyQuestions,
    });
  }

  private async start(
    request: BridgesRequest,
    accountId: string,
    user: Express.User,
    kept: Pick<SessionData, 'startedAt' | 'confirmedAt' | 'lastSignedInAt' | 'provider' | 'passkeyQuestions'>,
  ): Promise<void> {
    const last = this.lastSession.of(request);
    // Passport regenerates the session id before it stores the user.
    await new Promise<void>((resolve, reject) =>
      request.logIn(user, (error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    const sessionId = newId();
    const { session } = request;
    Object.assign(session, {
      ...kept,
      publicId: sessionId,
      browser: browserInWords(request.get('user-agent')),
    });
    await new Promise<void>((resolve, reject) =>
      session.save((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    await this.sessions.endOldest(accountId);
    const isSamePerson = last?.accountId === accountId;
    if (last && !isSamePerson) await this.forms.discard(last.key);
    this.lastSession.issue(request.res!, {
      sessionId,
      accountId,
      key: isSamePerson ? last.key : newFormKey(),
    });
  }

  /** Signs out: nothing of the session stays in the browser, nor what it kept. */
  async end(request: BridgesRequest, response: Response): Promise<void> {
    const last = this.lastSession.of(request);
    if (last) {
      await this.forms.discard(last.key);
      await this.inputs.discardSession(last.accountId, request.session.startedAt ?? 0);
    }
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    this.lastSession.clear(response);
    response.clearCookie(this.policy.name('bridges'), this.policy.options);
  }

  /** Why the last session of this browser ended; null if there was none, or its person signed out. */
  async ending(request: BridgesRequest): Promise<SessionEnding | null> {
    const last = this.lastSession.of(request);
    if (!last || request.actor) return null;
    return (await this.sessions.endingOf(last.accountId, last.sessionId)) ?? 'account';
  }
}
