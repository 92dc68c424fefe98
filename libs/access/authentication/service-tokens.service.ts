import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  AUTH_POOL,
  db,
  invalidField,
  isId,
  newId,
  query,
  type Service,
  toProperties,
  unreachable,
} from '#libs/platform';
import type { ServiceScope } from '#libs/terms';
import { audit } from '../audit.js';
import { digest } from './tokens.service.js';

export const SERVICE_TOKEN_DAYS = 365;
/** Found like a personal token where it has leaked into a file or chat, and told apart from one. */
const PREFIX = 'bridges_service_';

export interface ServiceToken {
  readonly id: string;
  readonly name: string;
  readonly scope: ServiceScope;
  /** The administrator who made it. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}
export interface NewServiceToken {
  readonly name: string;
  readonly scope: ServiceScope;
  readonly lastDayOn: string;
}

/** Tokens with which the systems of an agency act for the agency. They belong to it, and not to who made them. */
@Injectable()
export class ServiceTokensService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  /** The tokens of the administrator's agency that can be used, the newest first. */
  list(): Promise<ServiceToken[]> {
    return query('select * from access.service_tokens()');
  }

  /** Creates a token for use until the end of its last day. Its text is returned here only. 422 if the name is taken. */
  async create({ name, scope, lastDayOn }: NewServiceToken): Promise<{ name: string; token: string }> {
    const [id, token] = [newId(), PREFIX + randomBytes(32).toString('base64url')];
    const [{ made }] = (await db().query(
      'select access.create_service_token($1, $2, $3, $4, platform.london_instant($5::date + 1)) as made',
      [id, name, scope, digest(token), lastDayOn],
    )) as [{ made: boolean }];
    if (!made)
      throw invalidField(
        'name',
        'Your agency already has a service token with this name. Choose another name',
      );
    await audit('create service token', 'service token', {
      subjectId: id,
      detail: { name, scope, lastDayOn },
    });
    return { name, token };
  }

  /** Ends a token at once. 404 for another agency's, and for one that has ended. */
  async end(id: string): Promise<void> {
    if (!isId(id)) throw unreachable();
    const [{ done }] = (await db().query('select access.end_service_token($1) as done', [id])) as [
      { done: boolean },
    ];
    if (!done) throw unreachable();
    await audit('end service token', 'service token', { subjectId: id });
  }

  /** The system behind a token, or null. Its use is recorded in the access log once a day. */
  async use(token: string): Promise<Service | null> {
    if (!token.startsWith(PREFIX)) return null;
    const { rows } = await this.pool.query<object>('select * from access.use_service_token($1)', [
      digest(token),
    ]);
    return toProperties<Service>(rows)[0] ?? null;
  }
}
