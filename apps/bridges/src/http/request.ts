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
  /** The instant of this request's unit of work; a demonstration's clock may differ from the machine's. */
  moment?: Date;
}

export const isApi = (request: { path: string; originalUrl?: string }): boolean =>
  (request.originalUrl ?? request.path).startsWith('/api/');

/** The route pattern. The address itself has ids and searched names, which must be in no log or metric. */
export const routeOf = (request: Request): string =>
  (request.route as { path?: string } | undefined)?.path ?? 'none';
