import type { LogFilter } from './access-log.rules.js';
import { readCursor } from './access-log.rules.js';

const COLUMNS = `
  select e.id, e.at, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact,
    case when e.practitioner_id is not null then json_build_object('id', p.id, 'name', p.name) end as practitioner,
    json_build_object('id', g.id, 'name', g.name) as agency, e.role, e.act, e.subject_kind,
    e.subject_id, e.episode_id, e.child_id, e.reaches, e.reason, e.detail,
    l.number::float8 as leaf, l.batch::float8 as batch, encode(l.hash, 'hex') as hash, encode(l.content, 'hex') as content,
    e.salt is null as erased
  from audit.entries e
  left join practitioners p on p.id = e.practitioner_id
  left join agencies g on g.id = e.agency_id
  left join audit.leaves l on l.entry_id = e.id`;

export const FIND = `${COLUMNS} where e.id = $1`;

const MIDNIGHT = (date: string): string => `(${date}::date)::timestamp at time zone 'Europe/London'`;

/** The search as one statement that contains only the given criteria, so that an index serves. */
export function searchSql(filter: LogFilter, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  const { practitionerId, practitioner, episodeId, from, to, act, cursor } = filter;
  if (practitionerId) add((v) => `e.practitioner_id = ${v}`, practitionerId);
  if (practitioner)
    add(
      (v) =>
        `e.practitioner_id = any(array(select n.id from practitioners n where access.name_has(n.name, ${v})))`,
      practitioner,
    );
  if (episodeId) add((v) => `e.episode_id = ${v}`, episodeId);
  if (from) add((v) => `e.at >= ${MIDNIGHT(v)}`, from);
  if (to) add((v) => `e.at < ${MIDNIGHT(`(${v}::date + 1)`)}`, to);
  if (act) add((v) => `starts_with(e.act, lower(${v}))`, act.trim());
  const after = cursor ? readCursor(cursor) : null;
  if (after) {
    values.push(after.at, after.id);
    where.push(`(e.at, e.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  values.push(limit);
  const text = `${COLUMNS} ${where.length ? `where ${where.join(' and ')}` : ''} order by e.at desc, e.id desc limit $${values.length}`;
  return { text, values };
}
