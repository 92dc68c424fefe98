-- Several people write one assessment. Whoever contributes an element raises the draft's version, but only its holders
-- complete it: the second half of each check keeps contributors to the draft.
create policy contribute on assessments for update to bridges_app
  using (completed_at is null and episode_id = any(array(select access.may('assessment.contribute'))))
  with check (completed_at is null and episode_id = any(array(select access.may('assessment.contribute'))));

-- A completed assessment is a document that the family holds a copy of: not even its heading changes.
create function access.refuse_reopening() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.completed_at is not null then
    raise exception 'A completed assessment does not change' using errcode = '23514', constraint = 'assessment_completed';
  end if;
  return new;
end $$;
create trigger completed before update on assessments for each row execute function access.refuse_reopening();

-- One passage about an element for all to read. A sensitive one is unique to its writer: were it unique to its topic,
-- a refused insert would tell a colleague that a passage exists which the family has not agreed to show them.
drop index assessment_elements_one;
create unique index assessment_elements_one on assessment_elements (assessment_id, element) where topic = '';
create unique index assessment_elements_sensitive on assessment_elements (assessment_id, element, topic, written_by)
  where topic <> '';

-- A new version begins as a copy of the last, with the sensitive passages that its author may not read: they stay the
-- family's words under their topic and their writer, though the one who copies never sees them.
grant insert on assessment_sections, assessment_elements to bridges_reach;
create policy copy on assessment_sections for insert to bridges_reach with check (true);
create policy copy on assessment_elements for insert to bridges_reach with check (true);
create function access.copy_assessment(original uuid, copy uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.assessments o join public.assessments c
        on c.episode_id = o.episode_id and c.number = o.number + 1 and c.completed_at is null
      where o.id = original and c.id = copy and o.completed_at is not null
        and c.episode_id = any(array(select access.may('assessment.edit'))))
     or exists (select from public.assessment_sections s where s.assessment_id = copy)
     or exists (select from public.assessment_elements l where l.assessment_id = copy) then
    raise exception 'Only the last completed version is copied, once, by who may edit' using errcode = '42501';
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
grant execute on function access.copy_assessment(uuid, uuid) to bridges_app;
alter function access.copy_assessment(uuid, uuid) owner to bridges_reach;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.refuse_reopening() owner to bridges_reach;
