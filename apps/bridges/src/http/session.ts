import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import { type Config, deriveKey, isOverTls } from '#libs/platform';
import type { BridgesRequest, Flash } from './request.js';
import { sessionStore } from './session-store.js';

const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 10;

/** A session ends after half an hour idle or ten hours in all. */
export function sessions(config: Config, auth: Pool): RequestHandler[] {
  const keeper = session({
    store: sessionStore(auth),
    // The __Host- prefix binds the cookie to this host over TLS; it cannot be used with plain HTTP on one machine.
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

/** Session data for the next page: flash messages are shown once. */
export function takeFlash(request: BridgesRequest): Flash | null {
  const flash = request.session?.flash;
  if (flash) delete request.session.flash;
  return flash ?? null;
}

/**
 * Saves the session before a redirect is sent: an answer without a body would leave before the save, and the next page
 * would read the old session.
 */
export function keepSession({ session: kept }: BridgesRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!kept) resolve();
    else kept.save((error: Error | null) => (error ? reject(error) : resolve()));
  });
}
