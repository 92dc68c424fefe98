create table levels_of_need (
  number smallint primary key,
  name text not null,
  description text not null,
  county_share numeric(5, 2) not null,
  national_share numeric(5, 2) not null,
  -- Who may set it: level 4 belongs to the front door.
  statutory boolean not null default false
);

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
create index agencies_sensitive on agencies (id) where sensitive;

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

-- Whom to ring about a child who may not be safe, by day and out of hours: one row for an area, and one for each locality
-- that has a front door of its own.
create table front_doors (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  -- Null: the whole area, but for localities with a row of their own.
  locality_id uuid references localities on delete restrict,
  name text not null check (length(btrim(name)) between 1 and 200),
  telephone text not null check (telephone ~ '^\+?[0-9][0-9 ]{5,24}$'),
  hours text not null check (length(btrim(hours)) between 1 and 200),
  out_of_hours_telephone text not null check (out_of_hours_telephone ~ '^\+?[0-9][0-9 ]{5,24}$'),
  changed_by uuid references practitioners on delete restrict,
  changed_at timestamptz,
  version integer not null default 1
);
create unique index front_doors_place on front_doors (authority_id, locality_id) nulls not distinct;
