import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, isId } from '#libs/platform';
import { openClientSecret } from './provider-secrets.js';
import type { ProviderAddress } from './provider-discovery.js';

/** Where people of an agency sign in instead. */
export interface OfferedProvider {
  readonly id: string;
  readonly name: string;
}

/** A provider that is on, with what is needed to use it. */
export interface IdentityProvider extends OfferedProvider, ProviderAddress {
  readonly agencyId: string;
  readonly subjectClaim: 'sub' | 'oid';
}

/** The identity providers that are on, of all agencies. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
  ) {}

  /** Those of agencies where people work: not of one that has closed. */
  async offered(): Promise<OfferedProvider[]> {
    const { rows } = await this.pool.query<OfferedProvider>(
      `select v.id, v.name from auth.identity_providers v
       where v.is_on and exists (select from posts o where o.agency_id = v.agency_id
         and platform.is_now(o.began_at, o.ended_at))
       order by access.name_order(v.name), v.id`,
    );
    return rows;
  }

  /** Those that the person invited may set up their account with: of the one agency that they work for. */
  async offeredTo(practitionerId: string): Promise<OfferedProvider[]> {
    const { rows } = await this.pool.query<OfferedProvider>(
      `select v.id, v.name from auth.identity_providers v
       where v.is_on and not access.works_for_several($1) and v.agency_id in (select o.agency_id from posts o
         where o.practitioner_id = $1 and (o.ended_at is null or o.ended_at > platform.now()))
       order by access.name_order(v.name), v.id`,
      [practitionerId],
    );
    return rows;
  }

  /** The provider at which this account's owner signs in; null for one with a password. */
  async ofAccount(accountId: string): Promise<OfferedProvider | null> {
    const { rows } = await this.pool.query<OfferedProvider>(
      `select v.id, v.name from auth.identity_links l join auth.identity_providers v on v.id = l.provider_id
       where l.account_id = $1`,
      [accountId],
    );
    return rows[0] ?? null;
  }

  /** Null for one that does not exist or is off. */
  async find(id: unknown): Promise<IdentityProvider | null> {
    if (!isId(id)) return null;
    const { rows } = await this.pool.query<IdentityProvider & { sealed: Buffer }>(
      `select id, name, issuer, agency_id as "agencyId", subject_claim as "subjectClaim", client_id as "clientId",
         client_secret as sealed
       from auth.identity_providers where id = $1 and is_on`,
      [id],
    );
    if (!rows[0]) return null;
    const { sealed, ...provider } = rows[0];
    return { ...provider, clientSecret: openClientSecret(this.config.secret, provider.id, sealed) };
  }
}
