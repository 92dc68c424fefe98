import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, CONFIG, type Config, conflict, db } from '#libs/platform';
import { linkPath } from './link-secrets.js';

export type AccountState =
  'none' | 'invited' | 'invitation expired' | 'not signed in yet' | 'active' | 'suspended';

/** What an administrator knows of the account of a person in their agency. */
export interface AccountSummary {
  readonly practitionerId: string;
  readonly state: AccountState;
  readonly username: string | null;
  /** Where links go. */
  readonly email: string | null;
  readonly invitationExpiresAt: Date | null;
  readonly lastSignedInAt: Date | null;
  readonly suspendedAt: Date | null;
  /** Whether this agency can let them sign in again. */
  readonly canReinstate: boolean;
  readonly isDormant: boolean;
  readonly hasSecondFactor: boolean;
  /** The provider at which they sign in, with no password here. */
  readonly signsInWith: string | null;
  /** Who they are there; null at a provider of another agency. */
  readonly identifier: string | null;
  /** No agency sends a link to the account of a person who works for another too. */
  readonly worksForSeveral: boolean;
  /** The path of the open invitation, for an administrator to pass on where no mail is sent. */
  readonly invitationPath: string | null;
  /** The same for the open link to set a new password. */
  readonly resetPath: string | null;
}

interface Row {
  practitioner_id: string;
  username: string | null;
  email: string | null;
  invited_at: Date | null;
  invitation_expires_at: Date | null;
  last_signed_in_at: Date | null;
  suspended_at: Date | null;
  suspended_by: string | null;
  suspension_reason: string | null;
  invitation_id: string | null;
  reset_id: string | null;
  works_for_several: boolean;
  has_second_factor: boolean;
  provider_name: string | null;
  identifier: string | null;
}

const FOR_SEVERAL =
  'This person also works for another agency, so no agency can change how they sign in. They can use “Forgotten your password?”, or ask the people who run Bridges.';

/** The accounts of the people of the administrator's own agency. */
@Injectable()
export class AccountAdministrationService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The accounts of everyone at the agency, by practitioner. */
  async summaries(): Promise<Map<string, AccountSummary>> {
    const rows = (await db().query('select * from access.account_states()')) as Row[];
    return new Map(rows.map((row) => [row.practitioner_id, this.toSummary(row)]));
  }

  /** Throws 409 unless an agency may send a link to this account, or change its second step. */
  async assertMayLink(practitionerId: string): Promise<void> {
    if ((await this.summaryOf(practitionerId))?.worksForSeveral) throw conflict(FOR_SEVERAL);
  }

  async summaryOf(practitionerId: string): Promise<AccountSummary | null> {
    const [row] = (await db().query('select * from access.account_states($1)', [practitionerId])) as Row[];
    return row ? this.toSummary(row) : null;
  }

  /** Ends every session and token of the person at once and lets them sign in no more, at any agency. */
  async suspend(practitionerId: string, reason: string): Promise<void> {
    if (practitionerId === actor().practitionerId)
      throw conflict('You cannot suspend your own account. Ask another administrator of the agency.');
    const [{ done }] = (await db().query('select access.suspend_account($1, $2) as done', [
      practitionerId,
      reason,
    ])) as [{ done: boolean }];
    if (!done) throw conflict('This person has no account in use, so there is nothing to suspend.');
    await audit('suspend', 'account', { subjectId: practitionerId, reason });
  }

  /** Lets a suspended person sign in again, with their password. Throws 409 when another agency suspended them. */
  async reinstate(practitionerId: string): Promise<void> {
    const [{ done }] = (await db().query('select access.reinstate_account($1) as done', [
      practitionerId,
    ])) as [{ done: boolean }];
    if (!done)
      throw conflict(
        'Your agency did not suspend this account. Only the agency that did can end the suspension.',
      );
    await audit('end suspension', 'account', { subjectId: practitionerId });
  }

  private toSummary(row: Row): AccountSummary {
    const state = stateOf(row);
    // With mail a link goes to its owner alone.
    const passesOnLinks = this.config.mail.driver === 'none';
    return {
      practitionerId: row.practitioner_id,
      state,
      username: row.username,
      email: row.email,
      invitationExpiresAt: row.invitation_expires_at,
      lastSignedInAt: row.last_signed_in_at,
      suspendedAt: row.suspended_at,
      canReinstate: row.suspended_by === null || row.suspended_by === actor().agencyId,
      isDormant: row.suspension_reason === 'dormant',
      hasSecondFactor: row.has_second_factor,
      signsInWith: row.provider_name,
      identifier: row.identifier,
      worksForSeveral: row.works_for_several,
      invitationPath:
        passesOnLinks && row.invitation_id && state === 'invited'
          ? linkPath(this.config.secret, 'invitation', row.invitation_id)
          : null,
      resetPath:
        passesOnLinks && row.reset_id ? linkPath(this.config.secret, 'password reset', row.reset_id) : null,
    };
  }
}

function stateOf(row: Row): AccountState {
  if (row.suspended_at) return 'suspended';
  if (row.username) return row.last_signed_in_at ? 'active' : 'not signed in yet';
  if (!row.invited_at) return 'none';
  return row.invitation_expires_at! > new Date() ? 'invited' : 'invitation expired';
}
