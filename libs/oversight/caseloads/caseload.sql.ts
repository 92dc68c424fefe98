import {
  EXCEPTIONS,
  exceptionCondition,
  episodeConditions,
  type EpisodeFilter,
  LOCALITY_TOLD,
  notSharedCondition,
} from '#libs/casework/episodes';
import { type CaseloadBy, LEVEL_KEYS, type Sort } from './caseload.rules.js';

/**
 * The episodes that the same filter of /episodes lists, each table read once by what the reader reaches, and what needs
 * attention beside each. Joined only after that: a join that looks a row up must ask of each row whether it is reached.
 */
function cases(filter: EpisodeFilter): { text: string; values: unknown[] } {
  const { where, values } = episodeConditions(filter);
  const put = (value: unknown): string => `$${values.push(value)}`;
  const attention = EXCEPTIONS.map(
    (exception) =>
      `${exception} as materialized (select e.id ${FROM} where ${exceptionCondition(exception, put)})`,
  );
  const flags = EXCEPTIONS.map(
    (exception) => `e.id in (select id from ${exception}) as ${exception},
      (${notSharedCondition(exception)}) as ${exception}_not_shared`,
  );
  const level = `case when r.episode_id is null then 'hidden' else coalesce(r.level::text, 'none') end as level`;
  const text = `e as materialized (select id, opened_at, closed_at, locality_id from episodes),
    r as materialized (select episode_id, status, level, next_review_on, last_contact_on from episode_records),
    ${attention.join(', ')},
    cases as materialized (select e.id, e.locality_id, ${level}, ${flags.join(', ')} ${FROM} where ${where.join(' and ')})`;
  return { text, values };
}

const FROM = 'from e left join r on r.episode_id = e.id';

const howMany = (condition: string): string => `(count(*) filter (where ${condition}))::int`;
/** How many of a row's families; null where none of them is one of which the reader may know. */
const ofThoseKnown = (condition: string, unknown: string): string =>
  `case when count(*) > 0 and ${howMany(unknown)} = count(*) then null else ${howMany(condition)} end`;
const levelCount = (key: string): string =>
  key === 'hidden' ? howMany("c.level = 'hidden'") : ofThoseKnown(`c.level = '${key}'`, "c.level = 'hidden'");

const COUNTS = `count(*)::int as count,
  json_build_object(${LEVEL_KEYS.map((key) => `'${key}', ${levelCount(key)}`).join(', ')}) as levels,
  json_build_object(${EXCEPTIONS.map((key) => `'${key}', ${ofThoseKnown(`c.${key}`, `c.${key}_not_shared`)}`).join(', ')}) as exceptions,
  json_build_object(${EXCEPTIONS.map((key) => `'${key}', ${howMany(`c.${key}_not_shared`)}`).join(', ')}) as "notShared"`;

/** Counts over everything within the filter: one row. */
export function totalsQuery(filter: EpisodeFilter): { text: string; values: unknown[] } {
  const { text, values } = cases(filter);
  return { text: `with ${text} select ${COUNTS} from cases c`, values };
}

/** Who works with each family now, each once: what the filters of /episodes by person, team and agency ask as well. */
const INVOLVED = `involved as materialized (
    select episode_id, practitioner_id, agency_id from authorships where ended_at is null
    union select episode_id, practitioner_id, agency_id from lead_professional_appointments where ended_at is null
    union select episode_id, practitioner_id, agency_id from team_members where left_at is null)`;

const MEMBERS: Record<CaseloadBy, { members: string; names: string }> = {
  level: {
    members: 'select id as episode_id, level as key from cases',
    names: `select number::text as key, name, null as beside from levels_of_need
      union all values ('none', 'Not yet decided', null), ('hidden', 'Level not shared with you', null)`,
  },
  practitioner: {
    members: 'select distinct episode_id, practitioner_id as key from involved',
    names: `select p.id as key, p.name, (select string_agg(distinct g.name, ', ') from involved i join agencies g on g.id = i.agency_id
      where i.practitioner_id = p.id) as beside from practitioners p`,
  },
  team: {
    members: `select distinct i.episode_id, o.team_id as key from involved i
      join posts o on o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id where o.team_id is not null`,
    names: 'select t.id as key, t.name, g.name as beside from teams t join agencies g on g.id = t.agency_id',
  },
  agency: {
    members: 'select distinct episode_id, agency_id as key from involved',
    names: 'select id as key, name, null as beside from agencies',
  },
  locality: {
    members: `select e.id as episode_id, e.locality_id as key from cases e where e.locality_id is not null and ${LOCALITY_TOLD}`,
    names: 'select id as key, name, null as beside from localities',
  },
};

/** The same counts for each practitioner, team, agency or locality; a family counts once in each row that it belongs to. */
export function groupsQuery(
  by: CaseloadBy,
  filter: EpisodeFilter,
  sort: Sort,
  descending: boolean,
): { text: string; values: unknown[] } {
  const { text: within, values } = cases(filter);
  // Asked of one practitioner, team or agency, the table has that one row: beside it a number would open other families.
  const only =
    by === 'level' || !filter[`${by}Id`] ? '' : ` where m.key = $${values.push(filter[`${by}Id`])}`;
  const { members, names } = MEMBERS[by];
  const direction = descending ? 'desc' : 'asc';
  const text = `with ${within}${by === 'locality' || by === 'level' ? '' : `, ${INVOLVED}`}, members as (${members}),
    counted as (select m.key, ${COUNTS} from members m join cases c on c.id = m.episode_id${only} group by m.key)
    select x.key, n.name, n.beside, x.count, x.levels, x.exceptions, x."notShared" from counted x join (${names}) n on n.key = x.key
    order by ${by === 'level' && sort === 'name' ? 'x.key' : orderBy(sort)} ${direction} nulls last, n.name, x.key`;
  return { text, values };
}

function orderBy(sort: Sort): string {
  if (sort === 'name') return 'n.name';
  if (sort === 'count') return 'x.count';
  const column = (LEVEL_KEYS as readonly string[]).includes(sort) ? 'levels' : 'exceptions';
  return `(x.${column}->>'${sort}')::int`;
}
