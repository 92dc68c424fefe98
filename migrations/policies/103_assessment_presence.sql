-- Who is writing in which part of an assessment: the authors of drafts of it that were saved in the last two minutes. Those who
-- may read the assessment learn it of colleagues who may still send the part, but not of what is marked as sensitive, nor of a
-- part that a shield keeps from them.
create function access.writing_in_assessment(episode uuid) returns table (practitioner_id uuid, part text)
  language plpgsql stable security definer rows 5 set search_path = ''
  as $$
declare
  is_hidden boolean;
begin
  if not access.can('record.read', episode) then return; end if;
  is_hidden := episode in (select access.hidden_episodes());
  return query
    select distinct d.practitioner_id, substring(d.form from 'assessment/((?:sections|elements)/\w+)$')
    from public.drafts d
    where d.episode_id = episode and d.practitioner_id <> access.me()
      and d.saved_at > platform.now() - interval '2 minutes'
      and d.form ~ 'assessment/(sections|elements)/\w+$'
      and not d.sensitive
      and not (is_hidden and d.form ~ '/(family_and_home|services|people_present)$')
      and access.may_still_send(d);
end $$;
grant execute on function access.writing_in_assessment(uuid) to bridges_app;
