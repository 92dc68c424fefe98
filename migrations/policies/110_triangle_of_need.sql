-- The day that a decision is about: what was decided at a review belongs to the day of the review.
create function access.level_day(decided_on date, decided_at timestamptz) returns date
  language sql stable set search_path = ''
  as $$ select coalesce(decided_on, platform.london_date(decided_at)) $$;
grant execute on function access.level_day(date,timestamptz) to bridges_app, bridges_reach;

-- The level now is the one decided last, not the one typed last: a decision from before a later one, or from before a later
-- review, is history.
create function access.record_level() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  about date := access.level_day(new.decided_on, new.decided_at);
begin
  update public.episode_records set level = new.level, level_decided_at = new.decided_at
    where episode_id = new.episode_id
      and not exists (select from public.level_decisions d where d.episode_id = new.episode_id and d.id <> new.id
        and (access.level_day(d.decided_on, d.decided_at), d.decided_at) > (about, new.decided_at))
      and not exists (select from public.reviews r where r.episode_id = new.episode_id and r.held_on > about);
  return null;
end $$;

-- The level it was before is what the record says: written otherwise, it would let level 4 end without social care.
create function access.set_previous_level() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is not null then
    new.from_level := (select r.level from public.episode_records r where r.episode_id = new.episode_id);
  end if;
  return new;
end $$;

-- A step-up waits for the front door, which is told; its answer is for those who asked and those who answer for the family.
create function access.announce_step_up() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  place text := '/step-ups#step-up-' || new.id;
begin
  if tg_op = 'INSERT' and new.outcome is null then
    -- The reach that the step-up itself gives is derived at the end of the statement, after this.
    perform access.notify_responsible(new.episode_id, '{front_door}', new.raised_by, '{episode.read}',
      'A step-up is waiting for your answer', 'Children’s social care is asked to take a family at level 4. Answer within one working day.',
      place, 'step_up', new.id);
  elsif tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null then
    perform access.notify_responsible(new.episode_id, '{involved,managers}', new.raised_by, '{record.read}',
      'Social care has answered a step-up', 'Open the level of need to see the answer, the reason and who to contact.',
      '/episodes/' || new.episode_id || '/level');
  end if;
  return null;
end $$;

grant select, insert on step_ups to bridges_app;
grant update (outcome, outcome_reason, outcome_by, outcome_at) on step_ups to bridges_app;
create policy step_ups_select on step_ups for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy step_ups_insert on step_ups for insert to bridges_app
  with check (episode_id = any(array(select access.may('step_up.raise'))));
create policy step_ups_insert_still_open on step_ups as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = step_ups.episode_id and e.closed_at is null));
create policy step_ups_update on step_ups for update to bridges_app
  using (episode_id = any(array(select access.may('step_up.decide'))));

create trigger announce_step_up_on_insert after insert on step_ups for each row execute function access.announce_step_up();
create trigger announce_step_up_on_update after update on step_ups for each row execute function access.announce_step_up();
create trigger refresh_grants_on_insert after insert on step_ups
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on step_ups
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant insert on level_decisions to bridges_reach;
grant select, insert on level_decisions to bridges_app;
create policy level_decisions_select on level_decisions for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy level_decisions_insert on level_decisions for insert to bridges_app
  with check (episode_id = any(array(select access.may('level.decide'))));
create policy level_decisions_insert_by_reach on level_decisions for insert to bridges_reach
  with check (true);
create policy level_decisions_insert_statutory on level_decisions as restrictive for insert to bridges_app
  with check (not exists (select from levels_of_need l where l.number in (level, from_level) and l.statutory)
    or episode_id = any(array(select access.may('level.set_statutory'))));
create policy level_decisions_insert_still_open on level_decisions as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = level_decisions.episode_id and e.closed_at is null));

create trigger set_previous_level before insert on level_decisions for each row execute function access.set_previous_level();
create trigger record_level after insert on level_decisions for each row execute function access.record_level();
