-- The sealed access log: entries that nobody changes, leaves and signed heads that say so to an outsider.
grant usage on schema audit to bridges_sealer;

-- A salt of each entry's own hides what was said behind its digest, and is gone once that has been erased. The
-- transaction tells the sealer which entries may have come in since it last looked: they commit in any order.
alter table audit.entries add column salt bytea, add column xact xid8;
alter table audit.entries no force row level security;
update audit.entries set salt = public.gen_random_bytes(16), xact = pg_current_xact_id();
alter table audit.entries force row level security;
create index entries_xact on audit.entries (xact);
create index entries_at on audit.entries (at desc, id desc);
create index entries_erasures on audit.entries (subject_id) where act = 'erase log content';

create function access.mark_log_entry() returns trigger language plpgsql set search_path = '' as $$
begin
  new.salt := public.gen_random_bytes(16);
  new.xact := pg_catalog.pg_current_xact_id();
  return new;
end $$;
create trigger mark before insert on audit.entries for each row execute function access.mark_log_entry();

create table audit.heads (
  batch bigint primary key check (batch > 0),
  first_leaf bigint not null check (first_leaf >= 0),
  size integer not null check (size > 0),
  root bytea not null,
  -- The head before: no two heads follow the same one.
  previous bytea,
  sealed_at timestamptz not null,
  key text not null,
  signature bytea not null,
  hash bytea not null unique,
  -- Every transaction before this one had ended, and its entries were sealed. Not part of the proof.
  horizon xid8,
  unique nulls not distinct (previous),
  foreign key (previous) references audit.heads (hash)
);
-- Leaves are numbered without gaps in the order of sealing. `content` is the salted digest of what was said.
create table audit.leaves (
  number bigint primary key check (number >= 0),
  entry_id uuid not null unique references audit.entries on delete restrict,
  batch bigint not null references audit.heads on delete restrict,
  content bytea,
  hash bytea not null
);

-- No loader here: only the sealer adds, and nobody takes away.
do $$
declare subject text;
begin
  foreach subject in array array['audit.heads', 'audit.leaves'] loop
    execute format('alter table %s enable row level security', subject);
    execute format('alter table %s force row level security', subject);
    execute format('create policy reach on %s for select to bridges_reach using (true)', subject);
    execute format('create policy seen on %s for select to bridges_sealer using (true)', subject);
    execute format('create policy seal on %s for insert to bridges_sealer with check (true)', subject);
    execute format('create policy read on %s for select to bridges_app using ((select access.allows(''log.read'')))', subject);
    execute format('grant select on %s to bridges_reach, bridges_app', subject);
    execute format('grant select, insert on %s to bridges_sealer', subject);
  end loop;
end $$;
create policy seal on audit.entries for select to bridges_sealer using (true);
grant select on audit.entries to bridges_sealer;

create function access.refuse_log_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'entries' and current_user = 'bridges_reach' then return null; end if;
  raise exception 'The access log is not changed' using errcode = '42501';
end $$;
create trigger unchanged before update or delete or truncate on audit.entries
  for each statement execute function access.refuse_log_change();
create trigger unchanged before update or delete or truncate on audit.leaves
  for each statement execute function access.refuse_log_change();
create trigger unchanged before update or delete or truncate on audit.heads
  for each statement execute function access.refuse_log_change();

-- The one change there is: what was said goes, and this transaction says in the log that it went.
create function access.only_erase() returns trigger language plpgsql set search_path = '' as $$
declare
  erased audit.entries := old;
begin
  erased.reason := null;
  erased.detail := '{}';
  erased.salt := null;
  if new is distinct from erased or not exists (select from audit.entries e
      where e.act = 'erase log content' and e.subject_id = old.id and e.reason is not null
        and e.xact = pg_catalog.pg_current_xact_id()) then
    raise exception 'The access log is not changed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_erase before update on audit.entries for each row execute function access.only_erase();
create policy erase on audit.entries for update to bridges_reach using (true);
grant update (reason, detail, salt) on audit.entries to bridges_reach;

-- The agencies whose acts apart from any episode (searching, lists, the directory) the asker answers for.
create function access.log_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select g.id from access.actor() a join public.agencies g on g.authority_id = a.authority_id
    where (select access.allows('log.read'))
  $$;
grant execute on function access.log_agencies() to bridges_app;
alter function access.log_agencies() owner to bridges_reach;

-- Children about whom the asker is told nothing: their own family, or a family that excluded them by name.
create function access.cut_children() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select d.child_id from public.declared_relatives d where d.practitioner_id = (select access.me())
    union
    select f.child_id from access.cuts c join public.episode_children f on f.episode_id = c.episode_id
    where c.practitioner_id = (select access.me()) and c.begins <= platform.now() and c.ends > platform.now()
  $$;
grant execute on function access.cut_children() to bridges_app;
alter function access.cut_children() owner to bridges_reach;

create policy read_apart on audit.entries for select to bridges_app using (
  episode_id is null and agency_id = any(array(select access.log_agencies()))
  and (child_id is null or child_id <> all(array(select access.cut_children()))));
-- Nobody says that something was erased but those who may erase.
create policy erasing on audit.entries as restrictive for insert to bridges_app
  with check (act <> 'erase log content' or (select access.allows('log.erase')));

-- Erases what was said in one sealed entry, never its leaf. The same transaction must have recorded why.
create function access.erase_log_content(entry uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not access.allows('log.erase') or not exists (select from audit.entries e where e.id = entry and (
      e.episode_id = any(array(select access.may('access_log.read')))
      or (e.episode_id is null and e.agency_id = any(array(select access.log_agencies()))
        and (e.child_id is null or e.child_id <> all(array(select access.cut_children())))))) then
    return false;
  end if;
  if not exists (select from audit.leaves l where l.entry_id = entry) then
    raise exception 'This entry has not been sealed yet' using errcode = '55000';
  end if;
  update audit.entries set reason = null, detail = '{}', salt = null where id = entry and salt is not null;
  return found;
end $$;
grant execute on function access.erase_log_content(uuid) to bridges_app;
alter function access.erase_log_content(uuid) owner to bridges_reach;

-- How many entries wait to be sealed, whosever they are.
create function access.log_waiting() returns bigint
  language sql stable security definer set search_path = ''
  as $$
    select count(*) from audit.entries e
    where (select access.allows('log.read'))
      and e.xact >= coalesce((select h.horizon from audit.heads h order by h.batch desc limit 1), '0'::xid8)
      and not exists (select from audit.leaves l where l.entry_id = e.id)
  $$;
grant execute on function access.log_waiting() to bridges_app;
alter function access.log_waiting() owner to bridges_reach;

-- Leaves whose entry is nowhere: to a reader they would otherwise look like those of another authority.
create function access.lost_log_entries(first_leaf bigint, last_leaf bigint) returns setof bigint
  language sql stable security definer set search_path = ''
  as $$
    select l.number from audit.leaves l
    where (select access.allows('log.read')) and l.number between first_leaf and last_leaf
      and not exists (select from audit.entries e where e.id = l.entry_id)
  $$;
grant execute on function access.lost_log_entries(bigint, bigint) to bridges_app;
alter function access.lost_log_entries(bigint, bigint) owner to bridges_reach;
