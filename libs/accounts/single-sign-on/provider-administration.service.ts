import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, CONFIG, type Config, conflict, db, isId, newId, query, unreachable } from '#libs/platform';
import { ProviderDiscovery } from './provider-discovery.js';
import { sealClientSecret } from './provider-secrets.js';
import { callbackAddress } from './provider-sign-in.service.js';

/** A provider as its agency's administrators see it: without its secret. */
export interface ProviderSummary {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  /** The claim by which the provider identifies a person. */
  readonly subjectClaim: 'sub' | 'oid';
  readonly clientId: string;
  readonly isOn: boolean;
  readonly changedAt: Date;
  /** How many people sign in with it. */
  readonly people: number;
  /** The address to register with the provider. */
  readonly redirectAddress: string;
  /** Where the provider may say that a person signed out there. */
  readonly logoutAddress: string;
}
export interface ProviderChange {
  readonly name: string;
  readonly clientId: string;
  /** Null for the one that it has. */
  readonly clientSecret: string | null;
  readonly isOn: boolean;
}
export interface NewProvider {
  readonly name: string;
  readonly issuer: string;
  readonly subjectClaim: 'sub' | 'oid';
  readonly clientId: string;
  readonly clientSecret: string;
}

const SHARED =
  'In a demonstration visitors share their accounts, so no one can sign in with another provider.';

/** The identity providers of the administrator's own agency, and which of its people sign in with them. */
@Injectable()
export class ProviderAdministrationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly discovery: ProviderDiscovery,
  ) {}

  async mine(): Promise<ProviderSummary[]> {
    const rows = await query<Omit<ProviderSummary, 'redirectAddress' | 'logoutAddress'>>(
      'select * from access.identity_providers()',
    );
    return rows.map((row) => ({
      ...row,
      redirectAddress: callbackAddress(this.config, row.id),
      logoutAddress: callbackAddress(this.config, row.id).replace(/callback$/, 'logout'),
    }));
  }

  /** Throws 404 for another agency's. */
  async find(id: string): Promise<ProviderSummary> {
    const found = (await this.mine()).find((one) => one.id === id);
    if (!found) throw unreachable();
    return found;
  }

  /** Adds a provider, turned off. Throws 422 beside the issuer unless it answers there. */
  async add({ name, issuer, subjectClaim, clientId, clientSecret }: NewProvider): Promise<string> {
    this.assertNotShared();
    await this.discovery.assertIssuer(issuer, 'issuer');
    const id = newId();
    const sealed = sealClientSecret(this.config.secret, id, clientSecret);
    const values = [id, name, issuer, subjectClaim, clientId, sealed];
    await db().query('select access.add_identity_provider($1, $2, $3, $4, $5, $6)', values);
    await audit('add identity provider', 'identity provider', { subjectId: id, detail: { issuer } });
    return id;
  }

  /** Throws 404 for another agency's. Turned off, it signs no one in, and ends the sessions of those who use it. */
  async change(id: string, { name, clientId, clientSecret, isOn }: ProviderChange): Promise<void> {
    const before = await this.find(id);
    const sealed = clientSecret === null ? null : sealClientSecret(this.config.secret, id, clientSecret);
    await db().query('select access.change_identity_provider($1, $2, $3, $4, $5)', [
      ...[id, name, clientId, sealed, isOn],
    ]);
    const changed = [
      ...(name === before.name ? [] : ['name']),
      ...(clientId === before.clientId ? [] : ['client id']),
      ...(sealed ? ['client secret'] : []),
      ...(isOn === before.isOn ? [] : [isOn ? 'turned on' : 'turned off']),
    ];
    await audit('change identity provider', 'identity provider', { subjectId: id, detail: { changed } });
  }

  /**
   * From now on this person signs in with the provider, where this identifier is theirs, and by no password. Throws 404
   * for another agency's provider, 409 for a person whose sign-in no agency may change.
   */
  async link(practitionerId: string, providerId: string, identifier: string): Promise<void> {
    this.assertNotShared();
    assertNotOwn(practitionerId);
    if (!isId(providerId)) throw unreachable();
    const [{ done }] = (await db().query('select access.link_identity($1, $2, $3, $4, $5) as done', [
      ...[newId(), practitionerId, providerId, identifier, newId()],
    ])) as [{ done: boolean | null }];
    if (done === null) throw unreachable();
    if (!done) throw conflict('Enter their work email first: it becomes their user name.');
    await audit('link identity', 'account', { subjectId: practitionerId, detail: { provider: providerId } });
  }

  /** They are signed out and set a password. Throws 409 without a link at a provider of this agency. */
  async unlink(practitionerId: string): Promise<void> {
    assertNotOwn(practitionerId);
    const [{ done }] = (await db().query('select access.unlink_identity($1) as done', [practitionerId])) as [
      { done: boolean },
    ];
    if (!done) throw conflict('This person does not sign in with a provider of your agency.');
    await audit('unlink identity', 'account', { subjectId: practitionerId });
  }

  private assertNotShared(): void {
    if (this.config.demo) throw conflict(SHARED);
  }
}

function assertNotOwn(practitionerId: string): void {
  if (practitionerId === actor().practitionerId)
    throw conflict('Ask another administrator of the agency to change how you sign in.');
}
