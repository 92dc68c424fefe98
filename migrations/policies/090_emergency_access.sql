-- Emergency access may be asked for where the permission is held, or where the index shows that there is an episode:
-- by those who answer for others, never by an excluded practitioner.
create function access.may_ask_in_emergency(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can('emergency.ask', episode)
      or ((select access.allows('emergency.ask_from_index'))
        and exists (select from access.indexed_children i where i.episode_id = episode)
        and not exists (select from access.exclusions c where c.practitioner_id = access.me() and c.episode_id = episode
          and c.begins <= platform.now() and c.ends > platform.now()))
  $$;
grant execute on function access.may_ask_in_emergency(uuid) to bridges_app;

-- Emergency access
create function access.prepare_emergency_access() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  me record;
begin
  select * into me from access.actor();
  if me.practitioner_id is null then raise exception 'No practitioner is signed in' using errcode = '42501'; end if;
  new.practitioner_id := me.practitioner_id;
  new.agency_id := me.agency_id;
  new.role := me.role;
  new.asked_at := date_trunc('milliseconds', platform.now());
  new.needs_second := new.protected_details or access.is_shielded(new.episode_id);
  new.begins_at := case when new.needs_second then null else new.asked_at end;
  new.lapses_at := new.begins_at + make_interval(hours => new.hours);
  new.seconded_by := null; new.seconded_at := null; new.ended_at := null;
  new.reviewer_id := null; new.reviewer_agency_id := null;
  new.review_outcome := null; new.review_note := null; new.reviewed_at := null;
  new.review_due_on := platform.working_days_after(platform.london_date(new.asked_at), 2);
  return new;
end $$;

create function access.check_emergency_change() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  me record;
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  select * into me from access.actor();
  if new.seconded_by is distinct from old.seconded_by then
    if old.seconded_by is not null or old.ended_at is not null or not old.needs_second
       or new.seconded_by is distinct from me.practitioner_id
       or not access.can('emergency.second', old.episode_id) then
      raise exception 'Only another practitioner who is allowed to can agree, and only once' using errcode = '42501';
    end if;
    new.seconded_at := moment;
    new.begins_at := moment;
    new.lapses_at := moment + make_interval(hours => old.hours);
    new.review_due_on := platform.working_days_after(platform.london_date(moment), 2);
  end if;
  if new.ended_at is distinct from old.ended_at then
    if old.ended_at is not null or not (old.practitioner_id = me.practitioner_id
        or access.can('emergency.end', old.episode_id)) then
      raise exception 'Only its holder or information governance can end it, and only once' using errcode = '42501';
    end if;
    new.ended_at := moment;
  end if;
  if (new.reviewer_id, new.reviewer_agency_id) is distinct from (old.reviewer_id, old.reviewer_agency_id) then
    -- A coordinator names the reviewer where information governance itself was the holder.
    if old.begins_at is null or old.review_outcome is not null or old.practitioner_id = me.practitioner_id
       or not (me.role = 'governance' or (me.role = 'coordinator' and old.role = 'governance'))
       or not exists (select from access.emergency_reviewers(old.id) r where r.practitioner_id = new.reviewer_id)
       or not access.works_for(new.reviewer_id, new.reviewer_agency_id) then
      raise exception 'Information governance must assign a reviewer from another agency, and not for their own access' using errcode = '42501';
    end if;
  end if;
  if new.review_outcome is distinct from old.review_outcome then
    if old.review_outcome is not null or old.reviewer_id is distinct from me.practitioner_id
       or least(old.lapses_at, old.ended_at) > moment then
      raise exception 'Only its reviewer can record the review, once, after the access has ended' using errcode = '42501';
    end if;
    new.reviewed_at := moment;
  end if;
  return new;
end $$;

create function access.announce_emergency() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  waits boolean := new.begins_at is null;
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if tg_op = 'UPDATE' and (waits or old.begins_at is not null) then return null; end if;
  insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
  select gen_random_uuid(), t.practitioner_id, 'Emergency access to a record you are responsible for',
    case when waits then 'A practitioner asked for emergency access that needs a second person. It starts only if a second person agrees.'
      else 'A practitioner has emergency access to a record. The access page shows who, why and when it ends.' end,
    case when waits and bool_or(t.may_agree) then '/emergency-accesses'
      when exists (
        select from public.posts o
        join public.agencies y on y.id = o.agency_id
        join access.grants g on g.episode_id = new.episode_id and g.tier = 0 and g.begins <= platform.now() and g.ends > platform.now()
          and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        join access.rules r on r.permission = 'episode.read' and r.role = o.role and r.reach = g.reach and r.tier = 0
        where o.practitioner_id = t.practitioner_id and platform.is_now(o.began_at, o.ended_at))
      then '/episodes/' || new.episode_id || '/access' end,
    moment, case when waits and bool_or(t.may_agree) then 'emergency_second' end,
    case when waits and bool_or(t.may_agree) then new.id end
  from (
    select i.practitioner_id, false as may_agree from access.involvements i
      where i.episode_id = new.episode_id and i.reach = 'lead' and i.begins <= platform.now() and i.ends > platform.now()
    union all
    select i.practitioner_id, false from access.involvements i
      where i.episode_id = new.episode_id and i.reach = 'author' and i.begins <= platform.now() and i.ends > platform.now()
        and not exists (select from access.involvements l where l.episode_id = new.episode_id and l.reach = 'lead'
          and l.begins <= platform.now() and l.ends > platform.now())
    union all
    select o.practitioner_id, o.role <> 'manager' from public.posts o
      join public.agencies y on y.id = o.agency_id
      join public.episodes e on e.id = new.episode_id
      where platform.is_now(o.began_at, o.ended_at)
        and ((o.role = 'manager' and o.agency_id = e.opening_agency_id)
          or (o.role = 'governance' and y.authority_id = e.authority_id)
          or (waits and o.role = 'front_door' and y.authority_id = e.authority_id)
          or (waits and o.role = 'coordinator' and exists (select from access.grants g where g.episode_id = e.id
            and g.reach = 'coordinator' and g.subject_id = o.locality_id and g.tier = 0 and g.ends > platform.now())))
  ) t
  join public.practitioners p on p.id = t.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  where t.practitioner_id <> new.practitioner_id and t.practitioner_id is distinct from new.seconded_by
    and not exists (select from access.exclusions c where c.practitioner_id = t.practitioner_id and c.episode_id = new.episode_id
      and c.begins <= platform.now() and c.ends > platform.now())
  group by t.practitioner_id;
  return null;
end $$;

-- What was opened during one emergency access: kinds of pages and how often, without any content of the case.
create function access.pages_opened_in_emergency(emergency uuid) returns table (act text, times integer)
  language sql stable security definer set search_path = ''
  as $$
    select l.act, count(*)::integer
    from public.emergency_accesses x
    join audit.entries l on l.practitioner_id = x.practitioner_id and l.at >= x.begins_at
      and l.at <= coalesce(x.ended_at, x.lapses_at) + interval '1 minute' and l.detail ->> 'emergencyAccess' = x.id::text
    where x.id = emergency and (x.reviewer_id = access.me() or x.practitioner_id = access.me()
      or access.can('access_log.read', x.episode_id))
    group by l.act order by 2 desc, 1
  $$;
grant execute on function access.pages_opened_in_emergency(uuid) to bridges_app;

-- Who may review one: a practitioner of the area who answers for others, of another agency than the holder's, who neither agreed
-- to it nor is kept from the family.
create function access.emergency_reviewers(emergency uuid)
  returns table (practitioner_id uuid, name text, role text, agency_id uuid, agency text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct on (p.name_order, p.id) p.id, p.name, o.role, g.id, g.name
    from public.emergency_accesses x
    join public.episodes e on e.id = x.episode_id
    join public.agencies g on g.authority_id = e.authority_id and g.id <> x.agency_id
    join public.posts o on o.agency_id = g.id and o.role in ('manager', 'coordinator', 'governance')
      and platform.is_now(o.began_at, o.ended_at)
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where x.id = emergency and access.can('emergency.assign_review', x.episode_id)
      and p.id <> x.practitioner_id and p.id is distinct from x.seconded_by and p.id <> access.me()
      and not access.works_for(p.id, x.agency_id)
      and not exists (select from access.exclusions c where c.practitioner_id = p.id and c.episode_id = x.episode_id
        and c.begins <= platform.now() and c.ends > platform.now())
    order by p.name_order, p.id, o.began_at, o.id
  $$;
grant execute on function access.emergency_reviewers(uuid) to bridges_app;

grant select, insert on emergency_accesses to bridges_app;
grant update (seconded_by, ended_at, reviewer_id, reviewer_agency_id, review_outcome, review_note)
  on emergency_accesses to bridges_app;
create policy emergency_accesses_select on emergency_accesses for select to bridges_app
  using (practitioner_id = (select access.me()) or reviewer_id = (select access.me())
    or episode_id = any(array(select access.may('access_log.read')))
    or episode_id = any(array(select access.may('emergency.second'))));
create policy emergency_accesses_insert on emergency_accesses for insert to bridges_app
  with check (practitioner_id = (select access.me()) and access.may_ask_in_emergency(episode_id));
create policy emergency_accesses_update on emergency_accesses for update to bridges_app
  using (practitioner_id = (select access.me()) or reviewer_id = (select access.me())
    or episode_id = any(array(select access.may('emergency.second')))
    or episode_id = any(array(select access.may('emergency.assign_review'))));

create trigger announce_emergency_on_insert after insert on emergency_accesses for each row execute function access.announce_emergency();
create trigger announce_emergency_on_update after update on emergency_accesses for each row execute function access.announce_emergency();
create trigger prepare_emergency_access before insert on emergency_accesses for each row execute function access.prepare_emergency_access();
create trigger check_emergency_change before update on emergency_accesses for each row when (current_user <> 'bridges_reach')
  execute function access.check_emergency_change();
create trigger refresh_grants_on_insert after insert on emergency_accesses
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on emergency_accesses
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
