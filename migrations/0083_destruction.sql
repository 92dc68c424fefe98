-- Destroying what is no longer kept: proposed by one, approved by another, done in one function, and a tombstone left.
create table destruction_proposals (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  reason text not null,
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_at timestamptz not null,
  -- An approval leaves no row here: it destroys the episode, this with it, and stands on the tombstone.
  declined_by uuid references practitioners on delete restrict,
  declined_at timestamptz,
  declined_because text,
  check (num_nulls(declined_by, declined_at, declined_because) in (0, 3)),
  constraint destruction_two_people check (declined_by <> proposed_by)
);
create unique index destruction_proposals_one on destruction_proposals (episode_id) where declined_at is null;
create index destruction_proposals_episode on destruction_proposals (episode_id);

-- What remains: that there was an episode, by which rule it was destroyed, when, and by whom. No family.
create table tombstones (
  -- The episode's own id; it names nothing any more.
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  class text not null,
  rule text not null,
  due_on date not null,
  destroyed_at timestamptz not null,
  proposed_by uuid not null references practitioners on delete restrict,
  approved_by uuid not null references practitioners on delete restrict,
  constraint tombstones_two_people check (approved_by <> proposed_by)
);
create index tombstones_authority on tombstones (authority_id, destroyed_at desc);

-- May it go now? Its date has come, nobody holds it, and no request about a child of it is open.
create function access.may_be_destroyed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.retention r
        where r.episode_id = episode and r.due_on <= platform.london_date(platform.now()))
      and not access.is_held(episode)
      and not exists (select from public.rights_requests q join public.episode_children f on f.child_id = q.child_id
        where f.episode_id = episode and q.finished_at is null)
      and episode = any(array(select access.may('retention.read')))
  $$;
grant execute on function access.may_be_destroyed(uuid) to bridges_app;
alter function access.may_be_destroyed(uuid) owner to bridges_reach;

call access.guard_episode_table('destruction_proposals', 'retention.read', 'retention.manage', 'destruction.answer',
  'declined_by, declined_at, declined_because');
create policy proposed on destruction_proposals as restrictive for insert to bridges_app with check (
  proposed_by = (select access.me()) and declined_at is null and access.may_be_destroyed(episode_id));
create policy once on destruction_proposals as restrictive for update to bridges_app
  using (declined_at is null) with check (declined_by = (select access.me()));
call access.protect('tombstones');
create policy read on tombstones for select to bridges_app using (
  authority_id = (select a.authority_id from access.actor() a) and (select access.allows('retention.queue')));
grant select on tombstones to bridges_app;
grant insert on tombstones to bridges_reach;
create policy bury on tombstones for insert to bridges_reach with check (true);

-- The log keeps its rows when what they tell of is gone: their ids stay and point at nothing.
alter table audit.entries drop constraint if exists entries_episode_id_fkey;
alter table audit.entries drop constraint if exists entries_child_id_fkey;

-- Nobody deletes but the function below, as bridges_reach, as whom nobody signs in. Tables of later migrations are given
-- the same when they are protected.
create or replace procedure access.protect(subject regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', subject);
  execute format('alter table %s force row level security', subject);
  execute format('create policy reach on %s for select to bridges_reach using (true)', subject);
  execute format('create policy loader on %s to bridges_loader using (true) with check (true)', subject);
  execute format('grant select on %s to bridges_reach', subject);
  execute format('grant select, insert on %s to bridges_loader', subject);
  call access.let_destroy(subject);
end $$;
create procedure access.let_destroy(subject regclass) language plpgsql as $$
begin
  if subject in ('public.practitioners'::regclass, 'public.posts'::regclass, 'public.tombstones'::regclass)
     or (select relnamespace from pg_class where oid = subject) <> 'public'::regnamespace then
    return;
  end if;
  execute format('grant delete on %s to bridges_reach', subject);
  execute format('create policy destroy on %s for delete to bridges_reach using (true)', subject);
end $$;
do $$
declare subject regclass;
begin
  for subject in select p.polrelid::regclass from pg_policy p where p.polname = 'loader'
      and p.polrelid not in ('public.agencies'::regclass, 'public.teams'::regclass, 'public.directory_services'::regclass) loop
    call access.let_destroy(subject);
  end loop;
end $$;

-- Columns that point at rows of a table, the tables furthest from it first: what leans on something goes before it.
create function access.leaning_on(subject regclass) returns table (relation regclass, name name)
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
    where n.oid not in ('access.grants'::regclass, 'access.cuts'::regclass)
    group by n.oid, n.attname order by max(coalesce(f.steps, 99)) desc, n.oid::regclass::text
  $$;
alter function access.leaning_on(regclass) owner to bridges_reach;

-- Of these rows, the ones that nothing points at any more, but for tables that hang on them alone.
create function access.left_alone(subject regclass, ids uuid[], but text[]) returns uuid[]
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  place record;
  alone uuid[] := ids;
begin
  for place in select * from access.leaning_on(subject) l where l.relation::text <> all(but) loop
    execute format('select coalesce(array_agg(i), ''{}'') from unnest($1) i where not exists (select from %s t where t.%I = i)',
      place.relation, place.name) into alone using alone;
  end loop;
  return alone;
end $$;
alter function access.left_alone(regclass, uuid[], text[]) owner to bridges_reach;

-- What hangs on a carer alone, and on no child or episode: it goes when they go.
create function access.hanging_on_carers() returns table (relation regclass, name name)
  language sql stable security definer set search_path = ''
  as $$
    select l.relation, l.name from access.leaning_on('public.carers') l
    where not exists (select from pg_catalog.pg_attribute a
      where a.attrelid = l.relation and a.attname in ('episode_id', 'child_id') and not a.attisdropped)
  $$;
alter function access.hanging_on_carers() owner to bridges_reach;

create function access.destroy_episode(proposal uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  me uuid := access.me();
  asked record;
  rule record;
  place record;
  kids uuid[];
  guardians uuid[];
begin
  -- Taking the proposal away decides between two who approve at once.
  delete from public.destruction_proposals p
    where p.id = proposal and p.declined_at is null and p.episode_id = any(array(select access.may('destruction.answer')))
    returning p.* into asked;
  if asked.id is null then
    raise exception 'There is nothing here to approve' using errcode = '42501';
  end if;
  if asked.proposed_by = me then
    raise exception 'Who proposes does not approve' using errcode = '23514', constraint = 'destruction_two_people';
  end if;
  if not access.may_be_destroyed(asked.episode_id) then
    raise exception 'It is not to be destroyed now' using errcode = '23514', constraint = 'destruction_not_now';
  end if;
  select r.class, r.trigger, r.months, r.source, r.due_on, e.authority_id into rule
    from access.retention r join public.episodes e on e.id = r.episode_id where r.episode_id = asked.episode_id;
  kids := array(select f.child_id from public.episode_children f where f.episode_id = asked.episode_id);

  for place in select * from access.leaning_on('public.episodes') loop
    execute format('delete from %s where %I = $1', place.relation, place.name) using asked.episode_id;
  end loop;
  delete from public.episodes where id = asked.episode_id;
  perform access.regrant(array[asked.episode_id]);

  -- Children without another episode go too, and carers who cared for nobody else.
  kids := access.left_alone('public.children', kids, array(
    select l.relation::text from access.leaning_on('public.children') l
    where not exists (select from pg_catalog.pg_attribute a where a.attrelid = l.relation and a.attname = 'episode_id')));
  guardians := array(select l.carer_id from public.child_carers l where l.child_id = any(kids));
  for place in select * from access.leaning_on('public.children') loop
    execute format('delete from %s where %I = any($1)', place.relation, place.name) using kids;
  end loop;
  delete from public.children where id = any(kids);
  guardians := access.left_alone('public.carers', guardians, array(select l.relation::text from access.hanging_on_carers() l));
  for place in select * from access.hanging_on_carers() loop
    execute format('delete from %s where %I = any($1)', place.relation, place.name) using guardians;
  end loop;
  delete from public.carers where id = any(guardians);

  -- Copies that no key ties to them.
  delete from public.messages m where m.href like '%' || asked.episode_id || '%'
    or exists (select from unnest(kids) k where m.href like '%' || k || '%');
  delete from public.idempotent_answers i where exists (
    select from unnest(kids || guardians || asked.episode_id) k
    where i.body::text like '%' || k || '%' or i.headers::text like '%' || k || '%');
  if to_regprocedure('audit.erase_content(uuid)') is not null then
    execute 'select audit.erase_content($1)' using asked.episode_id;
  end if;

  insert into public.tombstones (id, authority_id, class, rule, due_on, destroyed_at, proposed_by, approved_by)
  values (asked.episode_id, rule.authority_id, rule.class,
    rule.months || ' months from ' || rule.trigger || ': ' || rule.source, rule.due_on, platform.now(), asked.proposed_by, me);
end $$;
grant execute on function access.destroy_episode(uuid) to bridges_app;
alter function access.destroy_episode(uuid) owner to bridges_reach;

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
    where r.episode_id = any(array(select access.may('retention.read'))) and (select access.allows('retention.queue'))
      and s.state = wanted and (after_due is null or (r.due_on, r.episode_id) > (after_due, after_id))
    order by r.due_on, r.episode_id limit least(most, 201)
  $$;
grant execute on function access.retention_queue(text, date, uuid, integer) to bridges_app;
alter function access.retention_queue(text, date, uuid, integer) owner to bridges_reach;

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.destruction_proposals', 44, 'Proposals to destroy', 't.episode_id = any($2)');
insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.tombstones', 94, 'Tombstones', 'They name no family; the record they stand for is gone.');
