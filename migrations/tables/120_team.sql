-- The team around the child, its lead professional, the delivery plan, reviews and closure.
create table team_members (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  team_role text not null,
  added_by uuid not null references practitioners on delete restrict,
  joined_at timestamptz not null,
  left_at timestamptz,
  leaving_reason text,
  check (left_at is null or left_at >= joined_at),
  exclude using gist (episode_id with =, practitioner_id with =, tstzrange(joined_at, left_at) with &&)
);
create index team_members_practitioner on team_members (practitioner_id);

-- A caseload reads everything within reach at once. Through the index of an exclusion constraint that costs five times
-- what it costs through one of these (30,000 families).
create index team_members_episode on team_members (episode_id);
create index team_members_agency_open on team_members (agency_id) include (episode_id, practitioner_id) where left_at is null;

create table tac_meetings (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  chair_id uuid references practitioners on delete restrict,
  note_taker_id uuid references practitioners on delete restrict,
  purpose text not null,
  status text not null check (status in ('planned', 'held', 'cancelled')),
  consent_checked boolean not null default false,
  family_view text,
  child_view text,
  going_well text,
  worries text,
  needs_to_happen text,
  decisions text,
  next_meeting_on date,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1,
  entered_for uuid,
  -- Chair and note-taker are different people.
  check (chair_id is null or note_taker_id is null or chair_id <> note_taker_id),
  check (ends_at is null or ends_at > starts_at),
  unique (id, episode_id),
  constraint tac_meetings_entered_for_fkey foreign key (entered_for) references practitioners on delete restrict
);
create index tac_meetings_episode on tac_meetings (episode_id);

create table tac_attendances (
  id uuid primary key,
  meeting_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid references practitioners on delete restrict,
  name text not null,
  attendance text not null check (attendance in ('invited', 'present', 'apologies', 'absent')),
  apology_reason text,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict
);
create index tac_attendances_meeting on tac_attendances (meeting_id);

create table meeting_notes (
  id uuid primary key,
  meeting_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  topic text not null check (topic <> ''),
  text text not null,
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict
);
create index meeting_notes_episode on meeting_notes (episode_id);

create table meeting_places (
  meeting_id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  place text not null,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict
);
create index meeting_places_episode on meeting_places (episode_id);

-- Business support reaches as the practitioner of their team who named them.
create table support_namings (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  supporter_id uuid not null references practitioners on delete restrict,
  team_id uuid not null references teams on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (supporter_id <> practitioner_id),
  check (ended_at is null or ended_at >= named_at)
);
create unique index support_namings_once on support_namings (practitioner_id, supporter_id, team_id) where ended_at is null;
create index support_namings_supporter on support_namings (supporter_id);

-- A practitioner who is refused may ask the coordinator for help, and learns nothing by asking: the database finds the
-- coordinator, and keeps the question the same way whether or not there is anything behind the door.
create table access_questions (
  id uuid primary key,
  asked_by uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  -- What the address named: perhaps an episode or a child, perhaps nothing.
  about uuid,
  authority_id uuid not null references authorities on delete restrict,
  -- Null: any coordinator of the area.
  locality_id uuid references localities on delete restrict,
  reason text not null check (length(btrim(reason)) between 10 and 2000),
  asked_at timestamptz not null,
  answer text,
  answered_by uuid references practitioners on delete restrict,
  answered_at timestamptz,
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check (answered_by <> asked_by)
);
create index access_questions_asked_by on access_questions (asked_by, asked_at);
create index access_questions_open on access_questions (authority_id, asked_at) where answered_at is null;
