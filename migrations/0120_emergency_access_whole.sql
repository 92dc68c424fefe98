-- Emergency access, whole: it reads and never writes, every look is marked, those concerned are told when it begins, and
-- nobody near it judges it.

-- Topics opened by the family's word alone. Emergency access lets somebody read a topic, not write in it.
set local role bridges_reach;
create function access.agreed_topics() returns setof text
  language sql stable security definer set search_path = ''
  as $$
    select g.episode_id || ' ' || g.topic
    from access.actor() a
    join access.grants g on g.reach in ('lead', 'team') and g.subject_id = a.practitioner_id and g.tier = 3
    where g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.rules r where r.role = a.role and r.reach = g.reach)
      and not exists (select from access.cuts c
        where c.practitioner_id = a.practitioner_id and c.episode_id = g.episode_id
          and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.agreed_topics() to bridges_app;
set local role bridges_owner;

create policy agreed_to_add on assessment_elements as restrictive for insert to bridges_app with check (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.agreed_topics())));
create policy agreed_to_change on assessment_elements as restrictive for update to bridges_app using (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.agreed_topics())));
create policy agreed_to_add on chronology_notes as restrictive for insert to bridges_app with check (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.agreed_topics())));

-- Every look during an emergency is marked as one, with its reason, whichever page wrote it down.
create function access.mark_emergency() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  running record;
begin
  if new.act !~ '^(read|list|preview|print|export) ' or new.subject_kind = 'emergency access' then return new; end if;
  select x.id, x.reason into running
  from public.emergency_accesses x
  where x.practitioner_id = new.practitioner_id and x.begins_at <= platform.now()
    and least(x.lapses_at, x.ended_at) > platform.now()
    and (x.episode_id = new.episode_id
      or x.episode_id in (select f.episode_id from public.episode_children f where f.child_id = new.child_id))
  order by x.begins_at desc, x.id desc limit 1;
  if found then
    if not 'emergency' = any(new.reaches) then new.reaches := array_append(new.reaches, 'emergency'); end if;
    new.reason := coalesce(new.reason, running.reason);
    new.detail := new.detail || jsonb_build_object('emergencyAccess', running.id);
  end if;
  return new;
end $$;
create trigger mark_emergency before insert on audit.entries for each row execute function access.mark_emergency();

-- What was opened during one emergency access: kinds of pages and how often, without any content of the case.
create function access.emergency_looks(emergency uuid) returns table (act text, times integer)
  language sql stable security definer set search_path = ''
  as $$
    select l.act, count(*)::integer
    from public.emergency_accesses x
    join audit.entries l on l.practitioner_id = x.practitioner_id and l.at >= x.begins_at
      and l.at <= coalesce(x.ended_at, x.lapses_at) + interval '1 minute' and l.detail ->> 'emergencyAccess' = x.id::text
    where x.id = emergency and (x.reviewer_id = access.me() or x.practitioner_id = access.me()
      or x.episode_id in (select access.may('access_log.read')))
    group by l.act order by 2 desc, 1
  $$;
grant execute on function access.emergency_looks(uuid) to bridges_app;
alter function access.emergency_looks(uuid) owner to bridges_reach;

-- Who may judge one: somebody of the area who answers for others, of another agency than the holder's, who neither agreed
-- to it nor is kept from the family.
create function access.emergency_reviewers(emergency uuid)
  returns table (practitioner_id uuid, name text, role text, agency_id uuid, agency text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct on (p.name, p.id) p.id, p.name, o.role, g.id, g.name
    from public.emergency_accesses x
    join public.episodes e on e.id = x.episode_id
    join public.agencies g on g.authority_id = e.authority_id and g.id <> x.agency_id
    join public.posts o on o.agency_id = g.id and o.role in ('manager', 'coordinator', 'governance')
      and (o.ended_at is null or o.ended_at > platform.now())
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where x.id = emergency and x.episode_id in (select access.may('emergency.assign_review'))
      and p.id <> x.practitioner_id and p.id is distinct from x.seconded_by and p.id <> access.me()
      and not access.works_for(p.id, x.agency_id)
      and not exists (select from access.cuts c where c.practitioner_id = p.id and c.episode_id = x.episode_id
        and c.begins <= platform.now() and c.ends > platform.now())
    order by p.name, p.id, o.began_at, o.id
  $$;
grant execute on function access.emergency_reviewers(uuid) to bridges_app;
alter function access.emergency_reviewers(uuid) owner to bridges_reach;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.mark_emergency() owner to bridges_reach;
