import { agencyNameSql, personNameSql } from '#libs/access';
import { query } from '#libs/platform';
import type { Colleague } from './colleagues.service.js';

/** An author as a record shows them: the agency has no id where it is not named to the reader. */
export interface NamedAuthor extends Omit<Colleague, 'agency'> {
  readonly agency: { readonly id: string | null; readonly name: string };
}

/**
 * Authors by id, including those who have left, since a record keeps its names. The agency is that of their latest
 * post. A practitioner who never held a post is left out; one who may not be named on the episode has no name.
 */
export async function peopleNamed(
  ids: readonly string[],
  episodeId: string,
): Promise<Map<string, NamedAuthor>> {
  if (ids.length === 0) return new Map();
  const rows = await query<NamedAuthor>(
    `select p.id, ${personNameSql('p.name', 'u.why')} as name, case when u.why is null then p.job_title else '' end as job_title,
       case when u.why is null then p.telephone end as telephone,
       json_build_object('id', case when u.why is null then g.id end, 'name', ${agencyNameSql('g.name', 'u.why')}) as agency
     from practitioners p
     left join access.unnamed_people($2) u on u.practitioner_id = p.id
     join lateral (select o.agency_id from posts o where o.practitioner_id = p.id
       order by o.ended_at desc nulls first, o.began_at, o.id limit 1) o on true
     join agencies g on g.id = o.agency_id
     where p.id = any($1::uuid[])`,
    [[...new Set(ids)], episodeId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
