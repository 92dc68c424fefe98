-- The floor: clock, claim, rules and grants. Everything later leans on it.
create extension if not exists pgcrypto;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

revoke create on schema public from public;
create schema access;
create schema audit;
create schema door;
create schema platform;
grant usage on schema public, access, audit, platform to bridges_app, bridges_reach;
grant usage on schema public, access, door, platform to bridges_door;
grant create on schema access, platform to bridges_reach;
alter default privileges revoke execute on functions from public;

-- One row. The offset moves deadlines, expiry and retention for everyone; only a demonstration may move it.
create table platform.settings (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false,
  clock_offset interval not null default '0',
  -- The demo county's stories are told once.
  stories_told boolean not null default false
);
insert into platform.settings default values;
grant select on platform.settings to bridges_app, bridges_reach, bridges_door;
grant update (clock_offset) on platform.settings to bridges_reach;

create function platform.now() returns timestamptz
  language sql stable parallel safe security definer set search_path = ''
  as $$ select pg_catalog.now() + (select clock_offset from platform.settings) $$;
grant execute on function platform.now() to bridges_app, bridges_door;
alter function platform.now() owner to bridges_reach;

create function platform.move_clock(to_instant timestamptz) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (select demo from platform.settings) then
    raise exception 'The clock moves only in a demonstration' using errcode = '42501';
  end if;
  update platform.settings set clock_offset = coalesce(to_instant - pg_catalog.now(), '0');
end $$;
grant execute on function platform.move_clock(timestamptz) to bridges_app;
alter function platform.move_clock(timestamptz) owner to bridges_reach;

create function platform.london_date(instant timestamptz) returns date
  language sql stable parallel safe set search_path = ''
  as $$ select (instant at time zone 'Europe/London')::date $$;
grant execute on function platform.london_date(timestamptz) to bridges_app, bridges_reach;

-- The key that claims are signed with. The serving role cannot read it.
create table access.signing_keys (key bytea not null);
grant select on access.signing_keys to bridges_reach;

-- libs/access/rules.ts, row for row; brought up to date at every start.
create table access.rules (
  permission text not null,
  role text not null,
  reach text not null,
  tier smallint not null,
  primary key (permission, role, reach)
);
grant select on access.rules to bridges_app, bridges_reach;

-- Tables with a person in them name this when they are born: forced row-level security, and the definer
-- functions' own way past it.
create procedure access.protect(subject regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', subject);
  execute format('alter table %s force row level security', subject);
  execute format('create policy reach on %s for select to bridges_reach using (true)', subject);
  execute format('create policy loader on %s to bridges_loader using (true) with check (true)', subject);
  execute format('grant select on %s to bridges_reach', subject);
  execute format('grant select, insert on %s to bridges_loader', subject);
end $$;
