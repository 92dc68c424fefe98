-- What decides reads every table, and never as the role that serves: its functions and views belong to bridges_reach. The
-- owner of the tables keeps those that need no such reach.
do $$
declare
  of_the_owner regprocedure[] := array['platform.london_date(timestamptz)',
    'access.me()',
    'access.subject_of(text, uuid, uuid, uuid, uuid)',
    'platform.london_instant(date)',
    'access.stamp_log_entry()',
    'access.reject_log_change()',
    'access.allow_erasure_only()',
    'access.birthday(date, integer)',
    'access.reject_consent(text, text)',
    'access.name_parts(text)',
    'access.folded_name(text)',
    'access.latin_name(text)',
    'access.split_name(text)',
    'access.name_words(text, text)',
    'access.consonants(text)',
    'access.name_sounds(text)',
    'access.name_order(text)',
    'access.name_has(text, text)',
    'access.same_name(text)',
    'access.sought_words(text)',
    'access.swapped_date(date)',
    'access.near_date(date, date)',
    'access.closeness_of_names(text, text)',
    'access.name_likeness(text[], text[], integer[], text[], real[])',
    'access.surname_parts(text)',
    'access.undo_closure_days()',
    'access.undo_departure_days()',
    'platform.is_now(timestamptz, timestamptz)',
    'platform.schema_version()',
    'access.focus()']::regprocedure[];
  thing record;
begin
  for thing in
    select format('alter %s %s owner to bridges_reach', case p.prokind when 'p' then 'procedure' else 'function' end, p.oid::regprocedure) as command
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('access', 'platform') and p.oid <> all(of_the_owner)
    union all
    select format('alter view %s owner to bridges_reach', c.oid::regclass)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'access' and c.relkind = 'v'
  loop
    execute thing.command;
  end loop;
end $$;
