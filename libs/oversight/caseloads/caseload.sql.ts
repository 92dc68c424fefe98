import {
  casesWithin,
  EXCEPTIONS,
  exceptionCondition,
  type EpisodeFilter,
  notSharedCondition,
  type Put,
} from '#libs/casework/episodes';
import { type CaseloadBy, LEVEL_KEYS, type Sort } from './caseload.rules.js';

/** The cases of the same filter of /episodes, with their exceptions. */
function cases(by: CaseloadBy, filter: EpisodeFilter): { text: string; values: unknown[]; put: Put } {
  const { from, where, values, put } = casesWithin(filter, [
    ...(['lead', 'consent', 'responsible'] as const),
    ...(by === 'locality' ? (['locality'] as const) : []),
  ]);
  const flags = EXCEPTIONS.map(
    (exception) => `(${exceptionCondition(exception, put)}) as ${exception},
      (${notSharedCondition(exception)}) as ${exception}_not_shared`,
  );
  const level = `case when not e.has_record then 'hidden' else coalesce(e.level::text, 'none') end as level`;
  const text = `cases as materialized (select e.id, e.locality_id, e.is_locality_told, ${level}, ${flags.join(', ')}
      from ${from} where ${where.join(' and ')})`;
  return { text, values, put };
}

/** What is counted of a family: families alike in all of it are counted together first, and the counts added up. */
const COUNTED = [
  'c.level',
  ...EXCEPTIONS.flatMap((exception) => [`c.${exception}`, `c.${exception}_not_shared`]),
].join(', ');

const COUNT = 'coalesce(sum(c.alike), 0)::int';
const countWhere = (condition: string): string =>
  `coalesce(sum(c.alike) filter (where ${condition}), 0)::int`;
/** A count over a row's families; null when the reader may know it of none of them. */
const countKnown = (condition: string, unknown: string): string =>
  `case when ${COUNT} > 0 and ${countWhere(unknown)} = ${COUNT} then null else ${countWhere(condition)} end`;
const levelCount = (key: string): string =>
  key === 'hidden'
    ? countWhere("c.level = 'hidden'")
    : countKnown(`c.level = '${key}'`, "c.level = 'hidden'");

const COUNTS = `${COUNT} as count,
  json_build_object(${LEVEL_KEYS.map((key) => `'${key}', ${levelCount(key)}`).join(', ')}) as levels,
  json_build_object(${EXCEPTIONS.map((key) => `'${key}', ${countKnown(`c.${key}`, `c.${key}_not_shared`)}`).join(', ')}) as exceptions,
  json_build_object(${EXCEPTIONS.map((key) => `'${key}', ${countWhere(`c.${key}_not_shared`)}`).join(', ')}) as "notShared"`;

const INVOLVED = 'involved as materialized (select * from access.involved())';

/** The cases with the key of their row, and the names of the rows. */
const ROWS: Record<CaseloadBy, { keyed: string; names: string }> = {
  level: {
    keyed: 'select c.*, c.level as key from kinds c',
    names: `select number::text as key, name, null as beside from levels_of_need
      union all values ('none', 'Not yet decided', null), ('hidden', 'Level not shared with you', null)`,
  },
  practitioner: {
    // Work that stayed with a person who left is the work of no one: an exception, not their row.
    keyed: `select c.*, m.key from (select distinct i.episode_id, i.practitioner_id as key from involved i
        join posts o on o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id and platform.is_now(o.began_at, o.ended_at)) m
      join cases c on c.id = m.episode_id`,
    names: `select p.id as key, p.name, a.names as beside from practitioners p join (
        select i.practitioner_id, string_agg(distinct g.name, ', ') as names
        from involved i join agencies g on g.id = i.agency_id group by i.practitioner_id) a on a.practitioner_id = p.id`,
  },
  team: {
    keyed: `select c.*, m.key from (
        select distinct i.episode_id, o.team_id as key from involved i
        join posts o on o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id where o.team_id is not null and platform.is_now(o.began_at, o.ended_at)) m
      join cases c on c.id = m.episode_id`,
    names: 'select t.id as key, t.name, g.name as beside from teams t join agencies g on g.id = t.agency_id',
  },
  agency: {
    keyed: `select c.*, m.key from (select distinct episode_id, agency_id as key from involved) m
      join cases c on c.id = m.episode_id`,
    names: 'select id as key, name, null as beside from agencies',
  },
  locality: {
    keyed: `select c.*, c.locality_id as key from cases c where c.locality_id is not null and c.is_locality_told`,
    names: 'select id as key, name, null as beside from localities',
  },
};

/** Whether the rows derive from involvement: a join of two sets whose size the planner underestimates. */
export const joinsInvolved = (by: CaseloadBy): boolean => by !== 'level' && by !== 'locality';

/**
 * Counts over everything within the filter, and the same for each practitioner, team, agency, locality or level; a
 * family counts once in each row that it belongs to. One row: `totals`, `groups` in their order, and `levels` with the
 * shares for comparison.
 */
export function caseloadQuery(
  by: CaseloadBy,
  filter: EpisodeFilter,
  sort: Sort,
  descending: boolean,
): { text: string; values: unknown[] } {
  const { text: within, values, put } = cases(by, filter);
  // Filtered to one practitioner, team or agency, the table has that one row: the number of another would open
  // other families.
  const only = by === 'level' || !filter[`${by}Id`] ? '' : ` where c.key = ${put(filter[`${by}Id`])}`;
  const { keyed, names } = ROWS[by];
  const direction = descending ? 'desc' : 'asc';
  const order = `${by === 'level' && sort === 'name' ? 'x.key' : orderBy(sort)} ${direction} nulls last, access.name_order(n.name), x.key`;
  const text = `with ${within}${joinsInvolved(by) ? `, ${INVOLVED}` : ''},
    kinds as materialized (select ${COUNTED}, count(*) as alike from cases c group by ${COUNTED}),
    keyed as (${by === 'level' ? keyed : `select c.key, ${COUNTED}, count(*) as alike from (${keyed}) c group by c.key, ${COUNTED}`}),
    counted as (select c.key, ${COUNTS} from keyed c${only} group by c.key)
    select (select row_to_json(t) from (select ${COUNTS} from kinds c) t) as totals,
      coalesce((select json_agg(json_build_object('key', x.key, 'name', n.name, 'beside', n.beside, 'count', x.count,
          'levels', x.levels, 'exceptions', x.exceptions, 'notShared', x."notShared") order by ${order})
        from counted x join (${names}) n on n.key = x.key), '[]') as groups,
      (select json_agg(json_build_object('number', l.number, 'name', l.name, 'county', l.county_share::float,
          'national', l.national_share::float) order by l.number) from levels_of_need l) as levels`;
  return { text, values };
}

function orderBy(sort: Sort): string {
  if (sort === 'name') return 'access.name_order(n.name)';
  if (sort === 'count') return 'x.count';
  const column = (LEVEL_KEYS as readonly string[]).includes(sort) ? 'levels' : 'exceptions';
  return `(x.${column}->>'${sort}')::int`;
}
