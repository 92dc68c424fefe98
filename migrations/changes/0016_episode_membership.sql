-- A child may join an open episode and leave it. Who was there from the beginning has neither date. What these columns hold
-- is the last word; episode_child_changes keeps every one.
alter table episode_children
  add column added_at timestamptz,
  add column added_by uuid,
  add column removed_at timestamptz,
  -- Why an episode was opened for, or took in, a child who has died.
  add column after_death_because text;
-- Rows have no value in these columns yet: checking them takes no time.
-- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint
alter table episode_children
  add constraint episode_children_added_by_fkey foreign key (added_by) references practitioners on delete restrict,
  add constraint episode_children_added check (num_nulls(added_at, added_by) in (0, 2)),
  -- Taken out is over; in an episode that is over a child stays as it was.
  add constraint episode_children_removed check (removed_at is null or ended_at is not null);

create table episode_child_changes (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  child_id uuid not null,
  kind text not null check (kind in ('added', 'removed')),
  reason text not null,
  -- From this day on, as the family lives it; `recorded_at` is when it was written down.
  happened_on date not null,
  note text,
  after_death_because text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  foreign key (episode_id, child_id) references episode_children (episode_id, child_id) on delete restrict,
  constraint episode_child_changes_reason check (
    (kind = 'added' and reason in ('born', 'twin', 'moved_in', 'needs_help', 'missed', 'other'))
    or (kind = 'removed' and reason in ('moved_out', 'help_ended', 'adult', 'added_in_error', 'other'))),
  constraint episode_child_changes_other check (reason <> 'other' or coalesce(note, '') ~ '\S')
);
create index episode_child_changes_episode on episode_child_changes (episode_id, recorded_at);

-- The children who joined later and whom the family included in what they agreed. Children who were there from the
-- beginning need no row: every agreement of the episode is about them.
create table consent_children (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  child_id uuid not null,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  foreign key (episode_id, child_id) references episode_children (episode_id, child_id) on delete restrict,
  primary key (consent_id, child_id)
);
create index consent_children_episode on consent_children (episode_id, child_id);

-- A birth that was awaited: the record of the expected baby became this child's, or, of twins, is the one whose place the
-- others share (`pregnancy_id`).
create table births (
  child_id uuid primary key references children on delete restrict,
  pregnancy_id uuid not null references children on delete restrict,
  expected_on date not null,
  born_on date not null,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null
);
create index births_pregnancy on births (pregnancy_id);

-- A death is recorded once. Recorded in error, it is undone and stays as history.
create table child_deaths (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  -- A pregnancy that ended without a birth.
  before_birth boolean not null,
  died_on date,
  date_known text not null check (date_known in ('exact', 'about', 'not_known')),
  source text not null check (source in ('family', 'health', 'police', 'social_care', 'register', 'other')),
  note text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  undone_by uuid references practitioners on delete restrict,
  undone_at timestamptz,
  undone_because text,
  constraint child_deaths_date check ((date_known = 'not_known') = (died_on is null)),
  constraint child_deaths_undone check (num_nulls(undone_by, undone_at, undone_because) in (0, 3))
);
create unique index child_deaths_once on child_deaths (child_id) where undone_at is null;
create index child_deaths_child on child_deaths (child_id);

-- The parts of a file on a child that a request for access produces.
insert into access.bundle_parts (relation, place, title, condition) values
  ('public.episode_child_changes', 7, 'Joining and leaving an episode', 't.child_id = $1'),
  ('public.births', 1, 'Birth', 't.child_id = $1'),
  ('public.child_deaths', 1, 'Death', 't.child_id = $1'),
  ('public.consent_children', 14, 'Children an agreement was extended to', 't.child_id = $1');
