import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { InvitationsService } from '#libs/accounts';
import {
  actor,
  changeVersioned,
  conflict,
  invalidField,
  isId,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { AgenciesService } from './agencies.service.js';
import { checkedContact } from './contact.rules.js';
import { Locality, Post, Practitioner, Team } from './directory.entities.js';
import { rolesGivenBy } from './people.rules.js';

interface PersonDraft {
  readonly name: string;
  readonly jobTitle: string;
  readonly telephone?: string | null;
  readonly email?: string | null;
  readonly role: string;
  readonly teamId?: string | null;
  readonly localityId?: string | null;
}
type PersonChanges = Partial<Pick<PersonDraft, 'name' | 'jobTitle' | 'telephone' | 'email'>>;

/** A person who works for the administrator's agency now. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly version: number;
  readonly role: string;
  readonly team: string | null;
  readonly locality: string | null;
}

/** The people of the administrator's own agency. Managing them gives no access to cases. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Everyone who works for the agency now, in order of name. */
  mine(): Promise<Person[]> {
    return query(`${PERSON} order by p.name, p.id`, [actor().agencyId, now()]);
  }

  /** One of the agency's people; 404 for people of other agencies. */
  async find(id: string): Promise<Person> {
    if (!isId(id)) throw unreachable();
    const [person] = await query<Person>(`${PERSON} and p.id = $3`, [actor().agencyId, now(), id]);
    if (!person) throw unreachable();
    return person;
  }

  /**
   * Adds a person with a post in the administrator's own agency, and invites them if they have a work e-mail address.
   * Only the area's own agencies assign area-wide roles.
   */
  async add(draft: PersonDraft): Promise<string> {
    const { role, teamId = null, localityId = null, ...known } = draft;
    const contact = checkedContact(known);
    await this.assertPostAllowed(role, teamId, localityId);
    const id = newId();
    await db().insert(Practitioner, {
      id,
      name: contact.name,
      jobTitle: contact.jobTitle,
      telephone: contact.telephone ?? null,
      email: contact.email ?? null,
      leftAt: null,
      demo: false,
      version: 1,
    });
    await db().insert(Post, {
      id: newId(),
      practitionerId: id,
      agencyId: actor().agencyId,
      teamId,
      localityId,
      role,
      beganAt: now(),
      endedAt: null,
    });
    await audit('add practitioner', 'practitioner', { subjectId: id });
    if (contact.email) await this.invitations.invite(id, contact.email);
    return id;
  }

  async change(id: string, version: number, changes: PersonChanges): Promise<void> {
    await this.find(id);
    await changeVersioned(Practitioner, { id }, version, checkedContact(changes), () => this.find(id));
    await audit('change practitioner', 'practitioner', { subjectId: id });
  }

  /** Ends a person's posts in the agency, and the access that came with them. 409 while they lead an open episode. */
  async markAsLeft(id: string, version: number): Promise<void> {
    await this.find(id);
    if (id === actor().practitionerId)
      throw conflict('You cannot mark yourself as left. Ask another administrator of the agency.');
    const [{ leads }] = (await query<{ leads: boolean }>('select access.leads_somewhere($1) as leads', [
      id,
    ])) as [{ leads: boolean }];
    if (leads)
      throw conflict(
        'This person is the lead professional for an open episode. Their manager must arrange a new lead professional first.',
      );
    const [{ elsewhere }] = (await query<{ elsewhere: boolean }>(ELSEWHERE, [
      id,
      actor().agencyId,
      now(),
    ])) as [{ elsewhere: boolean }];
    await changeVersioned(Practitioner, { id }, version, elsewhere ? {} : { leftAt: now() }, () =>
      this.find(id),
    );
    await db().query(
      'update posts set ended_at = $3 where practitioner_id = $1 and agency_id = $2 and (ended_at is null or ended_at > $3)',
      [id, actor().agencyId, now()],
    );
    await audit('mark as left', 'practitioner', { subjectId: id });
  }

  private async assertPostAllowed(
    role: string,
    teamId: string | null,
    localityId: string | null,
  ): Promise<void> {
    const { kind } = await this.agencies.find(actor().agencyId);
    if (!(rolesGivenBy(kind) as readonly string[]).includes(role))
      throw invalidField(
        'role',
        'Select a role your agency can give. Only children’s services can give other roles',
      );
    if (teamId && !(isId(teamId) && (await db().existsBy(Team, { id: teamId, agencyId: actor().agencyId }))))
      throw invalidField('teamId', 'Select a team in your own agency');
    if (localityId && !(isId(localityId) && (await db().existsBy(Locality, { id: localityId }))))
      throw invalidField('localityId', 'Select a locality');
    if (role === 'coordinator' && !localityId)
      throw invalidField('localityId', 'Select the locality they coordinate');
  }
}

const PERSON = `
  select p.id, p.name, p.job_title, p.telephone, p.email, p.version, o.role, t.name as team, l.name as locality
  from practitioners p
  join lateral (select o.* from posts o where o.practitioner_id = p.id and o.agency_id = $1
    and (o.ended_at is null or o.ended_at > $2) order by o.began_at, o.id limit 1) o on true
  left join teams t on t.id = o.team_id
  left join localities l on l.id = o.locality_id
  where (p.left_at is null or p.left_at > $2)`;

const ELSEWHERE = `select exists (select from posts o where o.practitioner_id = $1 and o.agency_id <> $2
  and (o.ended_at is null or o.ended_at > $3)) as elsewhere`;
