import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { audit } from '#libs/access';
import { AUTH_POOL, CONFIG, type Config, conflict, db, newId, ProblemError } from '#libs/platform';
import { AccountAdministrationService } from './account-administration.service.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { PasswordHashing } from './password-hashing.js';
import { toUsername } from './username.js';
import { isLinkSecret, linkSecret, secretDigest } from './link-secrets.js';

const HOURS_OF_ADMINISTRATOR = 72;
/** A person who asks for a link is at their mail. */
const HOURS_OF_OWNER = 2;

interface OpenReset {
  readonly id: string;
  readonly username: string;
  readonly practitionerId: string;
}

/** Links to set a new password. An administrator can send one and never learns the password. */
@Injectable()
export class PasswordResetsService implements OnApplicationShutdown {
  private readonly pending = new Set<Promise<unknown>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly accounts: AccountsService,
    private readonly administration: AccountAdministrationService,
    private readonly hashing: PasswordHashing,
    private readonly log: AuthenticationLog,
  ) {}

  /** Sends a link to the account of a person whom the actor administers. Throws 409 without an account. */
  async send(practitionerId: string): Promise<void> {
    if ((await this.administration.summaryOf(practitionerId))?.signsInWith)
      throw conflict('This person signs in with a provider and has no password.');
    await this.administration.assertMayLink(practitionerId);
    const id = newId();
    const [{ email }] = (await db().query('select access.reset_password($1, $2, $3, $4) as email', [
      id,
      practitionerId,
      secretDigest(linkSecret(this.config.secret, 'password reset', id)),
      HOURS_OF_ADMINISTRATOR,
    ])) as [{ email: string | null }];
    if (email === null)
      throw conflict('This person has no account in use. Invite them, or let them sign in again first.');
    await audit('send password reset', 'account', { subjectId: practitionerId });
  }

  /**
   * Sends a link to the address of this account, if there is one, after the answer has gone: answer and time are the same
   * for an unknown user name.
   */
  requestLater(typed: string): void {
    const id = newId();
    const digest = secretDigest(linkSecret(this.config.secret, 'password reset', id));
    const sent = new Promise((resolve) => setImmediate(resolve))
      .then(() => this.pool.query(REQUEST, [id, toUsername(typed), digest, HOURS_OF_OWNER]))
      .catch(() => undefined)
      .finally(() => this.pending.delete(sent));
    this.pending.add(sent);
  }

  /** Resolves when every link asked for so far is on its way. */
  async settled(): Promise<void> {
    await Promise.all(this.pending);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.settled();
  }

  /** Throws 404, the same for a used, expired and invented link. */
  async assertOpen(secret: unknown): Promise<void> {
    await this.find(secret);
  }

  /** Sets the password. The link is used up, with every other link of the account, and its sessions are dead. */
  async use(secret: unknown, password: string, source: string): Promise<void> {
    const reset = await this.find(secret);
    await this.accounts.validatePassword(reset, password);
    // Made first: if the program is too busy for it, the link is not used up.
    const made = await this.hashing.make(password, source);
    const { rowCount } = await this.pool.query(USE, [reset.id, made]);
    if (!rowCount) throw noLongerUsable();
    await this.log.record(reset.practitionerId, 'reset password');
  }

  private async find(secret: unknown): Promise<OpenReset> {
    const { rows } = isLinkSecret(secret)
      ? await this.pool.query<OpenReset>(OPEN, [secretDigest(secret)])
      : { rows: [] };
    if (!rows[0]) throw noLongerUsable();
    return rows[0];
  }
}

const REQUEST = 'select access.request_password_reset($1, $2, $3, $4)';

const OPEN = `
  select r.id, a.username, a.practitioner_id as "practitionerId"
  from auth.password_resets r join auth.accounts a on a.id = r.account_id and a.suspended_at is null
  where r.secret_hash = $1 and r.used_at is null and r.expires_at > now()
    and not exists (select from auth.identity_links l where l.account_id = a.id)`;

/** One statement: of two presses one uses the link, and the password is set with it or not at all. */
const USE = `
  with used as (
    update auth.password_resets set used_at = now() where id = $1 and used_at is null returning account_id),
    others as (delete from auth.password_resets r using used u
      where r.account_id = u.account_id and r.id <> $1 and r.used_at is null)
  update auth.accounts a set password_hash = $2, credentials_changed_at = clock_timestamp()
  from used u where a.id = u.account_id and a.suspended_at is null
    and not exists (select from auth.identity_links l where l.account_id = a.id)`;

const noLongerUsable = (): ProblemError =>
  new ProblemError(404, 'This link can no longer be used. Ask for a new one.');
