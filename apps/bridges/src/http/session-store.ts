import { createHash } from 'node:crypto';
import { type SessionData, Store } from 'express-session';
import type { Pool } from 'pg';
import type { SessionLimits } from '#libs/platform';

/** Each page renews the session, but it is saved at most this often, so it ends up to a minute early, never late. */
const TOUCH_EVERY_MS = 60_000;
const MOST_REMEMBERED = 10_000;

type Done = (error?: unknown, session?: SessionData | null) => void;

/**
 * Sessions in Postgres, with their own database role. A session that has ended is marked and never revived, not even by
 * a request that began before; a job removes it after a day.
 */
export class SessionStore extends Store {
  private readonly touchedAt = new Map<string, number>();
  /** Digests of what was written of the session of one request. */
  private readonly written = new WeakMap<SessionData, string>();

  constructor(
    private readonly auth: Pool,
    private readonly limits: SessionLimits,
    private readonly now = (): number => Date.now(),
  ) {
    super();
  }

  override get(sid: string, done: Done): void {
    this.auth
      .query<{ sess: SessionData }>(
        'select sess from auth.sessions where sid = $1 and expire > $2 and ended_because is null',
        [sid, this.instant()],
      )
      .then(
        ({ rows }) => done(null, rows[0]?.sess ?? null),
        (error: unknown) => done(unavailable(error)),
      );
  }

  /**
   * A new session that is saved before a redirect is saved once more when the answer ends, after the browser may have
   * asked for the next page. One request does not write the same data twice, or it would undo what that page wrote.
   * Nothing is stored of a visitor of whom there is nothing to keep.
   */
  override set(sid: string, data: SessionData, done: Done = () => undefined): void {
    const digest = createHash('sha256').update(JSON.stringify(data)).digest('base64');
    if (this.written.get(data) === digest) return done();
    this.remember(sid);
    this.auth
      .query(
        `insert into auth.sessions as held (sid, sess, expire, last_used_at, account_id, began_at, browser, id)
         select $1, $2, $3, $4, $5, $6, $7, coalesce($8, gen_random_uuid())
         where $9 or exists (select from auth.sessions where sid = $1)
         on conflict (sid) do update set sess = excluded.sess, expire = excluded.expire, last_used_at = excluded.last_used_at,
           account_id = excluded.account_id, began_at = excluded.began_at, browser = excluded.browser,
           id = coalesce($8, held.id)
         where held.ended_because is null`,
        [
          sid,
          data,
          this.endOf(data),
          this.instant(),
          data.passport?.user?.accountId ?? null,
          new Date(data.startedAt ?? this.now()),
          data.browser ?? null,
          data.publicId ?? null,
          Object.keys(data).some((name) => name !== 'cookie'),
        ],
      )
      .then(
        () => {
          this.written.set(data, digest);
          done();
        },
        (error: unknown) => done(error),
      );
  }

  override touch(sid: string, data: SessionData, done: (error?: unknown) => void = () => undefined): void {
    const last = this.touchedAt.get(sid);
    if (last !== undefined && this.now() - last < TOUCH_EVERY_MS) return done();
    this.remember(sid);
    this.auth
      .query(
        'update auth.sessions set expire = $2, last_used_at = $3 where sid = $1 and ended_because is null',
        [sid, this.endOf(data), this.instant()],
      )
      .then(
        () => done(),
        (error: unknown) => done(error),
      );
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    this.auth
      .query(
        `update auth.sessions set ended_because = 'sign_out', expire = least(expire, $2), sess = '{}'
         where sid = $1 and ended_because is null`,
        [sid, this.instant()],
      )
      .then(
        () => done(),
        (error: unknown) => done(error),
      );
  }

  /** When it ends if nothing more is done: the idle limit, or the limit in all if that is earlier. */
  private endOf({ startedAt }: SessionData): Date {
    const idle = this.now() + this.limits.idleMinutes * 60_000;
    const whole = (startedAt ?? this.now()) + this.limits.hours * 3_600_000;
    return new Date(Math.min(idle, whole));
  }

  private instant(): Date {
    return new Date(this.now());
  }

  private remember(sid: string): void {
    if (this.touchedAt.size >= MOST_REMEMBERED) this.touchedAt.clear();
    this.touchedAt.set(sid, this.now());
  }
}

/**
 * A missing database socket is reported as a lost connection, or the practitioner would be signed out as if the session
 * had ended.
 */
function unavailable(error: unknown): unknown {
  return (error as { code?: string }).code === 'ENOENT'
    ? Object.assign(new Error('Connection terminated: the sessions cannot be read'), { code: '08006' })
    : error;
}
