-- A planned meeting that was moved: when it was to be until then, or that its place changed. Where it was to be is not kept:
-- a shield hides it.
create table meeting_moves (
  id uuid primary key,
  meeting_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  from_starts_at timestamptz,
  from_ends_at timestamptz,
  place_changed boolean not null,
  moved_by uuid not null references practitioners on delete restrict,
  moved_at timestamptz not null,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict,
  constraint meeting_moves_what check (place_changed = (from_starts_at is null) and (from_ends_at is null or from_starts_at is not null))
);
create index meeting_moves_meeting on meeting_moves (meeting_id);
create index meeting_moves_episode on meeting_moves (episode_id);

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.meeting_moves', 22, 'Meetings that were moved', 't.episode_id = any($2)');
