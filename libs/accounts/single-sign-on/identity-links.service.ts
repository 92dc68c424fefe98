import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, newId } from '#libs/platform';
import { type Account, credentialsOf } from '../accounts.service.js';
import { toUsername } from '../username.js';

/** The account that belongs to an identity, and whether it may be used by this provider. */
export interface LinkedAccount {
  readonly account: Account;
  readonly mayUse: boolean;
}

/** Which account an identity at a provider belongs to. It is never found by an e-mail address. */
@Injectable()
export class IdentityLinksService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  /**
   * Null for an identity that no one linked. A suspended account may not be used, nor that of a person who works for
   * several agencies: the provider of one would open the records of all.
   */
  async find(providerId: string, subject: string): Promise<LinkedAccount | null> {
    const { rows } = await this.pool.query<{
      id: string;
      username: string;
      practitioner_id: string;
      credentials: string | null;
      may_use: boolean;
    }>(FIND, [providerId, subject]);
    if (!rows[0]) return null;
    const { practitioner_id: practitionerId, may_use: mayUse, ...rest } = rows[0];
    return { account: { ...rest, practitionerId }, mayUse };
  }

  /**
   * Accepts an invitation: the account begins, without a password, for the person to whom this identity belongs. Null when the
   * invitation was used or ended meanwhile, the provider is not of the person's one agency, the identity is another
   * person's, or the user name is.
   */
  async accept(invitationId: string, providerId: string, subject: string): Promise<Account | null> {
    const invitation = await this.invitation(invitationId);
    if (!invitation) return null;
    const [id, username] = [newId(), toUsername(invitation.email)];
    const { rowCount } = await this.pool
      .query(ACCEPT, [invitationId, id, username, newId(), providerId, subject])
      .catch((error: { code?: string }) => {
        // The identity, or the user name, is taken: nothing was stored, and the invitation is still open.
        if (error.code === '23505') return { rowCount: 0 };
        throw error;
      });
    return rowCount ? { id, username, practitionerId: invitation.practitionerId, credentials: null } : null;
  }

  private async invitation(id: string): Promise<{ email: string; practitionerId: string } | undefined> {
    const { rows } = await this.pool.query<{ email: string; practitionerId: string }>(
      'select email, practitioner_id as "practitionerId" from auth.invitations where id = $1',
      [id],
    );
    return rows[0];
  }
}

const FIND = `
  select a.id, a.username, a.practitioner_id, ${credentialsOf('a')} as credentials,
    a.suspended_at is null and not access.works_for_several(a.practitioner_id)
      and exists (select from posts o where o.practitioner_id = a.practitioner_id and o.agency_id = v.agency_id
        and platform.is_now(o.began_at, o.ended_at)) as may_use
  from auth.identity_links l
  join auth.identity_providers v on v.id = l.provider_id and v.is_on
  join auth.accounts a on a.id = l.account_id
  where l.provider_id = $1 and l.subject = $2`;

/** One statement: of two presses one begins the account, and the invitation is used up with it or not at all. */
const ACCEPT = `
  with accepted as (
    update auth.invitations i set accepted_at = now()
    where i.id = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
      and not access.works_for_several(i.practitioner_id)
      and exists (select from auth.identity_providers v join posts o on o.agency_id = v.agency_id
        where v.id = $5 and v.is_on and o.practitioner_id = i.practitioner_id
          and (o.ended_at is null or o.ended_at > platform.now()))
    returning i.practitioner_id, i.email),
  begun as (
    insert into auth.accounts (id, username, practitioner_id, email)
    select $2, $3, practitioner_id, email from accepted returning id)
  insert into auth.identity_links (id, provider_id, account_id, subject, linked_at)
  select $4, $5, begun.id, $6, now() from begun`;
