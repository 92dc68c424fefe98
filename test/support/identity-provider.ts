import './provider-warnings.js';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** A person at a provider: who signs in when a browser comes there. */
export interface PersonThere {
  readonly subject: string;
  readonly email?: string;
  readonly oid?: string;
  /** How they proved who they are. */
  readonly amr?: string[];
}

export const CLIENT_ID = 'bridges';
export const CLIENT_SECRET = 'the client secret of the tests, long enough';

/** A real OpenID provider on this machine, reached over HTTP. It asks nothing of the person at the browser. */
export class TestIdentityProvider {
  /** Who signs in there now. */
  person: PersonThere = { subject: 'no one' };
  private provider!: Provider;
  private redirectAddresses: string[] = ['http://localhost/none'];
  private logoutAddress: string | undefined;
  private key = newKey();
  /** Published in place of its own. */
  private published: JWK | null = null;
  private forgery: ((claims: JWTPayload) => JWTPayload) | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const provider = new TestIdentityProvider(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void provider.answer(request, response);
    });
    provider.begin();
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What an administrator of the provider does with the addresses that Bridges shows. */
  register(redirectAddress: string, logoutAddress?: string): void {
    this.redirectAddresses = [redirectAddress];
    this.logoutAddress = logoutAddress;
    this.begin();
  }

  /** The key that it signs with now. */
  get signingKey(): JWK {
    return this.key;
  }

  /** Publishes this key in place of its own; null for its own. */
  publish(key: JWK | null): void {
    this.published = key;
  }

  /** Changes the claims of each ID token, and signs them with its own key; null for tokens as they are. */
  forge(change: ((claims: JWTPayload) => JWTPayload) | null): void {
    this.forgery = change;
  }

  /** Signs with another key from now on; the one before is no longer published. */
  rotateKey(): void {
    this.key = newKey();
    this.begin();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A message that a person signed out there. `changes` make one that must not count. */
  async logoutToken(
    claims: Record<string, unknown>,
    { key = this.key, ...header }: { key?: JWK; typ?: string; audience?: string; at?: number } = {},
  ): Promise<string> {
    return new SignJWT({
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid!, typ: header.typ ?? 'logout+jwt' })
      .setIssuer(this.issuer)
      .setAudience(header.audience ?? CLIENT_ID)
      .setIssuedAt(header.at)
      .setJti(randomUUID())
      .sign(await importJWK(key, 'RS256'));
  }

  private begin(): void {
    this.provider = new Provider(this.issuer, this.configuration());
    this.provider.on('server_error', (_context, error) => process.stderr.write(`${String(error)}\n`));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.published && request.url === '/jwks') {
      const { kty, n, e, kid, use, alg } = this.published;
      return void response.end(JSON.stringify({ keys: [{ kty, n, e, kid: this.key.kid ?? kid, use, alg }] }));
    }
    if (this.forgery && request.url === '/token') this.forgeIn(response, this.forgery);
    if (!request.url?.startsWith('/interaction/')) return void this.provider.callback()(request, response);
    const { params } = await this.provider.interactionDetails(request, response);
    const grant = new this.provider.Grant({
      accountId: this.person.subject,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid profile email');
    await this.provider.interactionFinished(
      request,
      response,
      {
        login: { accountId: this.person.subject, ...(this.person.amr ? { amr: this.person.amr } : {}) },
        consent: { grantId: await grant.save() },
      },
      { mergeWithLastSubmission: false },
    );
  }

  private forgeIn(response: ServerResponse, change: (claims: JWTPayload) => JWTPayload): void {
    const end = response.end.bind(response) as (text: string) => ServerResponse;
    const forged = async (text: string): Promise<string> => {
      const answer = JSON.parse(text) as { id_token: string };
      const claims = change(decodeJwt(answer.id_token));
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: this.key.kid! });
      return JSON.stringify({ ...answer, id_token: await token.sign(await importJWK(this.key, 'RS256')) });
    };
    response.end = ((body: string | Buffer) => {
      void forged(String(body)).then((text) => {
        response.setHeader('content-length', Buffer.byteLength(text));
        end(text);
      });
      return response;
    }) as typeof response.end;
  }

  private configuration(): Configuration {
    return {
      clients: [
        {
          ...{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: this.redirectAddresses },
          // Says when each person signed in, as the optional claim of Microsoft Entra does.
          require_auth_time: true,
          ...{ response_types: ['code'], grant_types: ['authorization_code'] },
          post_logout_redirect_uris: ['http://localhost/sign-in'],
          ...(this.logoutAddress
            ? { backchannel_logout_uri: this.logoutAddress, backchannel_logout_session_required: true }
            : {}),
        },
      ],
      jwks: { keys: [this.key] },
      claims: { openid: ['sub', 'amr'], profile: ['oid'], email: ['email'] },
      // Claims that a program asks for by scope are in its token, as those of Microsoft Entra are.
      conformIdTokenClaims: false,
      findAccount: (_context, subject) => ({
        accountId: subject,
        claims: () => ({ sub: subject, email: this.person.email, oid: this.person.oid }),
      }),
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      pkce: { required: () => true },
      ttl: {
        AccessToken: 600,
        AuthorizationCode: 60,
        Grant: 600,
        IdToken: 600,
        Interaction: 600,
        Session: 600,
      },
      cookies: { keys: ['a key of the tests'] },
    };
  }
}

export function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}
