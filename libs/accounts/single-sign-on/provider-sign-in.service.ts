import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { baseUrl, CONFIG, type Config } from '#libs/platform';
import type { IdentityProvider } from './identity-providers.service.js';
import { ProviderDiscovery } from './provider-discovery.js';

/** What a browser was sent to a provider for. */
export type SignInPurpose =
  /** `isAnew`: after a refusal, so that a person whom the provider knows as another can sign in there as themselves. */
  | { readonly kind: 'sign in'; readonly isAnew: boolean }
  /** `wasSent`: what asked for it was a form, which is to be sent again. */
  | { readonly kind: 'confirm'; readonly accountId: string; readonly wasSent: boolean }
  | { readonly kind: 'invitation'; readonly invitationId: string };

/** Kept in the session until the browser comes back, once. */
export interface BegunAtProvider {
  readonly providerId: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly begunAt: number;
  readonly purpose: SignInPurpose;
  /** Where the person wanted to go. */
  readonly next: string;
}

/** Who signed in, as the provider says. */
export interface VerifiedIdentity {
  readonly subject: string;
  /** Whether the provider asked for more than one proof. */
  readonly isStrong: boolean;
  /** Whether they proved it there after Bridges asked, and not in a session there that was still open. */
  readonly isAnew: boolean;
  /** The provider's name for its session, if it has one. */
  readonly sid: string | null;
}

const MINUTES = 10;
/** The provider's clock may be this far behind ours when it says when a person signed in. */
const AUTH_TIME_TOLERANCE_SECONDS = 10;
const MAX_SUBJECT_LENGTH = 255;

/** The address that a provider sends people back to; each provider has its own, so that none answers for another. */
export const callbackAddress = (config: Config, providerId: string): string =>
  `${baseUrl(config)}/sign-in/with/${providerId}/callback`;

/** Signing in at an identity provider: authorization code with PKCE, state and nonce. */
@Injectable()
export class ProviderSignInService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly discovery: ProviderDiscovery,
  ) {}

  /** Where to send the browser, and what to keep meanwhile. Throws when the provider cannot be reached. */
  async begin(
    provider: IdentityProvider,
    purpose: SignInPurpose,
    next: string,
  ): Promise<{ readonly address: string; readonly kept: BegunAtProvider }> {
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const codeVerifier = client.randomPKCECodeVerifier();
    const address = client.buildAuthorizationUrl(await this.discovery.clientOf(provider), {
      redirect_uri: callbackAddress(this.config, provider.id),
      // Microsoft Entra gives the claim `oid` only with `profile`.
      scope: provider.subjectClaim === 'oid' ? 'openid profile' : 'openid',
      ...{ state, nonce, code_challenge_method: 'S256' },
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      ...(purpose.kind === 'sign in' && !purpose.isAnew ? {} : SIGN_IN_ANEW),
    });
    const providerId = provider.id;
    return {
      address: address.href,
      kept: { ...{ providerId, state, nonce, codeVerifier, purpose, next }, begunAt: Date.now() },
    };
  }

  /**
   * Who came back from the provider. `query` is that of the address they came back to. Throws for anything that is not
   * the one answer, in time, of this provider to what was begun.
   */
  async finish(provider: IdentityProvider, kept: BegunAtProvider, query: string): Promise<VerifiedIdentity> {
    if (kept.providerId !== provider.id) throw new Error('Another provider was asked');
    if (Date.now() - kept.begunAt > MINUTES * 60_000) throw new Error('It took too long');
    const tokens = await client.authorizationCodeGrant(
      await this.discovery.clientOf(provider),
      new URL(`${callbackAddress(this.config, provider.id)}?${query}`),
      { pkceCodeVerifier: kept.codeVerifier, expectedState: kept.state, expectedNonce: kept.nonce },
    );
    const claims = tokens.claims()!;
    const isAnew = isSince(kept.begunAt, claims.auth_time);
    if (kept.purpose.kind === 'confirm' && !isAnew) throw new Error('The person did not sign in anew');
    const amr: unknown = claims['amr'];
    return {
      subject: subjectIn(claims[provider.subjectClaim]),
      isStrong: Array.isArray(amr) && amr.includes('mfa'),
      isAnew,
      sid: typeof claims['sid'] === 'string' ? claims['sid'] : null,
    };
  }

  /** Where the person can sign out of the provider too; null where it has no such address. */
  async endAddress(provider: IdentityProvider): Promise<string | null> {
    const made = await this.discovery.clientOf(provider);
    if (!made.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(made, {
      post_logout_redirect_uri: `${baseUrl(this.config)}/sign-in`,
    }).href;
  }
}

/** For a person at a computer that another may have left signed in at the provider. */
const SIGN_IN_ANEW = { prompt: 'login', max_age: '0' };

const isSince = (begunAt: number, authTime: unknown): boolean =>
  typeof authTime === 'number' && authTime >= begunAt / 1000 - AUTH_TIME_TOLERANCE_SECONDS;

export function subjectIn(claim: unknown): string {
  if (typeof claim !== 'string' || claim === '' || claim.length > MAX_SUBJECT_LENGTH)
    throw new Error('The provider does not say who signed in');
  return claim;
}
