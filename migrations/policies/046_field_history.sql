-- Each change of a recorded field becomes a row of the history of its child or plan. Arguments: whose history it is,
-- the column that says whose, and the column of the row.
create function access.record_field_changes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  was constant jsonb := to_jsonb(old);
  now_is constant jsonb := to_jsonb(new);
  owner constant uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
  item constant uuid := (to_jsonb(new) ->> tg_argv[2])::uuid;
  who constant uuid := access.me();
  part record;
begin
  for part in
    select f.field, f.scope, nullif(was -> f.field, 'null') as before, nullif(now_is -> f.field, 'null') as after
    from access.recorded_fields f
    where f.relation = tg_table_name and was -> f.field is distinct from now_is -> f.field
    order by f.field
  loop
    if tg_argv[0] = 'child' then
      insert into public.child_changes (id, child_id, relation, row_id, field, scope, before, after, changed_by, changed_at)
        values (gen_random_uuid(), owner, tg_table_name, item, part.field, part.scope, part.before, part.after, who, platform.now());
    else
      insert into public.plan_changes (id, episode_id, relation, row_id, field, topic, written_by, before, after, changed_by, changed_at)
        values (gen_random_uuid(), owner, tg_table_name, item, part.field, now_is ->> 'topic', (now_is ->> 'written_by')::uuid,
          part.before, part.after, who, platform.now());
    end if;
  end loop;
  return null;
end $$;

create trigger record_field_changes after update on children for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('child', 'id', 'id');
create trigger record_field_changes after update on child_details for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('child', 'child_id', 'child_id');
create trigger record_field_changes after update on child_contacts for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('child', 'child_id', 'child_id');
create trigger record_field_changes after update on child_schools for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('child', 'child_id', 'id');
create trigger record_field_changes after update on child_references for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('child', 'child_id', 'id');
create trigger record_field_changes after update on plan_outcomes for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('plan', 'episode_id', 'id');
create trigger record_field_changes after update on plan_actions for each row
  when (old.* is distinct from new.*) execute function access.record_field_changes('plan', 'episode_id', 'id');

grant select on access.recorded_fields to bridges_reach;
-- Read by those who may read the field now, and written by no one but the triggers.
grant insert on child_changes, plan_changes to bridges_reach;
create policy child_changes_insert_by_reach on child_changes for insert to bridges_reach with check (true);
create policy plan_changes_insert_by_reach on plan_changes for insert to bridges_reach with check (true);

grant select on child_changes, plan_changes to bridges_app;
create policy child_changes_select_identity on child_changes for select to bridges_app
  using (scope = 'identity' and child_id = any(array(select access.may_child('episode.read'))));
create policy child_changes_select_details on child_changes for select to bridges_app
  using (scope = 'details' and child_id = any(array(select access.may_child('family.read'))));
create policy child_changes_select_contact on child_changes for select to bridges_app
  using (scope = 'contact' and child_id = any(array(select access.may_contact())));
create policy plan_changes_select on plan_changes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy plan_changes_select_sensitive on plan_changes as restrictive for select to bridges_app
  using (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics())));
