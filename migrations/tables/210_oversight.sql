-- An audit: commissioned by information governance, drawn at random by the database, read only, for its dates.
create table case_audits (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  auditor_id uuid not null references practitioners on delete restrict,
  auditor_agency_id uuid not null references agencies on delete restrict,
  question text not null,
  commissioned_by uuid not null references practitioners on delete restrict,
  commissioned_at timestamptz not null,
  ends_on date not null,
  ended_at timestamptz,
  check (auditor_id <> commissioned_by)
);
create index case_audits_auditor on case_audits (auditor_id);

create table case_audit_draws (
  audit_id uuid not null references case_audits on delete restrict,
  episode_id uuid not null references episodes on delete restrict,
  drawn_at timestamptz not null,
  primary key (audit_id, episode_id)
);
create index case_audit_draws_episode on case_audit_draws (episode_id);

-- Whom an agency names; without one, the governance lead of the authority.
create table guardians (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  named_by uuid not null references practitioners on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or ended_at >= named_at)
);
create unique index guardians_one on guardians (agency_id) where ended_at is null;
create index guardians_practitioner on guardians (practitioner_id);

-- Limits are rows, so that an authority sets its own. `hours` is how long after a refusal an opening counts; the other
-- rules count by the day.
create table watch_rules (
  rule text primary key,
  position smallint not null,
  threshold integer not null check (threshold between 1 and 1000),
  hours integer check (hours between 1 and 168),
  active boolean not null default true,
  exempt_roles text[] not null default '{}',
  version integer not null default 1
);

insert into watch_rules (rule, position, threshold, hours, exempt_roles) values
  ('same_surname', 1, 1, null, '{}'),
  ('carers_surname', 2, 1, null, '{}'),
  ('colleagues_relative', 3, 1, null, '{}'),
  ('relatives_postcode', 4, 1, null, '{}'),
  ('many_records', 5, 40, null, '{}'),
  -- The front door's duty team answers at night.
  ('out_of_hours', 6, 10, null, '{front_door}'),
  ('opened_after_refusal', 7, 1, 24, '{}'),
  ('index_probing', 8, 15, null, '{}'),
  ('emergency_runs', 9, 3, null, '{}');

create table access.watch_runs (
  only_row boolean primary key default true check (only_row),
  at timestamptz
);

insert into access.watch_runs default values;

-- One for each rule, person, subject and day, however often the log is looked through.
create table access_concerns (
  id uuid primary key,
  rule text not null references watch_rules on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  -- What was opened, where the rule is about one record; else it is about a day's whole.
  episode_id uuid references episodes on delete restrict,
  child_id uuid references children on delete restrict,
  day date not null,
  window_begins timestamptz not null,
  window_ends timestamptz not null,
  times integer not null check (times > 0),
  subjects integer not null check (subjects > 0),
  episode_ids uuid[] not null default '{}',
  noticed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'explained', 'closed')),
  why text check (length(why) between 1 and 500),
  explained_at timestamptz,
  check ((why is null) = (explained_at is null)),
  check (state <> 'explained' or why is not null),
  constraint access_concerns_once unique nulls not distinct (rule, practitioner_id, episode_id, child_id, day)
);
create index access_concerns_practitioner on access_concerns (practitioner_id, state);
create index access_concerns_agency on access_concerns (agency_id, state);

create table access_concern_decisions (
  concern_id uuid primary key references access_concerns on delete restrict,
  decided_by uuid not null references practitioners on delete restrict,
  outcome text not null check (outcome in ('good_reason', 'reminded', 'taken_further')),
  note text not null check (length(note) between 1 and 2000),
  decided_at timestamptz not null
);
