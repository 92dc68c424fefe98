create function access.stamp_entered_for() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if (select a.role from access.actor() a) is distinct from 'business_support' then
    -- A practitioner who writes for themselves removes the mark; a copy made without a signed-in person keeps its own.
    if access.me() is not null then new.entered_for := null; end if;
    return new;
  end if;
  new.entered_for := access.supported_practitioner_on(new.episode_id);
  if tg_table_name = 'chronology_notes' then
    if new.topic <> '' then
      raise exception 'Business support cannot record sensitive information' using errcode = '23514', constraint = 'support_not_sensitive';
    end if;
  end if;
  return new;
end $$;

-- A held meeting to which a member of the family came is contact with the family, on its day.
create function access.record_contact_of_meeting() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  wanted uuid := case tg_table_name when 'tac_meetings' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'meeting_id' end;
begin
  perform access.record_contact(t.episode_id, platform.london_date(t.starts_at)) from public.tac_meetings t
    where t.id = wanted and t.status = 'held' and exists (select from public.tac_attendances a
      where a.meeting_id = t.id and a.practitioner_id is null and a.attendance = 'present');
  return null;
end $$;

-- A naming is ended once, and by those two alone.
create function access.set_naming_end() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if old.ended_at is not null then
    raise exception 'It has ended' using errcode = '23514', constraint = 'support_ended';
  end if;
  new.ended_at := date_trunc('milliseconds', platform.now());
  return new;
end $$;

create function access.questions_to_answer() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select q.id from access.actor() a
    join public.access_questions q on q.authority_id = a.authority_id and q.asked_by <> a.practitioner_id
    where (select access.allows('access_question.answer')) and not access.is_withheld_from(a.practitioner_id, q.about)
      and coalesce(access.locality_to_ask(q.about, q.locality_id, q.asked_by, q.authority_id), a.locality_id) = a.locality_id
  $$;
grant execute on function access.questions_to_answer() to bridges_app;

-- Keeps a question and tells the coordinators; false when this person has asked too often today.
create function access.ask_for_help(question uuid, thing uuid, why text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  me record;
  moment timestamptz := date_trunc('milliseconds', platform.now());
  place uuid;
begin
  select * into me from access.actor();
  if me.practitioner_id is null or not access.allows('access_question.ask') then
    raise exception 'This role cannot do this' using errcode = '42501';
  end if;
  if (select count(*) from public.access_questions q
      where q.asked_by = me.practitioner_id and q.asked_at > moment - interval '1 day') >= 10 then
    return false;
  end if;
  place := access.locality_to_ask(thing, me.locality_id, me.practitioner_id, me.authority_id);
  insert into public.access_questions (id, asked_by, agency_id, about, authority_id, locality_id, reason, asked_at)
    values (question, me.practitioner_id, me.agency_id, thing, me.authority_id, place, why, moment);
  insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
  select distinct on (o.practitioner_id) gen_random_uuid(), o.practitioner_id, 'Someone has asked for your help',
    'A practitioner could not open a page and has given a reason. Answer, or phone them.',
    '/access-questions', moment, 'access_question', question
  from public.posts o join public.agencies g on g.id = o.agency_id and g.authority_id = me.authority_id
  join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > moment)
  where o.role = 'coordinator' and (place is null or o.locality_id = place) and platform.is_now(o.began_at, o.ended_at)
    and o.practitioner_id <> me.practitioner_id and not access.is_withheld_from(o.practitioner_id, thing);
  return true;
end $$;
grant execute on function access.ask_for_help(uuid,uuid,text) to bridges_app;

-- Work goes only to a practitioner who may know its topic: one who leads, is in the team of an agency that the
-- family agreed may know it, or writes it for themselves.
create function access.may_be_given(episode uuid, doer uuid, wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select doer is null or wanted = '' or doer = access.me() or (
      exists (select from access.grants g where g.episode_id = episode and g.reach in ('lead', 'team') and g.subject_id = doer
        and g.tier = 3 and g.topic = wanted and g.begins <= platform.now() and g.ends > platform.now())
      and not exists (select from access.exclusions c where c.episode_id = episode and c.practitioner_id = doer
        and c.begins <= platform.now() and c.ends > platform.now()))
  $$;
grant execute on function access.may_be_given(uuid,uuid,text) to bridges_app;

grant select, insert on team_members to bridges_app;
grant update (left_at, leaving_reason) on team_members to bridges_app;
create policy team_members_select on team_members for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy team_members_select_named on team_members as restrictive for select to bridges_app
  using (agency_id is null
    or practitioner_id = (select access.me() as me)
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
create policy team_members_insert on team_members for insert to bridges_app
  with check (episode_id = any(array(select access.may('team.edit'))));
create policy team_members_insert_employed on team_members as restrictive for insert to bridges_app
  with check (access.works_for(practitioner_id, agency_id));
create policy team_members_insert_still_open on team_members as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = team_members.episode_id and e.closed_at is null));
create policy team_members_update on team_members for update to bridges_app
  using (episode_id = any(array(select access.may('team.edit'))));

create trigger verify_receiver before insert on team_members for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('join', 'practitioner_id');
create trigger refresh_grants_on_insert after insert on team_members
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on team_members
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on tac_meetings to bridges_app;
grant update (kind, starts_at, ends_at, chair_id, note_taker_id, purpose, status, consent_checked, family_view,
    child_view, going_well, worries, needs_to_happen, decisions, next_meeting_on, recorded_by, recorded_at, version)
  on tac_meetings to bridges_app;
create policy tac_meetings_select on tac_meetings for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy tac_meetings_insert on tac_meetings for insert to bridges_app
  with check (episode_id = any(array(select access.may('meeting.convene'))));
create policy tac_meetings_insert_still_open on tac_meetings as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = tac_meetings.episode_id and e.closed_at is null));
create policy tac_meetings_update on tac_meetings for update to bridges_app
  using (episode_id = any(array(select access.may('meeting.minute'))));

create trigger record_contact after update on tac_meetings for each row when (new.status = 'held')
  execute function access.record_contact_of_meeting();
create trigger stamp_entered_for before insert or update on tac_meetings for each row execute function access.stamp_entered_for();
create trigger verify_receiver before insert or update on tac_meetings for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('1', 'chair_id', 'note_taker_id');

grant select, insert on tac_attendances to bridges_app;
grant update (attendance, apology_reason) on tac_attendances to bridges_app;
create policy tac_attendances_select on tac_attendances for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy tac_attendances_select_named on tac_attendances as restrictive for select to bridges_app
  using (practitioner_id is null
    or practitioner_id = (select access.me() as me)
    or ((not practitioner_id in (select access.people_of_sensitive_agencies() as people_of_sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not practitioner_id in (select access.people_of_location_revealing_agencies() as people_of_location_revealing_agencies))));
create policy tac_attendances_insert on tac_attendances for insert to bridges_app
  with check (episode_id = any(array(select access.may('meeting.minute'))));
create policy tac_attendances_update on tac_attendances for update to bridges_app
  using (episode_id = any(array(select access.may('meeting.minute'))));

create trigger record_contact after insert or update on tac_attendances for each row
  when (new.attendance = 'present' and new.practitioner_id is null) execute function access.record_contact_of_meeting();
create trigger verify_receiver before insert on tac_attendances for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('1', 'practitioner_id');

grant select, insert on meeting_notes to bridges_app;
create policy meeting_notes_select on meeting_notes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy meeting_notes_insert on meeting_notes for insert to bridges_app
  with check (episode_id = any(array(select access.may('meeting.minute'))));
-- In the writer's own name: else a note could be attributed to a colleague, and would vanish from its writer's eyes.
create policy meeting_notes_insert_own_name on meeting_notes as restrictive for insert to bridges_app
  with check (written_by = (select access.me()));
create policy meeting_notes_all_sensitive on meeting_notes as restrictive for all to bridges_app
  using (written_by = (select access.me()) or (episode_id || ' ' || topic) = any(array(select access.topics())));

grant select, insert on meeting_places to bridges_app;
grant update (place) on meeting_places to bridges_app;
create policy meeting_places_select on meeting_places for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy meeting_places_insert on meeting_places for insert to bridges_app
  with check (episode_id = any(array(select access.may('meeting.convene'))));
create policy meeting_places_update on meeting_places for update to bridges_app
  using (episode_id = any(array(select access.may('meeting.convene'))));
create policy meeting_places_all_shielded on meeting_places as restrictive for all to bridges_app
  using (episode_id not in (select access.hidden_episodes()))
  with check (episode_id not in (select access.hidden_episodes()));

grant select, insert on support_namings to bridges_app;
grant update (ended_at) on support_namings to bridges_app;
create policy support_namings_select on support_namings for select to bridges_app
  using (practitioner_id = (select access.me()) or supporter_id = (select access.me()));
create policy support_namings_insert on support_namings for insert to bridges_app
  with check (practitioner_id = (select access.me()) and (select access.allows('support.name'))
    and access.shares_team(practitioner_id, team_id, null) and access.shares_team(supporter_id, team_id, 'business_support'));
create policy support_namings_update on support_namings for update to bridges_app
  using (practitioner_id = (select access.me()) or supporter_id = (select access.me()));

create trigger set_naming_end before update on support_namings for each row execute function access.set_naming_end();

grant insert on access_questions to bridges_reach;
grant select on access_questions to bridges_app;
grant update (answer, answered_by, answered_at) on access_questions to bridges_app;
-- Only who answers reads a question: its locality would tell the asker that a record exists.
create policy access_questions_select on access_questions for select to bridges_app
  using (id = any(array(select access.questions_to_answer())));
create policy access_questions_insert_by_reach on access_questions for insert to bridges_reach
  with check (true);
create policy access_questions_update on access_questions for update to bridges_app
  using (answered_at is null and id = any(array(select access.questions_to_answer())))
  with check (answered_by = (select access.me()));

-- Tells those who are to come to a meeting, as far as they still come to the family: with a link to it, or to the family
-- where they may not read the plan.
create function access.tell_of_meeting(meeting uuid, subject text, words text, kind text) returns void
  language sql security definer set search_path = ''
  as $$
    with expected as (
      select v.practitioner_id from public.tac_attendances v where v.meeting_id = meeting
      union
      select p.id from public.tac_meetings t cross join unnest(array[t.chair_id, t.note_taker_id]) p (id) where t.id = meeting
    )
    insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
    select gen_random_uuid(), x.practitioner_id, tell_of_meeting.subject, words,
      '/episodes/' || t.episode_id || case when r.reads_plan then '/meetings/' || t.id else '' end,
      date_trunc('milliseconds', platform.now()),
      case when r.reads_plan then tell_of_meeting.kind end, case when r.reads_plan then t.id end
    from public.tac_meetings t
    join expected x on x.practitioner_id <> access.me()
    cross join lateral (select access.reaches_tier(t.episode_id, x.practitioner_id, 2::smallint) as reads_plan) r
    where t.id = meeting and access.reaches_tier(t.episode_id, x.practitioner_id, 0::smallint)
  $$;

-- For a reader of the record who has cancelled the meeting, or closed the episode.
create function access.tell_of_cancelled_meeting(meeting uuid, words text) returns void
  language sql security definer set search_path = ''
  as $$
    select access.tell_of_meeting(t.id, 'A meeting has been cancelled', words, 'cancelled_meeting')
    from public.tac_meetings t
    where t.id = meeting and t.status = 'cancelled' and access.can('record.read', t.episode_id)
  $$;
grant execute on function access.tell_of_cancelled_meeting(uuid,text) to bridges_app;

-- For the person who has moved the meeting.
create function access.tell_of_moved_meeting(meeting uuid, words text) returns void
  language sql security definer set search_path = ''
  as $$
    select access.tell_of_meeting(t.id, 'A meeting has been moved', words, 'meeting')
    from public.tac_meetings t
    where t.id = meeting and t.status = 'planned' and access.can('meeting.convene', t.episode_id)
      and exists (select from public.meeting_moves m where m.meeting_id = t.id and m.moved_by = access.me())
  $$;
grant execute on function access.tell_of_moved_meeting(uuid,text) to bridges_app;

-- Only a planned meeting moves, by those who may plan one; when it was to be stays as its trace.
create function access.record_move_of_meeting() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return null; end if;
  if old.status <> 'planned' then
    raise exception 'Only a planned meeting can be moved' using errcode = '23514', constraint = 'meeting_moves_planned';
  end if;
  if not access.can('meeting.convene', new.episode_id) then
    raise exception 'This role cannot move a meeting' using errcode = '42501';
  end if;
  insert into public.meeting_moves (id, meeting_id, episode_id, from_starts_at, from_ends_at, place_changed, moved_by, moved_at)
    values (gen_random_uuid(), new.id, new.episode_id, old.starts_at, old.ends_at, false, access.me(), platform.now());
  return null;
end $$;

create function access.record_move_of_place() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null then return null; end if;
  insert into public.meeting_moves (id, meeting_id, episode_id, place_changed, moved_by, moved_at)
    values (gen_random_uuid(), new.meeting_id, new.episode_id, true, access.me(), platform.now());
  return null;
end $$;

create trigger record_move after update on tac_meetings for each row
  when ((old.starts_at, old.ends_at) is distinct from (new.starts_at, new.ends_at)) execute function access.record_move_of_meeting();
create trigger record_move after update on meeting_places for each row
  when (old.place <> new.place) execute function access.record_move_of_place();

grant insert on meeting_moves to bridges_reach;
grant select on meeting_moves to bridges_app;
create policy meeting_moves_select on meeting_moves for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy meeting_moves_insert_by_reach on meeting_moves for insert to bridges_reach
  with check (true);

-- The signed-in person's planned meetings of families whose record they may read: those to come, and for a month those whose
-- minutes they have still to write.
create function access.own_meetings()
  returns table (id uuid, episode_id uuid, starts_at timestamptz, ends_at timestamptz, keeps_minutes boolean)
  language sql stable security definer rows 10 set search_path = ''
  as $$
    select t.id, t.episode_id, t.starts_at, t.ends_at, access.me() in (t.chair_id, t.note_taker_id)
    from (
      select a.meeting_id as id from public.tac_attendances a where a.practitioner_id = access.me()
      union
      select m.id from public.tac_meetings m where m.chair_id = access.me() and m.status = 'planned'
      union
      select m.id from public.tac_meetings m where m.note_taker_id = access.me() and m.status = 'planned') own
    join public.tac_meetings t on t.id = own.id and t.status = 'planned'
      and t.starts_at > platform.now() - interval '30 days'
      and (coalesce(t.ends_at, t.starts_at + interval '1 hour') > platform.now() or access.me() in (t.chair_id, t.note_taker_id))
    join public.episodes e on e.id = t.episode_id and e.closed_at is null
    where access.can('record.read', t.episode_id)
  $$;
grant execute on function access.own_meetings() to bridges_app;
