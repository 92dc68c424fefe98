-- An answer is given once and does not change.
create function access.answer_safety_concern() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if old.answered_at is not null then
    raise exception 'This concern has already been answered' using errcode = '23514', constraint = 'safety_concern_answered';
  end if;
  return new;
end $$;

create function access.announce_safety_concern() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  place text := '/episodes/' || new.episode_id || '/safety-concerns/' || new.id;
begin
  perform access.notify_responsible(new.episode_id, '{involved,managers,front_door}', new.raised_by,
    '{safety_concern.read,safety_concern.watch}',
    case when tg_op = 'INSERT' then 'A child may not be safe' else 'A safety concern has been answered' end,
    case when tg_op = 'INSERT'
      then 'A safety concern has been raised. Open the record to see who to phone, and record what you did.'
      else 'What was done about a safety concern has been recorded.' end,
    case when tg_op = 'INSERT' then place else '/episodes/' || new.episode_id end,
    case when tg_op = 'INSERT' then 'safety_concern' end, case when tg_op = 'INSERT' then new.id end);
  return null;
end $$;

grant select, insert on safety_concerns to bridges_app;
grant update (action_taken, action_at, spoken_to, reference, answered_by, answered_role, answered_at)
  on safety_concerns to bridges_app;
create policy safety_concerns_select on safety_concerns for select to bridges_app
  using (episode_id = any(array(select access.may('safety_concern.read')))
    or ((answered_at is null or answered_by = (select access.me()))
      and episode_id = any(array(select access.may('safety_concern.watch')))));
create policy safety_concerns_insert on safety_concerns for insert to bridges_app
  with check (raised_by = (select access.me())
    and answered_at is null
    and (episode_id = any(array(select access.may('checklist.complete')))
      or (ground = 'significant_harm' and episode_id = any(array(select access.may('assessment.edit'))))));
create policy safety_concerns_insert_still_open on safety_concerns as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = safety_concerns.episode_id and e.closed_at is null));
create policy safety_concerns_update on safety_concerns for update to bridges_app
  using (answered_at is null and episode_id = any(array(select access.may('safety_concern.answer'))))
  with check (answered_by = (select access.me()));

create trigger announce_safety_concern_on_insert after insert on safety_concerns for each row execute function access.announce_safety_concern();
create trigger announce_safety_concern_on_update after update on safety_concerns for each row execute function access.announce_safety_concern();
create trigger answer_safety_concern before update on safety_concerns for each row execute function access.answer_safety_concern();
