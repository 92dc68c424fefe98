-- How long records are kept: classes and triggers as data, the date shown in advance, and holds that beat it.
create table retention_classes (
  class text not null,
  applies_to text not null check (applies_to in ('every_episode', 'child_in_need', 'child_protection', 'looked_after')),
  trigger text not null check (trigger in ('closure', 'date_of_birth', 'eighteenth_birthday', 'death', 'last_contact')),
  months integer not null check (months >= 0),
  action text not null check (action in ('restrict', 'archive', 'review', 'destroy')),
  source text not null,
  primary key (class, trigger, action)
);

insert into retention_classes values
  ('common_assessment', 'every_episode', 'closure', 12, 'archive', 'East Midlands regional standard: visible for a year after closing'),
  ('common_assessment', 'every_episode', 'closure', 84, 'destroy', 'East Midlands regional standard: six years in the archive after that'),
  ('early_help', 'every_episode', 'date_of_birth', 300, 'destroy', 'Early help assessments to the 25th birthday, as in Bath and North East Somerset'),
  ('early_help', 'every_episode', 'death', 72, 'destroy', 'Six years after a death under 18, as in North Somerset'),
  ('child_in_need', 'child_in_need', 'eighteenth_birthday', 36, 'review', '18 and three years without activity, as in Devon'),
  ('child_in_need', 'child_in_need', 'last_contact', 36, 'review', '18 and three years without activity, as in Devon'),
  ('child_in_need', 'child_in_need', 'date_of_birth', 360, 'destroy', 'To age 30, as in North Somerset'),
  ('child_in_need', 'child_in_need', 'death', 72, 'destroy', 'Six years after a death under 18, as in North Somerset'),
  ('child_protection', 'child_protection', 'last_contact', 420, 'destroy', '35 years after last contact, as in Blackpool'),
  ('child_protection', 'child_protection', 'closure', 420, 'destroy', '35 years after closure, as in North Somerset'),
  ('looked_after', 'looked_after', 'date_of_birth', 900, 'destroy', '75 years from birth'),
  ('looked_after', 'looked_after', 'death', 180, 'destroy', '15 years from a death under 18');

create table retention_holds (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  reason text not null,
  placed_by uuid not null references practitioners on delete restrict,
  placed_at timestamptz not null,
  lifted_by uuid references practitioners on delete restrict,
  lifted_at timestamptz,
  lifted_because text,
  check (num_nulls(lifted_by, lifted_at, lifted_because) in (0, 3))
);
create unique index retention_holds_one on retention_holds (episode_id) where lifted_at is null;
create index retention_holds_episode on retention_holds (episode_id);

-- Destroying what is no longer kept: proposed by one, approved by another, done in one function, and a tombstone left.
create table destruction_proposals (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  reason text not null,
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_at timestamptz not null,
  -- An approval leaves no row here: it destroys the episode, this with it, and stands on the tombstone.
  declined_by uuid references practitioners on delete restrict,
  declined_at timestamptz,
  declined_because text,
  check (num_nulls(declined_by, declined_at, declined_because) in (0, 3)),
  constraint destruction_two_people check (declined_by <> proposed_by)
);
create unique index destruction_proposals_one on destruction_proposals (episode_id) where declined_at is null;
create index destruction_proposals_episode on destruction_proposals (episode_id);

-- What remains: that there was an episode, by which rule it was destroyed, when, and by whom. No family.
create table tombstones (
  -- The episode's own id; it names nothing any more.
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  class text not null,
  rule text not null,
  due_on date not null,
  destroyed_at timestamptz not null,
  proposed_by uuid not null references practitioners on delete restrict,
  approved_by uuid not null references practitioners on delete restrict,
  constraint tombstones_two_people check (approved_by <> proposed_by)
);
create index tombstones_authority on tombstones (authority_id, destroyed_at desc);
