create table index_limits (
  kind text primary key,
  most integer not null check (most > 0),
  minutes integer not null check (minutes > 0)
);

insert into index_limits values ('searches', 60, 60), ('names', 20, 1440), ('questions', 10, 1440);

-- What was looked for is kept as a digest of each looker's own: enough to count different names, not to read them.
create table index_searches (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  at timestamptz not null,
  sought bytea not null,
  refused boolean not null
);
create index index_searches_practitioner on index_searches (practitioner_id, at desc);

create table index_questions (
  id uuid primary key,
  asked_by uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  given_names text not null check (length(given_names) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  date_of_birth date not null,
  reason text not null check (length(reason) between 1 and 500),
  asked_at timestamptz not null,
  answer_by date not null
);
create index index_questions_asked_by on index_questions (asked_by, asked_at desc);
create index index_questions_asked_at on index_questions (asked_at);

-- Always three places for a question, filled or not: neither the work nor the count of rows tells of a match.
create table index_question_matches (
  id uuid primary key,
  question_id uuid not null references index_questions on delete restrict,
  place smallint not null check (place between 1 and 3),
  child_id uuid references children on delete restrict,
  episode_id uuid references episodes on delete restrict,
  answer text check (answer in ('share', 'talk', 'no')),
  answered_by uuid references practitioners on delete restrict,
  answered_at timestamptz,
  unique (question_id, place),
  check (num_nulls(child_id, episode_id) in (0, 2)),
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check (answer is null or episode_id is not null)
);
create index index_question_matches_episode on index_question_matches (episode_id);
