-- Panels: who sits on them, when they meet, and whose case is on the agenda.
create table panels (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  name text not null,
  purpose text not null,
  version integer not null default 1
);
create unique index panels_name on panels (authority_id, lower(name));

create table panel_members (
  id uuid primary key,
  panel_id uuid not null references panels on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  chairs boolean not null default false,
  joined_at timestamptz not null,
  left_at timestamptz,
  check (left_at is null or left_at >= joined_at),
  exclude using gist (panel_id with =, practitioner_id with =, tstzrange(joined_at, left_at) with &&)
);
create index panel_members_practitioner on panel_members (practitioner_id);

create table panel_meetings (
  id uuid primary key,
  panel_id uuid not null references panels on delete restrict,
  held_on date not null,
  place text,
  cancelled_at timestamptz,
  version integer not null default 1
);
create index panel_meetings_panel on panel_meetings (panel_id, held_on);

create table panel_items (
  id uuid primary key,
  meeting_id uuid not null references panel_meetings on delete restrict,
  episode_id uuid not null references episodes on delete restrict,
  question text not null,
  put_by uuid not null references practitioners on delete restrict,
  put_at timestamptz not null,
  removed_at timestamptz,
  decision text,
  decided_by uuid references practitioners on delete restrict,
  decided_at timestamptz,
  check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
  check (removed_at is null or removed_at >= put_at)
);
create unique index panel_items_once on panel_items (meeting_id, episode_id) where removed_at is null;
create index panel_items_episode on panel_items (episode_id);
