-- An expected baby whose birth is recorded stays the same child, with the same record; a trace says when that was.
create function access.record_birth() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return null; end if;
  insert into public.births (child_id, pregnancy_id, expected_on, born_on, recorded_by, recorded_at)
  values (new.id, new.id, old.expected_date, new.date_of_birth, access.me(), date_trunc('milliseconds', platform.now()))
  on conflict (child_id) do nothing;
  return null;
end $$;

-- Recorded a moment ago by the signed-in practitioner, and in no episode.
create function access.is_newly_recorded(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.children k where k.id = child and k.recorded_by = access.me())
      and not exists (select from public.episode_children f where f.child_id = child)
  $$;
grant execute on function access.is_newly_recorded(uuid) to bridges_app;

-- Babies who were expected before this day, of the families that the signed-in practitioner works with and of children whom
-- they recorded, whose birth they may record.
create function access.overdue_births(expected_before date)
  returns table (child_id uuid, given_names text, family_name text, expected_on date)
  language sql stable security definer rows 5 set search_path = ''
  as $$
    select k.id, k.given_names, k.family_name, k.expected_date
    from access.may_child_among('family.edit', array(select access.my_work())) m (id)
    join public.children k on k.id = m.id
    where k.expected_date < expected_before and not access.has_died(k.id)
  $$;
grant execute on function access.overdue_births(date) to bridges_app;

-- A twin is where the other is: in the same open episode, known to the same people. The family agreed for the baby they expected,
-- and both are that baby.
create function access.place_twin() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  first record;
  beside record;
begin
  -- The first of them is recorded with the child's own record; the policies let nobody write it.
  if access.me() is null or new.child_id = new.pregnancy_id then return new; end if;
  select b.expected_on into first from public.births b where b.child_id = new.pregnancy_id and b.pregnancy_id = new.pregnancy_id;
  if not found or new.recorded_by is distinct from access.me()
      or not access.can_child('family.edit', new.pregnancy_id) or not access.is_newly_recorded(new.child_id) then
    raise exception 'This role cannot record this birth' using errcode = '42501';
  end if;
  new.expected_on := first.expected_on;
  new.recorded_at := date_trunc('milliseconds', platform.now());
  for beside in select f.* from public.episode_children f
      where f.child_id = new.pregnancy_id and f.ended_at is null and access.can('family.edit', f.episode_id) loop
    insert into public.episode_children (episode_id, child_id, position, ended_at, added_at, added_by)
    values (beside.episode_id, new.child_id,
      (select max(f.position) + 1 from public.episode_children f where f.episode_id = beside.episode_id),
      null, beside.added_at, beside.added_by);
    insert into public.consent_children (consent_id, episode_id, child_id)
    select c.consent_id, c.episode_id, new.child_id from public.consent_children c
    where c.episode_id = beside.episode_id and c.child_id = new.pregnancy_id and beside.added_at is not null;
    insert into public.episode_child_changes (id, episode_id, child_id, kind, reason, happened_on, recorded_by, recorded_at)
    values (gen_random_uuid(), beside.episode_id, new.child_id, 'added', 'twin', new.born_on, access.me(), new.recorded_at);
  end loop;
  return new;
end $$;

grant insert on births to bridges_reach;
grant select, insert on births to bridges_app;
create policy births_select on births for select to bridges_app
  using (child_id = any(array(select access.may_child('episode.read'))));
create policy births_insert on births for insert to bridges_app
  with check (recorded_by = (select access.me()) and child_id <> pregnancy_id
    and pregnancy_id = any(array(select access.may_child('family.edit'))));
create policy births_insert_by_reach on births for insert to bridges_reach
  with check (true);

create trigger place_twin before insert on births for each row execute function access.place_twin();
create trigger record_birth after update on children for each row
  when (old.date_of_birth is null and old.expected_date is not null and new.date_of_birth is not null)
  execute function access.record_birth();
