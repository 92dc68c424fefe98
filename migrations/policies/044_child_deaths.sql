-- How long a death that was recorded in error can be undone; libs/casework/deaths says the same on the page.
create function access.undo_death_days() returns integer
  language sql immutable set search_path = ''
  as $$ select 28 $$;
grant execute on function access.undo_death_days() to bridges_app, bridges_reach;

create function access.has_died(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from access.deaths d where d.child_id = child) $$;

-- Is there a child in this episode who may be alive? Of the others nothing reminds or asks.
create function access.is_for_the_living(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.episode_children f where f.episode_id = episode and f.removed_at is null
      and not exists (select from access.deaths d where d.child_id = f.child_id))
  $$;
grant execute on function access.is_for_the_living(uuid) to bridges_app;

-- Children within reach who have died, in whichever record of them it is recorded: the fact alone. The rest is in that record,
-- for its readers.
create function access.dead_children() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  dead uuid[] := array(select d.child_id from access.deaths d);
begin
  if dead = '{}' then return; end if;
  return query select k.id from access.may_child_among('episode.read',
      array(select f.episode_id from public.episode_children f where f.child_id = any(dead))) k (id)
    where k.id = any(dead);
end $$;
grant execute on function access.dead_children() to bridges_app;

-- For the practitioner who is about to open an episode for this child, and for no other.
create function access.opens_after_death(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.has_died(child) and access.may_open_for(child) $$;
grant execute on function access.opens_after_death(uuid) to bridges_app;

create procedure access.reject_death(rule text, why text)
  language plpgsql set search_path = ''
  as $$
begin
  raise exception '%', why using errcode = '23514', constraint = rule;
end $$;

create function access.check_death() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  born date := (select k.born_earliest from public.children k where k.id = new.child_id);
begin
  if access.me() is null then return new; end if;
  new.recorded_at := date_trunc('milliseconds', platform.now());
  -- What follows differs between children whom the writer may not know of.
  if new.recorded_by is distinct from access.me() or not access.can_child('death.record', new.child_id) then
    raise exception 'This role cannot record this' using errcode = '42501';
  end if;
  if new.before_birth <> (born is null) then
    call access.reject_death('child_deaths_before_birth', 'A birth is recorded, or none is');
  end if;
  if new.died_on > platform.london_date(new.recorded_at) or new.died_on < born then
    call access.reject_death('child_deaths_died_on', 'The date must be today or in the past, and not before the birth');
  end if;
  return new;
end $$;

create function access.check_death_undoing() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if platform.now() >= old.recorded_at + make_interval(days => access.undo_death_days()) then
    call access.reject_death('child_deaths_undo_days', 'This can be undone for 28 days');
  end if;
  new.undone_at := date_trunc('milliseconds', platform.now());
  return new;
end $$;

-- No episode begins for a child who has died, or takes them in, without a word why.
create function access.check_child_alive() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is not null and access.has_died(new.child_id) and coalesce(new.after_death_because, '') !~ '\S' then
    call access.reject_death('episode_after_death', 'A death is recorded for this child: say why help begins all the same');
  end if;
  return new;
end $$;
create trigger check_child_alive before insert on episode_children for each row execute function access.check_child_alive();

-- Who is told once, of an episode that the child is in now: those who work with the family or manage those who do, and may know
-- of the child. Never the one who acts; as a pseudonym where they are not named to them.
create function access.death_recipients(child uuid) returns table (seer uuid, episode_id uuid)
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  if not access.can_child('death.record', child) then return; end if;
  return query
    select distinct on (r.practitioner_id) access.pseudonym(r.practitioner_id, r.agency_id), f.episode_id
    from public.episode_children f
    cross join lateral access.member_recipients(f.episode_id, f.child_id) r
    where f.child_id = child and f.ended_at is null
    order by r.practitioner_id, f.episode_id;
end $$;
grant execute on function access.death_recipients(uuid) to bridges_app;

grant select on child_deaths to bridges_app;
grant insert (id, child_id, before_birth, died_on, date_known, source, note, recorded_by, recorded_at) on child_deaths to bridges_app;
grant update (undone_by, undone_at, undone_because) on child_deaths to bridges_app;
create policy child_deaths_select on child_deaths for select to bridges_app
  using (child_id = any(array(select access.may_child('episode.read'))));
create policy child_deaths_insert on child_deaths for insert to bridges_app
  with check (recorded_by = (select access.me()) and child_id = any(array(select access.may_child('death.record'))));
-- The one who recorded it, while they may still know of the child.
create policy child_deaths_update on child_deaths for update to bridges_app
  using (undone_at is null and recorded_by = (select access.me())
    and child_id = any(array(select access.may_child('episode.read'))))
  with check (undone_by = (select access.me()));

create trigger check_death before insert on child_deaths for each row execute function access.check_death();
create trigger check_death_undoing before update on child_deaths for each row
  when (old.undone_at is null and new.undone_at is not null) execute function access.check_death_undoing();
