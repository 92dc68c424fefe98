import type { Request } from 'express';
import type { TokenInUse } from '#libs/access';
import type { Actor } from '#libs/platform';
import type { OpenQuestion } from './passkey-questions.js';

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

export interface PendingSignIn {
  readonly accountId: string;
  /** The credentials of the account when its password was checked. */
  readonly credentials: string | null;
  readonly postId: string;
  readonly step: 'code' | 'set up';
  readonly begunAt: number;
  /** Where the person wanted to go. */
  readonly next: string;
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
  }
}

/** A request after authentication. */
export interface BridgesRequest extends Request {
  actor?: Actor;
  bearer?: string;
  token?: TokenInUse;
  /** A posted form that is to be shown again with what was typed, and not carried out. */
  isShownAgain?: boolean;
  /** The page to go to if it cannot be. */
  shownAgainFrom?: string;
  requestId: string;
  cspNonce: string;
  /** The instant of this request's unit of work; a demonstration's clock may differ from the machine's. */
  moment?: Date;
}

export const isApi = (request: { path: string; originalUrl?: string }): boolean =>
  (request.originalUrl ?? request.path).startsWith('/api/');

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
