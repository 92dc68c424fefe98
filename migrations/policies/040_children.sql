-- The day on which a child comes to an age; one born on 29 February comes to it on 1 March of a common year.
create function access.birthday(born date, age integer) returns date
  language sql immutable parallel safe set search_path = ''
  as $$
    select case when to_char(born, 'MMDD') = '0229' and (extract(year from born)::integer + age) % 4 <> 0
      then make_date(extract(year from born)::integer + age, 3, 1)
      else (born + make_interval(years => age))::date end
  $$;
grant execute on function access.birthday(date,integer) to bridges_app, bridges_reach;

create function access.record_change_of_decider() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if access.me() is null
      or (tg_op = 'INSERT' and new.parental_responsibility <> 'yes')
      or (tg_op = 'UPDATE' and new.parental_responsibility = old.parental_responsibility) then
    return null;
  end if;
  insert into public.consent_reasks (id, episode_id, cause, noted_by, noted_at)
  select gen_random_uuid(), f.episode_id, 'parental_responsibility', access.me(), platform.now()
  from public.episode_children f
  where f.child_id = new.child_id and f.ended_at is null
    and exists (select from public.consents c where c.episode_id = f.episode_id);
  return null;
end $$;

create function access.move_episodes_with_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  moved uuid[];
begin
  with changed as (
    update public.episodes e set locality_id = new.locality_id from public.episode_children f
    where f.child_id = new.id and f.position = 1 and e.id = f.episode_id and e.locality_id is distinct from new.locality_id
    returning e.id)
  select array_agg(c.id) into moved from changed c;
  perform access.announce_move(moved, old.locality_id, new.locality_id);
  return null;
end $$;

grant select on children to bridges_app;
grant insert (id, given_names, family_name, sex, date_of_birth, expected_date, locality_id,
    recorded_by, recorded_at, demo, version)
  on children to bridges_app;
grant update (given_names, family_name, sex, date_of_birth, expected_date, locality_id, version)
  on children to bridges_app;
create policy children_select on children for select to bridges_app
  using (id = any(array(select access.may_child('episode.read'))));
create policy children_insert on children for insert to bridges_app
  with check (recorded_by = (select access.me()) and (select access.allows('child.create')));
create policy children_update on children for update to bridges_app
  using (id = any(array(select access.may_child('family.edit'))));

create trigger move_episodes_with_child after update on children for each row
  when (new.locality_id is distinct from old.locality_id) execute function access.move_episodes_with_child();
create trigger refresh_grants after update on children for each row execute function access.refresh_grants_of_child();

grant select, insert, update on child_details to bridges_app;
create policy child_details_select on child_details for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))));
create policy child_details_insert on child_details for insert to bridges_app
  with check (child_id = any(array(select access.may_child('family.edit'))));
create policy child_details_update on child_details for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit'))));

grant select, insert on child_contacts to bridges_app;
grant update (address, postcode, telephone, accommodation, education_setting, gp, upn)
  on child_contacts to bridges_app;
create policy child_contacts_select on child_contacts for select to bridges_app
  using (child_id = any(array(select access.may_contact())));
create policy child_contacts_insert on child_contacts for insert to bridges_app
  with check (child_id = any(array(select access.may_child('family.edit')))
    and child_id = any(array(select access.may_contact())));
create policy child_contacts_update on child_contacts for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit')))
    and child_id = any(array(select access.may_contact())));

grant select, insert on carers to bridges_app;
grant update (name, first_language, interpreter, version) on carers to bridges_app;
create policy carers_select on carers for select to bridges_app
  using (id = any(array(select carer_id from child_carers)));
create policy carers_insert on carers for insert to bridges_app
  with check (recorded_by = (select access.me()) and (select access.allows('child.create')));
create policy carers_update on carers for update to bridges_app
  using (id = any(array(
    select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit'))))));

grant select, insert on carer_contacts to bridges_app;
grant update (telephone, address, postcode) on carer_contacts to bridges_app;
create policy carer_contacts_select on carer_contacts for select to bridges_app
  using (carer_id = any(array(select access.may_contact_carer())));
create policy carer_contacts_insert on carer_contacts for insert to bridges_app
  with check (access.is_new_carer(carer_id));
create policy carer_contacts_update on carer_contacts for update to bridges_app
  using (carer_id = any(array(select access.may_contact_carer())) and carer_id = any(array(
    select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit'))))));

grant select, insert on child_carers to bridges_app;
grant update (relationship, parental_responsibility, lives_with_child) on child_carers to bridges_app;
create policy child_carers_select on child_carers for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))));
create policy child_carers_insert on child_carers for insert to bridges_app
  with check (child_id = any(array(select access.may_child('family.edit'))) and access.may_link_carer(carer_id));
create policy child_carers_update on child_carers for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit'))));

create trigger record_change_of_decider after insert or update of parental_responsibility on child_carers
  for each row execute function access.record_change_of_decider();
create trigger refresh_grants after insert or update on child_carers for each row execute function access.refresh_grants_of_child();
create trigger refresh_concealments after insert or update on child_carers for each row execute function access.refresh_concealments_of_household();

grant select, insert on declared_relatives to bridges_app;
create policy declared_relatives_select on declared_relatives for select to bridges_app
  using (practitioner_id = (select access.me()));
create policy declared_relatives_insert on declared_relatives for insert to bridges_app
  with check (practitioner_id = (select access.me()));

create trigger refresh_grants after insert on declared_relatives for each row execute function access.refresh_grants_of_child();
