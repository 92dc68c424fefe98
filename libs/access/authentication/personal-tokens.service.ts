import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, invalidField, isId, toProperties, unreachable } from '#libs/platform';
import type { TokenScope } from '#libs/terms';
import { digest } from './tokens.service.js';

export const PERSONAL_TOKEN_DAYS = { min: 1, max: 365, usual: 30 } as const;
const PER_ACCOUNT = 20;
/** So that a token which has leaked into a file or chat can be found. */
const PREFIX = 'bridges_';

export interface PersonalToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}
export interface NewToken {
  readonly name: string;
  readonly scope: TokenScope;
  readonly days: number;
}

const COLUMNS = 'id, name, scope, issued_at as created_at, expires_at, last_used_at';

/** Tokens that a person makes for their own programs. Only the owner of an account sees and revokes its tokens. */
@Injectable()
export class PersonalTokensService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  async list(accountId: string): Promise<PersonalToken[]> {
    const { rows } = await this.pool.query<object>(
      `select ${COLUMNS} from auth.tokens
       where account_id = $1 and kind = 'personal' and expires_at > $2 order by issued_at desc, id`,
      [accountId, new Date()],
    );
    return toProperties(rows);
  }

  /**
   * Creates a token that acts in this post. Its text is returned here only. Throws 422 if the account has too many, or
   * one of this name.
   */
  async create(
    accountId: string,
    postId: string,
    { name, scope, days }: NewToken,
  ): Promise<PersonalToken & { token: string }> {
    const held = await this.list(accountId);
    if (held.length >= PER_ACCOUNT)
      throw invalidField('name', `You have ${PER_ACCOUNT} tokens. Revoke one that you no longer use`);
    await this.pool.query(
      `delete from auth.tokens where account_id = $1 and kind = 'personal' and expires_at <= $2`,
      [accountId, new Date()],
    );
    const token = PREFIX + randomBytes(32).toString('base64url');
    const createdAt = new Date();
    const { rows } = await this.pool.query<object>(
      `insert into auth.tokens (token_hash, account_id, post_id, issued_at, expires_at, kind, name, scope)
       values ($1, $2, $3, $4, $5, 'personal', $6, $7) on conflict (account_id, name) do nothing returning ${COLUMNS}`,
      [
        digest(token),
        accountId,
        postId,
        createdAt,
        new Date(createdAt.getTime() + days * 86_400_000),
        name,
        scope,
      ],
    );
    const [created] = toProperties<PersonalToken>(rows);
    if (!created) throw invalidField('name', 'You already have a token with this name. Choose another name');
    return { ...created, token };
  }

  /** Throws 404 unless it is a token of this account. */
  async revoke(accountId: string, id: string): Promise<void> {
    if (!isId(id)) throw unreachable();
    const { rowCount } = await this.pool.query(
      `delete from auth.tokens where id = $2 and account_id = $1 and kind = 'personal'`,
      [accountId, id],
    );
    if (!rowCount) throw unreachable();
  }
}
