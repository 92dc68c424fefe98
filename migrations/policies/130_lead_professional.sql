-- Was I asked to lead, for this agency, and have I not answered yet, or only just now with yes?
create function access.is_asked_to_lead(episode uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.lead_professional_proposals p
      where p.episode_id = episode and p.practitioner_id = access.me() and (agency is null or p.agency_id = agency)
        and (p.answer is null
          or (p.answer = 'accepted' and p.answered_at = date_trunc('milliseconds', platform.now()))))
  $$;
grant execute on function access.is_asked_to_lead(uuid,uuid) to bridges_app;

-- A deputy stands in for the lead of now, works for an agency that the family agreed may know at least the basics, and is
-- neither the lead nor kept from the family. The instant and the length are set here and not by the writer.
create function access.prepare_deputy() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.named_at := date_trunc('milliseconds', platform.now());
  new.ended_at := null;
  if not exists (select from public.lead_professional_appointments a where a.id = new.appointment_id
      and a.episode_id = new.episode_id and a.ended_at is null and a.practitioner_id <> new.practitioner_id) then
    raise exception 'A deputy must be someone other than the current lead professional' using errcode = '23514', constraint = 'deputy_of_lead';
  end if;
  if new.ends_on < platform.london_date(platform.now()) then
    raise exception 'These dates are in the past' using errcode = '23514', constraint = 'deputy_days';
  end if;
  if not access.works_on(new.practitioner_id, new.ends_on) then
    raise exception 'This person leaves before then' using errcode = '23514', constraint = 'receiver_works_then';
  end if;
  -- No practitioner is given work on a record that it would not let them reach.
  if not exists (select from public.posts o join access.rules r on r.role = o.role and r.reach = 'lead'
      where o.practitioner_id = new.practitioner_id and o.agency_id = new.agency_id
        and platform.is_now(o.began_at, o.ended_at)) then
    raise exception 'A person in this post cannot be a deputy' using errcode = '23514', constraint = 'deputy_post';
  end if;
  if not exists (select from access.agency_scope s where s.episode_id = new.episode_id and s.agency_id = new.agency_id
        and s.tier = 1 and s.begins <= platform.now() and s.ends > platform.now())
     or exists (select from access.exclusions c where c.practitioner_id = new.practitioner_id and c.episode_id = new.episode_id
        and c.begins <= platform.now() and c.ends > platform.now()) then
    raise exception 'The family has not agreed to share with this agency' using errcode = '23514', constraint = 'deputy_agreed';
  end if;
  return new;
end $$;

create function access.end_deputyship() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if old.ended_at is not null then
    raise exception 'It has ended' using errcode = '23514', constraint = 'deputy_ended';
  end if;
  new.ended_at := date_trunc('milliseconds', platform.now());
  return new;
end $$;

grant select, insert on lead_professional_proposals to bridges_app;
grant update (answer, answer_reason, answered_at) on lead_professional_proposals to bridges_app;
grant update (answer, answer_reason, answered_at) on lead_professional_proposals to bridges_reach;
create policy lead_professional_proposals_select on lead_professional_proposals for select to bridges_app
  using (episode_id = any(array(select access.may('record.read')))
    or (practitioner_id = (select access.me()) and episode_id = any(array(select access.may('episode.read')))));
create policy lead_professional_proposals_select_named on lead_professional_proposals as restrictive for select to bridges_app
  using (agency_id is null
    or practitioner_id = (select access.me() as me)
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
create policy lead_professional_proposals_insert on lead_professional_proposals for insert to bridges_app
  with check (episode_id = any(array(select access.may('lead.propose'))) and access.works_for(practitioner_id, agency_id));
create policy lead_professional_proposals_insert_still_open on lead_professional_proposals as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = lead_professional_proposals.episode_id and e.closed_at is null));
create policy lead_professional_proposals_update on lead_professional_proposals for update to bridges_app
  using ((practitioner_id = (select access.me()) and episode_id = any(array(select access.may('lead.accept'))))
    or episode_id = any(array(select access.may('lead.propose'))));
create policy lead_professional_proposals_update_by_reach on lead_professional_proposals for update to bridges_reach
  using (true);

create trigger verify_receiver before insert on lead_professional_proposals for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('be asked', 'practitioner_id');

grant select, insert on lead_professional_appointments to bridges_app;
grant update (ended_at, ending_reason) on lead_professional_appointments to bridges_app;
create policy lead_professional_appointments_select on lead_professional_appointments for select to bridges_app
  using (episode_id = any(array(select access.may('episode.read'))));
-- A practitioner asked to lead after a sensitive service sees who leads now.
create policy lead_professional_appointments_select_named on lead_professional_appointments as restrictive for select to bridges_app
  using (practitioner_id = (select access.me())
    or ((agency_id not in (select access.sensitive_agencies()) or episode_id in (select access.may('sensitive_service.read'))
        or access.is_asked_to_lead(episode_id, null))
      and (episode_id not in (select access.hidden_episodes()) or agency_id not in (select access.location_revealing_agencies()))));
create policy lead_professional_appointments_insert on lead_professional_appointments for insert to bridges_app
  with check (practitioner_id = (select access.me()) and episode_id = any(array(select access.may('lead.accept')))
    and access.is_asked_to_lead(episode_id, agency_id));
create policy lead_professional_appointments_update on lead_professional_appointments for update to bridges_app
  using ((episode_id = any(array(select access.may('lead.accept'))) and access.is_asked_to_lead(episode_id, null))
    or episode_id = any(array(select access.may('lead.end'))));

create trigger refresh_grants_on_insert after insert on lead_professional_appointments
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on lead_professional_appointments
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on lead_professional_deputies to bridges_app;
grant update (ended_at) on lead_professional_deputies to bridges_app;
create policy lead_professional_deputies_select on lead_professional_deputies for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy lead_professional_deputies_select_named on lead_professional_deputies as restrictive for select to bridges_app
  using (agency_id is null
    or practitioner_id = (select access.me() as me)
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
create policy lead_professional_deputies_insert on lead_professional_deputies for insert to bridges_app
  with check (named_by = (select access.me()) and episode_id = any(array(select access.may('lead.deputise')))
    and access.works_for(practitioner_id, agency_id));
create policy lead_professional_deputies_insert_still_open on lead_professional_deputies as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = lead_professional_deputies.episode_id and e.closed_at is null));
create policy lead_professional_deputies_update on lead_professional_deputies for update to bridges_app
  using (episode_id = any(array(select access.may('lead.deputise'))));

create trigger prepare_deputy before insert on lead_professional_deputies for each row execute function access.prepare_deputy();
create trigger end_deputyship before update on lead_professional_deputies for each row execute function access.end_deputyship();
create trigger refresh_grants_on_insert after insert on lead_professional_deputies
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on lead_professional_deputies
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
