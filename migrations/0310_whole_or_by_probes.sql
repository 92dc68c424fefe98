-- What a focus must not narrow. Under one, access.may and what asks it answer of its episodes alone: a question that is not
-- about those would be answered too short, without an error. So a function that is not to be narrowed names what it asks
-- about: one episode, one child, some of them, or `null` for everything within reach. test/rls/reach.spec.ts holds
-- the list.

set local role bridges_reach;

-- Children of these episodes, or with `among` null of all, on whom the signed-in person holds this permission now.
create function access.may_child_among(wanted text, among uuid[]) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  within uuid[];
begin
  me := access.signed_in();
  if me.practitioner_id is null then return; end if;
  within := array(select access.may_among(wanted, among));
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
create or replace function access.may_child(wanted text) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = ''
  as $$ begin return query select access.may_child_among(wanted, access.focus()); end $$;

-- One question about one child, whatever the focus: asked of the child's own episodes.
create function access.can_child(wanted text, child uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return child in (select access.may_child_among(wanted,
    array(select f.episode_id from public.episode_children f where f.child_id = child)));
end $$;

create function access.may_contact_among(among uuid[]) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me uuid := access.me();
  moment timestamptz := platform.now();
begin
  return query
    select k.id from access.may_child_among('family.read', among) k (id)
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
create or replace function access.may_contact() returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = ''
  as $$ begin return query select access.may_contact_among(access.focus()); end $$;

revoke execute on function access.may_child_among(text, uuid[]), access.can_child(text, uuid), access.may_contact_among(uuid[])
  from public;
grant execute on function access.can_child(text, uuid) to bridges_app;

create or replace function access.may_open_for(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can_child('episode.read', child)
        or exists (select from access.indexed_children x where x.child_id = child)
  $$;

create or replace function access.may_link_carer(carer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.child_carers l where l.carer_id = carer and access.can_child('family.read', l.child_id))
      or (exists (select from public.carers c where c.id = carer and c.recorded_by = access.me())
        and not exists (select from public.child_carers l where l.carer_id = carer))
  $$;

create or replace function access.may_name_on_shield(shield uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.shields s where s.id = shield and s.ended_at is null
      and (access.can_child('shield.decide', s.child_id)
        or (s.recorded_by = access.me() and s.decision is null and access.can_child('shield.request', s.child_id))))
  $$;

-- Of the hidden children's own episodes: a child who is hidden is said to be so whatever the page is about.
create or replace function access.hidden_children() returns setof uuid
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

create or replace function access.live_agreements(among uuid[])
  returns table (episode_id uuid, consent_id uuid, valid_until date, agencies integer)
  language sql stable security definer set search_path = ''
  as $$
    select w.episode_id, w.consent_id, c.valid_until, count(distinct w.agency_id)::integer
    from access.words w
    join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
    where w.episode_id = any(among) and w.standing = 'included'
      and w.begins <= platform.now() and w.ends > platform.now()
      and w.episode_id = any(array(select access.may_among('consent.read', among)))
    group by 1, 2, 3
  $$;

create or replace function access.my_concerns()
  returns table (id uuid, kind text, day date, times integer, subjects integer, episode_ids uuid[], state text, why text,
    explained_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, case when c.rule = 'index_probing' then 'searches' else 'records' end, c.day, c.times, c.subjects,
      array(select e from access.may_among('episode.read', c.episode_ids) e order by 1),
      c.state, c.why, c.explained_at
    from public.access_concerns c where c.practitioner_id = (select access.me())
    order by c.day desc, c.id
  $$;

-- Some ask of one row whether its episode is within reach; the others ask of everything within reach.
do $$
declare
  asked record;
  as_it_stood text;
  mended text;
begin
  for asked in
    select p.oid, p.proname, p.proname = any('{ask_index,bundle,held_matches,index_entries,retention_queue,search_children}') as is_whole
    from pg_proc p where p.pronamespace = 'access'::regnamespace
      and p.proname = any('{ask_index,bundle,held_matches,index_entries,retention_queue,search_children,
        may_bundle,requests_passed_on,copy_assessment,destroy_episode,erase_log_content,to_tell_of_correction}') loop
    as_it_stood := pg_get_functiondef(asked.oid);
    mended := case when asked.is_whole
      then regexp_replace(regexp_replace(as_it_stood, 'access\.(may|may_child)\((''[a-z_.]+'')\)', 'access.\1_among(\2, null)', 'g'),
        'access\.may_contact\(\)', 'access.may_contact_among(null)', 'g')
      else regexp_replace(as_it_stood, '\y([a-z]\.episode_id) = any\(array\(select access\.may\((''[a-z_.]+'')\)\)\)',
        'access.can(\2, \1)', 'g') end;
    if mended = as_it_stood then raise exception 'Nothing to mend in %', asked.proname; end if;
    execute mended;
  end loop;
end $$;
set local role bridges_owner;
