import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { InvitationsService } from '#libs/accounts';
import { actor, changeVersioned, isId, newId, now, db, unreachable, query } from '#libs/platform';
import { checkedContact } from './contact.rules.js';
import { Practitioner } from './directory.entities.js';
import { PostRolesService } from './post-roles.service.js';
import { assertNotColleague } from './same-person.js';
import { type PostDraft, PostsService } from './posts.service.js';

interface PersonDraft extends PostDraft {
  readonly name: string;
  readonly jobTitle: string;
  readonly telephone?: string | null;
  readonly email?: string | null;
  /** The administrator knows that a person alike is another one. */
  readonly otherPersonConfirmed?: boolean;
}
type PersonChanges = Partial<Pick<PersonDraft, 'name' | 'jobTitle' | 'telephone' | 'email'>>;

/** A person who works for the administrator's agency now, or is about to. */
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
  /** When a post begins that is still to come; null when they work now. */
  readonly startsAt: Date | null;
  /** The end of their last post, where one is set. */
  readonly endsAt: Date | null;
}

/** The people of the administrator's own agency. Managing them gives no access to cases. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly posts: PostsService,
    private readonly roles: PostRolesService,
  ) {}

  /** Everyone who works for the agency now, or is about to, in order of name. */
  mine(): Promise<Person[]> {
    return query(`${PERSON} order by p.name_order, p.id`, [actor().agencyId, now()]);
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
    const { name, jobTitle, telephone, email, otherPersonConfirmed, ...post } = draft;
    const contact = checkedContact({
      name,
      jobTitle,
      ...(telephone ? { telephone } : {}),
      ...(email ? { email } : {}),
    });
    await this.roles.assertAllowed(post.role, post.teamId ?? null, post.localityId ?? null);
    if (!otherPersonConfirmed) await assertNotColleague(contact);
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
    await this.posts.give(id, post);
    await audit('add practitioner', 'practitioner', { subjectId: id });
    if (contact.email) await this.invitations.invite(id, contact.email);
    return id;
  }

  async change(id: string, version: number, changes: PersonChanges): Promise<void> {
    await this.find(id);
    await changeVersioned(Practitioner, { id }, version, checkedContact(changes), () => this.find(id));
    await audit('change practitioner', 'practitioner', { subjectId: id });
  }
}

const PERSON = `
  select p.id, p.name, p.job_title, p.telephone, p.email, p.version, o.role, t.name as team, l.name as locality,
    case when o.began_at > $2 then o.began_at end as "startsAt",
    (select nullif(max(coalesce(e.ended_at, 'infinity')), 'infinity') from posts e where e.practitioner_id = p.id and e.agency_id = $1) as "endsAt"
  from practitioners p
  join lateral (select o.* from posts o where o.practitioner_id = p.id and o.agency_id = $1
    and (o.ended_at is null or o.ended_at > $2) order by o.began_at > $2, o.began_at, o.id limit 1) o on true
  left join teams t on t.id = o.team_id
  left join localities l on l.id = o.locality_id
  where (p.left_at is null or p.left_at > $2)`;
