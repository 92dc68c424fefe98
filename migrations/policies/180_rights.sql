-- The history is written by the change itself, so that none can be made without it.
create function access.record_rights_request_event() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
  changed jsonb := (select coalesce(jsonb_object_agg(n.key, n.value), '{}') from jsonb_each(to_jsonb(new)) n
    where n.value is distinct from before -> n.key and n.value <> 'null'
      and n.key not in ('id', 'request_id', 'episode_id', 'child_id', 'recorded_by', 'recorded_at', 'version'));
begin
  insert into public.rights_request_events (id, request_id, episode_id, at, practitioner_id, what, changes)
  values (gen_random_uuid(), case tg_argv[0] when 'request' then new.id else (to_jsonb(new) ->> 'request_id')::uuid end,
    new.episode_id, platform.now(), access.me(),
    tg_argv[0] || case tg_op when 'INSERT' then ' added' else ' changed' end, changed);
  return null;
end $$;

-- How it stands with what I passed on, and no more than that.
create function access.forwarded_requests()
  returns table (id uuid, episode_id uuid, child_id uuid, kind text, received_on date, state text)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, r.episode_id, r.child_id, r.kind, r.received_on,
      case when r.finished_at is not null then 'finished' when r.decision is not null then 'decided'
        when r.identity_checked_on is not null or r.acknowledged_on is not null then 'being_answered'
        else 'received' end
    from public.rights_requests r
    where r.recorded_by = access.me() and access.can('rights.register', r.episode_id)
    order by r.received_on desc, r.id desc
  $$;
grant execute on function access.forwarded_requests() to bridges_app;

-- May a bundle be made for this request now, by the signed-in practitioner? Content is otherwise closed to information governance:
-- the open request of a person whose identity was checked is the basis, and ends with it.
create function access.may_bundle(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.rights_requests r
      where r.id = request and r.kind = 'access' and r.about = 'child' and r.finished_at is null
        and r.identity_checked_on <= platform.london_date(platform.now())
        and (r.requester_capacity = 'themselves' or r.child_competence = 'not_competent' or r.child_view is not null
          or (r.child_competence is null and exists (select from public.children k where k.id = r.child_id
            -- A child who may be 12 already counts as 12.
            and coalesce(k.born_earliest, k.expected_date) + interval '12 years' > platform.now())))
        and access.can('rights.manage', r.episode_id))
  $$;
grant execute on function access.may_bundle(uuid) to bridges_app;

-- The bundle itself. It writes into the log before it gives anything, by whichever route it is called.
create function access.bundle(request uuid) returns table (relation text, title text, item jsonb)
  language plpgsql security definer set search_path = ''
  as $$
declare
  asked record;
  held uuid[];
  part record;
begin
  if not access.may_bundle(request) then
    raise exception 'There must be an open request for access' using errcode = '42501';
  end if;
  select r.child_id, r.episode_id into asked from public.rights_requests r where r.id = request;
  held := array(select f.episode_id from public.episode_children f
    where f.child_id = asked.child_id and f.episode_id = any(array(select access.may_among('rights.manage', null))));
  insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, episode_id, child_id,
      reaches, detail)
    select gen_random_uuid(), platform.now(), a.practitioner_id, a.agency_id, a.role, 'produce bundle', 'rights request',
      request, asked.episode_id, asked.child_id, array['governance'], '{}' from access.actor() a;
  for part in select b.relation, b.title, b.condition from access.bundle_parts b
      where b.condition is not null order by b.place loop
    return query execute format(
      'select %L::text, %L::text, access.without_protected_contacts($1, %L, to_jsonb(t))
       from %s t where %s order by 3', part.relation, part.title, part.relation, part.relation::regclass, part.condition)
      using asked.child_id, held;
  end loop;
end $$;
grant execute on function access.bundle(uuid) to bridges_app;

-- A correction is about an item of its own episode, and carries that item's topic. What is not there, or lies in another
-- episode, is refused alike.
create function access.check_correction() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare item record;
begin
  if new.subject_kind = 'assessment_element' then
    select l.episode_id, l.topic into item from public.assessment_elements l where l.id = new.subject_id;
  elsif new.subject_kind = 'chronology_note' then
    select n.episode_id, n.topic into item from public.chronology_notes n where n.id = new.subject_id;
  else
    select f.episode_id, '' as topic into item from public.episode_children f
      where f.child_id = new.subject_id and f.episode_id = new.episode_id;
  end if;
  if item.episode_id is distinct from new.episode_id then
    raise exception 'There is nothing here to correct' using errcode = '42501';
  end if;
  new.topic := item.topic;
  return new;
end $$;

-- Whom to tell, by stand-in where they are not named to the teller, that an item was corrected: those who work with the family and may read it, and where an agency knows it
-- without working with the family, the managers there.
create function access.correction_recipients(correction uuid) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return query
    select distinct case when w.agency_id in (select u.agency_id from access.unnamed_agencies(c.episode_id) u)
      then access.pseudonym(w.practitioner_id, w.agency_id) else w.practitioner_id end
    from public.corrections c
    cross join lateral access.viewers_all(c.episode_id) w
    where c.id = correction and access.can('correction.decide', c.episode_id)
      and w.tier = case c.subject_kind when 'child_details' then 1 else 2 end
      and (w.reach in ('author', 'lead', 'team', 'manager', 'coordinator') or (w.reach = 'agency' and exists (
        select from public.posts p where p.practitioner_id = w.practitioner_id and p.agency_id = w.agency_id
          and p.role = 'manager' and platform.is_now(p.began_at, p.ended_at))))
      and (c.topic = '' or exists (select from access.grants g
        where g.episode_id = c.episode_id and g.tier = 3 and g.topic = c.topic and g.reach in ('lead', 'team')
          and g.subject_id = w.practitioner_id and g.begins <= platform.now() and g.ends > platform.now()));
end $$;
grant execute on function access.correction_recipients(uuid) to bridges_app;

grant select, insert on rights_requests to bridges_app;
grant update (details, authority_shown, identity_checked_on, identity_checked_how, clarification, acknowledged_on,
    extended_told_on, extended_because, child_competence, child_view, child_view_on, exemptions, exemption_note,
    redactions, decision, decision_reason, decided_by, decided_at, released_on, released_how, finished_at, version)
  on rights_requests to bridges_app;
create policy rights_requests_select on rights_requests for select to bridges_app
  using (episode_id = any(array(select access.may('rights.manage'))));
create policy rights_requests_insert on rights_requests for insert to bridges_app
  with check (episode_id = any(array(select access.may('rights.register'))));
-- The practitioner who forwards a request says what was asked; what becomes of it is for those who answer.
create policy rights_requests_insert_as_received on rights_requests as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me())
    and num_nonnulls(identity_checked_on, clarification, acknowledged_on, extended_told_on, child_competence, child_view,
      exemption_note, redactions, decision, released_on, finished_at) = 0
    and exemptions = '{}');
create policy rights_requests_update on rights_requests for update to bridges_app
  using (episode_id = any(array(select access.may('rights.manage'))));
create policy rights_requests_update_unfinished on rights_requests as restrictive for update to bridges_app
  using (finished_at is null)
  with check (true);

create trigger record_rights_request_event after insert or update on rights_requests
  for each row execute function access.record_rights_request_event('request');

grant select, insert on rights_request_pauses to bridges_app;
grant update (to_on) on rights_request_pauses to bridges_app;
create policy rights_request_pauses_select on rights_request_pauses for select to bridges_app
  using (episode_id = any(array(select access.may('rights.manage'))));
create policy rights_request_pauses_insert on rights_request_pauses for insert to bridges_app
  with check (episode_id = any(array(select access.may('rights.manage'))));
create policy rights_request_pauses_update on rights_request_pauses for update to bridges_app
  using (episode_id = any(array(select access.may('rights.manage'))));
create policy rights_request_pauses_update_once on rights_request_pauses as restrictive for update to bridges_app
  using (to_on is null)
  with check (true);

create trigger record_rights_request_event after insert or update on rights_request_pauses
  for each row execute function access.record_rights_request_event('pause');

grant insert on rights_request_events to bridges_reach;
grant select on rights_request_events to bridges_app;
create policy rights_request_events_select on rights_request_events for select to bridges_app
  using (episode_id = any(array(select access.may('rights.manage'))));
create policy rights_request_events_insert_by_reach on rights_request_events for insert to bridges_reach
  with check (true);

grant select, insert on corrections to bridges_app;
grant update (status, decision_note, decided_by, decided_at) on corrections to bridges_app;
create policy corrections_select on corrections for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
-- What is known of the child's details to those at T1 includes that the family disputes them.
create policy corrections_select_family on corrections for select to bridges_app
  using (subject_kind = 'child_details' and episode_id = any(array(select access.may('family.read'))));
create policy corrections_insert on corrections for insert to bridges_app
  with check (episode_id = any(array(select access.may('correction.ask'))));
create policy corrections_insert_asked on corrections as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()) and status = 'asked');
create policy corrections_update on corrections for update to bridges_app
  using (episode_id = any(array(select access.may('correction.decide'))));
-- Readers of the sensitive item may read corrections to it, and no one else.
create policy corrections_all_sensitive on corrections as restrictive for all to bridges_app
  using (topic = ''
    or exists (select from assessment_elements l where l.id = subject_id)
    or exists (select from chronology_notes n where n.id = subject_id));
create policy corrections_update_once on corrections as restrictive for update to bridges_app
  using (status = 'asked')
  with check (decided_by = (select access.me()));

create trigger check_correction before insert on corrections for each row execute function access.check_correction();

grant select on access.bundle_parts to bridges_reach;
