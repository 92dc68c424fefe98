-- Is a member of this episode's family under a shield now? For every reader.
create function access.is_shielded(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.concealments h join public.episode_children f on f.child_id = h.child_id
      where f.episode_id = episode and h.begins <= platform.now() and h.ends > platform.now())
  $$;

-- The shields that the signed-in person may know of: information governance, who asked for it, who is named.
create function access.known_shields() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select s.id from public.shields s where s.child_id in (select access.may_child('shield.decide'))
    union select s.id from public.shields s where s.recorded_by = (select access.me())
      and s.child_id in (select access.may_child('episode.read'))
    union select n.shield_id from public.shield_names n where n.practitioner_id = (select access.me())
      and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now())
      and n.child_id in (select access.may_child('episode.read'))
  $$;
grant execute on function access.known_shields() to bridges_app;

-- The one place that knows whether a child's contact details are protected, for every reader.
create function access.contacts_are_protected(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.concealments h where h.child_id = child
      and h.begins <= platform.now() and h.ends > platform.now())
  $$;

-- Children whom a live shield hides from the signed-in person: neither named on it nor in an emergency that a second
-- person agreed to. Says nothing of reach, so it is for the functions that decide alone.
create function access.hidden_from_me() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me uuid;
  moment timestamptz := platform.now();
begin
  if not exists (select from access.concealments h where h.begins <= moment and h.ends > moment) then return; end if;
  me := access.me();
  return query
    select distinct h.child_id from access.concealments h
    where h.begins <= moment and h.ends > moment
      and not exists (select from public.shield_names n
        where n.shield_id = h.shield_id and n.practitioner_id = me
          and n.named_at <= moment and (n.ended_at is null or n.ended_at > moment))
      and not exists (select from public.emergency_accesses x
        join public.episode_children f on f.episode_id = x.episode_id and f.child_id = h.child_id
        where x.practitioner_id = me and x.protected_details and x.begins_at <= moment
          and least(x.lapses_at, x.ended_at) > moment);
end $$;

-- Of the hidden children's own episodes: a child who is hidden is said to be so whatever the page is about.
create function access.hidden_children() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query select k.id from access.may_child_among('episode.read',
      array(select f.episode_id from public.episode_children f where f.child_id = any(hidden))) k (id)
    where k.id = any(hidden);
end $$;
grant execute on function access.hidden_children() to bridges_app;

-- What is hidden never depends on the focus: asked of the hidden children's own episodes, by probes. Under a focus
-- "not in (select access.may(…))" would show more, so whatever takes away asks may_among or can.
create function access.hidden_episodes() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
  theirs uuid[];
begin
  if hidden = '{}' then return; end if;
  theirs := array(select distinct f.episode_id from public.episode_children f where f.child_id = any(hidden));
  return query select access.may_among('episode.read', theirs) except select access.may_among('shield.decide', theirs);
end $$;
grant execute on function access.hidden_episodes() to bridges_app;

-- A reader's own agency is never masked to them.
create function access.sensitive_agencies() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  mine uuid := (access.current_actor()).agency_id;
begin
  return query select g.id from public.agencies g where g.sensitive and g.id is distinct from mine;
end $$;
grant execute on function access.sensitive_agencies() to bridges_app;

create function access.location_revealing_agencies() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  mine uuid := (access.current_actor()).agency_id;
begin
  return query select g.id from public.agencies g join access.location_revealing_kinds k on k.kind = g.kind
    where g.id is distinct from mine;
end $$;
grant execute on function access.location_revealing_agencies() to bridges_app;

-- Practitioners who have or had a post there: a name leads to an agency through the directory.
create function access.people_of_sensitive_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id from public.posts o where o.agency_id = any(array(select access.sensitive_agencies()))
      and o.practitioner_id is distinct from (select access.me())
  $$;
grant execute on function access.people_of_sensitive_agencies() to bridges_app;

create function access.people_of_location_revealing_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id from public.posts o where o.agency_id = any(array(select access.location_revealing_agencies()))
      and o.practitioner_id is distinct from (select access.me())
  $$;
grant execute on function access.people_of_location_revealing_agencies() to bridges_app;

create function access.sensitive_service_involved(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can('family.read', episode) and exists (
      select from public.agencies g where g.sensitive and (
        exists (select from access.involvements i where i.episode_id = episode and i.agency_id = g.id
          and i.begins <= platform.now() and i.ends > platform.now())
        or exists (select from access.agency_scope s where s.episode_id = episode and s.agency_id = g.id
          and s.begins <= platform.now() and s.ends > platform.now())))
  $$;
grant execute on function access.sensitive_service_involved(uuid) to bridges_app;

-- Other children who live in a home of this child now, or are said to live with them.
create function access.housemates(child uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select theirs.child_id from public.child_stays mine
    join public.child_stays theirs on theirs.household_id = mine.household_id and theirs.child_id <> mine.child_id
      and theirs.ended_at is null
    where mine.child_id = child and mine.ended_at is null
    union
    select case when t.child_id = child then t.other_child_id else t.child_id end from public.child_ties t
    where child in (t.child_id, t.other_child_id) and t.kind = 'unrelated_in_household' and t.ended_at is null
  $$;

-- A copy for one member of a family tells where the others are to be found only where the sender puts it in. Where the
-- address of a child of the family is protected, or one of the adults is a person from whom a child is kept safe, nothing
-- can be put in, for any copy: a cause that holds for one copy alone would say of whom the family is afraid.
create function access.are_family_contacts_protected(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    with live as (
      select h.shield_id, h.child_id from access.concealments h
      where h.begins <= platform.now() and h.ends > platform.now())
    -- Protected also to a person who may not send from this record: no answer tells them of a shield.
    select not exists (select from access.abilities(episode) b where b.permission = 'sharing.preview')
      or exists (
        select from live h join public.episode_children f on f.episode_id = episode
        where h.child_id = f.child_id
          -- A brother or sister under the same roof, on whatever episode, lives at the same address.
          or exists (select from public.child_carers mine
            join public.child_carers theirs on theirs.carer_id = mine.carer_id and theirs.child_id = h.child_id
            where mine.child_id = f.child_id and mine.ended_at is null and theirs.ended_at is null
              and mine.lives_with_child is not false and theirs.lives_with_child is not false)
          or exists (select from access.housemates(f.child_id) m (id) where m.id = h.child_id))
      or exists (
        select from live h join public.shield_unsafe_carers u on u.shield_id = h.shield_id
        join public.child_carers l on l.carer_id = u.carer_id
        join public.episode_children f on f.child_id = l.child_id and f.episode_id = episode)
  $$;
grant execute on function access.are_family_contacts_protected(uuid) to bridges_app;

-- Whoever is hidden is so in every record of theirs.
create view access.derived_concealments as
select distinct h.shield_id, r.child_id, h.begins, h.ends
from (
  select s.id as shield_id, m.child_id, s.requested_at as begins,
         least(coalesce(s.ended_at, 'infinity'), case when s.decision = 'declined' then s.decided_at else 'infinity' end) as ends
  from public.shields s
  cross join lateral (
    select s.child_id as id union all select n.same_child_id from access.same_children n where n.child_id = s.child_id) b
  cross join lateral (
    select b.id as child_id
    union
    select theirs.child_id
    from public.child_carers mine
    join public.child_carers theirs on theirs.carer_id = mine.carer_id and theirs.lives_with_child is not false
      and theirs.ended_at is null
    where mine.child_id = b.id and mine.lives_with_child is not false and mine.ended_at is null
      and not exists (select from public.shield_unsafe_carers u where u.shield_id = s.id and u.carer_id = mine.carer_id)
    union
    -- Children in one home without a carer in common, but not in the home of a person from whom the child is kept safe.
    select theirs.child_id
    from public.child_stays mine
    join public.child_stays theirs on theirs.household_id = mine.household_id and theirs.ended_at is null
    where mine.child_id = b.id and mine.ended_at is null
      and not exists (select from public.carer_stays w
        join public.shield_unsafe_carers u on u.carer_id = w.carer_id and u.shield_id = s.id
        where w.household_id = mine.household_id and w.ended_at is null)
    union
    select case when t.child_id = b.id then t.other_child_id else t.child_id end
    from public.child_ties t
    where b.id in (t.child_id, t.other_child_id) and t.kind = 'unrelated_in_household' and t.ended_at is null) m
) h
cross join lateral (
  select h.child_id union all select n.same_child_id from access.same_children n where n.child_id = h.child_id) r
where h.begins < h.ends;
