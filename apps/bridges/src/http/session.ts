import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import { type Config, deriveKey } from '#libs/platform';
import { cookiePolicy } from './cookies.js';
import type { BridgesRequest, Flash } from './request.js';
import { SessionStore } from './session-store.js';

/**
 * A session ends when it has been idle for too long, and after a working day. The store ends it; the cookie lasts as
 * long as the browser, so that a later request can tell why the person was signed out.
 */
export function sessions(config: Config, auth: Pool): RequestHandler[] {
  const { name, options } = cookiePolicy(config);
  const keeper = session({
    store: new SessionStore(auth, config.sessions),
    name: name('bridges'),
    secret: deriveKey(config.secret, 'session cookie').toString('hex'),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: options,
  });
  return options.secure ? [overTls, keeper] : [keeper];
}

/** Where the configuration says that people come over TLS, a proxy need not say so in a header. */
const overTls: RequestHandler = (request, _response, next) => {
  Object.defineProperty(request, 'secure', { value: true });
  next();
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
