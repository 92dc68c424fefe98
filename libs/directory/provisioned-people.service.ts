import { Injectable } from '@nestjs/common';
import { InvitationsService } from '#libs/accounts';
import { db, isId, newId, query, requestId, unreachable } from '#libs/platform';
import { type ProvisionedDetails, validateProvisioned } from './provisioned-people.rules.js';

export type { ProvisionedDetails };
/** A person of the agency as its own system knows them. */
export interface ProvisionedPerson extends ProvisionedDetails {
  readonly id: string;
  /** Whether they may sign in, or may accept their invitation. */
  readonly active: boolean;
}
export interface ProvisionedSearch {
  readonly id?: string;
  readonly email?: string;
  readonly externalId?: string;
  /** From 0. */
  readonly offset: number;
  readonly limit: number;
}

/** The people of an agency, kept by a system of that agency with a service token. Gives no role and reaches no record. */
@Injectable()
export class ProvisionedPeopleService {
  constructor(private readonly invitations: InvitationsService) {}

  /** A page of the people who match, in a fixed order, and how many there are in all. */
  async search({ id, email, externalId, offset, limit }: ProvisionedSearch) {
    if (id !== undefined && !isId(id)) return { total: 0, people: [] };
    const [row] = await query<{ total: number; people: ProvisionedPerson[] }>(SEARCH, [
      ...[id ?? null, email?.toLowerCase() ?? null, externalId ?? null],
      ...[offset, limit],
    ]);
    return row!;
  }

  /** 404 for people of other agencies. */
  async find(id: string): Promise<ProvisionedPerson> {
    const { people } = await this.search({ id, offset: 0, limit: 1 });
    if (!people[0]) throw unreachable();
    return people[0];
  }

  /**
   * Adds a person as practitioner and invites them if they are active. A person whom the system deleted comes back
   * instead. 409 if the agency has a person with this address.
   */
  async add(details: ProvisionedDetails, active: boolean): Promise<ProvisionedPerson> {
    const valid = validateProvisioned(details);
    const deleted = await this.deletedPerson(valid.email);
    if (deleted) return this.bringBack(deleted, valid, active);
    const id = newId();
    const { id: invitationId, digest, hours } = this.invitations.newLink();
    await db().query('select access.provision_person($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
      ...[id, ...toParameters(valid), active],
      ...[invitationId, digest, hours, requestId()],
    ]);
    return this.find(id);
  }

  /** Changes what the directory says of a person, and whether they are active where `active` is given. */
  async change(
    person: ProvisionedPerson,
    details: ProvisionedDetails,
    active: boolean | undefined,
  ): Promise<ProvisionedPerson> {
    const valid = validateProvisioned(details);
    if (toParameters(valid).join('\n') !== toParameters(person).join('\n'))
      await db().query('select access.provision_details($1, $2, $3, $4, $5, $6, $7, $8)', [
        person.id,
        ...toParameters(valid),
        requestId(),
      ]);
    // Also where they are inactive for another reason: this one must outlast it.
    if (active === false) await this.deactivate(person.id);
    if (active === true && !person.active) await this.reactivate(person.id);
    return this.find(person.id);
  }

  /** Deactivates the person; to the system they no longer exist. 404 for people of other agencies. */
  async delete(id: string): Promise<void> {
    await this.find(id);
    await db().query('select access.delete_person($1, $2)', [id, requestId()]);
  }

  private async deactivate(id: string): Promise<void> {
    await db().query('select access.deactivate_person($1, $2)', [id, requestId()]);
  }

  private async reactivate(id: string): Promise<void> {
    const { id: invitationId, digest, hours } = this.invitations.newLink();
    const values = [id, invitationId, digest, hours, requestId()];
    await db().query('select access.reactivate_person($1, $2, $3, $4, $5)', values);
  }

  private async bringBack(id: string, details: ProvisionedDetails, active: boolean) {
    await this.reactivate(id);
    return this.change(await this.find(id), details, active);
  }

  private async deletedPerson(email: string): Promise<string | null> {
    const [{ id }] = (await db().query('select access.deleted_person($1) as id', [email])) as [
      { id: string | null },
    ];
    return id;
  }
}

function toParameters(details: ProvisionedDetails): (string | null)[] {
  const { name, jobTitle, email, externalId, givenName, familyName } = details;
  return [name, jobTitle, email, externalId, givenName, familyName];
}

const SEARCH = `
  with found as materialized (
    select * from access.provisioned_people($1) p
    where ($2::text is null or p.email = $2) and ($3::text is null or p.external_id = $3))
  select (select count(*)::int from found) as total, coalesce((
    select json_agg(json_build_object('id', f.id, 'name', f.name, 'jobTitle', f.job_title, 'email', f.email,
      'externalId', f.external_id, 'givenName', f.given_name, 'familyName', f.family_name, 'active', f.active) order by f.id)
    from (select * from found order by id offset $4 limit $5) f), '[]') as people`;
