create table audit.entries (
  id uuid primary key,
  at timestamptz not null,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  episode_id uuid,
  child_id uuid,
  reaches text[] not null default '{}',
  reason text,
  detail jsonb not null default '{}',
  request_id uuid,
  -- A salt of each entry's own hides what was said behind its digest, and is gone once that has been erased.
  salt bytea,
  -- The transaction tells the sealer which entries may have come in since it last looked: they commit in any order.
  xact xid8
);
create index entries_episode on audit.entries (episode_id, at desc);
create index entries_practitioner on audit.entries (practitioner_id, at desc);
create index entries_child on audit.entries (child_id, at desc);
create index entries_xact on audit.entries (xact);
create index entries_at on audit.entries (at desc, id desc);
create index entries_erasures on audit.entries (subject_id) where act = 'erase log content';

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

-- Attempts that were refused, with the id that was asked for, whether or not anything bears it. They are read only by the
-- watch.
create table audit.refusals (
  id uuid primary key,
  at timestamptz not null,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  status smallint not null,
  method text not null,
  subject_kind text not null,
  subject_id uuid not null,
  request_id uuid
);
create index refusals_practitioner on audit.refusals (practitioner_id, subject_id, at);
create index refusals_at on audit.refusals (at);
