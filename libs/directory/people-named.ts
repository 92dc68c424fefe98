import { records } from '#libs/platform';
import type { Colleague } from './colleagues.service.js';

/**
 * Who signed something, by id, those who have left among them: a record keeps its names. The agency is the one of
 * their latest post. Practitioners without a post are not in the answer.
 */
export async function peopleNamed(ids: readonly string[]): Promise<Map<string, Colleague>> {
  if (ids.length === 0) return new Map();
  const rows = (await records().query(
    `select p.id, p.name, p.job_title as "jobTitle", p.telephone, json_build_object('id', g.id, 'name', g.name) as agency
     from practitioners p
     join lateral (select o.agency_id from posts o where o.practitioner_id = p.id
       order by o.ended_at desc nulls first, o.began_at, o.id limit 1) o on true
     join agencies g on g.id = o.agency_id
     where p.id = any($1::uuid[])`,
    [[...new Set(ids)]],
  )) as Colleague[];
  return new Map(rows.map((row) => [row.id, row]));
}
