-- Whether the family agreed to this is looked up as the row is written, never typed.
create function access.check_disclosure() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.decided_at := date_trunc('milliseconds', platform.now());
  new.outside_consent := new.decision <> 'not_shared' and not access.is_within_agreement(
    new.episode_id, new.to_agency_id, new.to_practitioner_id, new.tiers, new.topics);
  if new.basis = 'duty_16la' and not (select s.duty_16la from public.information_sharing_settings s) then
    raise exception 'The section 16LA duty is not in force in this area' using errcode = '23514', constraint = 'disclosures_duty';
  end if;
  return new;
end $$;

grant select, insert on disclosures to bridges_app;
create policy disclosures_select on disclosures for select to bridges_app
  using (episode_id = any(array(select access.may('disclosure.read'))));
create policy disclosures_insert on disclosures for insert to bridges_app
  with check (episode_id = any(array(select access.may('disclosure.record'))));
create policy disclosures_insert_own_hand on disclosures as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me())
    and (to_practitioner_id is null or access.works_for(to_practitioner_id, to_agency_id)));
create policy disclosures_all_sensitive on disclosures as restrictive for all to bridges_app
  using (topics = '{}' or recorded_by = (select access.me())
    or array(select episode_id || ' ' || t from unnest(topics) t) <@ array(select access.topics()));

create trigger check_disclosure before insert on disclosures for each row execute function access.check_disclosure();
