-- A child may not be safe. The concern stands until an answer says what was done; each concern has an answer of its own, so
-- that a later one is never answered by what was done about an earlier one. T2, and the front door, which answers for social care in the
-- area is told of it while it stands, since it is meant for them.
create table safety_concerns (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  -- Null where several children are meant.
  child_id uuid,
  ground text not null check (ground in ('not_safe', 'procedures')),
  said text,
  -- The version of the checklist that raised it.
  checklist_version integer not null check (checklist_version > 0),
  raised_by uuid not null references practitioners on delete restrict,
  raised_role text not null,
  raised_at timestamptz not null,
  action_taken text check (length(btrim(action_taken)) > 0),
  action_at timestamptz,
  spoken_to text check (length(btrim(spoken_to)) > 0),
  reference text,
  answered_by uuid references practitioners on delete restrict,
  answered_role text,
  answered_at timestamptz,
  foreign key (episode_id, child_id) references episode_children (episode_id, child_id) on delete restrict,
  constraint safety_concerns_answer check (num_nulls(action_taken, action_at, spoken_to, answered_by, answered_role, answered_at) in (0, 6)),
  constraint safety_concerns_reference check (reference is null or answered_at is not null),
  constraint safety_concerns_action_at check (action_at <= answered_at)
);
create index safety_concerns_episode on safety_concerns (episode_id, raised_at desc);
create index safety_concerns_standing on safety_concerns (episode_id) where answered_at is null;
