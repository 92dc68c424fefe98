-- Reach is asked for the episodes of the request. A request may name a focus: the episodes that it is about. The focus
-- only narrows what the claim already gives, so it needs no signature; without one the whole reach is asked, as before.

create function access.focus() returns uuid[]
  language sql stable parallel safe set search_path = ''
  as $$ select nullif(current_setting('bridges.focus', true), '')::uuid[] $$;
grant execute on function access.focus() to bridges_app, bridges_reach;

-- One probe for each rule of a permission on one episode; both also answer every question that the index replaced did.
drop index access.grants_episode;
create index grants_episode on access.grants (episode_id, subject_id, reach, tier) include (begins, ends);
-- Foreign keys that policies used to hide: found as index conditions once the reach is narrow.
create index plan_actions_outcome on plan_actions (outcome_id);
create index consents_ends on consents (valid_until) where decision in ('given', 'given_in_part');
create index authorships_agency_open on authorships (agency_id) include (episode_id, practitioner_id) where ended_at is null;
create index team_members_agency_open on team_members (agency_id) include (episode_id, practitioner_id) where left_at is null;

-- Bound when it is made, it needs no search_path and is inlined: 7 µs less for each grant.
create or replace function access.subject_of(reach text, practitioner uuid, agency uuid, locality uuid, authority uuid) returns uuid
  language sql immutable parallel safe
  return case
      when reach in ('author', 'lead', 'team', 'panel', 'emergency', 'sample', 'family') then practitioner
      when reach in ('agency', 'manager') then agency
      when reach = 'coordinator' then locality
      when reach in ('front_door', 'governance') then authority
    end;

-- Where a transaction keeps who is asking, once the claim has been checked: a setting whose name only the database knows,
-- since it comes of the key. What is kept holds for the same claim, and until the people of the authority change.
-- One row.
alter table access.signing_keys
  -- squawk-ignore adding-field-with-default
  add column slot text not null generated always as ('bridges.k' || encode(sha256(key), 'hex')) stored,
  -- squawk-ignore adding-field-with-default
  add column people_changed uuid not null default gen_random_uuid();
grant update (people_changed) on access.signing_keys to bridges_reach;

create function access.note_change_of_people() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update access.signing_keys set people_changed = gen_random_uuid();
  return null;
end $$;
create trigger people_changed after update on posts for each statement execute function access.note_change_of_people();
create trigger people_changed after update on practitioners for each statement execute function access.note_change_of_people();
create trigger people_changed after update on agencies for each statement execute function access.note_change_of_people();
alter function access.note_change_of_people() owner to bridges_reach;

create index rules_role on access.rules (role, reach, tier);

set local role bridges_reach;

-- Who a claim names: nothing unless the signature holds, the minute has not passed and the post is theirs today.
create function access.actor_of(claim text)
  returns table (practitioner_id uuid, agency_id uuid, role text, post_id uuid, locality_id uuid, authority_id uuid)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  part text[] := string_to_array(claim, '|');
begin
  if array_length(part, 1) is distinct from 6
     or part[6] is distinct from (
       select encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256'), 'hex')
       from access.signing_keys k)
     or to_timestamp(part[5]::double precision) not between clock_timestamp()
       and clock_timestamp() + (select l.longest_claim from platform.settings l) then
    return;
  end if;
  if part[3] = 'family' then
    return query select part[1]::uuid, null::uuid, 'family'::text, null::uuid, null::uuid, null::uuid
      where exists (select from public.carers c where c.id = part[1]::uuid)
         or exists (select from public.children k where k.id = part[1]::uuid);
    return;
  end if;
  return query
    select p.practitioner_id, p.agency_id, p.role, p.id, p.locality_id, g.authority_id
    from public.posts p
    join public.practitioners w on w.id = p.practitioner_id
    join public.agencies g on g.id = p.agency_id
    where p.id = part[4]::uuid
      and p.practitioner_id = part[1]::uuid and p.agency_id = part[2]::uuid and p.role = part[3]
      and (p.ended_at is null or p.ended_at > platform.now())
      and (w.left_at is null or w.left_at > platform.now());
end $$;
revoke execute on function access.actor_of(text) from public;

-- Who is asking; every field null when nobody valid is. Every policy asks; so what access.present kept for this very claim
-- is read instead of checked again. One row and no set: assigned in plpgsql it costs no statement.
create function access.signed_in(
    out practitioner_id uuid, out agency_id uuid, out role text, out post_id uuid, out locality_id uuid, out authority_id uuid)
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  claim text := current_setting('bridges.claim', true);
  kept text[];
begin
  if claim is null or claim = '' then return; end if;
  kept := (select string_to_array(current_setting(k.slot, true), E'\n', '') from access.signing_keys k
    where starts_with(current_setting(k.slot, true), k.people_changed || E'\n' || claim || E'\n'));
  if kept is not null and to_timestamp(split_part(claim, '|', 5)::double precision) > clock_timestamp() then
    practitioner_id := kept[3]; agency_id := kept[4]; role := kept[5];
    post_id := kept[6]; locality_id := kept[7]; authority_id := kept[8];
  else
    select a.* into practitioner_id, agency_id, role, post_id, locality_id, authority_id from access.actor_of(claim) a;
  end if;
end $$;
revoke execute on function access.signed_in() from public;
grant execute on function access.signed_in() to bridges_app, bridges_owner;

-- The same as a set of one row or none.
create or replace function access.actor()
  returns table (practitioner_id uuid, agency_id uuid, role text, post_id uuid, locality_id uuid, authority_id uuid)
  language plpgsql stable security definer rows 1 set search_path = ''
  as $$
begin
  select * into practitioner_id, agency_id, role, post_id, locality_id, authority_id from access.signed_in();
  if practitioner_id is not null then return next; end if;
end $$;

-- The first statement of every unit of work: says who is asking and about which episodes, and answers with the instant of
-- this unit of work and, when it is about one episode, with what may be done there. The claim is checked once here, and
-- who it names is kept for this transaction.
create function access.present(claim text, focus text, out instant timestamptz, out abilities json)
  language plpgsql volatile security definer set search_path = ''
  as $$
begin
  perform set_config('bridges.claim', claim, true), set_config('bridges.focus', coalesce(focus, ''), true);
  perform access.assert_claim();
  perform set_config(k.slot, array_to_string(
      array[k.people_changed::text, claim, a.practitioner_id::text, a.agency_id::text, a.role, a.post_id::text,
        a.locality_id::text, a.authority_id::text], E'\n', ''), true)
    from access.signing_keys k, access.actor_of(claim) a;
  instant := platform.now();
  if cardinality(focus::uuid[]) = 1 then
    abilities := (select coalesce(json_agg(a), '[]') from access.abilities((focus::uuid[])[1]) a);
  end if;
end $$;
revoke execute on function access.present(text, text) from public;
grant execute on function access.present(text, text) to bridges_app;

-- The one place that answers. `among` null: the whole reach; otherwise only these episodes, whatever the focus.
create function access.may_among(wanted text, among uuid[]) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz;
  rule record;
  cut uuid[];
begin
  if among = '{}' then return; end if;
  me := access.signed_in();
  if me.practitioner_id is null then return; end if;
  moment := platform.now();
  if among is not null and me.role <> 'business_support' then
    -- A sub-select with a limit is never turned into a join: one probe of (episode, subject, reach, tier) for each rule,
    -- whatever the planner thinks of the size of the reach.
    return query
      select u.id from unnest(among) u (id)
      where (select true from access.rules r
          join access.grants g on g.reach = r.reach and g.tier = r.tier
          where r.permission = wanted and r.role = me.role and g.episode_id = u.id
            and g.subject_id = access.subject_of(r.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
            and g.begins <= moment and g.ends > moment limit 1)
        and not exists (select from access.cuts c where c.episode_id = u.id and c.practitioner_id = me.practitioner_id
          and c.begins <= moment and c.ends > moment);
    return;
  end if;
  -- Read once: as a join it was read again for each grant.
  cut := array(select c.episode_id from access.cuts c
    where c.practitioner_id = me.practitioner_id and c.begins <= moment and c.ends > moment);
  for rule in select r.reach, r.tier from access.rules r
      where r.permission = wanted and r.role = me.role and r.reach <> 'role' loop
    if rule.reach = 'support' then
      return query
        select g.episode_id from access.supported() n
        join access.grants g on (g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
          or (g.reach = 'agency' and g.subject_id = n.agency_id)
        where g.tier = rule.tier and g.tier < 3 and g.begins <= moment and g.ends > moment
          and (among is null or g.episode_id = any(among))
          and not exists (select from access.cuts c
            where c.practitioner_id in (me.practitioner_id, n.practitioner_id) and c.episode_id = g.episode_id
              and c.begins <= moment and c.ends > moment);
    elsif cut = '{}' then
      return query
        select g.episode_id from access.grants g
        where g.reach = rule.reach
          and g.subject_id = access.subject_of(rule.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
          and g.tier = rule.tier and g.begins <= moment and g.ends > moment
          and (among is null or g.episode_id = any(among));
    else
      return query
        select g.episode_id from access.grants g
        where g.reach = rule.reach
          and g.subject_id = access.subject_of(rule.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
          and g.tier = rule.tier and g.begins <= moment and g.ends > moment
          and (among is null or g.episode_id = any(among))
          and g.episode_id <> all(cut);
    end if;
  end loop;
end $$;
revoke execute on function access.may_among(text, uuid[]) from public;
grant execute on function access.may_among(text, uuid[]) to bridges_app;

-- Every episode of the focus, or without one of all, on which the signed-in person holds this permission now.
create or replace function access.may(wanted text) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = ''
  as $$ begin return query select access.may_among(wanted, access.focus()); end $$;

-- One question about one episode, whatever the focus.
create function access.can(wanted text, episode uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin return exists (select from access.may_among(wanted, array[episode])); end $$;
revoke execute on function access.can(text, uuid) from public;
grant execute on function access.can(text, uuid) to bridges_app;

create or replace function access.topics() returns setof text
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  narrowed uuid[] := access.focus();
begin
  me := access.signed_in();
  if me.practitioner_id is null then return; end if;
  return query
    select g.episode_id || ' ' || g.topic from access.grants g
    where g.reach in ('lead', 'team', 'emergency') and g.subject_id = me.practitioner_id and g.tier = 3
      and g.begins <= moment and g.ends > moment
      and (narrowed is null or g.episode_id = any(narrowed))
      and exists (select from access.rules r where r.role = me.role and r.reach = g.reach)
      and not exists (select from access.cuts c where c.practitioner_id = me.practitioner_id and c.episode_id = g.episode_id
        and c.begins <= moment and c.ends > moment);
end $$;

-- The grants on one episode that count for the signed-in person now: one probe of that episode's grants.
create or replace function access.held_on(episode uuid)
  returns table (reach text, tier smallint, topic text, begins timestamptz, ends timestamptz, by_agency uuid)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
begin
  me := access.signed_in();
  if me.practitioner_id is null or exists (select from access.cuts c where c.episode_id = episode
      and c.practitioner_id = me.practitioner_id and c.begins <= moment and c.ends > moment) then
    return;
  end if;
  return query
    with near as materialized (
      select g.reach, g.subject_id, g.tier, g.topic, g.begins, g.ends from access.grants g
      where g.episode_id = episode and g.begins <= moment and g.ends > moment)
    select g.reach, g.tier, g.topic, g.begins, g.ends, me.agency_id from near g
    where g.subject_id = access.subject_of(g.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
      and exists (select from access.rules r where r.role = me.role and r.reach = g.reach and r.reach not in ('role', 'support'));
  if me.role = 'business_support' then
    return query
      select 'support', g.tier, g.topic, g.begins, g.ends, n.agency_id
      from access.supported() n cross join (values ('author'), ('lead'), ('team'), ('agency')) k (reach)
      join access.grants g on g.episode_id = episode and g.reach = k.reach
        and g.subject_id = case when k.reach = 'agency' then n.agency_id else n.practitioner_id end
      where g.begins <= moment and g.ends > moment and g.tier < 3
        and not exists (select from access.cuts c where c.episode_id = episode and c.practitioner_id = n.practitioner_id
          and c.begins <= moment and c.ends > moment);
  end if;
end $$;

-- What is hidden never depends on the focus: asked of the hidden children's own episodes, by probes. Under a focus
-- "not in (select access.may(…))" would show more, so whatever takes away asks may_among or can.
create or replace function access.hidden_episodes() returns setof uuid
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

-- Within the focus, when there is one; without one the two sets are hashed, each worked out once.
create or replace function access.unnamed_leads() returns table (episode_id uuid, why text)
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_episodes());
  sensitive uuid[] := array(select access.sensitive_agencies());
  narrowed uuid[] := access.focus();
  led uuid[];
  telling uuid[];
  me uuid := access.me();
begin
  if sensitive <> '{}' then
    if narrowed is null then
      return query select a.episode_id, 'sensitive' from public.lead_professional_appointments a
        where a.ended_at is null and a.agency_id = any(sensitive) and a.practitioner_id <> me
          and a.episode_id in (select access.may_among('episode.read', null))
          and a.episode_id not in (select access.may_among('sensitive_service.read', null));
    else
      led := array(select a.episode_id from public.lead_professional_appointments a
        where a.episode_id = any(narrowed) and a.ended_at is null and a.agency_id = any(sensitive) and a.practitioner_id <> me);
      return query select s.id, 'sensitive' from access.may_among('episode.read', led) s (id)
        where not exists (select from access.may_among('sensitive_service.read', led) t (id) where t.id = s.id);
    end if;
  end if;
  if hidden <> '{}' then
    telling := array(select access.telling_agencies());
    return query select a.episode_id, 'protected' from public.lead_professional_appointments a
      where a.ended_at is null and a.episode_id = any(hidden) and a.agency_id = any(telling) and a.practitioner_id <> me;
  end if;
end $$;

create or replace function access.unnamed_involved(episode uuid) returns table (why text, agencies integer)
  language plpgsql stable security definer rows 2 set search_path = ''
  as $$
declare
  moment constant timestamptz := platform.now();
  there uuid[];
begin
  if not access.can('family.read', episode) then return; end if;
  there := array(
    select i.agency_id from access.involvements i where i.episode_id = episode and i.begins <= moment and i.ends > moment
    union
    select s.agency_id from access.agency_scope s where s.episode_id = episode and s.begins <= moment and s.ends > moment);
  return query select u.why, count(distinct u.agency_id)::integer from access.unnamed_agencies(episode) u
    where u.agency_id = any(there) group by u.why;
end $$;

-- The functions that a page asks many times keep their plans: as SQL functions they are planned for each statement.
create or replace function access.abilities(episode uuid) returns table (permission text, reach text)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
begin
  me := access.signed_in();
  if me.practitioner_id is null then return; end if;
  return query
    select distinct r.permission, r.reach
    from access.held_on(episode) h
    join access.rules r on r.role = me.role and r.reach = h.reach and r.tier = h.tier;
end $$;

create or replace function access.may_child(wanted text) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  within uuid[];
begin
  me := access.signed_in();
  if me.practitioner_id is null then return; end if;
  within := array(select access.may(wanted));
  return query
    select f.child_id from public.episode_children f where f.episode_id = any(within)
    union
    select k.id from public.children k
    where k.recorded_by = me.practitioner_id and wanted in ('episode.read', 'family.read', 'family.edit', 'shield.request')
      and me.role <> 'family'
      and not exists (select from public.episode_children f where f.child_id = k.id)
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = me.practitioner_id);
end $$;

create or replace function access.may_contact() returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me uuid := access.me();
  moment timestamptz := platform.now();
begin
  return query
    select k.id from access.may_child('family.read') k (id)
    where not exists (
      select from access.hidings h
      where h.child_id = k.id and h.begins <= moment and h.ends > moment
        and not exists (select from public.shield_names n
          where n.shield_id = h.shield_id and n.practitioner_id = me
            and n.named_at <= moment and (n.ended_at is null or n.ended_at > moment))
        and not exists (select from public.emergency_accesses x
          join public.episode_children f on f.episode_id = x.episode_id and f.child_id = k.id
          where x.practitioner_id = me and x.protected_details and x.begins_at <= moment
            and least(x.lapses_at, x.ended_at) > moment));
end $$;

create or replace function access.hidden_from_me() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me uuid;
  moment timestamptz := platform.now();
begin
  if not exists (select from access.hidings h where h.begins <= moment and h.ends > moment) then return; end if;
  me := access.me();
  return query
    select distinct h.child_id from access.hidings h
    where h.begins <= moment and h.ends > moment
      and not exists (select from public.shield_names n
        where n.shield_id = h.shield_id and n.practitioner_id = me
          and n.named_at <= moment and (n.ended_at is null or n.ended_at > moment))
      and not exists (select from public.emergency_accesses x
        join public.episode_children f on f.episode_id = x.episode_id and f.child_id = h.child_id
        where x.practitioner_id = me and x.protected_details and x.begins_at <= moment
          and least(x.lapses_at, x.ended_at) > moment);
end $$;

create or replace function access.sensitive_agencies() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  mine uuid := (access.signed_in()).agency_id;
begin
  return query select g.id from public.agencies g where g.sensitive and g.id is distinct from mine;
end $$;
create or replace function access.telling_agencies() returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = ''
  as $$
declare
  mine uuid := (access.signed_in()).agency_id;
begin
  return query select g.id from public.agencies g join access.telling_kinds k on k.kind = g.kind
    where g.id is distinct from mine;
end $$;

-- One episode at a time, by equality: "= any(changed)" does not travel through the joins of the derivation, so that each
-- change derived large parts of the county (4,210 ms a consent at 134,500 children; this way 16 ms).
create or replace function access.regrant(changed uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  one uuid;
begin
  delete from access.grants where episode_id = any(changed);
  delete from access.cuts where episode_id = any(changed);
  foreach one in array changed loop
    insert into access.grants select * from access.derived_grants where episode_id = one;
    insert into access.cuts select * from access.derived_cuts where episode_id = one;
  end loop;
end $$;
create or replace function access.rehide(changed uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  one uuid;
begin
  delete from access.hidings where shield_id = any(changed);
  foreach one in array changed loop
    insert into access.hidings select * from access.derived_hidings where shield_id = one;
  end loop;
end $$;

-- A question about one episode is one probe: "in (select access.may(…))" worked a whole reach out to answer it.
do $$
declare
  asked record;
  as_it_stood text;
  mended text;
begin
  for asked in select p.oid from pg_proc p where p.pronamespace = 'access'::regnamespace and p.prokind = 'f'
      and p.prosrc ~ '(in \(select|any\(array\(select) access\.may\(' loop
    as_it_stood := pg_get_functiondef(asked.oid);
    mended := regexp_replace(as_it_stood,
      '\y((?:episode|thing|[a-z]\.episode_id|new\.episode_id|old\.episode_id|asked\.episode_id))(\s+)not in \(select access\.may\((''[a-z_.]+'')\)\)',
      'not access.can(\3, \1)', 'g');
    mended := regexp_replace(mended,
      '\y((?:episode|thing|[a-z]\.episode_id|new\.episode_id|old\.episode_id|asked\.episode_id))(\s+)in \(select access\.may\((''[a-z_.]+'')\)\)',
      'access.can(\3, \1)', 'g');
    mended := regexp_replace(mended, '\y(episode) = any\(array\(select access\.may\((''[a-z_.]+'')\)\)\)',
      'access.can(\2, \1)', 'g');
    if mended <> as_it_stood then execute mended; end if;
  end loop;
end $$;
set local role bridges_owner;

create or replace function access.me() returns uuid
  language plpgsql stable set search_path = ''
  as $$ begin return (access.signed_in()).practitioner_id; end $$;

-- One's own work and one's agency's (their rules stand where they were first made), with the instant asked once.
set local role bridges_reach;
create or replace function access.my_work() returns setof uuid
  language plpgsql stable security definer rows 100 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
begin
  me := access.signed_in();
  if me.practitioner_id is null then return; end if;
  return query
    select g.episode_id from access.grants g
    where g.reach in ('author', 'lead', 'team') and g.subject_id = me.practitioner_id and g.tier = 0
      and g.begins <= moment and g.ends > moment
      and exists (select from access.rules r where r.role = me.role and r.reach = g.reach and r.tier = 0)
      and not exists (select from access.cuts c where c.practitioner_id = me.practitioner_id and c.episode_id = g.episode_id
        and c.begins <= moment and c.ends > moment);
end $$;
create or replace function access.agency_work() returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  cut uuid[];
begin
  me := access.signed_in();
  if me.practitioner_id is null
     or not exists (select from access.rules r where r.role = me.role and r.reach = 'manager' and r.tier = 0) then
    return;
  end if;
  cut := array(select c.episode_id from access.cuts c
    where c.practitioner_id = me.practitioner_id and c.begins <= moment and c.ends > moment);
  return query
    select g.episode_id from access.grants g
    where g.reach = 'manager' and g.subject_id = me.agency_id and g.tier = 0 and g.begins <= moment and g.ends > moment
      and (cut = '{}' or g.episode_id <> all(cut));
end $$;
set local role bridges_owner;

-- What a list or a caseload is made of: a row for each episode within reach, worked out from one reading of each reach.
-- Under row-level security every table of such a statement worked the same reach out anew. What lies above the reader's
-- tiers is null, exactly as their policies have it; `has_record` says whether the record (T2) is theirs to read.
create function access.cases(only_open boolean, consent_ends_from date, consent_ends_until date, only_mine boolean default false)
  returns table (
    id uuid, opened_at timestamptz, closed_at timestamptz, locality_id uuid, is_locality_told boolean,
    has_record boolean, status text, level smallint, next_review_on date, last_contact_on date,
    has_lead boolean, is_consent_told boolean, is_consent_ending boolean, is_mine boolean, is_of_my_agency boolean)
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
declare
  me record;
  narrowed uuid[] := access.focus();
  reached uuid[];
  readable uuid[];
  told uuid[];
  hidden uuid[];
  ending uuid[];
  mine uuid[];
  of_my_agency uuid[];
begin
  me := access.signed_in();
  mine := array(select access.my_work());
  if only_mine then
    narrowed := array(select m from unnest(mine) m where narrowed is null or m = any(narrowed));
  end if;
  reached := array(select m from access.may_among('episode.read', narrowed) m);
  if reached = '{}' then return; end if;
  readable := array(select m from access.may_among('record.read', narrowed) m);
  -- For most roles the ledger is read by the reaches that read the record: then it is the same set.
  told := case when not exists (
      select r.reach, r.tier from access.rules r where r.role = me.role and r.permission in ('record.read', 'consent.read')
      group by r.reach, r.tier having count(*) = 1)
    then readable else array(select m from access.may_among('consent.read', narrowed) m) end;
  hidden := array(select access.hidden_episodes());
  ending := array(
    select c.episode_id from public.consents c
    where c.decision in ('given', 'given_in_part') and c.valid_until between consent_ends_from and consent_ends_until
      and not exists (select from public.consents l where l.episode_id = c.episode_id and l.recorded_at > c.recorded_at)
      and not exists (select from public.consent_withdrawals w where w.consent_id = c.id and w.agency_id is null));
  -- A manager's own by the grants; for others, where their agency leads (T0), opened it, assesses or is in the team (T2).
  of_my_agency := case when me.role = 'manager' then array(select access.agency_work()) else array(
    select i.episode_id from public.lead_professional_appointments i where i.agency_id = me.agency_id and i.ended_at is null
    union all
    select i.episode_id from (
      select a.episode_id from public.authorships a where a.agency_id = me.agency_id and a.ended_at is null
      union all
      select t.episode_id from public.team_members t where t.agency_id = me.agency_id and t.left_at is null) i
    where i.episode_id in (select unnest(readable))) end;
  -- Sets are unnested and not compared with "= any": of that the planner estimates each element.
  return query
    select e.id, e.opened_at, e.closed_at, e.locality_id,
      coalesce(e.locality_id = me.locality_id, false) or e.id <> all(hidden),
      r.episode_id is not null, r.status, r.level, r.next_review_on, r.last_contact_on,
      a.episode_id is not null, e.id = any(told), e.id = any(ending) and e.id = any(told), e.id = any(mine), e.id = any(of_my_agency)
    from public.episodes e
    left join (select k.* from public.episode_records k where k.episode_id in (select unnest(readable))) r on r.episode_id = e.id
    left join public.lead_professional_appointments a on a.episode_id = e.id and a.ended_at is null
    where e.id in (select unnest(reached)) and not (only_open and e.closed_at is not null);
end $$;
grant execute on function access.cases(boolean, date, date, boolean) to bridges_app;
alter function access.cases(boolean, date, date, boolean) owner to bridges_reach;

-- Who works with each family within reach now, each once: the rows that the reader's policies show of those who opened or
-- assess, lead, or are in the team, each reach worked out once.
create function access.involved() returns table (episode_id uuid, practitioner_id uuid, agency_id uuid)
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
#variable_conflict use_column
declare
  me uuid := access.me();
  narrowed uuid[] := access.focus();
  sensitive uuid[] := array(select access.sensitive_agencies());
  hidden uuid[] := array(select access.hidden_episodes());
  telling uuid[] := '{}';
  knows_sensitive uuid[] := '{}';
begin
  if hidden <> '{}' then telling := array(select access.telling_agencies()); end if;
  if sensitive <> '{}' then
    knows_sensitive := array(select m from access.may_among('sensitive_service.read', narrowed) m);
  end if;
  return query
    select distinct i.episode_id, i.practitioner_id, i.agency_id
    from (
      select w.episode_id, w.practitioner_id, w.agency_id, false as leads
      from (
        select a.episode_id, a.practitioner_id, a.agency_id from public.authorships a where a.ended_at is null
        union all
        select t.episode_id, t.practitioner_id, t.agency_id from public.team_members t where t.left_at is null) w
      where w.episode_id in (select m from access.may_among('record.read', narrowed) m)
      union all
      select l.episode_id, l.practitioner_id, l.agency_id, true from public.lead_professional_appointments l
      where l.ended_at is null and l.episode_id in (select m from access.may_among('episode.read', narrowed) m)) i
    where i.practitioner_id = me
      or ((i.agency_id <> all(sensitive) or i.episode_id = any(knows_sensitive)
          or (i.leads and access.is_asked_to_lead(i.episode_id, null)))
        and (i.episode_id <> all(hidden) or i.agency_id <> all(telling)));
end $$;
grant execute on function access.involved() to bridges_app;
alter function access.involved() owner to bridges_reach;
