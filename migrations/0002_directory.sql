-- Agencies, teams, practitioners and the services of the county.
create table authorities (
  id uuid primary key,
  name text not null,
  gss_code text not null unique
);
create table localities (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  name text not null,
  gss_code text not null unique
);
create table agencies (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  name text not null,
  kind text not null,
  telephone text,
  -- Sexual health, mental health and substance misuse services are shown to others only as "a sensitive service".
  sensitive boolean not null default false,
  began_on date,
  ended_on date,
  successor_id uuid references agencies on delete restrict,
  demo boolean not null default false,
  version integer not null default 1
);
create unique index agencies_name on agencies (authority_id, lower(name));
create table teams (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  locality_id uuid references localities on delete restrict,
  name text not null,
  version integer not null default 1
);
create unique index teams_name on teams (agency_id, lower(name));
create table practitioners (
  id uuid primary key,
  name text not null,
  job_title text not null,
  telephone text,
  email text,
  left_at timestamptz,
  demo boolean not null default false,
  version integer not null default 1
);
-- One practitioner may hold several posts; a session acts in one of them at a time.
create table posts (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  team_id uuid references teams on delete restrict,
  locality_id uuid references localities on delete restrict,
  role text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  check (role <> 'coordinator' or locality_id is not null)
);
create index posts_practitioner on posts (practitioner_id);
create index posts_agency on posts (agency_id);
create index posts_team on posts (team_id);

create table levels_of_need (
  number smallint primary key,
  name text not null,
  description text not null,
  county_share numeric(5, 2) not null,
  national_share numeric(5, 2) not null,
  -- Who may set it: level 4 belongs to the front door.
  statutory boolean not null default false
);
create table directory_services (
  id uuid primary key,
  agency_id uuid references agencies on delete restrict,
  name text not null,
  description text not null,
  level smallint not null references levels_of_need,
  audience text,
  telephone text,
  source text not null,
  version integer not null default 1
);
create unique index directory_services_name on directory_services (lower(name), level);

grant select on authorities, localities, levels_of_need to bridges_app, bridges_reach, bridges_door;
grant select on agencies, teams to bridges_app, bridges_reach, bridges_door;
grant select on directory_services to bridges_app;

-- The claim: practitioner, agency, role, post and expiry, signed by the application. A setting alone could be
-- set by anyone who can run SQL; a signature cannot. One look at the post makes a leaver a stranger at once.
create function access.actor()
  returns table (practitioner_id uuid, agency_id uuid, role text, post_id uuid, locality_id uuid, authority_id uuid)
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  claim text := nullif(current_setting('bridges.claim', true), '');
  part text[];
begin
  if claim is null then return; end if;
  part := string_to_array(claim, '|');
  if array_length(part, 1) is distinct from 6
     or part[6] is distinct from (
       select encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256'), 'hex')
       from access.signing_keys k)
     or to_timestamp(part[5]::double precision) <= clock_timestamp() then
    return;
  end if;
  return query
    select p.practitioner_id, p.agency_id, p.role, p.id, p.locality_id, g.authority_id
    from public.posts p
    join public.practitioners w on w.id = p.practitioner_id
    join public.agencies g on g.id = p.agency_id
    where p.id = part[4]::uuid
      and p.practitioner_id = part[1]::uuid and p.agency_id = part[2]::uuid and p.role = part[3]
      and (p.ended_at is null or p.ended_at > platform.now())
      and (w.left_at is null or w.left_at > platform.now());
end $$;
grant execute on function access.actor() to bridges_app, bridges_reach;
alter function access.actor() owner to bridges_reach;

create function access.me() returns uuid
  language sql stable set search_path = '' as $$ select practitioner_id from access.actor() $$;
grant execute on function access.me() to bridges_app, bridges_reach;

-- May this role ever do this, apart from any episode?
create function access.allows(wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.actor() a
      join access.rules r on r.role = a.role and r.permission = wanted and r.reach = 'role')
  $$;
grant execute on function access.allows(text) to bridges_app;
alter function access.allows(text) owner to bridges_reach;

call access.protect('practitioners');
call access.protect('posts');
-- Colleagues' names and work contacts are for anyone signed in, and for nobody else.
create policy read on practitioners for select to bridges_app using ((select access.me()) is not null);
create policy door on practitioners for select to bridges_door using (true);
create policy read on posts for select to bridges_app using ((select access.me()) is not null);
create policy door on posts for select to bridges_door using (true);
create policy manage on practitioners for insert to bridges_app with check ((select access.allows('people.manage')));
create policy amend on practitioners for update to bridges_app
  using ((select access.allows('people.manage')) and exists (
    select from posts p, access.actor() a where p.practitioner_id = practitioners.id and p.agency_id = a.agency_id));
create policy manage on posts for insert to bridges_app
  with check ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
create policy amend on posts for update to bridges_app
  using ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
grant select, insert on practitioners, posts to bridges_app;
grant select on practitioners, posts to bridges_door;
grant update (name, job_title, telephone, email, left_at, version) on practitioners to bridges_app;
grant update (team_id, locality_id, ended_at) on posts to bridges_app;

alter table agencies enable row level security;
alter table agencies force row level security;
create policy read on agencies for select to bridges_app, bridges_reach, bridges_door using (true);
create policy loader on agencies to bridges_loader using (true) with check (true);
create policy add on agencies for insert to bridges_app with check ((select access.allows('agencies.manage')));
create policy amend on agencies for update to bridges_app using ((select access.allows('agencies.manage')));
grant insert on agencies to bridges_app;
grant update (name, kind, telephone, ended_on, successor_id, version) on agencies to bridges_app;
alter table teams enable row level security;
alter table teams force row level security;
create policy read on teams for select to bridges_app, bridges_reach, bridges_door using (true);
create policy loader on teams to bridges_loader using (true) with check (true);
create policy add on teams for insert to bridges_app
  with check ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
create policy amend on teams for update to bridges_app
  using ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
grant insert on teams to bridges_app;
grant update (name, locality_id, version) on teams to bridges_app;
alter table directory_services enable row level security;
alter table directory_services force row level security;
create policy read on directory_services for select to bridges_app using (true);
create policy loader on directory_services to bridges_loader using (true) with check (true);
create policy add on directory_services for insert to bridges_app with check ((select access.allows('directory.edit')));
create policy amend on directory_services for update to bridges_app using ((select access.allows('directory.edit')));
grant insert on directory_services to bridges_app;
grant update (name, description, level, audience, telephone, agency_id, version) on directory_services to bridges_app;
grant select, insert on authorities, localities, agencies, teams, levels_of_need, directory_services to bridges_loader;
