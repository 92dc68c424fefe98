import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { CONFIG, type Config, invalidField, PrivateTarget, targetError } from '#libs/platform';
import { providerRequests } from './provider-requests.js';

const TIMEOUT_SECONDS = 5;
/** How long what a provider says of itself is kept. Its keys are fetched for each sign-in: a replaced one counts at once. */
const KEPT_MS = 60 * 60_000;
/** How far the clock of a provider may differ from ours. */
const CLOCK_TOLERANCE_SECONDS = 10;

/** What a request to a provider needs to know of it. */
export interface ProviderAddress {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What identity providers say of themselves (OpenID Connect Discovery). */
@Injectable()
export class ProviderDiscovery {
  private readonly kept = new Map<
    string,
    { readonly metadata: client.ServerMetadata; readonly at: number }
  >();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Throws 422 beside `field` unless a provider with exactly this issuer answers and can sign people in. */
  async assertIssuer(issuer: string, field: string): Promise<void> {
    const error = targetError(issuer, this.config.providersOnLoopback);
    if (error) throw invalidField(field, error);
    const metadata = await this.discover(issuer).catch((failure: unknown) => {
      throw invalidField(field, failure instanceof PrivateTarget ? NOT_PUBLIC : NO_ANSWER);
    });
    if (!metadata.authorization_endpoint || !metadata.token_endpoint || !metadata.jwks_uri)
      throw invalidField(field, 'This provider cannot sign people in: it names no address for it');
  }

  /** A client of the provider. Throws when it cannot be reached or says something else than it should. */
  async clientOf({ issuer, clientId, clientSecret }: ProviderAddress): Promise<client.Configuration> {
    const kept = this.kept.get(issuer);
    const isFresh = kept && Date.now() - kept.at < KEPT_MS;
    const metadata = isFresh ? kept.metadata : await this.discover(issuer);
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authentication = methods.includes('client_secret_post')
      ? client.ClientSecretPost(clientSecret)
      : client.ClientSecretBasic(clientSecret);
    const made = new client.Configuration(
      metadata,
      clientId,
      { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      authentication,
    );
    made.timeout = TIMEOUT_SECONDS;
    made[client.customFetch] = providerRequests(this.config.providersOnLoopback);
    if (this.config.providersOnLoopback) client.allowInsecureRequests(made);
    // Otherwise the library trusts the connection and leaves the token's signature unchecked.
    client.enableNonRepudiationChecks(made);
    return made;
  }

  private async discover(issuer: string): Promise<client.ServerMetadata> {
    const found = await client.discovery(new URL(issuer), 'unused', undefined, client.None(), {
      [client.customFetch]: providerRequests(this.config.providersOnLoopback),
      timeout: TIMEOUT_SECONDS,
      execute: this.config.providersOnLoopback ? [client.allowInsecureRequests] : [],
    });
    const metadata = found.serverMetadata();
    // The library lets some providers answer for every customer of theirs: any of those could sign people in.
    if (metadata.issuer !== issuer) throw new Error('The issuer of this provider is written differently');
    this.kept.set(issuer, { metadata, at: Date.now() });
    return metadata;
  }
}

const NOT_PUBLIC = 'The address must be on the public internet';
const NO_ANSWER =
  'No identity provider answers at this address. Enter the issuer exactly as your provider gives it';
