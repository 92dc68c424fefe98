create function access.reject_change_of_completed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if (select completed_at from public.assessments where id = new.assessment_id) is not null then
    raise exception 'A completed assessment cannot be changed' using errcode = '23514', constraint = 'assessment_completed';
  end if;
  return new;
end $$;

-- A completed assessment is a document that the family holds a copy of: not even its heading changes.
create function access.reject_reopening() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if old.completed_at is not null then
    raise exception 'A completed assessment cannot be changed' using errcode = '23514', constraint = 'assessment_completed';
  end if;
  return new;
end $$;

create function access.copy_assessment(original uuid, copy uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not exists (
    select from public.assessments o join public.assessments c
        on c.episode_id = o.episode_id and c.number = o.number + 1 and c.completed_at is null
      where o.id = original and c.id = copy and o.completed_at is not null
        and access.can('assessment.edit', c.episode_id))
     or exists (select from public.assessment_sections s where s.assessment_id = copy)
     or exists (select from public.assessment_elements l where l.assessment_id = copy) then
    raise exception 'Only the last completed version can be copied, once, by a practitioner who can edit it' using errcode = '42501';
  end if;
  insert into public.assessment_sections (id, assessment_id, episode_id, section, answers, saved_by, saved_at, version)
    select gen_random_uuid(), copy, s.episode_id, s.section, s.answers, s.saved_by, s.saved_at, 1
    from public.assessment_sections s where s.assessment_id = original;
  insert into public.assessment_elements (id, assessment_id, episode_id, element, topic, strengths, needs, evidence,
      childs_words, level_indicator, not_explored_because, written_by, saved_by, saved_at, version)
    select gen_random_uuid(), copy, l.episode_id, l.element, l.topic, l.strengths, l.needs, l.evidence,
      l.childs_words, l.level_indicator, l.not_explored_because, l.written_by, l.saved_by, l.saved_at, 1
    from public.assessment_elements l where l.assessment_id = original;
end $$;
grant execute on function access.copy_assessment(uuid,uuid) to bridges_app;

grant select, insert on checklists to bridges_app;
grant update (answers, extra_help, clear_what_is_needed, own_service_can_provide, more_than_one_service,
    assessment_would_help, existing_assessment, discussed_with_child, discussed_with_parent, reason_not_discussed,
    decision, decided_on, completed_at, saved_by, saved_at, version)
  on checklists to bridges_app;
create policy checklists_select on checklists for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy checklists_insert on checklists for insert to bridges_app
  with check (episode_id = any(array(select access.may('checklist.complete'))));
create policy checklists_insert_still_open on checklists as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = checklists.episode_id and e.closed_at is null));
create policy checklists_update on checklists for update to bridges_app
  using (episode_id = any(array(select access.may('checklist.complete'))));

grant select, insert on assessments to bridges_app;
grant update (assessor_id, completed_at, completed_by, version) on assessments to bridges_app;
create policy assessments_select on assessments for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy assessments_insert on assessments for insert to bridges_app
  with check (episode_id = any(array(select access.may('assessment.edit'))));
create policy assessments_insert_still_open on assessments as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = assessments.episode_id and e.closed_at is null));
create policy assessments_update on assessments for update to bridges_app
  using (episode_id = any(array(select access.may('assessment.complete'))));
-- Several people write one assessment. A contributor of an element raises the draft's version, but only its holders
-- complete it: the second half of each check keeps contributors to the draft.
create policy assessments_update_contribute on assessments for update to bridges_app
  using (completed_at is null and episode_id = any(array(select access.may('assessment.contribute'))))
  with check (completed_at is null);

create trigger reject_reopening before update on assessments for each row execute function access.reject_reopening();
create trigger verify_receiver before insert or update on assessments for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('2', 'assessor_id');

grant insert on assessment_sections to bridges_reach;
grant select, insert on assessment_sections to bridges_app;
grant update (answers, saved_by, saved_at, version) on assessment_sections to bridges_app;
create policy assessment_sections_select on assessment_sections for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy assessment_sections_insert on assessment_sections for insert to bridges_app
  with check (episode_id = any(array(select access.may('assessment.edit'))));
create policy assessment_sections_insert_by_reach on assessment_sections for insert to bridges_reach
  with check (true);
create policy assessment_sections_insert_still_open on assessment_sections as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = assessment_sections.episode_id and e.closed_at is null));
create policy assessment_sections_update on assessment_sections for update to bridges_app
  using (episode_id = any(array(select access.may('assessment.edit'))));
-- What an assessment says of the household, of who was there and of which services help is for those named as well.
create policy assessment_sections_all_shielded on assessment_sections as restrictive for all to bridges_app
  using (section not in ('family_and_home', 'services', 'people_present')
    or episode_id not in (select access.hidden_episodes()))
  with check (section not in ('family_and_home', 'services', 'people_present')
    or episode_id not in (select access.hidden_episodes()));

create trigger reject_change_of_completed before insert or update on assessment_sections
  for each row execute function access.reject_change_of_completed();

grant insert on assessment_elements to bridges_reach;
grant select, insert on assessment_elements to bridges_app;
grant update (strengths, needs, evidence, childs_words, level_indicator, not_explored_because, saved_by, saved_at,
    version)
  on assessment_elements to bridges_app;
create policy assessment_elements_select on assessment_elements for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy assessment_elements_insert on assessment_elements for insert to bridges_app
  with check (episode_id = any(array(select access.may('assessment.contribute'))));
create policy assessment_elements_insert_by_reach on assessment_elements for insert to bridges_reach
  with check (true);
create policy assessment_elements_insert_agreed_to_add on assessment_elements as restrictive for insert to bridges_app
  with check (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.agreed_topics())));
create policy assessment_elements_insert_still_open on assessment_elements as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = assessment_elements.episode_id and e.closed_at is null));
create policy assessment_elements_update on assessment_elements for update to bridges_app
  using (episode_id = any(array(select access.may('assessment.contribute'))));
create policy assessment_elements_all_sensitive on assessment_elements as restrictive for all to bridges_app
  using (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics())));
create policy assessment_elements_update_agreed_to_change on assessment_elements as restrictive for update to bridges_app
  using (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.agreed_topics())));

create trigger reject_change_of_completed before insert or update on assessment_elements
  for each row execute function access.reject_change_of_completed();

-- What the signed-in person has begun and not completed, where they may still go on with it.
create function access.own_drafts() returns table (kind text, episode_id uuid, begun_at timestamptz)
  language sql stable security definer rows 10 set search_path = ''
  as $$
    select d.kind, d.episode_id, d.begun_at
    from (
      select 'assessment' as kind, a.episode_id, a.started_at as begun_at, 'assessment.edit' as permission
      from public.assessments a where a.assessor_id = access.me() and a.completed_at is null
      union all
      select 'checklist', c.episode_id, c.saved_at, 'checklist.complete'
      from public.checklists c where c.saved_by = access.me() and c.completed_at is null) d
    join public.episodes e on e.id = d.episode_id and e.closed_at is null
    where access.can(d.permission, d.episode_id)
  $$;
grant execute on function access.own_drafts() to bridges_app;
