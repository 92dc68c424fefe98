import { Injectable } from '@nestjs/common';
import { type Actor, invalidField, isId, db, query } from '#libs/platform';

/** The recipient of a copy: one practitioner, any practitioner of an agency, or a family member. Exactly one. */
export interface Recipient {
  readonly practitionerId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly carerId?: string | undefined;
  readonly childId?: string | undefined;
}
export interface Reader {
  readonly kind: 'practitioner' | 'agency' | 'carer' | 'child';
  readonly id: string;
  readonly name: string;
  readonly agency: { readonly id: string; readonly name: string } | null;
  /** The actor to query the database as. */
  readonly actor: Actor;
}
interface Choice {
  readonly id: string;
  readonly name: string;
}
export interface ReaderChoices {
  readonly people: readonly Choice[];
  readonly agencies: readonly Choice[];
  readonly carers: readonly Choice[];
  readonly children: readonly Choice[];
}

/**
 * Possible recipients of an episode's information: looked up as the sender, so only people whom the sender may know of.
 */
@Injectable()
export class ReadersService {
  /** Looks up the recipient; 422 when there is no such person, or none was given. */
  async reader(episodeId: string, recipient: Recipient): Promise<Reader> {
    const chosen = Object.entries(recipient).filter(([, id]) => id !== undefined && id !== '');
    const [field, id] = chosen[0] ?? [];
    if (chosen.length !== 1 || !field || !isId(id))
      throw invalidField(field ?? 'practitionerId', 'Select who the copy is for: one person or one agency');
    const [row] = await query<Row>(READERS[field as keyof Recipient], [episodeId, id]);
    if (!row) throw invalidField(field, NOT_FOUND_MESSAGES[field as keyof Recipient]);
    await this.assertNamed(episodeId, field, row);
    return readerOf(field as keyof Recipient, id, row);
  }

  /** A preview as staff of an agency that is not named to the sender would reveal whether it works with the family. */
  private async assertNamed(episodeId: string, field: string, { id, agencyId }: Row): Promise<void> {
    const [unnamed] = (await db().query(UNNAMED, [episodeId, id, agencyId])) as unknown[];
    if (unnamed)
      throw invalidField(
        field,
        'You cannot see whether this service works with the family. Ask the lead professional',
      );
  }

  /** Suggestions: people who work with the family, agencies in the family's decisions, and the family. */
  async choices(episodeId: string): Promise<ReaderChoices> {
    const ask = (text: string): Promise<Choice[]> => query(text, [episodeId]);
    return {
      people: await ask(PEOPLE),
      agencies: await ask(AGENCIES),
      carers: await ask(CARERS),
      children: await ask(CHILDREN),
    };
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly postId: string | null;
  readonly role: string;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
}

const NOT_FOUND_MESSAGES: Record<keyof Recipient, string> = {
  practitionerId: 'Select someone from the directory',
  agencyId: 'Everyone at this agency already works with the family. Select one of them by name',
  carerId: 'Select a parent or carer of these children that you can see',
  childId: 'Select a child in this episode',
};
/** A family member has no post, but the claim needs all six parts. */
const NO_POST = '00000000-0000-4000-8000-000000000000';

function readerOf(field: keyof Recipient, id: string, row: Row): Reader {
  const kind = field.replace('Id', '') as Reader['kind'];
  const agency = row.agencyId ? { id: row.agencyId, name: row.agencyName ?? '' } : null;
  return {
    kind,
    id,
    name:
      kind === 'agency' ? `A practitioner at ${agency?.name} who does not work with the family` : row.name,
    agency,
    actor: {
      practitionerId: row.id,
      name: row.name,
      jobTitle: row.jobTitle ?? '',
      postId: row.postId ?? NO_POST,
      role: row.role,
      agencyId: row.agencyId ?? NO_POST,
      agencyName: row.agencyName ?? '',
      teamId: null,
      localityId: null,
      localityName: null,
      posts: 1,
    },
  };
}

const POST = `
  select p.id, p.name, p.job_title, o.id as post_id, o.role, g.id as agency_id, g.name as agency_name
  from posts o join practitioners p on p.id = o.practitioner_id join agencies g on g.id = o.agency_id
  where platform.is_now(o.began_at, o.ended_at) and (p.left_at is null or p.left_at > platform.now())`;
/** Everyone who ever worked with the family, by id. */
const EVER_INVOLVED = `
  select a.practitioner_id from authorships a where a.episode_id = $1
  union select l.practitioner_id from lead_professional_appointments l where l.episode_id = $1
  union select d.practitioner_id from lead_professional_deputies d where d.episode_id = $1
  union select m.practitioner_id from team_members m where m.episode_id = $1`;
/** The agencies that a practitioner works for here: of two posts, the one they act in. */
const ACTS_FOR = `
  select 1 as rank, l.agency_id, l.practitioner_id from lead_professional_appointments l where l.episode_id = $1 and l.ended_at is null
  union all select 2, m.agency_id, m.practitioner_id from team_members m where m.episode_id = $1 and m.left_at is null
  union all select 3, a.agency_id, a.practitioner_id from authorships a where a.episode_id = $1 and a.ended_at is null`;

/** A practitioner whose only reach to the episode would be the family's agreement for their agency. */
const STRANGER = `o.role = 'practitioner' and p.id not in (${EVER_INVOLVED}) and not access.is_excluded(p.id, $1)
    and p.id not in (select w.practitioner_id from access.viewers($1) w
      where w.practitioner_id is not null and w.reach not in ('agency', 'manager'))`;

const READERS: Record<keyof Recipient, string> = {
  practitionerId: `${POST} and p.id = $2
    order by (select min(h.rank) from (${ACTS_FOR}) h where h.practitioner_id = p.id and h.agency_id = o.agency_id) nulls last,
      o.began_at, o.id limit 1`,
  agencyId: `${POST} and o.agency_id = $2 and ${STRANGER}
    order by p.name_order, p.id, o.id limit 1`,
  carerId: `
    select c.id, c.name, null as job_title, null as post_id, 'family' as role, null as agency_id, null as agency_name
    from carers c where c.id = $2 and exists (select from child_carers l join episode_children f on f.child_id = l.child_id
      where l.carer_id = c.id and f.episode_id = $1)`,
  childId: `
    select k.id, btrim(k.given_names || ' ' || k.family_name) as name, null as job_title, null as post_id, 'family' as role,
      null as agency_id, null as agency_name
    from children k join episode_children f on f.child_id = k.id and f.episode_id = $1 where k.id = $2`,
};

const UNNAMED = `
  select from access.unnamed_people($1) u where u.practitioner_id = $2
  union all select from access.unnamed_agencies($1) v where v.agency_id = $3`;
const PEOPLE = `
  select distinct on (p.name_order, p.id) p.id, p.name || ', ' || g.name as name
  from (${ACTS_FOR}) h join practitioners p on p.id = h.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  join agencies g on g.id = h.agency_id order by p.name_order, p.id, h.rank`;
const AGENCIES = `
  select a.id, a.name from agencies a where (a.ended_on is null or a.ended_on >= platform.london_date(platform.now())) and a.id in (
    select h.agency_id from (${ACTS_FOR}) h
    union select s.agency_id from access.consented_tiers($1) s
    union select c.agency_id from consent_agencies c where c.episode_id = $1)
  and exists (${POST} and o.agency_id = a.id and ${STRANGER})
  order by access.name_order(a.name), a.id`;
const CARERS = `
  select c.id, c.name from carers c join child_carers l on l.carer_id = c.id
  join episode_children f on f.child_id = l.child_id and f.episode_id = $1
  group by c.id, c.name order by access.name_order(c.name), c.id`;
const CHILDREN = `
  select k.id, btrim(k.given_names || ' ' || k.family_name) as name from episode_children f join children k on k.id = f.child_id
  where f.episode_id = $1 order by f.position`;
