import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData, type Store } from 'express-session';
import type { Pool } from 'pg';

/** Each page renews the session, but it is saved at most this often, so it ends up to a minute early, never late. */
const TOUCH_EVERY_MS = 60_000;
const MOST_REMEMBERED = 10_000;

type Done = (error?: unknown, session?: SessionData | null) => void;

/** Sessions in Postgres, with their own database role. A job removes expired ones. */
export function sessionStore(auth: Pool, now = (): number => Date.now()): Store {
  return new SparingStore(
    { pool: auth, schemaName: 'auth', tableName: 'sessions', pruneSessionInterval: false },
    now,
  );
}

class SparingStore extends connectPgSimple(session) {
  private readonly touchedAt = new Map<string, number>();

  constructor(
    options: connectPgSimple.PGStoreOptions,
    private readonly now: () => number,
  ) {
    super(options);
  }

  /**
   * A missing database socket is reported as a lost connection, or the practitioner would be signed out as if the
   * session had ended.
   */
  override get(sid: string, done: Done): void {
    super.get(sid, (error: unknown, session?: SessionData | null) =>
      (error as { code?: string } | null)?.code === 'ENOENT'
        ? done(
            Object.assign(new Error('Connection terminated: the sessions cannot be read'), { code: '08006' }),
          )
        : done(error, session),
    );
  }

  override touch(sid: string, data: SessionData, done?: () => void): void {
    const last = this.touchedAt.get(sid);
    if (last !== undefined && this.now() - last < TOUCH_EVERY_MS) {
      done?.();
      return;
    }
    this.remember(sid);
    super.touch(sid, data, done);
  }

  override set(sid: string, data: SessionData, done?: (error?: unknown) => void): void {
    this.remember(sid);
    super.set(sid, data, done);
  }

  private remember(sid: string): void {
    if (this.touchedAt.size >= MOST_REMEMBERED) this.touchedAt.clear();
    this.touchedAt.set(sid, this.now());
  }
}
