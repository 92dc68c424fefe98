create function access.is_held(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from public.retention_holds h where h.episode_id = episode and h.lifted_at is null) $$;

-- Until when it is kept and why, for readers who may know: every date that applies, and which one wins.
create function access.retention_of(episode uuid)
  returns table (
    class text, trigger text, months integer, action text, source text, due_on date, wins boolean, held boolean)
  language sql stable security definer set search_path = ''
  as $$
    select d.class, d.trigger, d.months, d.action, d.source,
      case when w.episode_id is null then d.due_on else w.due_on end, w.episode_id is not null, access.is_held(episode)
    from access.retention_dates d
    left join access.retention w on w.episode_id = d.episode_id and w.class = d.class and w.trigger = d.trigger
      and w.action = d.action
    where d.episode_id = episode and access.can('retention.read', episode)
    order by 7 desc, 6 desc, 1, 2
  $$;
grant execute on function access.retention_of(uuid) to bridges_app;

-- May it go now? Its date has come, no hold stands on it, and no request about a child of it is open.
create function access.may_be_destroyed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.retention r
        where r.episode_id = episode and r.due_on <= platform.london_date(platform.now()))
      and not access.is_held(episode)
      and not exists (select from public.rights_requests q join public.episode_children f on f.child_id = q.child_id
        where f.episode_id = episode and q.finished_at is null)
      and access.can('retention.read', episode)
  $$;
grant execute on function access.may_be_destroyed(uuid) to bridges_app;

-- Columns that point at rows of a table, the tables furthest from it first: what leans on something goes before it.
create function access.referencing_columns(subject regclass) returns table (relation regclass, name name)
  language sql stable security definer set search_path = ''
  as $$
    with recursive edge as (
      select distinct c.conrelid, c.confrelid from pg_catalog.pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid
    ), far as (
      select subject::oid as oid, 0 as steps
      union
      select e.conrelid, f.steps + 1 from far f join edge e on e.confrelid = f.oid where f.steps < 20
    ), named as (
      select c.conrelid as oid, a.attname from pg_catalog.pg_constraint c
        join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        join pg_catalog.pg_attribute b on b.attrelid = c.confrelid and b.attnum = any(c.confkey)
        where c.contype = 'f' and c.confrelid = subject and cardinality(c.conkey) = 1
      union
      -- Also where only the name tells, as in a part that hangs on its whole.
      select a.attrelid, a.attname from pg_catalog.pg_attribute a
        join pg_catalog.pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p')
        where t.relnamespace in ('public'::regnamespace, 'access'::regnamespace) and not a.attisdropped
          and a.attname = case subject when 'public.episodes'::regclass then 'episode_id'
            when 'public.children'::regclass then 'child_id' when 'public.carers'::regclass then 'carer_id' end
    )
    select n.oid::regclass, n.attname from named n left join far f on f.oid = n.oid
    where n.oid not in ('access.grants'::regclass, 'access.exclusions'::regclass)
    group by n.oid, n.attname order by max(coalesce(f.steps, 99)) desc, n.oid::regclass::text
  $$;

-- Of these rows, the ones that nothing points at any more, but for tables that hang on them alone.
create function access.unreferenced_rows(subject regclass, ids uuid[], but text[]) returns uuid[]
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  place record;
  alone uuid[] := ids;
begin
  for place in select * from access.referencing_columns(subject) l where l.relation::text <> all(but) loop
    execute format('select coalesce(array_agg(i), ''{}'') from unnest($1) i where not exists (select from %s t where t.%I = i)',
      place.relation, place.name) into alone using alone;
  end loop;
  return alone;
end $$;

-- What hangs on a carer alone, and on no child or episode: it goes when they go.
create function access.columns_of_carers_alone() returns table (relation regclass, name name)
  language sql stable security definer set search_path = ''
  as $$
    select l.relation, l.name from access.referencing_columns('public.carers') l
    where not exists (select from pg_catalog.pg_attribute a
      where a.attrelid = l.relation and a.attname in ('episode_id', 'child_id') and not a.attisdropped)
      -- A parent's own record as a child stays without the note that it is theirs.
      or l.relation = 'public.carer_childhoods'::regclass
  $$;

create function access.destroy_episode(proposal uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  me uuid := access.me();
  asked record;
  rule record;
  place record;
  kids uuid[];
  guardians uuid[];
  homes uuid[];
begin
  -- Taking the proposal away decides between two who approve at once.
  delete from public.destruction_proposals p
    where p.id = proposal and p.declined_at is null and access.can('destruction.answer', p.episode_id)
    returning p.* into asked;
  if asked.id is null then
    raise exception 'There is nothing here to approve' using errcode = '42501';
  end if;
  if asked.proposed_by = me then
    raise exception 'The person who proposed this cannot approve it' using errcode = '23514', constraint = 'destruction_two_people';
  end if;
  if not access.may_be_destroyed(asked.episode_id) then
    raise exception 'This record cannot be destroyed now' using errcode = '23514', constraint = 'destruction_not_now';
  end if;
  select r.class, r.trigger, r.months, r.source, r.due_on, e.authority_id into rule
    from access.retention r join public.episodes e on e.id = r.episode_id where r.episode_id = asked.episode_id;
  kids := array(select f.child_id from public.episode_children f where f.episode_id = asked.episode_id);

  for place in select * from access.referencing_columns('public.episodes') loop
    execute format('delete from %s where %I = $1', place.relation, place.name) using asked.episode_id;
  end loop;
  delete from public.episodes where id = asked.episode_id;
  perform access.refresh_grants(array[asked.episode_id]);

  -- Children without another episode go too, and carers who cared for no other child.
  kids := access.unreferenced_rows('public.children', kids, array(
    select l.relation::text from access.referencing_columns('public.children') l
    where not exists (select from pg_catalog.pg_attribute a where a.attrelid = l.relation and a.attname = 'episode_id')));
  guardians := array(select l.carer_id from public.child_carers l where l.child_id = any(kids));
  homes := array(select s.household_id from public.child_stays s where s.child_id = any(kids)
    union select s.household_id from public.carer_stays s where s.carer_id = any(guardians));
  for place in select * from access.referencing_columns('public.children') loop
    execute format('delete from %s where %I = any($1)', place.relation, place.name) using kids;
  end loop;
  delete from public.children where id = any(kids);
  guardians := access.unreferenced_rows('public.carers', guardians, array(select l.relation::text from access.columns_of_carers_alone() l));
  for place in select * from access.columns_of_carers_alone() loop
    execute format('delete from %s where %I = any($1)', place.relation, place.name) using guardians;
  end loop;
  delete from public.carers where id = any(guardians);
  -- A home in which no one of any family lives or lived is an address without a person.
  delete from public.households h where h.id = any(homes)
    and not exists (select from public.child_stays s where s.household_id = h.id)
    and not exists (select from public.carer_stays s where s.household_id = h.id);

  -- Copies that no key ties to them.
  delete from public.messages m where m.href like '%' || asked.episode_id || '%'
    or exists (select from unnest(kids) k where m.href like '%' || k || '%');
  delete from public.idempotent_answers i where exists (
    select from unnest(kids || guardians || asked.episode_id) k
    where i.body::text like '%' || k || '%' or i.headers::text like '%' || k || '%');
  delete from public.drafts d where d.episode_id = asked.episode_id or d.child_id = any(kids);
  if to_regprocedure('audit.erase_content(uuid)') is not null then
    execute 'select audit.erase_content($1)' using asked.episode_id;
  end if;

  insert into public.tombstones (id, authority_id, class, rule, due_on, destroyed_at, proposed_by, approved_by)
  values (asked.episode_id, rule.authority_id, rule.class,
    rule.months || ' months from ' || rule.trigger || ': ' || rule.source, rule.due_on, platform.now(), asked.proposed_by, me);
end $$;
grant execute on function access.destroy_episode(uuid) to bridges_app;

-- The queue of those who look after what is kept: due, proposed, held, or coming, by date. Names are read elsewhere,
-- under the reader's own reach.
create function access.retention_queue(wanted text, after_due date, after_id uuid, most integer)
  returns table (episode_id uuid, due_on date, class text, trigger text, months integer, action text, source text)
  language sql stable security definer set search_path = ''
  as $$
    select r.episode_id, r.due_on, r.class, r.trigger, r.months, r.action, r.source
    from access.retention r
    cross join lateral (select case
      when access.is_held(r.episode_id) then 'held'
      when r.due_on > platform.london_date(platform.now()) then 'coming'
      when exists (select from public.destruction_proposals p where p.episode_id = r.episode_id and p.declined_at is null)
        then 'proposed'
      else 'due' end) s (state)
    where r.episode_id = any(array(select access.may_among('retention.read', null))) and (select access.allows('retention.queue'))
      and s.state = wanted and (after_due is null or (r.due_on, r.episode_id) > (after_due, after_id))
    order by r.due_on, r.episode_id limit least(most, 201)
  $$;
grant execute on function access.retention_queue(text,date,uuid,integer) to bridges_app;

-- An undone closure counts for nothing in how long a record is kept.
create view access.retention_facts as
select e.id as episode_id, coalesce(c.closed_on, platform.london_date(e.closed_at)) as closed_on,
  -- The latest possible day of birth: a record is kept too long rather than destroyed too early.
  (select max(coalesce(k.born_latest, k.expected_date)) from public.episode_children f
    join public.children k on k.id = f.child_id where f.episode_id = e.id) as youngest_born_on,
  -- When the last of its children died; a closure of the one child's episode for this reason says it where no death is recorded.
  coalesce(
    (select max(coalesce(d.died_on, platform.london_date(d.recorded_at))) from public.episode_children f
      left join access.deaths d on d.child_id = f.child_id
      where f.episode_id = e.id having bool_and(d.child_id is not null)),
    case when c.reason = 'DIED' and (select count(*) from public.episode_children f where f.episode_id = e.id) = 1
      then c.closed_on end) as died_on,
  coalesce(r.last_contact_on, c.closed_on, platform.london_date(e.closed_at)) as last_contact_on,
  array_remove(array['every_episode',
    case when c.reason = 'STEP_UP_CIN' or exists (select from public.step_ups u
      where u.episode_id = e.id and u.outcome = 'accepted') then 'child_in_need' end,
    case when c.reason = 'STEP_UP_CP' then 'child_protection' end,
    case when c.reason = 'STEP_UP_CLA' then 'looked_after' end], null) as kinds
from public.episodes e
left join public.closures c on c.episode_id = e.id and c.undone_at is null
left join public.episode_records r on r.episode_id = e.id
where e.closed_at is not null;

create view access.retention_dates as
select f.episode_id, r.class, r.trigger, r.months, r.action, r.source, f.closed_on,
  (t.day + make_interval(months => r.months))::date as due_on
from access.retention_facts f
join public.retention_classes r on r.applies_to = any(f.kinds)
cross join lateral (select case r.trigger
  when 'closure' then f.closed_on
  when 'date_of_birth' then case when f.died_on is null then f.youngest_born_on end
  when 'eighteenth_birthday' then
    case when f.died_on is null then (f.youngest_born_on + make_interval(months => 216))::date end
  when 'death' then f.died_on
  when 'last_contact' then f.last_contact_on end) t (day)
where t.day is not null;

-- The longest that applies wins; it is never before the closure itself.
create view access.retention as
select distinct on (d.episode_id) d.episode_id, d.class, d.trigger, d.months, d.action, d.source,
  greatest(d.due_on, d.closed_on) as due_on
from access.retention_dates d
where d.action in ('review', 'destroy')
order by d.episode_id, d.due_on desc, d.class collate "C", d.trigger collate "C";

grant select on retention_classes to bridges_app;
create policy retention_classes_select on retention_classes for select to bridges_app
  using ((select access.me()) is not null);

grant select, insert on retention_holds to bridges_app;
grant update (lifted_by, lifted_at, lifted_because) on retention_holds to bridges_app;
create policy retention_holds_select on retention_holds for select to bridges_app
  using (episode_id = any(array(select access.may('retention.manage'))));
create policy retention_holds_insert on retention_holds for insert to bridges_app
  with check (episode_id = any(array(select access.may('retention.manage'))));
create policy retention_holds_insert_placed on retention_holds as restrictive for insert to bridges_app
  with check (placed_by = (select access.me()) and lifted_at is null);
create policy retention_holds_update on retention_holds for update to bridges_app
  using (episode_id = any(array(select access.may('retention.manage'))));
create policy retention_holds_update_once on retention_holds as restrictive for update to bridges_app
  using (lifted_at is null)
  with check (lifted_by = (select access.me()));

grant select, insert on destruction_proposals to bridges_app;
grant update (declined_by, declined_at, declined_because) on destruction_proposals to bridges_app;
grant update (declined_by, declined_at, declined_because) on destruction_proposals to bridges_reach;
create policy destruction_proposals_select on destruction_proposals for select to bridges_app
  using (episode_id = any(array(select access.may('retention.read'))));
create policy destruction_proposals_insert on destruction_proposals for insert to bridges_app
  with check (episode_id = any(array(select access.may('retention.manage'))));
create policy destruction_proposals_insert_proposed on destruction_proposals as restrictive for insert to bridges_app
  with check (proposed_by = (select access.me()) and declined_at is null and access.may_be_destroyed(episode_id));
create policy destruction_proposals_update on destruction_proposals for update to bridges_app
  using (episode_id = any(array(select access.may('destruction.answer'))));
create policy destruction_proposals_update_by_reach on destruction_proposals for update to bridges_reach
  using (true);
create policy destruction_proposals_update_once on destruction_proposals as restrictive for update to bridges_app
  using (declined_at is null)
  with check (declined_by = (select access.me()));

grant insert on tombstones to bridges_reach;
grant select on tombstones to bridges_app;
create policy tombstones_select on tombstones for select to bridges_app
  using (authority_id = (select a.authority_id from access.actor() a) and (select access.allows('retention.queue')));
create policy tombstones_insert_by_reach on tombstones for insert to bridges_reach
  with check (true);
