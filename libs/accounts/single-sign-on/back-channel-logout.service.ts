import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, customFetch, type JWTPayload, jwtVerify } from 'jose';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, ProblemError } from '#libs/platform';
import { AuthenticationLog } from '../authentication-log.js';
import { type IdentityProvider, IdentityProvidersService } from './identity-providers.service.js';
import { ProviderDiscovery } from './provider-discovery.js';
import { providerRequests } from './provider-requests.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const MAX_AGE_SECONDS = 5 * 60;
const CLOCK_TOLERANCE_SECONDS = 10;
const MAX_TOKEN_LENGTH = 10_000;
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** A provider says that a person signed out there (OpenID Connect Back-Channel Logout). */
@Injectable()
export class BackChannelLogoutService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly providers: IdentityProvidersService,
    private readonly discovery: ProviderDiscovery,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * Ends the sessions that the token names: one of the provider's, or all of a person who signed in there. Throws 400 for
   * a token that this provider did not sign for us, is no logout token, is old, or was used before.
   */
  async end(providerId: string, token: unknown): Promise<void> {
    const provider = await this.providers.find(providerId);
    if (!provider || typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH) throw unusable();
    const claims = await this.verified(provider, token).catch(() => {
      throw unusable();
    });
    const [sid, subject] = [textOf(claims['sid']), textOf(claims[provider.subjectClaim])];
    const names = isObject(claims['events']) && isObject(claims['events'][EVENT]);
    if (!names || 'nonce' in claims || (sid === null && subject === null)) throw unusable();
    if (!(await this.useOnce(provider.id, String(claims.jti)))) throw unusable();
    const { rows } = await this.pool.query<{ id: string }>(END, [provider.id, sid, subject]);
    for (const { id } of rows) await this.log.record(id, 'sign out at provider', { provider: provider.id });
  }

  private async verified(provider: IdentityProvider, token: string): Promise<JWTPayload> {
    const { jwks_uri: keys } = (await this.discovery.clientOf(provider)).serverMetadata();
    const keySet = createRemoteJWKSet(new URL(keys!), {
      [customFetch]: providerRequests(this.config.providersOnLoopback) as typeof fetch,
    });
    const { payload } = await jwtVerify(token, keySet, {
      ...{ issuer: provider.issuer, audience: provider.clientId, algorithms: ASYMMETRIC },
      ...{ requiredClaims: ['jti', 'iat', 'events'], maxTokenAge: MAX_AGE_SECONDS },
      ...{ clockTolerance: CLOCK_TOLERANCE_SECONDS, typ: 'logout+jwt' },
    });
    return payload;
  }

  /** False if the token was used before. Those too old to be accepted are forgotten. */
  private async useOnce(providerId: string, jti: string): Promise<boolean> {
    await this.pool.query('delete from auth.logout_tokens where expires_at < now()');
    const { rowCount } = await this.pool.query(
      `insert into auth.logout_tokens (provider_id, token_hash, expires_at)
       values ($1, $2, now() + make_interval(secs => $3)) on conflict do nothing`,
      [providerId, createHash('sha256').update(jti).digest(), MAX_AGE_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS],
    );
    return rowCount === 1;
  }
}

/** Only sessions that this provider began: a person may have signed in another way since. */
const END = `
  update auth.sessions s set ended_because = 'account', expire = least(s.expire, now()), sess = '{}'
  from auth.accounts a
  where s.ended_because is null and s.expire > now() and a.id = s.account_id
    and (s.sess::jsonb) #>> '{provider,id}' = $1::text
    and ($2::text is null or (s.sess::jsonb) #>> '{provider,sid}' = $2)
    and ($3::text is null or exists (select from auth.identity_links l
      where l.provider_id = $1::uuid and l.account_id = a.id and l.subject = $3))
  returning a.practitioner_id as id`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const unusable = (): ProblemError => new ProblemError(400, 'This logout token cannot be used.');
