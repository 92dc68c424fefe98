-- Children of an episode with this sensitive topic within the signed-in person's reach.
create function access.children_by_topic(topic text) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  within text[] := array(select access.topics());
begin
  return query select f.child_id from public.episode_children f where f.episode_id || ' ' || topic = any(within);
end $$;
grant execute on function access.children_by_topic(text) to bridges_app;

-- Immigration status is T3: for those with its topic, and for the practitioner who recorded it.
grant select, insert on child_immigration_statuses to bridges_app;
create policy child_immigration_statuses_select on child_immigration_statuses for select to bridges_app
  using (child_id = any(array(select access.may_child('family.read'))) and (recorded_by = (select access.me())
    or child_id = any(array(select access.children_by_topic('immigration')))));
create policy child_immigration_statuses_insert on child_immigration_statuses for insert to bridges_app
  with check (recorded_by = (select access.me()) and child_id = any(array(select access.may_child('family.edit'))));

grant select, insert on child_schools to bridges_app;
grant update (setting, year_group, attendance, from_on, until_on) on child_schools to bridges_app;
create policy child_schools_select on child_schools for select to bridges_app
  using (child_id = any(array(select access.may_contact())));
create policy child_schools_insert on child_schools for insert to bridges_app
  with check (recorded_by = (select access.me()) and child_id = any(array(select access.may_child('family.edit')))
    and child_id = any(array(select access.may_contact())));
create policy child_schools_update on child_schools for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit')))
    and child_id = any(array(select access.may_contact())));

-- A number is given once in its system. The question is asked of the children whom the writer may contact: an answer
-- about the others would tell that there is such a child.
create function access.check_reference() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if new.ended_at is null and exists (select from public.child_references r
      where lower(r.system) = lower(new.system) and r.number = new.number and r.ended_at is null and r.id <> new.id
        and r.child_id <> new.child_id) then
    raise exception 'This number belongs to another child' using errcode = '23514', constraint = 'child_references_one_child';
  end if;
  return new;
end $$;
grant execute on function access.check_reference() to bridges_app;

grant select, insert on child_references to bridges_app;
grant update (ended_at) on child_references to bridges_app;
create policy child_references_select on child_references for select to bridges_app
  using (child_id = any(array(select access.may_contact())));
create policy child_references_insert on child_references for insert to bridges_app
  with check (recorded_by = (select access.me()) and child_id = any(array(select access.may_child('family.edit')))
    and child_id = any(array(select access.may_contact())));
create policy child_references_update on child_references for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit')))
    and child_id = any(array(select access.may_contact())));

create trigger check_reference before insert or update on child_references
  for each row execute function access.check_reference();
