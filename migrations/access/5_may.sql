-- Every episode of the focus, or without one of all, on which the signed-in person holds this permission now.
create function access.may(wanted text) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$ begin return query select access.may_among(wanted, access.focus()); end $$;
grant execute on function access.may(text) to bridges_app;

-- The sensitive topics within reach, each as 'episode topic'.
create function access.topics() returns setof text
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  narrowed uuid[] := access.focus();
begin
  me := access.current_actor();
  if me.practitioner_id is null then return; end if;
  return query
    select g.episode_id || ' ' || g.topic from access.grants g
    where g.reach in ('lead', 'team', 'emergency') and g.subject_id = me.practitioner_id and g.tier = 3
      and g.begins <= moment and g.ends > moment
      and (narrowed is null or g.episode_id = any(narrowed))
      and exists (select from access.rules r where r.role = me.role and r.reach = g.reach)
      and not exists (select from access.exclusions c where c.practitioner_id = me.practitioner_id and c.episode_id = g.episode_id
        and c.begins <= moment and c.ends > moment);
end $$;
grant execute on function access.topics() to bridges_app;

-- Every child on whom the signed-in practitioner holds this permission: through an episode, or because they
-- recorded the child and no episode has been opened yet.
create function access.may_child(wanted text) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$ begin return query select access.may_child_among(wanted, access.focus()); end $$;
grant execute on function access.may_child(text) to bridges_app;

-- The functions that a page asks many times keep their plans: as SQL functions they are planned for each statement.
create function access.abilities(episode uuid) returns table (permission text, reach text)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
begin
  me := access.current_actor();
  if me.practitioner_id is null then return; end if;
  return query
    select distinct r.permission, r.reach
    from access.grants_held_on(episode) h
    join access.rules r on r.role = me.role and r.reach = h.reach and r.tier = h.tier;
end $$;
grant execute on function access.abilities(uuid) to bridges_app;

-- Has this practitioner just opened it, while it has no author yet?
create function access.is_unclaimed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.episodes e where e.id = episode and e.opened_by = access.me())
       and not exists (select from public.authorships a where a.episode_id = episode)
  $$;
grant execute on function access.is_unclaimed(uuid) to bridges_app;

-- An episode may be opened for a child within reach, or one found in the index.
create function access.may_open_for(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can_child('episode.read', child)
        or exists (select from access.indexed_children x where x.child_id = child)
  $$;
grant execute on function access.may_open_for(uuid) to bridges_app;

-- One question about one carer, whatever the focus: may the signed-in person read a child whom they care or cared for?
create function access.can_carer(wanted text, carer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.child_carers l where l.carer_id = carer and access.can_child(wanted, l.child_id))
  $$;
grant execute on function access.can_carer(text,uuid) to bridges_app;

-- A carer is linked by the practitioner who just recorded them, or from a sibling within reach.
create function access.may_link_carer(carer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can_carer('family.read', carer)
      or (exists (select from public.carers c where c.id = carer and c.recorded_by = access.me())
        and not exists (select from public.child_carers l where l.carer_id = carer))
  $$;
grant execute on function access.may_link_carer(uuid) to bridges_app;

-- Children whose protected contact details the signed-in person may read: T1, and not hidden by a shield on which they
-- are not named. Emergency access with a second person counts as being named while it lasts.
create function access.may_contact() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$ begin return query select access.may_contact_among(access.focus()); end $$;
grant execute on function access.may_contact() to bridges_app;

-- Business support
create function access.shares_team(colleague uuid, team uuid, as_role text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o where o.practitioner_id = colleague and o.team_id = team
        and (as_role is null or o.role = as_role) and platform.is_now(o.began_at, o.ended_at))
  $$;
grant execute on function access.shares_team(uuid,uuid,text) to bridges_app;

-- Homes in which a child lives who is hidden from the signed-in person, but not the home of a person from whom that child is
-- kept safe. What takes away is asked of all, whatever the focus.
create function access.hidden_households() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query
    select distinct s.household_id from public.child_stays s
    where s.child_id = any(hidden) and s.ended_at is null
      and not exists (select from public.carer_stays w join public.shield_unsafe_carers u on u.carer_id = w.carer_id
        join access.concealments h on h.shield_id = u.shield_id and h.child_id = s.child_id
          and h.begins <= platform.now() and h.ends > platform.now()
        where w.household_id = s.household_id and w.ended_at is null);
end $$;
grant execute on function access.hidden_households() to bridges_app;

-- Carers whose telephone and home the signed-in person may read: who care now for a child whom they may contact, and not under one
-- roof with a child who is hidden from them. A person from whom the child is kept safe shares no roof, whatever is recorded.
create function access.may_contact_carer() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  return query
    select distinct l.carer_id from public.child_carers l
    where l.child_id = any(array(select access.may_contact())) and l.ended_at is null
      and (hidden = '{}' or not exists (
        select from public.child_carers r
        where r.carer_id = l.carer_id and r.child_id = any(hidden) and r.lives_with_child is not false and r.ended_at is null
          -- On a shield that holds now: what an earlier one said of them ended with it.
          and not exists (select from public.shield_unsafe_carers u
            join access.concealments h on h.shield_id = u.shield_id and h.child_id = u.child_id
              and h.begins <= platform.now() and h.ends > platform.now()
            where u.child_id = r.child_id and u.carer_id = r.carer_id)))
      -- Also an adult who lives there and cares for another child alone.
      and (hidden = '{}' or not exists (select from public.carer_stays w
        where w.carer_id = l.carer_id and w.ended_at is null and w.household_id in (select access.hidden_households())));
end $$;
grant execute on function access.may_contact_carer() to bridges_app;

-- The practitioner who just recorded a carer writes their contact details; after that, those who may read them and change the family.
create function access.is_new_carer(carer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.carers c where c.id = carer and c.recorded_by = access.me())
      and not exists (select from public.child_carers l where l.carer_id = carer)
  $$;
grant execute on function access.is_new_carer(uuid) to bridges_app;

-- Where the signed-in practitioner works with the family now: author, lead or deputy, in the team.
create function access.my_work() returns setof uuid
  language plpgsql stable security definer rows 100 set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
begin
  me := access.current_actor();
  if me.practitioner_id is null then return; end if;
  return query
    select g.episode_id from access.grants g
    where g.reach in ('author', 'lead', 'team') and g.subject_id = me.practitioner_id and g.tier = 0
      and g.begins <= moment and g.ends > moment
      and exists (select from access.rules r where r.role = me.role and r.reach = g.reach and r.tier = 0)
      and not exists (select from access.exclusions c where c.practitioner_id = me.practitioner_id and c.episode_id = g.episode_id
        and c.begins <= moment and c.ends > moment);
end $$;
grant execute on function access.my_work() to bridges_app;

-- Where a practitioner of the signed-in manager's agency works with the family now; nothing for other roles.
create function access.agency_work() returns setof uuid
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  cut uuid[];
begin
  me := access.current_actor();
  if me.practitioner_id is null
     or not exists (select from access.rules r where r.role = me.role and r.reach = 'manager' and r.tier = 0) then
    return;
  end if;
  cut := array(select c.episode_id from access.exclusions c
    where c.practitioner_id = me.practitioner_id and c.begins <= moment and c.ends > moment);
  return query
    select g.episode_id from access.grants g
    where g.reach = 'manager' and g.subject_id = me.agency_id and g.tier = 0 and g.begins <= moment and g.ends > moment
      and (cut = '{}' or g.episode_id <> all(cut));
end $$;
grant execute on function access.agency_work() to bridges_app;

-- The one place that answers. `among` null: the whole reach; otherwise only these episodes, whatever the focus.
create function access.may_among(wanted text, among uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz;
  rule record;
  cut uuid[];
begin
  if among = '{}' then return; end if;
  me := access.current_actor();
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
        and not exists (select from access.exclusions c where c.episode_id = u.id and c.practitioner_id = me.practitioner_id
          and c.begins <= moment and c.ends > moment);
    return;
  end if;
  -- Read once: as a join it was read again for each grant.
  cut := array(select c.episode_id from access.exclusions c
    where c.practitioner_id = me.practitioner_id and c.begins <= moment and c.ends > moment);
  for rule in select r.reach, r.tier from access.rules r
      where r.permission = wanted and r.role = me.role and r.reach <> 'role' loop
    if rule.reach = 'support' then
      return query
        select g.episode_id from access.supported_practitioners() n
        join access.grants g on (g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
          or (g.reach = 'agency' and g.subject_id = n.agency_id)
        where g.tier = rule.tier and g.tier < 3 and g.begins <= moment and g.ends > moment
          and (among is null or g.episode_id = any(among))
          and not exists (select from access.exclusions c
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
grant execute on function access.may_among(text,uuid[]) to bridges_app;

-- One question about one episode, whatever the focus.
create function access.can(wanted text, episode uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin return exists (select from access.may_among(wanted, array[episode])); end $$;
grant execute on function access.can(text,uuid) to bridges_app;

-- Episodes within reach whose children have all died: nothing in a list or a caseload is late for them.
create function access.bereaved_episodes() returns setof uuid
  language sql stable security definer rows 20 set search_path = ''
  as $$
    select access.may_among('episode.read', array(
      select distinct f.episode_id from access.deaths d join public.episode_children f on f.child_id = d.child_id
      where not access.is_for_the_living(f.episode_id)))
  $$;
grant execute on function access.bereaved_episodes() to bridges_app;

-- What a list or a caseload is made of: a row for each episode within reach, worked out from one reading of each reach.
-- Under row-level security every table of such a statement worked the same reach out anew. What lies above the reader's
-- tiers is null, exactly as their policies have it; `has_record` says whether the record (T2) is theirs to read.
-- `wanted` names what is worked out besides: locality, lead, consent, agency, responsible, each for the columns named after it. The rest
-- is null, since over a wide reach each costs as much as the list itself and most lists need none of them.
create function access.cases(
    only_open boolean, consent_ends_from date, consent_ends_until date, only_mine boolean default false,
    wanted text[] default '{locality,lead,consent,agency,responsible}')
  returns table (
    id uuid, opened_at timestamptz, closed_at timestamptz, locality_id uuid, is_locality_told boolean,
    has_record boolean, status text, level smallint, next_review_on date, last_contact_on date, has_lead boolean,
    is_consent_told boolean, is_consent_ending boolean, is_mine boolean, is_of_my_agency boolean, has_responsible boolean)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  narrowed uuid[] := access.focus();
  reached uuid[];
  readable uuid[];
  told uuid[];
  hidden uuid[];
  ending uuid[];
  bereaved uuid[];
  mine uuid[];
  of_my_agency uuid[];
  enough bigint;
  few uuid[];
  many uuid[];
  few_readable uuid[];
  many_readable uuid[];
begin
  me := access.current_actor();
  mine := array(select access.my_work());
  if only_mine then
    narrowed := array(select m from unnest(mine) m where narrowed is null or m = any(narrowed));
  end if;
  reached := array(select m from access.may_among('episode.read', narrowed) m);
  if reached = '{}' then return; end if;
  readable := array(select m from access.may_among('record.read', narrowed) m);
  if 'locality' = any(wanted) then hidden := array(select access.hidden_episodes()); end if;
  if 'consent' = any(wanted) then
    -- For most readers the ledger is read by the reaches that read the record, or they hold nothing by the others: then it is
    -- the same set.
    told := case when not exists (
        select r.reach, r.tier from access.rules r where r.role = me.role and r.permission in ('record.read', 'consent.read')
        group by r.reach, r.tier having count(*) = 1
          and (r.reach = 'support' or exists (select from access.grants g where g.reach = r.reach and g.tier = r.tier
            and g.subject_id = access.subject_of(r.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id))))
      then readable else array(select m from access.may_among('consent.read', narrowed) m) end;
    -- Of families whose children have all died no agreement is counted as ending.
    bereaved := array(select access.bereaved_episodes());
    -- Sub-selects with a limit, which are never turned into a join with every consent of the county.
    ending := array(
      select c.episode_id from public.consents c
      where c.decision in ('given', 'given_in_part') and c.valid_until between consent_ends_from and consent_ends_until
        and c.episode_id <> all(bereaved)
        and (select true from public.consents l where l.episode_id = c.episode_id and l.recorded_at > c.recorded_at limit 1) is null
        and (select true from public.consent_withdrawals w where w.consent_id = c.id and w.agency_id is null limit 1) is null);
  end if;
  if 'agency' = any(wanted) then
    -- A manager's own by the grants; for others, where their agency leads (T0), opened it, assesses or is in the team (T2).
    of_my_agency := case when me.role = 'manager' then array(select access.agency_work()) else array(
      select i.episode_id from public.lead_professional_appointments i where i.agency_id = me.agency_id and i.ended_at is null
      union all
      select i.episode_id from (
        select a.episode_id from public.authorships a where a.agency_id = me.agency_id and a.ended_at is null
        union all
        select t.episode_id from public.team_members t where t.agency_id = me.agency_id and t.left_at is null) i
      where i.episode_id in (select unnest(readable))) end;
  end if;
  -- A few are looked up. Many are a hash that each row of the tables is compared with once: to join them cost twice as much.
  enough := (select c.reltuples / 10 from pg_catalog.pg_class c where c.oid = 'public.episodes'::regclass);
  if cardinality(reached) < enough then few := reached; else many := reached; end if;
  if cardinality(readable) < enough then few_readable := readable; else many_readable := readable; end if;
  -- Each is a constant to the planner: what compares with null is left out, and within coalesce it does not estimate each
  -- element of many.
  return query
    select e.id, e.opened_at, e.closed_at, e.locality_id,
      case when 'locality' = any(wanted) then coalesce(e.locality_id = me.locality_id, false) or e.id <> all(hidden) end,
      r.episode_id is not null, r.status, r.level, r.next_review_on, r.last_contact_on,
      case when 'lead' = any(wanted) then a.episode_id is not null end,
      e.id = any(told), e.id = any(ending) and e.id = any(told), e.id = any(mine), e.id = any(of_my_agency),
      case when 'responsible' = any(wanted) then answered.episode_id is not null end
    from public.episodes e
    left join public.episode_records r on r.episode_id = e.id
      and (few_readable is null or r.episode_id = any(few_readable))
      and (many_readable is null or coalesce(e.id = any(many_readable), false))
    left join public.lead_professional_appointments a
      on 'lead' = any(wanted) and a.episode_id = e.id and a.ended_at is null
    -- A lead or an author who still works for their agency.
    left join (select distinct i.episode_id from (
        select l.episode_id, l.practitioner_id, l.agency_id from public.lead_professional_appointments l where l.ended_at is null
        union all
        select u.episode_id, u.practitioner_id, u.agency_id from public.authorships u where u.ended_at is null) i
      where 'responsible' = any(wanted) and i.episode_id in (select unnest(readable))
        and (i.practitioner_id, i.agency_id) in (select o.practitioner_id, o.agency_id from public.posts o
          where o.began_at <= moment and (o.ended_at is null or o.ended_at > moment))
      ) answered on answered.episode_id = e.id
    where (few is null or e.id = any(few)) and (many is null or coalesce(e.id = any(many), false))
      and not (only_open and e.closed_at is not null);
end $$;
grant execute on function access.cases(boolean,date,date,boolean,text[]) to bridges_app;

-- Who works with each family within reach now, each once: the rows that the reader's policies show of those who opened or
-- assess, lead, or are in the team, each reach worked out once.
create function access.involved() returns table (episode_id uuid, practitioner_id uuid, agency_id uuid)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  as $$
#variable_conflict use_column
declare
  me uuid := access.me();
  narrowed uuid[] := access.focus();
  sensitive uuid[] := array(select access.sensitive_agencies());
  hidden uuid[] := array(select access.hidden_episodes());
  telling uuid[] := '{}';
  knows_sensitive uuid[] := '{}';
  reached uuid[] := array(select m from access.may_among('episode.read', narrowed) m);
  readable uuid[] := array(select m from access.may_among('record.read', narrowed) m);
  enough bigint := (select c.reltuples / 10 from pg_catalog.pg_class c where c.oid = 'public.episodes'::regclass);
  few uuid[];
  many uuid[];
  few_readable uuid[];
  many_readable uuid[];
begin
  if hidden <> '{}' then telling := array(select access.location_revealing_agencies()); end if;
  if sensitive <> '{}' then
    knows_sensitive := array(select m from access.may_among('sensitive_service.read', narrowed) m);
  end if;
  -- As in access.cases: a few are looked up, many are compared with.
  if cardinality(reached) < enough then few := reached; else many := reached; end if;
  if cardinality(readable) < enough then few_readable := readable; else many_readable := readable; end if;
  return query
    select distinct i.episode_id, i.practitioner_id, i.agency_id
    from (
      select a.episode_id, a.practitioner_id, a.agency_id, false as leads from public.authorships a
      where a.ended_at is null and (few_readable is null or a.episode_id = any(few_readable))
        and (many_readable is null or coalesce(a.episode_id = any(many_readable), false))
      union all
      select t.episode_id, t.practitioner_id, t.agency_id, false from public.team_members t
      where t.left_at is null and (few_readable is null or t.episode_id = any(few_readable))
        and (many_readable is null or coalesce(t.episode_id = any(many_readable), false))
      union all
      select l.episode_id, l.practitioner_id, l.agency_id, true from public.lead_professional_appointments l
      where l.ended_at is null and (few is null or l.episode_id = any(few))
        and (many is null or coalesce(l.episode_id = any(many), false))) i
    where i.practitioner_id = me
      or ((i.agency_id <> all(sensitive) or i.episode_id = any(knows_sensitive)
          or (i.leads and access.is_asked_to_lead(i.episode_id, null)))
        and (i.episode_id <> all(hidden) or i.agency_id <> all(telling)));
end $$;
grant execute on function access.involved() to bridges_app;

-- Does what the family agreed with this agency, as it counted at that moment, extend to this child? An agreement is about the
-- children who were there from the beginning, and about those of the later ones whom it names.
create function access.agreement_covers_child(episode uuid, child uuid, agency uuid, sharing text, at timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from access.consent_states w
      join public.episode_children f on f.episode_id = w.episode_id and f.child_id = child
      where w.episode_id = episode and w.agency_id = agency and w.class = sharing and w.standing = 'included'
        and w.begins <= at and w.ends > at
        and (f.added_at is null or (w.begins >= f.added_at and exists (
          select from public.consent_children k where k.consent_id = w.consent_id and k.child_id = child))))
  $$;

-- Did this reach tell its holder of the child at that moment? Work for the opening agency does; every other agency's rests on
-- what the family agreed with it.
create function access.reach_tells_of_child(
    episode uuid, child uuid, reach text, practitioner uuid, agency uuid, at timestamptz)
  returns boolean
  language sql stable security definer set search_path = ''
  as $$
    with opening as (select e.opening_agency_id as id from public.episodes e where e.id = episode)
    select case reach
      when 'agency' then access.agreement_covers_child(episode, child, agency, 'record', at)
      when 'manager' then exists (select from access.involvements i
          where i.episode_id = episode and i.agency_id = agency and i.begins <= at and i.ends > at)
        and (agency = (select o.id from opening o) or access.agreement_covers_child(episode, child, agency, 'record', at))
      when 'panel' then exists (select from public.panel_members m
        where m.practitioner_id = practitioner and m.joined_at <= at and coalesce(m.left_at, 'infinity') > at
          and (m.agency_id = (select o.id from opening o)
            or access.agreement_covers_child(episode, child, m.agency_id, 'panel', at)))
      else exists (select from access.involvements i
        where i.episode_id = episode and i.reach = reach_tells_of_child.reach and i.practitioner_id = practitioner
          and i.begins <= at and i.ends > at
          and (i.agency_id = (select o.id from opening o)
            or access.agreement_covers_child(episode, child, i.agency_id, 'record', at))) end
  $$;

-- May the signed-in person know by this episode, with this permission, of a child who joined it later or was taken out of it?
-- Of the others every reader of the episode may. A later child is known by each reach that tells of them, and to the
-- practitioner who added them; public tasks are as wide as the episode. Of a child who was taken out, work and agreements
-- leave the name alone, to those who knew it by then, so that what was written can be read.
create function access.knows_of_member(wanted text, episode uuid, child uuid) returns boolean
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record := access.current_actor();
  member record;
  at timestamptz;
begin
  select f.added_at, f.added_by, f.removed_at, e.opening_agency_id into member
    from public.episode_children f join public.episodes e on e.id = f.episode_id
    where f.episode_id = episode and f.child_id = child;
  if not found then return false; end if;
  at := coalesce(member.removed_at, platform.now());
  return exists (
    select from access.grants_held_on(episode) h
    join access.rules r on r.role = me.role and r.reach = h.reach and r.tier = h.tier and r.permission = wanted
    where h.reach in ('coordinator', 'front_door', 'governance', 'sample', 'emergency', 'family')
      or (member.removed_at is not null and h.reach = 'manager' and h.by_agency = member.opening_agency_id)
      or ((member.removed_at is null or wanted = 'episode.read')
        and (member.added_by is not distinct from me.practitioner_id
          or case when h.reach <> 'support'
            then access.reach_tells_of_child(episode, child, h.reach, me.practitioner_id, h.by_agency, at)
            else exists (select from access.supported_practitioners() s, unnest(array['author', 'lead', 'team', 'agency']) k (reach)
              where access.reach_tells_of_child(episode, child, k.reach, s.practitioner_id, s.agency_id, at)) end)));
end $$;
grant execute on function access.knows_of_member(text,uuid,uuid) to bridges_app;

create function access.is_unknown_member(episode uuid, child uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return exists (select from public.episode_children f where f.episode_id = episode and f.child_id = child
      and (f.added_at is not null or f.removed_at is not null))
    and not access.knows_of_member('episode.read', episode, child);
end $$;
grant execute on function access.is_unknown_member(uuid,uuid) to bridges_app;

-- Children of these episodes, or with `among` null of all, on whom the signed-in person holds this permission now.
create function access.may_child_among(wanted text, among uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  within uuid[];
begin
  me := access.current_actor();
  if me.practitioner_id is null then return; end if;
  within := array(select access.may_among(wanted, among));
  return query
    select f.child_id from public.episode_children f where f.episode_id = any(within)
      and ((f.added_at is null and f.removed_at is null) or access.knows_of_member(wanted, f.episode_id, f.child_id))
    union
    select k.id from public.children k
    where k.recorded_by = me.practitioner_id and wanted in ('episode.read', 'family.read', 'family.edit', 'sealed_name.read', 'shield.request', 'death.record')
      and me.role <> 'family'
      and not exists (select from public.episode_children f where f.child_id = k.id)
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = me.practitioner_id);
end $$;

-- One question about one child, whatever the focus: asked of the child's own episodes.
create function access.can_child(wanted text, child uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return child in (select access.may_child_among(wanted,
    array(select f.episode_id from public.episode_children f where f.child_id = child)));
end $$;
grant execute on function access.can_child(text,uuid) to bridges_app;

create function access.may_contact_among(among uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me uuid := access.me();
  moment timestamptz := platform.now();
begin
  return query
    select k.id from access.may_child_among('family.read', among) k (id)
    where not exists (
      select from access.concealments h
      where h.child_id = k.id and h.begins <= moment and h.ends > moment
        and not exists (select from public.shield_names n
          where n.shield_id = h.shield_id and n.practitioner_id = me
            and n.named_at <= moment and (n.ended_at is null or n.ended_at > moment))
        and not exists (select from public.emergency_accesses x
          join public.episode_children f on f.episode_id = x.episode_id and f.child_id = k.id
          where x.practitioner_id = me and x.protected_details and x.begins_at <= moment
            and least(x.lapses_at, x.ended_at) > moment));
end $$;
