import { Injectable } from '@nestjs/common';
import { invalidField, isId, db, query } from '#libs/platform';
import { Practitioner } from './directory.entities.js';

/** A colleague as others may see them: name, work contact and agency. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly telephone: string | null;
  readonly agency: { readonly id: string; readonly name: string };
}

interface ColleagueFilter {
  readonly agencyId?: string;
  readonly teamId?: string;
  readonly name?: string;
  /** Only holders of a post in this role, such as the coordinators. */
  readonly role?: string;
  readonly limit?: number;
  readonly after?: string;
}

const COLLEAGUE = `
  select p.id, p.name, p.job_title, p.telephone, json_build_object('id', g.id, 'name', g.name) as agency
  from practitioners p
  join lateral (select o.agency_id, o.team_id from posts o where o.practitioner_id = p.id
    and platform.is_now(o.began_at, o.ended_at)
    order by ($1::uuid is null or o.agency_id = $1) desc, o.began_at, o.id limit 1) o on true
  join agencies g on g.id = o.agency_id
  where (p.left_at is null or p.left_at > platform.now())`;

/** Practitioners of every agency, by name and work contact only. */
@Injectable()
export class ColleaguesService {
  /** Colleagues in order of name; `after` is the last id of the previous page. */
  async list({ agencyId, teamId, name, role, limit = 50, after }: ColleagueFilter): Promise<Colleague[]> {
    const conditions = [agencyId ?? null, teamId ?? null, name ?? null, after ?? null, limit, role ?? null];
    if ([agencyId, teamId, after].some((id) => id !== undefined && !isId(id))) return [];
    const rows = await query<Colleague>(
      `${COLLEAGUE} and ($1::uuid is null or o.agency_id = $1) and ($2::uuid is null or o.team_id = $2)
         and ($3::text is null or access.name_has(p.name, $3))
         and ($4::uuid is null or (p.name_order, p.id) > (select b.name_order, b.id from practitioners b where b.id = $4))
         and ($6::text is null or exists (select from posts r where r.practitioner_id = p.id and r.role = $6
           and platform.is_now(r.began_at, r.ended_at)))
       order by p.name_order, p.id limit $5`,
      conditions,
    );
    if (rows.length === 0 && after && !(await db().existsBy(Practitioner, { id: after })))
      throw invalidField('cursor', 'The cursor must come from a list');
    return rows;
  }

  /** One colleague, as a member of this agency if they hold a post there; null if there is none. */
  async find(id: string, agencyId?: string): Promise<Colleague | null> {
    if (!isId(id)) return null;
    const rows = await query<Colleague>(`${COLLEAGUE} and p.id = $2`, [agencyId ?? null, id]);
    return rows[0] ?? null;
  }

  /** The localities that people coordinate, by locality id: whom to ask about a child who lives there. */
  async coordinated(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ id: string; names: string }>(
      `select o.practitioner_id as id, string_agg(distinct l.name, ', ') as names
       from posts o join localities l on l.id = o.locality_id
       where o.role = 'coordinator' and o.practitioner_id = any($1::uuid[]) and platform.is_now(o.began_at, o.ended_at)
       group by 1`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.names]));
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Colleague>> {
    if (ids.length === 0) return new Map();
    const rows = await query<Colleague>(`${COLLEAGUE} and p.id = any($2::uuid[])`, [null, [...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
