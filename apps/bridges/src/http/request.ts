import type { Request } from 'express';
import type { Actor } from '#libs/platform';

export interface Flash {
  readonly kind: 'success' | 'info';
  readonly text: string;
}

declare module 'express-session' {
  interface SessionData {
    flash?: Flash;
    startedAt?: number;
  }
}

/** A request after authentication. */
export interface BridgesRequest extends Request {
  actor?: Actor;
  bearer?: string;
  requestId: string;
  cspNonce: string;
  /** The instant of this request's unit of work; the demonstration's clock may stand elsewhere than the machine's. */
  moment?: Date;
}

export const isApi = (request: { path: string; originalUrl?: string }): boolean =>
  (request.originalUrl ?? request.path).startsWith('/api/');

/** The pattern of its route. An address itself holds ids and names that were searched for, which are in no log or figure. */
export const routeOf = (request: Request): string =>
  (request.route as { path?: string } | undefined)?.path ?? 'none';
