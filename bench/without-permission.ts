import pg from 'pg';
import type { Database } from './databases.js';
import type { Statement } from './program.js';
import type { Replay } from './replay.js';

/**
 * Turns a copy of the county into the baseline without permission checks: a superuser connects, who bypasses every
 * policy, and the functions behind lists and caseloads read the same tables for id lists prepared here for each person.
 */
export async function removePermissions({ adminUrl }: Database): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(LISTS);
  return client;
}

/** Stores the episodes this person reaches, as the person's own queries report them. */
export async function prepareListFor(
  client: pg.Client,
  postId: string,
  permitted: Replay,
  beginning: readonly Statement[],
): Promise<void> {
  const reached = { text: "select * from access.cases(false, 'today', 'today')", values: [] };
  const rows = (await permitted.answers([...beginning, reached])).at(-1) as object[];
  await client.query(
    'insert into bench.reach select r.* from json_populate_recordset(null::bench.reach, $1) r',
    [JSON.stringify(rows.map((row) => ({ ...row, post_id: postId })))],
  );
  await client.query('analyze bench.reach');
}

const LISTS = `
create schema bench;
create table bench.reach (
  post_id uuid, id uuid, is_locality_told boolean, has_record boolean, is_consent_told boolean, is_mine boolean,
  is_of_my_agency boolean, primary key (post_id, id));
create function bench.post() returns uuid language sql stable
  as $$ select split_part(current_setting('bridges.claim'), '|', 4)::uuid $$;

-- Dropped by signature: if the arguments had changed, the original functions would still decide in this copy.
drop function access.cases(boolean, date, date, boolean, text[]);
create function access.cases(
    only_open boolean, consent_ends_from date, consent_ends_until date, only_mine boolean default false,
    wanted text[] default '{locality,lead,consent,agency,responsible}')
  returns table (
    id uuid, opened_at timestamptz, closed_at timestamptz, locality_id uuid, is_locality_told boolean,
    has_record boolean, status text, level smallint, next_review_on date, last_contact_on date,
    has_lead boolean, is_consent_told boolean, is_consent_ending boolean, is_mine boolean, is_of_my_agency boolean,
    has_responsible boolean)
  language plpgsql stable rows 1000 set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
declare
  me uuid := bench.post();
  narrowed uuid[] := access.focus();
  moment timestamptz := platform.now();
  ending uuid[];
begin
  if 'consent' = any(wanted) then
    ending := array(
      select c.episode_id from bench.reach k join public.consents c on c.episode_id = k.id
      where k.post_id = me and k.is_consent_told and c.decision in ('given', 'given_in_part')
        and c.valid_until between consent_ends_from and consent_ends_until
        and (select true from public.consents l where l.episode_id = c.episode_id and l.recorded_at > c.recorded_at limit 1) is null
        and (select true from public.consent_withdrawals w where w.consent_id = c.id and w.agency_id is null limit 1) is null);
  end if;
  return query
    select e.id, e.opened_at, e.closed_at, e.locality_id, k.is_locality_told, k.has_record,
      r.status, r.level, r.next_review_on, r.last_contact_on, a.episode_id is not null,
      k.is_consent_told, e.id = any(ending), k.is_mine, k.is_of_my_agency, answered.episode_id is not null
    from bench.reach k
    join public.episodes e on e.id = k.id
    left join public.episode_records r on r.episode_id = e.id and k.has_record
    left join public.lead_professional_appointments a
      on 'lead' = any(wanted) and a.episode_id = e.id and a.ended_at is null
    left join (select distinct i.episode_id from (
        select l.episode_id, l.practitioner_id, l.agency_id from public.lead_professional_appointments l where l.ended_at is null
        union all
        select u.episode_id, u.practitioner_id, u.agency_id from public.authorships u where u.ended_at is null) i
      where 'responsible' = any(wanted) and i.episode_id in (select q.id from bench.reach q where q.post_id = me and q.has_record)
        and (i.practitioner_id, i.agency_id) in (select o.practitioner_id, o.agency_id from public.posts o
          where o.began_at <= moment and (o.ended_at is null or o.ended_at > moment))
      ) answered on answered.episode_id = e.id
    where k.post_id = me and not (only_open and e.closed_at is not null) and (k.is_mine or not only_mine)
      and (narrowed is null or k.id = any(narrowed));
end $$;

drop function access.involved();
create function access.involved() returns table (episode_id uuid, practitioner_id uuid, agency_id uuid)
  language plpgsql stable rows 1000 set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
#variable_conflict use_column
declare
  me uuid := bench.post();
  narrowed uuid[] := access.focus();
begin
  return query
    select distinct i.episode_id, i.practitioner_id, i.agency_id
    from bench.reach k
    join (
      select a.episode_id, a.practitioner_id, a.agency_id, false as leads from public.authorships a where a.ended_at is null
      union all
      select t.episode_id, t.practitioner_id, t.agency_id, false from public.team_members t where t.left_at is null
      union all
      select l.episode_id, l.practitioner_id, l.agency_id, true from public.lead_professional_appointments l
      where l.ended_at is null) i on i.episode_id = k.id
    where k.post_id = me and (k.has_record or i.leads) and (narrowed is null or k.id = any(narrowed));
end $$;`;
