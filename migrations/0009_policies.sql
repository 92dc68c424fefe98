-- One policy shape for every table of an episode. The array makes it one index scan; a correlated exists would be a
-- thousand times slower.
create procedure access.guard_episode_table(subject regclass, read_by text, add_by text, change_by text, changeable text)
  language plpgsql as $$
declare
  reachable text := 'episode_id = any(array(select access.may(%L)))';
begin
  call access.protect(subject);
  execute format('create policy read on %s for select to bridges_app using (' || reachable || ')', subject, read_by);
  execute format('grant select on %s to bridges_app', subject);
  if add_by is not null then
    execute format('create policy add on %s for insert to bridges_app with check (' || reachable || ')', subject, add_by);
    execute format('grant insert on %s to bridges_app', subject);
  end if;
  if change_by is not null then
    execute format('create policy change on %s for update to bridges_app using (' || reachable || ')', subject, change_by);
    execute format('grant update (%s) on %s to bridges_app', changeable, subject);
  end if;
end $$;

-- Has this practitioner just opened it, and nobody yet become its author?
create function access.is_unclaimed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.episodes e where e.id = episode and e.opened_by = access.me())
       and not exists (select from public.authorships a where a.episode_id = episode)
  $$;
grant execute on function access.is_unclaimed(uuid) to bridges_app;
alter function access.is_unclaimed(uuid) owner to bridges_reach;

-- Children whose families agreed to the index, while that agreement lives.
create view access.indexed_children as
select distinct f.child_id, f.episode_id
from public.episode_children f
cross join lateral (
  select c.id, c.index_agreed, c.decision, c.valid_until
  from public.consents c join public.consent_purposes p on p.purpose = c.purpose and p.opens_record
  where c.episode_id = f.episode_id and c.recorded_at <= platform.now()
  order by c.recorded_at desc, c.id desc limit 1) last
where last.index_agreed and last.decision in ('given', 'given_in_part')
  and (last.valid_until is null or last.valid_until >= platform.london_date(platform.now()))
  and not exists (select from public.consent_withdrawals w
    where w.consent_id = last.id and w.agency_id is null and w.withdrawn_at <= platform.now());
alter view access.indexed_children owner to bridges_reach;

-- An episode may be opened for a child within reach, or one found in the index.
create function access.may_open_for(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select child in (select access.may_child('episode.read'))
        or exists (select from access.indexed_children x where x.child_id = child)
  $$;
grant execute on function access.may_open_for(uuid) to bridges_app;
alter function access.may_open_for(uuid) owner to bridges_reach;

-- Somebody works for an agency, or nothing can be given to them in its name.
create function access.works_for(practitioner uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts p where p.practitioner_id = practitioner and p.agency_id = agency
      and (p.ended_at is null or p.ended_at > platform.now()))
  $$;
grant execute on function access.works_for(uuid, uuid) to bridges_app;
alter function access.works_for(uuid, uuid) owner to bridges_reach;

-- Was I asked to lead, for this agency, and have I not answered yet, or only just now with yes?
create function access.is_asked_to_lead(episode uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.lead_professional_proposals p
      where p.episode_id = episode and p.practitioner_id = access.me() and (agency is null or p.agency_id = agency)
        and (p.answer is null
          or (p.answer = 'accepted' and p.answered_at = date_trunc('milliseconds', platform.now()))))
  $$;
grant execute on function access.is_asked_to_lead(uuid, uuid) to bridges_app;
alter function access.is_asked_to_lead(uuid, uuid) owner to bridges_reach;

-- A carer is linked by whoever just recorded them, or from a sibling within reach.
create function access.may_link_carer(carer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.child_carers l
        where l.carer_id = carer and l.child_id in (select access.may_child('family.read')))
      or (exists (select from public.carers c where c.id = carer and c.recorded_by = access.me())
        and not exists (select from public.child_carers l where l.carer_id = carer))
  $$;
grant execute on function access.may_link_carer(uuid) to bridges_app;
alter function access.may_link_carer(uuid) owner to bridges_reach;

-- T0
call access.protect('episodes');
create policy read on episodes for select to bridges_app using (id = any(array(select access.may('episode.read'))));
create policy open on episodes for insert to bridges_app with check (
  opened_by = (select access.me()) and opening_agency_id = (select a.agency_id from access.actor() a)
  and (select access.allows('episode.open')));
grant select, insert on episodes to bridges_app;
grant update (closed_at) on episodes to bridges_reach;
create policy close on episodes for update to bridges_reach using (true);

call access.protect('episode_children');
create policy read on episode_children for select to bridges_app
  using (episode_id = any(array(select access.may('episode.read'))));
create policy open on episode_children for insert to bridges_app with check (
  episode_id = any(array(select access.may('family.edit')))
  and access.may_open_for(child_id));
grant select, insert on episode_children to bridges_app;
grant update (ended_at) on episode_children to bridges_reach;
create policy close on episode_children for update to bridges_reach using (true);

call access.protect('authorships');
create policy read on authorships for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
-- The opener writes the first row; whoever may assess after that names the assessor.
create policy open on authorships for insert to bridges_app with check (
  (practitioner_id = (select access.me()) and agency_id = (select a.agency_id from access.actor() a)
    and access.is_unclaimed(episode_id))
  or (episode_id = any(array(select access.may('authorship.end'))) and access.works_for(practitioner_id, agency_id)));
create policy change on authorships for update to bridges_app
  using (episode_id = any(array(select access.may('authorship.end'))));
grant select, insert on authorships to bridges_app;
grant update (ended_at) on authorships to bridges_app;

call access.protect('children');
create policy read on children for select to bridges_app
  using (id = any(array(select access.may_child('episode.read'))));
create policy record on children for insert to bridges_app
  with check (recorded_by = (select access.me()) and (select access.allows('child.create')));
create policy change on children for update to bridges_app
  using (id = any(array(select access.may_child('family.edit'))));
grant select on children to bridges_app;
grant insert (id, given_names, family_name, also_known_as, sex, date_of_birth, expected_date, locality_id, recorded_by,
  recorded_at, demo, version) on children to bridges_app;
grant update (given_names, family_name, also_known_as, sex, date_of_birth, expected_date, locality_id, version)
  on children to bridges_app;

-- T1
call access.protect('child_details');
create policy read on child_details for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))));
create policy record on child_details for insert to bridges_app
  with check (child_id = any(array(select access.may_child('family.edit'))));
create policy change on child_details for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit'))));
grant select, insert, update on child_details to bridges_app;

call access.protect('child_carers');
create policy read on child_carers for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))));
create policy record on child_carers for insert to bridges_app
  with check (child_id = any(array(select access.may_child('family.edit'))) and access.may_link_carer(carer_id));
create policy change on child_carers for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit'))));
grant select, insert on child_carers to bridges_app;
grant update (relationship, parental_responsibility, lives_with_child) on child_carers to bridges_app;

call access.protect('carers');
create policy read on carers for select to bridges_app using (id = any(array(select carer_id from child_carers)));
create policy record on carers for insert to bridges_app
  with check (recorded_by = (select access.me()) and (select access.allows('child.create')));
create policy change on carers for update to bridges_app using (id = any(array(
  select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit'))))));
grant select, insert on carers to bridges_app;
grant update (name, telephone, address, postcode, first_language, interpreter, version) on carers to bridges_app;

call access.protect('declared_relatives');
create policy read on declared_relatives for select to bridges_app using (practitioner_id = (select access.me()));
create policy declare on declared_relatives for insert to bridges_app
  with check (practitioner_id = (select access.me()));
grant select, insert on declared_relatives to bridges_app;

-- T2
call access.guard_episode_table('episode_records', 'record.read', 'episode.begin', 'episode.progress',
  'status, reason, referral_source, presenting_needs, long_term, next_review_on, last_contact_on, version');
grant update (level, level_decided_at, status) on episode_records to bridges_reach;
create policy note on episode_records for update to bridges_reach using (true);
call access.guard_episode_table('checklists', 'record.read', 'checklist.complete', 'checklist.complete',
  'answers, extra_help, clear_what_is_needed, own_service_can_provide, more_than_one_service, assessment_would_help,
   existing_assessment, discussed_with_child, discussed_with_parent, reason_not_discussed, decision, decided_on,
   completed_at, saved_by, saved_at, version');

call access.guard_episode_table('consents', 'consent.read', 'consent.record', null, null);
call access.guard_episode_table('consent_agencies', 'consent.read', 'consent.record', null, null);
call access.guard_episode_table('consent_people', 'consent.read', 'consent.record', null, null);
call access.guard_episode_table('consent_withdrawals', 'consent.read', 'consent.withdraw', null, null);

call access.guard_episode_table('assessments', 'record.read', 'assessment.edit', 'assessment.complete',
  'completed_at, completed_by, assessor_id, version');
call access.guard_episode_table('assessment_sections', 'record.read', 'assessment.edit', 'assessment.edit',
  'answers, saved_by, saved_at, version');
call access.guard_episode_table('assessment_elements', 'record.read', 'assessment.contribute', 'assessment.contribute',
  'strengths, needs, evidence, childs_words, level_indicator, not_explored_because, saved_by, saved_at, version');
create policy sensitive on assessment_elements as restrictive for all to bridges_app using (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.topics())));

call access.guard_episode_table('level_decisions', 'record.read', 'level.decide', null, null);
create policy statutory on level_decisions as restrictive for insert to bridges_app with check (
  not exists (select from levels_of_need l where l.number in (level, from_level) and l.statutory)
  or episode_id = any(array(select access.may('level.set_statutory'))));
call access.guard_episode_table('step_ups', 'record.read', 'step_up.raise', 'step_up.decide',
  'outcome, outcome_reason, outcome_by, outcome_at');

call access.guard_episode_table('team_members', 'record.read', 'team.edit', 'team.edit', 'left_at, leaving_reason');
create policy employed on team_members as restrictive for insert to bridges_app
  with check (access.works_for(practitioner_id, agency_id));
call access.guard_episode_table('tac_meetings', 'record.read', 'meeting.convene', 'meeting.minute',
  'kind, starts_at, ends_at, place, chair_id, note_taker_id, purpose, status, consent_checked, family_view, child_view,
   going_well, worries, needs_to_happen, decisions, next_meeting_on, recorded_by, recorded_at, version');
call access.guard_episode_table('tac_attendances', 'record.read', 'meeting.minute', 'meeting.minute',
  'attendance, apology_reason');

call access.protect('lead_professional_proposals');
create policy read on lead_professional_proposals for select to bridges_app using (
  episode_id = any(array(select access.may('record.read')))
  or (practitioner_id = (select access.me()) and episode_id = any(array(select access.may('episode.read')))));
create policy add on lead_professional_proposals for insert to bridges_app
  with check (episode_id = any(array(select access.may('lead.propose'))) and access.works_for(practitioner_id, agency_id));
create policy answer on lead_professional_proposals for update to bridges_app using (
  (practitioner_id = (select access.me()) and episode_id = any(array(select access.may('lead.accept'))))
  or episode_id = any(array(select access.may('lead.propose'))));
grant select, insert on lead_professional_proposals to bridges_app;
grant update (answer, answer_reason, answered_at) on lead_professional_proposals to bridges_app;

call access.protect('lead_professional_appointments');
create policy read on lead_professional_appointments for select to bridges_app
  using (episode_id = any(array(select access.may('episode.read'))));
create policy add on lead_professional_appointments for insert to bridges_app with check (
  practitioner_id = (select access.me()) and episode_id = any(array(select access.may('lead.accept')))
  and access.is_asked_to_lead(episode_id, agency_id));
create policy change on lead_professional_appointments for update to bridges_app using (
  (episode_id = any(array(select access.may('lead.accept'))) and access.is_asked_to_lead(episode_id, null))
  or episode_id = any(array(select access.may('lead.end'))));
grant select, insert on lead_professional_appointments to bridges_app;
grant update (ended_at, ending_reason) on lead_professional_appointments to bridges_app;

call access.guard_episode_table('delivery_plans', 'record.read', 'plan.edit', 'plan.edit', 'agreed_on, agreed_with, version');
call access.guard_episode_table('plan_outcomes', 'record.read', 'plan.edit', 'plan.edit',
  'position, description, every_child_matters, elements, target_score, current_score, result, version');
call access.guard_episode_table('plan_actions', 'record.read', 'plan.edit', 'plan.edit',
  'description, doer_practitioner_id, doer_name, due_on, status, family_agreement, family_agreement_note, progress_note,
   done_on, dropped_because, changed_at, version');
create policy own_action on plan_actions for update to bridges_app using (
  doer_practitioner_id = (select access.me()) and episode_id = any(array(select access.may('plan.act'))));
call access.guard_episode_table('reviews', 'record.read', 'review.hold', null, null);
call access.guard_episode_table('outcome_scores', 'record.read', 'plan.edit', null, null);
create policy scored on outcome_scores for insert to bridges_app
  with check (episode_id = any(array(select access.may('review.hold'))));
create policy scored on plan_outcomes for update to bridges_app
  using (episode_id = any(array(select access.may('review.hold'))));
call access.guard_episode_table('closures', 'record.read', 'episode.close', null, null);
call access.guard_episode_table('chronology_notes', 'record.read', 'chronology.add', null, null);
create policy sensitive on chronology_notes as restrictive for all to bridges_app using (
  topic = '' or written_by = (select access.me())
  or (episode_id || ' ' || topic) = any(array(select access.topics())));

-- A practitioner's own
call access.protect('messages');
create policy read on messages for select to bridges_app using (recipient_id = (select access.me()));
create policy send on messages for insert to bridges_app with check ((select access.me()) is not null);
create policy open on messages for update to bridges_app using (recipient_id = (select access.me()));
grant select, insert on messages to bridges_app;
grant update (read_at) on messages to bridges_app;

call access.protect('episode_visits');
create policy own on episode_visits to bridges_app using (
  practitioner_id = (select access.me()) and episode_id = any(array(select access.may('episode.read'))));
grant select, insert on episode_visits to bridges_app;
grant update (visited_at) on episode_visits to bridges_app;

call access.protect('idempotent_answers');
-- An answer is repeated only while its episode is still within reach.
create policy own on idempotent_answers to bridges_app using (
  practitioner_id = (select access.me())
  and (episode_id is null or episode_id = any(array(select access.may('episode.read')))));
grant select, insert on idempotent_answers to bridges_app;

call access.protect('audit.entries');
create policy write on audit.entries for insert to bridges_app with check (practitioner_id = (select access.me()));
create policy read on audit.entries for select to bridges_app
  using (episode_id = any(array(select access.may('access_log.read'))));
grant select, insert on audit.entries to bridges_app;

-- Steps of an episode follow the table.
create function access.refuse_wrong_step() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.status is distinct from old.status and not exists (
    select from public.episode_transitions t where t.from_status = old.status and t.to_status = new.status) then
    raise exception 'No step from % to %', old.status, new.status using errcode = '23514', constraint = 'episode_step';
  end if;
  return new;
end $$;
grant select on episode_transitions to bridges_app, bridges_reach, bridges_loader;
create trigger step before update on episode_records for each row execute function access.refuse_wrong_step();

-- Closing ends everything that was open, wherever the closing practitioner's reach stops.
create function access.close_episode() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.episode_records set status = 'closed' where episode_id = new.episode_id;
  update public.episode_children set ended_at = new.closed_at where episode_id = new.episode_id and ended_at is null;
  update public.episodes set closed_at = new.closed_at where id = new.episode_id;
  return null;
end $$;
create trigger close_episode after insert on closures for each row execute function access.close_episode();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.refuse_wrong_step() owner to bridges_reach;
alter function access.close_episode() owner to bridges_reach;
