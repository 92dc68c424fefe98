import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { AccountAdministrationService, type AccountSummary, InvitationsService } from '#libs/accounts';
import { conflict, db, isId, newId, now, unreachable } from '#libs/platform';
import { checkedContact } from './contact.rules.js';
import { Post, Practitioner } from './directory.entities.js';

export interface AdministratorDraft {
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
}
export interface PendingAdministrator {
  readonly id: string;
  readonly name: string;
  readonly account: AccountSummary;
}

/** The first administrator of each agency, whom the system administrator names. */
@Injectable()
export class AdministratorsService {
  constructor(
    private readonly accounts: AccountAdministrationService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Whether no administrator of the agency has an account in use, so that none of its people can be invited. */
  async isLacking(agencyId: string): Promise<boolean> {
    if (!isId(agencyId)) throw unreachable();
    const [{ lacking }] = (await db().query('select access.lacks_administrator($1) as lacking', [
      agencyId,
    ])) as [{ lacking: boolean }];
    return lacking;
  }

  /** Administrators named for an agency that lacks one, who have not set up their account. */
  async pending(agencyId: string): Promise<PendingAdministrator[]> {
    const people = (await db().query(PENDING, [agencyId, now()])) as { id: string; name: string }[];
    const pending: PendingAdministrator[] = [];
    for (const { id, name } of people) {
      const account = await this.accounts.summaryOf(id);
      if (account) pending.push({ id, name, account });
    }
    return pending;
  }

  /** Adds and invites the agency's first administrator. Throws 409 when it has one who can sign in. */
  async addFirst(agencyId: string, draft: AdministratorDraft): Promise<string> {
    if (!(await this.isLacking(agencyId)))
      throw conflict('This agency has an administrator already, who adds its other people.');
    const { name, jobTitle, email } = checkedContact(draft);
    const id = newId();
    await db().insert(Practitioner, {
      ...{ id, name, jobTitle, email, telephone: null, leftAt: null, demo: false, version: 1 },
    });
    await db().insert(Post, {
      ...{ id: newId(), practitionerId: id, agencyId, teamId: null, localityId: null },
      ...{ role: 'agency_administrator', beganAt: now(), endedAt: null },
    });
    await audit('add first administrator', 'practitioner', { subjectId: id });
    await this.invitations.invite(id, email);
    return id;
  }

  /** Invites a pending administrator anew; an earlier link stops working. */
  async inviteAgain(agencyId: string, id: string): Promise<void> {
    const found = (await this.pending(agencyId)).find((one) => one.id === id);
    if (!found?.account.email) throw unreachable();
    await this.invitations.invite(id, found.account.email);
  }
}

const PENDING = `
  select p.id, p.name from posts o join practitioners p on p.id = o.practitioner_id
  where o.agency_id = $1 and o.role = 'agency_administrator' and (o.ended_at is null or o.ended_at > $2)
    and (p.left_at is null or p.left_at > $2)
  group by p.id order by p.name_order, p.id`;
