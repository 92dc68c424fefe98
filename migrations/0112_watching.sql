-- Looks through the log of who read what. Somebody who works with the family is not odd to read about it, whatever their
-- name: involvement is asked first, names and places after.
create index if not exists entries_at on audit.entries (at);

create table access.watch_looked (
  only_row boolean primary key default true check (only_row),
  at timestamptz
);
insert into access.watch_looked default values;
grant select, update on access.watch_looked to bridges_reach;

-- The parts of a name that relatives share: "Lovelace-Holm" gives two.
create function access.name_parts(name text) returns text[]
  language sql stable set search_path = ''
  as $$
    select coalesce(array_agg(part), '{}') from unnest(regexp_split_to_array(
      translate(lower(public.unaccent(name)), '’''', ''), '[\s-]+')) part where length(part) > 1
  $$;
create function access.surname_parts(full_name text) returns text[]
  language sql stable set search_path = ''
  as $$ select access.name_parts(regexp_replace(trim(full_name), '^.*\s', '')) $$;
grant execute on function access.name_parts(text), access.surname_parts(text) to bridges_reach;

-- Writes down what the rules notice since then; the same again is nothing new. Without an instant: since a day before the
-- last look, a month at most. Gives the number of new concerns.
create function access.watch(since timestamptz default null) returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := platform.now();
  -- Whole days, or a day's counts would come short.
  from_day timestamptz := platform.london_date(coalesce(since,
    (select greatest(w.at - interval '1 day', moment - interval '30 days') from access.watch_looked w),
    moment - interval '30 days'))::timestamp at time zone 'Europe/London';
  noticed integer;
begin
  with looks as materialized (
    select row_number() over () as n, l.*, coalesce(l.episode_id, (select min(f.episode_id::text)::uuid
      from public.episode_children f where f.child_id = l.child_id), l.child_id) as about
    from (
      select e.practitioner_id, (e.at at time zone 'Europe/London')::date as day, e.episode_id, e.child_id,
        (array_agg(e.agency_id order by e.at desc))[1] as agency_id, (array_agg(e.role order by e.at desc))[1] as role,
        min(e.at) as first_at, max(e.at) as last_at, count(*)::integer as times,
        bool_or(e.reaches && '{author,lead,team,support}') as works_with,
        bool_or(e.reaches && '{manager,panel,sample,family}') as by_duty,
        bool_or(e.reaches && '{emergency}') as by_emergency,
        bool_or(extract(isodow from e.at at time zone 'Europe/London') > 5
          or extract(hour from e.at at time zone 'Europe/London') not between 7 and 19) as late
      from audit.entries e
      where e.at >= from_day and e.act like 'read %' and (e.episode_id is not null or e.child_id is not null)
      group by 1, 2, 3, 4
    ) l
  ), opened as materialized (
    -- Each look with the episodes and children that it was of.
    select l.n, l.practitioner_id, l.first_at, l.last_at, l.episode_id, f.child_id
    from looks l join public.episode_children f on f.episode_id = l.episode_id
    union
    select l.n, l.practitioner_id, l.first_at, l.last_at, f.episode_id, l.child_id
    from looks l left join public.episode_children f on f.child_id = l.child_id
    where l.child_id is not null
  ), involved as materialized (
    select l.n from looks l where l.works_with
    union
    select o.n from opened o
    join access.involvements i on i.practitioner_id = o.practitioner_id and i.episode_id = o.episode_id
    where i.begins <= o.last_at and i.ends > o.first_at - interval '30 days'
    union
    select l.n from looks l join public.children k on k.id = l.child_id and k.recorded_by = l.practitioner_id
  ), alone as materialized (
    select l.* from looks l where not exists (select from involved v where v.n = l.n)
  ), kids as materialized (
    select k.id, access.name_parts(k.family_name) as family from public.children k
    where k.id in (select o.child_id from opened o join alone a on a.n = o.n)
  ), people as materialized (
    select p.id, access.surname_parts(p.name) as own from public.practitioners p
    where p.id in (select a.practitioner_id from alone a)
  ), seen as materialized (
    select distinct on (a.n, k.id) a.*, k.id as kid, k.family, p.own
    from alone a
    join opened o on o.n = a.n
    join kids k on k.id = o.child_id
    join people p on p.id = a.practitioner_id
  ), one as (
    select 'same_surname' as rule, s.* from seen s where s.family && s.own
    union all
    select 'carers_surname', s.* from seen s where not s.family && s.own and exists (
      select from public.child_carers l join public.carers c on c.id = l.carer_id
      where l.child_id = s.kid and access.surname_parts(c.name) && s.own)
    union all
    select 'colleagues_relative', s.* from seen s where exists (
      select from public.declared_relatives d join public.posts o on o.practitioner_id = d.practitioner_id
        and o.agency_id = s.agency_id and (o.ended_at is null or o.ended_at > s.first_at)
      where d.child_id = s.kid and d.practitioner_id <> s.practitioner_id)
    union all
    select 'relatives_postcode', s.* from seen s
    -- Never where a shield keeps the place secret: what was noticed would tell of it.
    join public.child_contacts t on t.child_id = s.kid and not access.contacts_are_protected(t.child_id)
    where exists (select from public.declared_relatives d join public.child_contacts r on r.child_id = d.child_id
      where d.practitioner_id = s.practitioner_id and d.child_id <> s.kid and r.postcode = t.postcode
        and not access.contacts_are_protected(r.child_id))
  ), many as (
    select 'many_records' as rule, a.* from alone a where not a.by_duty
      -- A manager reads what the agency's own people work on.
      and not (a.role = 'manager' and exists (select from access.involvements i
        where i.episode_id = a.about and i.agency_id = a.agency_id))
    union all
    select 'out_of_hours', l.* from looks l where l.late
    union all
    select 'emergency_runs', l.* from looks l where l.by_emergency
  ), refused as (
    select r.practitioner_id, platform.london_date(e.at) as day, e.episode_id, e.child_id, e.agency_id, e.role,
      r.at as first_at, e.at as last_at
    from public.watch_rules w
    join audit.refusals r on w.rule = 'opened_after_refusal' and r.at >= from_day and r.status = 404
    join lateral (select array(select r.subject_id
        union select f.child_id from public.episode_children f where f.episode_id = r.subject_id
        union select f.episode_id from public.episode_children f where f.child_id = r.subject_id) as ids) s on true
    join audit.entries e on e.practitioner_id = r.practitioner_id and e.act like 'read %'
      and e.at > r.at and e.at <= r.at + coalesce(w.hours, 24) * interval '1 hour'
      and (e.episode_id = any(s.ids) or e.child_id = any(s.ids))
    -- Somebody who had it open before, came into the team or was agreed to since, came by the door.
    where not exists (select from audit.entries b where b.practitioner_id = r.practitioner_id and b.act like 'read %'
        and b.at between r.at - interval '30 days' and r.at and (b.episode_id = any(s.ids) or b.child_id = any(s.ids)))
      and not exists (select from access.involvements i where i.practitioner_id = r.practitioner_id
        and i.episode_id = any(s.ids) and i.begins <= e.at and i.ends > e.at)
      and not exists (select from access.consented c where c.episode_id = any(s.ids) and c.agency_id = e.agency_id
        and c.begins <= e.at and c.ends > e.at)
  ), found as (
    select o.rule, o.practitioner_id, o.agency_id, o.role, o.episode_id,
      case when o.episode_id is null then o.child_id end as child_id, o.day, min(o.first_at) as begins,
      max(o.last_at) as ends, max(o.times) as times, 1 as subjects,
      array_remove(array_agg(distinct o.episode_id), null) as episode_ids
    from one o group by 1, 2, 3, 4, 5, 6, 7
    union all
    select m.rule, m.practitioner_id, (array_agg(m.agency_id order by m.last_at desc))[1],
      (array_agg(m.role order by m.last_at desc))[1], null::uuid, null::uuid, m.day, min(m.first_at), max(m.last_at),
      sum(m.times)::integer, count(distinct m.about)::integer,
      (array_remove(array_agg(distinct m.episode_id), null))[1:200]
    from many m group by m.rule, m.practitioner_id, m.day
    union all
    select 'opened_after_refusal', x.practitioner_id, x.agency_id, x.role, x.episode_id,
      case when x.episode_id is null then x.child_id end, x.day, min(x.first_at), max(x.last_at), count(*)::integer, 1,
      array_remove(array_agg(distinct x.episode_id), null)
    from refused x group by 2, 3, 4, 5, 6, 7
  ), new as (
    insert into public.access_concerns (id, rule, practitioner_id, agency_id, role, episode_id, child_id, day,
      window_begins, window_ends, times, subjects, episode_ids, noticed_at)
    select gen_random_uuid(), f.rule, f.practitioner_id, f.agency_id, f.role, f.episode_id, f.child_id, f.day, f.begins,
      f.ends, f.times, f.subjects, f.episode_ids, moment
    from found f
    join public.watch_rules w on w.rule = f.rule and w.active and not f.role = any(w.exempt_roles)
    -- A rule about one record counts how often it was opened; the others how many records.
    where case when f.episode_id is null and f.child_id is null then f.subjects else f.times end >= w.threshold
    order by w.position, f.ends
    on conflict on constraint access_concerns_once do nothing
    returning 1
  )
  select count(*) into noticed from new;
  update access.watch_looked set at = greatest(at, moment) where only_row;
  return noticed;
end $$;
alter function access.watch(timestamptz) owner to bridges_reach;

-- For a guardian who opens the queue: what was read since the last look is looked through first.
create function access.watch_now() returns integer
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not access.is_guardian() then return 0; end if;
  return access.watch();
end $$;
grant execute on function access.watch_now() to bridges_app;
alter function access.watch_now() owner to bridges_reach;
