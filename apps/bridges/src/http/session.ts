import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import { type Config, deriveKey, isOverTls } from '#libs/platform';
import type { BridgesRequest, Flash } from './request.js';
import { sessionStore } from './session-store.js';

const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 10;

/** Half an hour idle or ten hours in all ends one. */
export function sessions(config: Config, auth: Pool): RequestHandler[] {
  const keeper = session({
    store: sessionStore(auth),
    // A name with __Host- binds the cookie to this host over TLS; over plain HTTP on one machine it cannot be had.
    name: isOverTls(config) ? '__Host-bridges' : 'bridges',
    secret: deriveKey(config.secret, 'session cookie').toString('hex'),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: isOverTls(config),
      path: '/',
      maxAge: IDLE_MINUTES * 60_000,
    },
  });
  return [keeper, endAfterAWorkingDay];
}

const endAfterAWorkingDay: RequestHandler = (request, _response, next) => {
  const { startedAt } = request.session;
  if (startedAt && Date.now() - startedAt > ABSOLUTE_HOURS * 3_600_000) request.session.regenerate(next);
  else next();
};

/** What a page remembers of its own requests: the session's flash is shown once. */
export function takeFlash(request: BridgesRequest): Flash | null {
  const flash = request.session?.flash;
  if (flash) delete request.session.flash;
  return flash ?? null;
}

/**
 * Writes the session down before somebody is sent on: an answer without a body leaves before it is kept otherwise, and
 * the next page would read the session of before.
 */
export function keepSession({ session: kept }: BridgesRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!kept) resolve();
    else kept.save((error: Error | null) => (error ? reject(error) : resolve()));
  });
}
