-- Service tokens: a system of an agency acts for the agency, and never as a person. The table holds only the digest of a
-- token; what it may do is one scope.
create table auth.service_tokens (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  token_hash bytea not null unique,
  name text not null check (length(btrim(name)) between 1 and 100),
  scope text not null check (scope in ('people')),
  created_by uuid not null references practitioners on delete restrict,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  -- The last day of which the access log says that the token was used.
  use_logged_on date,
  reminded_at timestamptz,
  ended_at timestamptz,
  -- Null where it ended by itself.
  ended_by uuid references practitioners on delete restrict,
  constraint service_tokens_life check (expires_at > created_at and expires_at <= created_at + interval '367 days'),
  constraint service_tokens_ended check (ended_by is null or ended_at is not null)
);
-- A second press of the button makes no second token.
create unique index service_tokens_name on auth.service_tokens (agency_id, lower(name)) where ended_at is null;
create index service_tokens_created_by on auth.service_tokens (created_by);
create index service_tokens_ended_by on auth.service_tokens (ended_by);

-- What the agency's own system says of its people beyond what the directory holds.
create table auth.provisioned_people (
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  external_id text check (length(external_id) between 1 and 200),
  given_name text check (length(given_name) between 1 and 200),
  family_name text check (length(family_name) between 1 and 200),
  -- The address with which that system added the person; null where an administrator did.
  added_address text,
  -- The agency's system says that the person no longer works there.
  deactivated_at timestamptz,
  -- It has also forgotten them: to it they no longer exist.
  deleted_at timestamptz,
  primary key (practitioner_id, agency_id),
  constraint provisioned_people_deleted check (deleted_at is null or deactivated_at is not null)
);
create index provisioned_people_agency on auth.provisioned_people (agency_id, external_id);

-- An entry of the access log is by a practitioner, or by a system of an agency, which its detail names.
-- Readers of the log know of entries without a practitioner from this version on.
-- squawk-ignore ban-drop-not-null
alter table audit.entries alter column practitioner_id drop not null;
alter table audit.entries
  add constraint entries_author check ((practitioner_id is null) = (role = 'service')) not valid;

-- The queue of the job that reminds administrators of tokens that end soon.
do $$
begin
  perform jobs.create_queue('service-token-reminders',
    '{"policy": "stately", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900}');
  insert into jobs.runs (name) values ('service-token-reminders');
end $$;
