import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { type Actor, AUTH_POOL } from '#libs/platform';
import { ActorsService } from './actors.service.js';

const LIFE_HOURS = 8;

/** Bearer tokens of the API: 256 random bits, stored only as a hash, revoked at once by signing out. */
@Injectable()
export class TokensService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly actors: ActorsService,
  ) {}

  async issue(account: { readonly id: string }, who: Actor): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + LIFE_HOURS * 3_600_000);
    await this.pool.query(
      'insert into auth.tokens (token_hash, account_id, post_id, issued_at, expires_at) values ($1, $2, $3, now(), $4)',
      [digest(token), account.id, who.postId, expiresAt],
    );
    return { token, expiresAt };
  }

  actorFor(token: string): Promise<Actor | null> {
    return this.actors.byToken(digest(token));
  }

  /** From now on this token acts in another post of the same practitioner. */
  async actIn(token: string, postId: string): Promise<void> {
    await this.pool.query('update auth.tokens set post_id = $2 where token_hash = $1', [
      digest(token),
      postId,
    ]);
  }

  async end(token: string): Promise<void> {
    await this.pool.query('delete from auth.tokens where token_hash = $1', [digest(token)]);
  }
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
