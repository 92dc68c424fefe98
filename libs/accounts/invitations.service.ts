import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { audit } from '#libs/access';
import { AUTH_POOL, CONFIG, type Config, conflict, db, newId, ProblemError } from '#libs/platform';
import { AccountAdministrationService } from './account-administration.service.js';
import { type Account, AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { isLinkSecret, linkSecret, secretDigest } from './link-secrets.js';
import { PasswordHashing } from './password-hashing.js';
import { toUsername } from './username.js';

/** Long enough for a weekend, short enough that a forgotten mail opens nothing. */
const INVITATION_HOURS = 72;

export interface OpenInvitation {
  readonly id: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly agencyName: string;
  /** The user name of the account that accepting it begins. */
  readonly username: string;
}

export interface NewLink {
  readonly id: string;
  readonly digest: Buffer;
  readonly hours: number;
}

/** Invitations to set up an account: sent by an administrator, used once by the person invited. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly accounts: AccountsService,
    private readonly administration: AccountAdministrationService,
    private readonly hashing: PasswordHashing,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * Invites a person whose account the actor keeps. An earlier open invitation stops working. Throws 409 when they have an
   * account.
   */
  async invite(practitionerId: string, email: string): Promise<void> {
    await this.administration.assertMayLink(practitionerId);
    await this.assertNoAccount(practitionerId);
    const { id, digest, hours } = this.newLink();
    await db().query('select access.invite($1, $2, $3, $4, $5)', [id, practitionerId, email, digest, hours]);
    await audit('invite', 'account', { subjectId: practitionerId });
  }

  /** A link that no invitation has yet: its id, the digest of its secret, and how long it lasts. */
  newLink(): NewLink {
    const id = newId();
    const digest = secretDigest(linkSecret(this.config.secret, 'invitation', id));
    return { id, digest, hours: INVITATION_HOURS };
  }

  /** Withdraws the open invitation; the link stops working. Throws 409 when there is none. */
  async withdraw(practitionerId: string): Promise<void> {
    const [{ done }] = (await db().query('select access.withdraw_invitation($1) as done', [
      practitionerId,
    ])) as [{ done: boolean }];
    if (!done) throw conflict('There is no open invitation to withdraw.');
    await audit('withdraw invitation', 'account', { subjectId: practitionerId });
  }

  /** The invitation that a link opens. Throws 404, the same for a used, withdrawn, expired and invented link. */
  async open(secret: unknown): Promise<OpenInvitation> {
    const found = isLinkSecret(secret) ? await this.find(secret) : undefined;
    if (!found) throw new ProblemError(404, 'This invitation can no longer be used. Ask for a new one.');
    return found;
  }

  /** Accepts the invitation: the account begins with this password. Throws 422 beside the field. */
  async accept(secret: unknown, password: string, source: string): Promise<Account> {
    const invitation = await this.open(secret);
    const { username, practitionerId } = invitation;
    await this.accounts.validatePassword({ username, practitionerId }, password);
    const account = await this.begin(invitation, await this.hashing.make(password, source));
    await this.log.record(account.practitionerId, 'accept invitation');
    return account;
  }

  /** One statement: of two presses one begins the account, and the other finds the invitation used. */
  private async begin(invitation: OpenInvitation, passwordHash: string): Promise<Account> {
    const account = {
      id: newId(),
      username: invitation.username,
      practitionerId: invitation.practitionerId,
      credentials: null,
    };
    const { rowCount } = await this.pool
      .query(BEGIN, [invitation.id, account.id, account.username, passwordHash])
      .catch((error: { code?: string; constraint?: string }) => {
        if (error.constraint === 'accounts_username_key')
          throw conflict(
            'This email address belongs to another account. If it is yours, use the account you have. If it is not, ask your administrator to use another.',
          );
        throw error;
      });
    if (!rowCount) throw new ProblemError(404, 'This invitation can no longer be used. Ask for a new one.');
    return account;
  }

  private async find(secret: string): Promise<OpenInvitation | undefined> {
    const { rows } = await this.pool.query<OpenInvitation & { email: string }>(OPEN, [secretDigest(secret)]);
    const [row] = rows;
    return row && { ...row, username: toUsername(row.email) };
  }

  private async assertNoAccount(practitionerId: string): Promise<void> {
    const [state] = (await db().query('select username from access.account_states($1)', [
      practitionerId,
    ])) as {
      username: string | null;
    }[];
    if (state?.username)
      throw conflict('This person has an account already. You can send them a link to set a new password.');
  }
}

const OPEN = `
  select i.id, i.practitioner_id as "practitionerId", p.name, i.email, g.name as "agencyName"
  from auth.invitations i
  join practitioners p on p.id = i.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  join lateral (select o.agency_id from posts o where o.practitioner_id = p.id
    and (o.ended_at is null or o.ended_at > platform.now()) order by o.began_at, o.id limit 1) o on true
  join agencies g on g.id = o.agency_id
  where i.secret_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`;

const BEGIN = `
  with accepted as (
    update auth.invitations set accepted_at = now()
    where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > now()
    returning practitioner_id, email)
  insert into auth.accounts (id, username, password_hash, practitioner_id, email)
  select $2, $3, $4, practitioner_id, email from accepted`;
