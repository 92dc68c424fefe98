import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { type Actor, AUTH_POOL, CONFIG, type Config, ProblemError, toProperties } from '#libs/platform';
import type { TokenScope } from '#libs/terms';
import { ACTOR, isStillValid } from './actors.service.js';

/** A use is stored at most this often, so an idle token ends up to a minute early, never late. */
const STORED_EVERY_MS = 60_000;

/** A token as a request presents it. */
export interface TokenInUse {
  readonly id: string;
  readonly accountId: string;
  /** `session`: from a sign-in through the API. */
  readonly kind: 'session' | 'personal';
  readonly scope: TokenScope;
  readonly actor: Actor;
}

type Row = Actor & Omit<TokenInUse, 'actor'> & { readonly lastUsedAt: Date | null };

/**
 * Whether a personal token rests: the provider that signs its owner in may have closed their account there without a word. It
 * can be used again once they sign in.
 */
const IS_RESTING = `(t.kind = 'personal' and exists (select from auth.identity_links l where l.account_id = a.id)
  and (a.last_signed_in_at is null or a.last_signed_in_at < now() - make_interval(days => access.linked_token_days())))`;

/** Bearer tokens of the API: 256 random bits, stored only as a hash, revoked at once. */
@Injectable()
export class TokensService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The token of a sign-in at this instant: ends like a session of pages, and the oldest beyond the limit ends at once. */
  async issue(
    account: { readonly id: string },
    who: Actor,
    issuedAt: Date,
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const { hours, perAccount } = this.config.sessions;
    const now = new Date();
    const expiresAt = new Date(now.getTime() + hours * 3_600_000);
    await this.pool.query(
      `insert into auth.tokens (token_hash, account_id, post_id, issued_at, expires_at, last_used_at, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [digest(token), account.id, who.postId, issuedAt, expiresAt, now],
    );
    await this.pool.query(
      `delete from auth.tokens where token_hash in (select token_hash from auth.tokens
         where account_id = $1 and kind = 'session' order by issued_at desc, token_hash offset $2)`,
      [account.id, perAccount],
    );
    return { token, expiresAt };
  }

  /**
   * The token and its actor; null if it is unknown, has ended, has been idle for too long, or its account, post or
   * credentials no longer hold. A personal token of a person with single sign-on rests while they have not signed in for long.
   */
  async use(token: string): Promise<TokenInUse | null> {
    const now = new Date();
    const idleSince = new Date(now.getTime() - this.config.sessions.idleMinutes * 60_000);
    const { rows } = await this.pool.query<object>(
      `select t.id, t.account_id, t.kind, t.scope, t.last_used_at, x.*
       from auth.tokens t
       join auth.accounts a on a.id = t.account_id and ${isStillValid('t.issued_at')}
       join lateral (${ACTOR} and o.id = t.post_id and p.id = a.practitioner_id) x on true
       where t.token_hash = $1 and t.expires_at > $2 and (t.kind = 'personal' or t.last_used_at > $3)
         and not ${IS_RESTING}`,
      [digest(token), now, idleSince],
    );
    const [row] = toProperties<Row>(rows);
    if (!row) return null;
    const { id, accountId, kind, scope, lastUsedAt, ...actor } = row;
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= STORED_EVERY_MS)
      await this.pool.query('update auth.tokens set last_used_at = $2 where id = $1', [id, now]);
    return { id, accountId, kind, scope, actor };
  }

  /** From now on this token acts in another post of the same practitioner. */
  async actIn(token: string, postId: string): Promise<void> {
    await this.pool.query('update auth.tokens set post_id = $2 where token_hash = $1', [
      digest(token),
      postId,
    ]);
  }

  /** Whether the holder of this token proved who they are within this time. */
  async wasConfirmed(token: string, withinMs: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from auth.tokens where token_hash = $1 and confirmed_at > now() - make_interval(secs => $2)`,
      [digest(token), withinMs / 1000],
    );
    return rowCount === 1;
  }

  /**
   * Notes that the holder of this token of a sign-in has just proved who they are. The token answered takes its place, with
   * the same end. Throws 401 when it has ended.
   */
  async confirm(token: string): Promise<{ token: string; expiresAt: Date }> {
    const next = newToken();
    const { rows } = await this.pool.query<{ expires_at: Date }>(
      `update auth.tokens set token_hash = $2, confirmed_at = now()
       where token_hash = $1 and kind = 'session' returning expires_at`,
      [digest(token), digest(next)],
    );
    if (!rows[0]) throw new ProblemError(401, 'Sign in to continue.');
    return { token: next, expiresAt: rows[0].expires_at };
  }

  async end(token: string): Promise<void> {
    await this.pool.query('delete from auth.tokens where token_hash = $1', [digest(token)]);
  }
}

const newToken = (): string => randomBytes(32).toString('base64url');

export const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
