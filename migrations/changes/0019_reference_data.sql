-- Public reference data, as published: schools (GIAS), organisations (ODS), districts, wards and postcodes (ONS). Nothing here
-- is about a family. A row holds from its first day until its last; one that ends stays, because records name it.
create table reference_imports (
  id uuid primary key,
  kind text not null check (kind in ('schools', 'gp-practices', 'organisations', 'districts', 'wards', 'postcodes')),
  file_name text not null,
  -- Of the file's content: the same file pressed twice is imported once.
  digest bytea not null,
  -- Null where the console imported it.
  imported_by uuid references practitioners on delete restrict,
  imported_at timestamptz not null,
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  closed integer not null check (closed >= 0),
  unchanged integer not null check (unchanged >= 0)
);
create index reference_imports_latest on reference_imports (kind, imported_at desc);

create table reference_schools (
  code text primary key,
  name text not null,
  kind text,
  phase text,
  low_age smallint,
  high_age smallint,
  street text,
  town text,
  postcode text,
  telephone text,
  district_code text,
  valid_from date,
  valid_until date,
  constraint reference_schools_dates check (valid_until >= valid_from),
  -- As it is looked for: lower case, single spaces.
  search_text text not null
);
create index reference_schools_search on reference_schools using gin (search_text gin_trgm_ops);

create table reference_organisations (
  code text primary key,
  list text not null check (list in ('gp-practices', 'organisations')),
  name text not null,
  address text,
  postcode text,
  telephone text,
  valid_from date,
  valid_until date,
  constraint reference_organisations_dates check (valid_until >= valid_from),
  search_text text not null
);
create index reference_organisations_search on reference_organisations using gin (search_text gin_trgm_ops);

create table reference_areas (
  code text primary key,
  list text not null check (list in ('districts', 'wards')),
  name text not null,
  -- The district of a ward.
  district_code text,
  valid_from date,
  valid_until date,
  constraint reference_areas_dates check (valid_until >= valid_from)
);

create table reference_postcodes (
  code text primary key,
  district_code text not null,
  ward_code text,
  valid_from date,
  valid_until date,
  constraint reference_postcodes_dates check (valid_until >= valid_from)
);
