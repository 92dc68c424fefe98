-- What holds for every table, so that a new one is closed until its own file opens it.
--   bridges_app, as which programs serve: nothing but what the policies and grants of the table's file give.
--   bridges_reach, as which the functions that decide run: reads every row, and deletes where a record is destroyed.
--   bridges_loader, as which the synthetic county is filled: reads and adds.
-- Row-level security is forced: the owner of the tables is bound by it too.
do $$
declare
  -- Words and numbers of the area, with no person in them: bridges_app is granted to read them.
  open_to_all constant regclass[] := array[
    'authorities', 'localities', 'levels_of_need', 'consent_purposes', 'episode_transitions', 'form_definitions']::regclass[];
  -- Filled when the schema is made, or by the program as it migrates.
  not_loaded constant regclass[] := array['consent_purposes', 'episode_transitions', 'form_definitions', 'retention_classes']::regclass[];
  -- Stay when a record goes: the directory, and what tells that a record was destroyed.
  not_destroyed constant regclass[] := array[
    'agencies', 'agency_closures', 'agency_closure_posts', 'teams', 'practitioners', 'posts', 'departures', 'people_confirmations',
    'directory_services', 'reference_imports', 'reference_schools', 'reference_organisations', 'reference_areas',
    'reference_postcodes', 'retention_classes', 'form_definitions', 'statement_checks',
    'tombstones']::regclass[];
  subject record;
begin
  for subject in
    select c.oid::regclass as id, c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migrations', 'database_code')
  loop
    execute format('grant select on %s to bridges_reach', subject.id);
    if subject.id <> all(not_loaded) then
      execute format('grant select, insert on %s to bridges_loader', subject.id);
    end if;
    continue when subject.id = any(open_to_all);
    execute format('alter table %s enable row level security, force row level security', subject.id);
    execute format(
      'create policy %I on %s for select to bridges_reach using (true)', subject.name || '_select_by_reach', subject.id);
    if subject.id <> all(not_loaded) then
      execute format(
        'create policy %I on %s to bridges_loader using (true) with check (true)', subject.name || '_all_by_loader', subject.id);
    end if;
    if subject.id <> all(not_destroyed) then
      execute format('grant delete on %s to bridges_reach', subject.id);
      execute format(
        'create policy %I on %s for delete to bridges_reach using (true)', subject.name || '_delete_by_reach', subject.id);
    end if;
  end loop;
end $$;
