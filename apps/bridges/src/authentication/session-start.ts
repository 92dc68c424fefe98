import type { BridgesRequest } from '../http/request.js';

/** Starts a session. Passport regenerates the session id before it stores the user. */
export async function startSession(request: BridgesRequest, user: unknown): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    request.logIn(user as never, (error: unknown) => (error ? reject(error as Error) : resolve())),
  );
  request.session.startedAt = Date.now();
}

/** The same person goes on in a new session: what they may do has changed, and every earlier session is dead. */
export const renewSession = (request: BridgesRequest): Promise<void> => startSession(request, request.user);
