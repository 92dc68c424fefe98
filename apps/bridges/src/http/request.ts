import type { Request } from 'express';
import type { TokenInUse } from '#libs/access';
import type { BegunAtProvider } from '#libs/accounts';
import type { Actor, Service } from '#libs/platform';
import type { ShownDraft } from './drafts.js';
import type { OpenQuestion } from './passkey-questions.js';
import type { Upload } from './upload.js';

export interface Flash {
  readonly kind: 'success' | 'info';
  readonly text: string;
}

/** What a session stores of its user. */
export interface HeldUser {
  readonly accountId: string;
  readonly practitionerId: string;
  readonly postId: string;
}

/** The identity provider that began a session. */
export interface SessionProvider {
  readonly id: string;
  /** Whether it asked for more than one proof. */
  readonly isStrong: boolean;
  /** Its own name for the session, by which it can end it. */
  readonly sid: string | null;
}

export interface PendingSignIn {
  readonly accountId: string;
  /** The credentials of the account when its password was checked. */
  readonly credentials: string | null;
  readonly postId: string;
  readonly step: 'code' | 'set up';
  readonly begunAt: number;
  /** Where the person wanted to go. */
  readonly next: string;
  /** Null after a password. */
  readonly provider: SessionProvider | null;
}

declare module 'express-session' {
  interface SessionData {
    flash?: Flash;
    startedAt?: number;
    /** Names the session on pages and in the cookie of the last session; does not sign anyone in. */
    publicId?: string;
    browser?: string;
    /** The sign-in before the one that began the session, in milliseconds; null for the first. */
    lastSignedInAt?: number | null;
    passport?: { user?: HeldUser };
    /** When the person last proved who they are, by password or code. */
    confirmedAt?: number;
    /** The password was right and a step is left to do: does not sign anyone in. */
    pendingSignIn?: PendingSignIn;
    /** What pages of this session asked a passkey for. */
    passkeyQuestions?: readonly OpenQuestion[];
    /** The browser was sent to an identity provider: does not sign anyone in. */
    begunAtProvider?: BegunAtProvider;
    provider?: SessionProvider;
  }
}

/** A request after authentication. */
export interface BridgesRequest extends Request {
  actor?: Actor;
  /** A system of an agency, in place of an actor. */
  service?: Service;
  bearer?: string;
  token?: TokenInUse;
  /** A posted form that is to be shown again with what was typed, and not carried out. */
  isShownAgain?: boolean;
  /** The page to go to if it cannot be. */
  shownAgainFrom?: string;
  /** The draft with which it is shown again. */
  draft?: ShownDraft;
  /** The file sent with a form, or why it was not taken. */
  upload?: Upload;
  requestId: string;
  cspNonce: string;
  /** The instant of this request's unit of work; a demonstration's clock may differ from the machine's. */
  moment?: Date;
}

export const isApi = (request: { path: string; originalUrl?: string }): boolean =>
  (request.originalUrl ?? request.path).startsWith('/api/');

export const isScim = (request: { path: string; originalUrl?: string }): boolean =>
  (request.originalUrl ?? request.path).startsWith('/scim/');
/** Whether a program asks, with a token, and not a browser. */
export const isForPrograms = (request: { path: string; originalUrl?: string }): boolean =>
  isApi(request) || isScim(request);

/** The route pattern. The address itself has ids and searched names, which must be in no log or metric. */
export const routeOf = (request: Request): string =>
  (request.route as { path?: string } | undefined)?.path ?? 'none';

/** The page of this site that a request came from; the home page for any other address. */
export function pageOf(request: Request): string {
  const address = request.get('referer');
  const { pathname, search } =
    address && URL.canParse(address) ? new URL(address) : { pathname: '/', search: '' };
  return /^\/(?![/\\])/.test(pathname) ? pathname + search : '/';
}
