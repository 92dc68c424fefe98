create function access.stamp_log_entry() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  new.salt := public.gen_random_bytes(16);
  new.xact := pg_catalog.pg_current_xact_id();
  return new;
end $$;

create function access.reject_log_change() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'entries' and current_user = 'bridges_reach' then return null; end if;
  raise exception 'The access log cannot be changed' using errcode = '42501';
end $$;

-- The one change there is: what was said goes, and this transaction says in the log that it went.
create function access.allow_erasure_only() returns trigger
  language plpgsql set search_path = ''
  as $$
declare
  erased audit.entries := old;
begin
  erased.reason := null;
  erased.detail := '{}';
  erased.salt := null;
  if new is distinct from erased or not exists (select from audit.entries e
      where e.act = 'erase log content' and e.subject_id = old.id and e.reason is not null
        and e.xact = pg_catalog.pg_current_xact_id()) then
    raise exception 'The access log cannot be changed' using errcode = '42501';
  end if;
  return new;
end $$;

-- The agencies whose acts apart from any episode (searching, lists, the directory) the asker answers for.
create function access.log_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select g.id from access.actor() a join public.agencies g on g.authority_id = a.authority_id
    where (select access.allows('log.read'))
  $$;
grant execute on function access.log_agencies() to bridges_app;

-- Erases what was said in one sealed entry, never its leaf. The same transaction must have recorded why.
create function access.erase_log_content(entry uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not access.allows('log.erase') or not exists (select from audit.entries e where e.id = entry and (
      access.can('access_log.read', e.episode_id)
      or (e.episode_id is null and e.agency_id = any(array(select access.log_agencies()))
        and (e.child_id is null or e.child_id <> all(array(select access.excluded_children())))))) then
    return false;
  end if;
  if not exists (select from audit.leaves l where l.entry_id = entry) then
    raise exception 'This entry has not been sealed yet' using errcode = '55000';
  end if;
  update audit.entries set reason = null, detail = '{}', salt = null where id = entry and salt is not null;
  return found;
end $$;
grant execute on function access.erase_log_content(uuid) to bridges_app;

-- How many entries of all authors wait to be sealed.
create function access.unsealed_log_entries() returns bigint
  language sql stable security definer set search_path = ''
  as $$
    select count(*) from audit.entries e
    where (select access.allows('log.read'))
      and e.xact >= coalesce((select h.horizon from audit.heads h order by h.batch desc limit 1), '0'::xid8)
      and not exists (select from audit.leaves l where l.entry_id = e.id)
  $$;
grant execute on function access.unsealed_log_entries() to bridges_app;

-- Leaves whose entry is nowhere: to a reader they would otherwise look like those of another authority.
create function access.missing_log_entries(first_leaf bigint, last_leaf bigint) returns setof bigint
  language sql stable security definer set search_path = ''
  as $$
    select l.number from audit.leaves l
    where (select access.allows('log.read')) and l.number between first_leaf and last_leaf
      and not exists (select from audit.entries e where e.id = l.entry_id)
  $$;
grant execute on function access.missing_log_entries(bigint,bigint) to bridges_app;

-- Every look during an emergency is marked as one, with its reason, whichever page wrote it down.
create function access.stamp_emergency_entry() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  running record;
begin
  if new.act !~ '^(read|list|preview|print|export) ' or new.subject_kind = 'emergency access' then return new; end if;
  select x.id, x.reason into running
  from public.emergency_accesses x
  where x.practitioner_id = new.practitioner_id and x.begins_at <= platform.now()
    and least(x.lapses_at, x.ended_at) > platform.now()
    and (x.episode_id = new.episode_id
      or x.episode_id in (select f.episode_id from public.episode_children f where f.child_id = new.child_id))
  order by x.begins_at desc, x.id desc limit 1;
  if found then
    if not 'emergency' = any(new.reaches) then new.reaches := array_append(new.reaches, 'emergency'); end if;
    new.reason := coalesce(new.reason, running.reason);
    new.detail := new.detail || jsonb_build_object('emergencyAccess', running.id);
  end if;
  return new;
end $$;

create function access.stamp_support_entry() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if new.role = 'business_support' and new.episode_id is not null then
    new.detail := new.detail || jsonb_build_object('enteredFor', access.supported_practitioner_on(new.episode_id));
  end if;
  return new;
end $$;

alter table audit.entries enable row level security, force row level security;
grant select, insert on audit.entries to bridges_app, bridges_loader, bridges_reach;
grant select on audit.entries to bridges_sealer;
grant update (reason, detail, salt) on audit.entries to bridges_reach;
create policy entries_select_by_reach on audit.entries for select to bridges_reach
  using (true);
create policy entries_select on audit.entries for select to bridges_app
  using (episode_id = any(array(select access.may('access_log.read'))));
create policy entries_select_by_sealer on audit.entries for select to bridges_sealer
  using (true);
create policy entries_select_read_apart on audit.entries for select to bridges_app
  using (episode_id is null and agency_id = any(array(select access.log_agencies()))
    and (child_id is null or child_id <> all(array(select access.excluded_children()))));
create policy entries_select_named on audit.entries as restrictive for select to bridges_app
  using (agency_id is null
    or practitioner_id = (select access.me() as me)
    or episode_id in (select access.may('shield.decide'))
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
-- What was done about a child whom the reader may not know to be part of the episode says that there is one.
create policy entries_select_known_child on audit.entries as restrictive for select to bridges_app
  using (episode_id is null or child_id is null or not access.is_unknown_member(episode_id, child_id));
create policy entries_insert on audit.entries for insert to bridges_app
  with check (practitioner_id = (select access.me()));
create policy entries_insert_by_reach on audit.entries for insert to bridges_reach
  with check (true);
-- Only roles that may erase say that something was erased.
create policy entries_insert_erasing on audit.entries as restrictive for insert to bridges_app
  with check (act <> 'erase log content' or (select access.allows('log.erase')));
create policy entries_all_by_loader on audit.entries for all to bridges_loader
  using (true)
  with check (true);
create policy entries_update_by_reach on audit.entries for update to bridges_reach
  using (true);

create trigger stamp_log_entry before insert on audit.entries for each row execute function access.stamp_log_entry();
create trigger stamp_emergency_entry before insert on audit.entries for each row execute function access.stamp_emergency_entry();
create trigger stamp_support_entry before insert on audit.entries for each row execute function access.stamp_support_entry();
create trigger allow_erasure_only before update on audit.entries for each row execute function access.allow_erasure_only();
create trigger reject_log_change before update or delete or truncate on audit.entries
  for each statement execute function access.reject_log_change();

alter table audit.heads enable row level security, force row level security;
grant select on audit.heads to bridges_app, bridges_reach;
grant select, insert on audit.heads to bridges_sealer;
create policy heads_select_by_reach on audit.heads for select to bridges_reach
  using (true);
create policy heads_select_by_sealer on audit.heads for select to bridges_sealer
  using (true);
create policy heads_select on audit.heads for select to bridges_app
  using ((select access.allows('log.read') as allows));
create policy heads_insert_by_sealer on audit.heads for insert to bridges_sealer
  with check (true);

create trigger reject_log_change before update or delete or truncate on audit.heads
  for each statement execute function access.reject_log_change();

alter table audit.leaves enable row level security, force row level security;
grant select on audit.leaves to bridges_app, bridges_reach;
grant select, insert on audit.leaves to bridges_sealer;
create policy leaves_select_by_reach on audit.leaves for select to bridges_reach
  using (true);
create policy leaves_select_by_sealer on audit.leaves for select to bridges_sealer
  using (true);
create policy leaves_select on audit.leaves for select to bridges_app
  using ((select access.allows('log.read') as allows));
create policy leaves_insert_by_sealer on audit.leaves for insert to bridges_sealer
  with check (true);

create trigger reject_log_change before update or delete or truncate on audit.leaves
  for each statement execute function access.reject_log_change();

alter table audit.refusals enable row level security, force row level security;
grant select on audit.refusals to bridges_reach;
grant select, insert on audit.refusals to bridges_app, bridges_loader;
create policy refusals_select_by_reach on audit.refusals for select to bridges_reach
  using (true);
create policy refusals_insert on audit.refusals for insert to bridges_app
  with check (practitioner_id = (select access.me()));
create policy refusals_all_by_loader on audit.refusals for all to bridges_loader
  using (true)
  with check (true);
