-- Steps of an episode follow the table.
create function access.check_episode_transition() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if new.status is distinct from old.status and not exists (
      select from public.episode_transitions t where t.from_status = old.status and t.to_status = new.status)
     -- Back only to where it stood, by the undoing of its closure and in that same moment.
     and not (old.status = 'closed' and exists (select from public.closures c where c.episode_id = new.episode_id
       and c.undone_at = platform.now() and c.status_before = new.status)) then
    raise exception 'An episode cannot go from % to %', old.status, new.status using errcode = '23514', constraint = 'episode_step';
  end if;
  return new;
end $$;

-- An episode does not close over a child who may not be safe.
create function access.check_safety_concerns() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if exists (select from public.safety_concerns c where c.episode_id = new.id and c.answered_at is null) then
    raise exception 'A safety concern is still open' using errcode = '23514', constraint = 'safety_concern_standing';
  end if;
  return new;
end $$;

-- A change of locality takes an open episode from one coordinator to another. Both are told, unless they are cut. No
-- message names a child.
create function access.announce_move(moved uuid[], old_locality uuid, new_locality uuid) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), o.practitioner_id,
      case when o.locality_id = new_locality then 'A family has moved into your locality'
        else 'A family has moved out of your locality' end,
      case when o.locality_id = new_locality then 'You now coordinate for them. Open Bridges to see the lead professional and what is due.'
        else 'You no longer coordinate for them. You do not need to do anything.' end,
      case when o.locality_id = new_locality then '/episodes/' || e.id end,
      date_trunc('milliseconds', platform.now())
    from public.episodes e
    join public.posts o on o.role = 'coordinator' and o.locality_id in (old_locality, new_locality)
      and platform.is_now(o.began_at, o.ended_at)
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where e.id = any(moved) and e.closed_at is null and o.practitioner_id is distinct from access.me()
      and not exists (select from access.exclusions c where c.practitioner_id = o.practitioner_id and c.episode_id = e.id
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;

-- Between its first row and its record, by the practitioner who opens it; nothing can have been agreed before that.
create function access.is_being_opened(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.episodes e where e.id = episode and e.opened_by = access.me() and e.closed_at is null)
      and not exists (select from public.episode_records r where r.episode_id = episode)
      and not exists (select from public.consents c where c.episode_id = episode)
  $$;
grant execute on function access.is_being_opened(uuid) to bridges_app;

create function access.set_locality_of_first_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.episodes e set locality_id = k.locality_id
  from changed f join public.children k on k.id = f.child_id
  where f.position = 1 and e.id = f.episode_id and e.locality_id is distinct from k.locality_id;
  return null;
end $$;

grant select on episodes to bridges_app;
grant insert (id, opened_at, closed_at, authority_id, opened_by, opening_agency_id) on episodes to bridges_app;
grant update (closed_at, locality_id) on episodes to bridges_reach;
create policy episodes_select on episodes for select to bridges_app
  using (id = any(array(select access.may('episode.read'))));
create policy episodes_insert on episodes for insert to bridges_app
  with check (opened_by = (select access.me()) and opening_agency_id = (select a.agency_id from access.actor() a)
    and (select access.allows('episode.open')));
create policy episodes_update_by_reach on episodes for update to bridges_reach
  using (true);

create trigger refresh_grants_on_insert after insert on episodes referencing new table as changed
  for each statement execute function access.refresh_grants_of_episodes();
create trigger refresh_grants_on_update after update on episodes referencing new table as changed
  for each statement execute function access.refresh_grants_of_episodes();
create trigger check_safety_concerns before update of closed_at on episodes for each row
  when (old.closed_at is null and new.closed_at is not null) execute function access.check_safety_concerns();

grant select on episode_children to bridges_app;
grant insert (episode_id, child_id, position, ended_at, after_death_because) on episode_children to bridges_app;
grant insert on episode_children to bridges_reach;
grant update (position, ended_at, added_at, added_by, removed_at, after_death_because) on episode_children to bridges_reach;
create policy episode_children_select on episode_children for select to bridges_app
  using (episode_id = any(array(select access.may('episode.read')))
    and ((added_at is null and removed_at is null) or access.knows_of_member('episode.read', episode_id, child_id)));
-- By the opener, while it is being opened. After that a child joins by a row of episode_child_changes.
create policy episode_children_insert on episode_children for insert to bridges_app
  with check (episode_id = any(array(select access.may('family.edit')))
    and access.may_open_for(child_id));
create policy episode_children_insert_at_opening on episode_children as restrictive for insert to bridges_app
  with check (ended_at is null and access.is_being_opened(episode_id));
create policy episode_children_insert_by_reach on episode_children for insert to bridges_reach
  with check (true);
create policy episode_children_update_by_reach on episode_children for update to bridges_reach
  using (true);

create trigger locality_of_first_child after insert on episode_children referencing new table as changed
  for each statement execute function access.set_locality_of_first_child();
create trigger refresh_grants_on_insert after insert on episode_children
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on episode_children
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select on episode_transitions to bridges_app, bridges_loader;

-- The family was seen or spoken to on this day, wherever that was written. Never moved back by what is written up late.
create function access.record_contact(episode uuid, seen_on date) returns void
  language sql security definer set search_path = ''
  as $$
    update public.episode_records r set last_contact_on = seen_on
    where r.episode_id = episode and (r.last_contact_on is null or r.last_contact_on < seen_on)
  $$;

grant select, insert on episode_records to bridges_app;
grant update (status, reason, referral_source, presenting_needs, long_term, next_review_on, last_contact_on,
    version)
  on episode_records to bridges_app;
grant update (status, level, level_decided_at, next_review_on, last_contact_on) on episode_records to bridges_reach;
create policy episode_records_select on episode_records for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy episode_records_insert on episode_records for insert to bridges_app
  with check (episode_id = any(array(select access.may('episode.begin'))));
create policy episode_records_update on episode_records for update to bridges_app
  using (episode_id = any(array(select access.may('episode.progress'))));
create policy episode_records_update_by_reach on episode_records for update to bridges_reach
  using (true);

create trigger check_episode_transition before update on episode_records for each row execute function access.check_episode_transition();

grant select, insert on episode_visits to bridges_app;
grant update (visited_at) on episode_visits to bridges_app;
create policy episode_visits_all on episode_visits for all to bridges_app
  using (practitioner_id = (select access.me()) and episode_id = any(array(select access.may('episode.read'))));

grant select, insert on authorships to bridges_app;
grant update (ended_at) on authorships to bridges_app;
create policy authorships_select on authorships for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy authorships_select_named on authorships as restrictive for select to bridges_app
  using (agency_id is null
    or practitioner_id = (select access.me() as me)
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
-- The opener writes the first row; practitioners who may assess name the assessor after that.
create policy authorships_insert on authorships for insert to bridges_app
  with check ((practitioner_id = (select access.me()) and agency_id = (select a.agency_id from access.actor() a)
      and access.is_unclaimed(episode_id))
    or (episode_id = any(array(select access.may('authorship.end'))) and access.works_for(practitioner_id, agency_id)));
create policy authorships_update on authorships for update to bridges_app
  using (episode_id = any(array(select access.may('authorship.end'))));

create trigger verify_receiver before insert on authorships for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('join', 'practitioner_id');
create trigger refresh_grants_on_insert after insert on authorships
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on authorships
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
