import { literal } from './dice.js';
import { carerName, type Setting } from './population.js';

const REASONS = [
  'Often late for school and tired; the family asks for help with mornings.',
  'Speech is behind; nursery and the health visitor would like to work together.',
  'The family is about to lose its home and the children are worried.',
  'A parent is ill, and a child does much of the caring.',
  'Missing school since moving here; few friends so far.',
  'Angry at home and at school since the parents separated.',
];
const NEEDS = [
  'attendance',
  'speech_and_language',
  'housing',
  'young_carer',
  'parenting',
  'parental_conflict',
  'isolation',
  'bereavement',
  'special_educational_needs',
  'debt',
];
const SOURCES = [
  'school',
  'health_visitor',
  'family',
  'school_nurse',
  'housing',
  'gp',
  'education_service',
  'self',
];

/**
 * g_episode: one row for each family with current or past help: the episode's holder, the family's consent, its
 * progress (status) and its time span; `ago` is the number of days since it was opened.
 */
export function episodes({ dice, asOf }: Setting): string {
  const opened = `case when open then 12 + ${dice.roll('opened', 'f')} * (least(youngest - 1, 500) - 14)
    else 40 + ${dice.roll('opened', 'f')} * (least(youngest - 1, 1000) - 42) end`;
  const consent = dice.roll('consent', 'f');
  const early = ['checklist', 'registered', 'assessing'];
  return `create temp table g_episode on commit drop as
  with family as (
    select f, min(l) as l, min(c) as c, right(min(c), 1) = 'o' as open, nullif(left(min(c), 1), '0')::smallint as level,
      min(date '${asOf}' - born) as youngest
    from g_child where c <> '1' group by f
  ), dated as (
    select *, floor(${opened})::int as ago, row_number() over (partition by l order by open desc, ${dice.roll('holder', 'f')}, f) - 1 as turn from family
  ), timed as (
    select *, date_trunc('second', (date '${asOf}' - ago)::timestamp at time zone 'UTC' + interval '9 hours' + ${dice.roll('hour', 'f')} * interval '7 hours') as opened_at,
      case when not open then (date '${asOf}' - greatest(1, floor(ago * 0.7 * ${dice.roll('closed', 'f')})::int))::timestamp at time zone 'UTC' + interval '15 hours' end as closed_at
    from dated
  )
  select f, t.l, open, level, ago, opened_at, closed_at,
    coalesce(closed_at, date '${asOf}'::timestamp at time zone 'UTC') - opened_at as span,
    ${dice.timedId('episode', 'f', 'opened_at')} as id, w.id as holder, w.agency_id as agency, w.nth, p.caseworkers as many,
    case when not open then 'closed' when level is null then ${dice.pick(early, 'status', 'f')}
      when ${dice.roll('status', 'f')} < 0.9 then 'delivering' else 'assessed' end as status,
    case when level is null and ${consent} < 0.4 then 'none' when ${consent} < 0.03 then 'refused'
      when ${consent} < 0.09 and ago > 200 then 'expired' when ${consent} < 0.12 then 'withdrawn'
      when ${consent} < 0.14 then 'one withdrawn' else 'given' end as consent,
    case when level = 1 then 2 when level = 2 and ${dice.roll('began at', 'f')} < 0.2 then 3 when level = 3 and ${dice.roll('began at', 'f')} < 0.25 then 2
      when level = 4 then 3 else level end::smallint as first_level,
    ${dice.id('carer', 'f')} as carer, ${carerName(dice)} as carer_name
  from timed t join g_locality p on p.l = t.l join g_caseworker w on w.l = t.l and w.nth = t.turn % p.caseworkers`;
}

/** g_party: the two to four other agencies asked about, each with a practitioner, and the family's answer. */
export function parties({ dice }: Setting): string {
  const says = dice.roll('says', 'f * 10 + n');
  return `create temp table g_party on commit drop as
  with asked as (
    select distinct on (e.f, w.agency_id) e.f, m, w.id as practitioner, w.agency_id as agency
    from g_episode e cross join generate_series(0, 8) m
    join g_caseworker w on w.l = e.l
      and w.nth = (e.nth + 1 + ${dice.below('e.many', 'partners', 'e.f')} + m * greatest(1, e.many / 10)) % e.many
    where e.consent not in ('none', 'refused') and w.agency_id <> e.agency
    order by e.f, w.agency_id, m
  ), counted as (select *, row_number() over (partition by f order by m) as n from asked)
  select f, n, practitioner, agency,
    case when n = 1 or ${says} < 0.92 then 'included' when ${says} < 0.98 then 'refused' else 'excluded' end as standing,
    case when n = 1 or ${says} < 0.7 then '{0,1,2}' when ${says} < 0.88 then '{0,1}' when ${says} < 0.92 then '{0,1,2,3}' else '{}' end::smallint[] as tiers,
    case when n > 1 and ${says} >= 0.88 and ${says} < 0.92 then '{mental_health}' else '{}' end::text[] as topics
  from counted where n <= 2 + ${dice.below(3, 'agencies', 'f')}`;
}

/** Episodes, their children, authors and progress. */
export function episodeRows({ dice, authorityId, asOf }: Setting): string[] {
  const first = dice.pick(REASONS, 'reason', 'f');
  const review = `date '${asOf}' + case when ${dice.roll('late', 'f')} < 0.1 then -1 - ${dice.below(15, 'next', 'f')} else 1 + ${dice.below(84, 'next', 'f')} end`;
  return [
    `insert into episodes (id, opened_at, closed_at, locality_id, authority_id, opened_by, opening_agency_id)
     select e.id, opened_at, closed_at, p.id, ${literal(authorityId)}, holder, agency from g_episode e join g_locality p using (l) order by e.id`,
    `insert into episode_children (episode_id, child_id, position, ended_at)
     select e.id, c.id, c.position, e.closed_at from g_child c join g_episode e using (f)`,
    `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
     select ${dice.id('authorship', 'f')}, id, holder, agency, 'opener', opened_at from g_episode`,
    `insert into episode_records (episode_id, status, reason, referral_source, presenting_needs, long_term, level, level_decided_at, next_review_on, last_contact_on, version)
     select id, status, ${first}, ${dice.pick(SOURCES, 'source', 'f')}, array[${dice.pick(NEEDS, 'need', 'f')}], ${dice.roll('long term', 'f')} < 0.03,
       level, case when level is not null then ${levelAt} end,
       case when status = 'delivering' and (${isReviewed} or ${dice.roll('no date', 'f')} < 0.85) then ${review} end,
       greatest((opened_at at time zone 'UTC')::date, coalesce((closed_at at time zone 'UTC')::date, date '${asOf}')
         - case when ${dice.roll('contact', 'f')} < 0.85 then ${dice.below(28, 'last', 'f')} else ${dice.below(70, 'last', 'f')} end), 1
     from g_episode`,
  ];
}

/** SQL for the instant after this share of the episode's duration. */
export const at = (share: number): string => `date_trunc('second', opened_at + ${share} * span)`;
export const dayAt = (share: number): string => `(${at(share)} at time zone 'UTC')::date`;
/** Whether there was time to review the plan. */
export const isReviewed = `(level is not null and status in ('delivering', 'closed') and extract(epoch from span) > 60 * 86400)`;
/** When the current level was decided: at the assessment, or at a later step-up or review. */
export const levelAt = `case when level = first_level then ${at(0.25)} when level = 4 then ${at(0.5)} else ${at(0.72)} end`;
