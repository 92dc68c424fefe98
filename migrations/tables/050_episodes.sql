-- T0: that an episode exists, open or closed.
create table episodes (
  id uuid primary key,
  opened_at timestamptz not null,
  closed_at timestamptz,
  locality_id uuid references localities on delete restrict,
  authority_id uuid not null references authorities on delete restrict,
  opened_by uuid not null references practitioners on delete restrict,
  opening_agency_id uuid not null references agencies on delete restrict,
  check (closed_at is null or closed_at >= opened_at)
);
create index episodes_locality on episodes (locality_id);
create index episodes_opening_agency on episodes (opening_agency_id);

create table episode_children (
  episode_id uuid not null references episodes on delete restrict,
  child_id uuid not null references children on delete restrict,
  position smallint not null,
  ended_at timestamptz,
  primary key (episode_id, child_id)
);

-- One open episode per child at a time.
create unique index episode_children_one_open on episode_children (child_id) where ended_at is null;
create index episode_children_child on episode_children (child_id);

-- The steps that an episode may take; libs/casework/episodes holds the same table for the kind message.
create table episode_transitions (
  from_status text not null,
  to_status text not null,
  primary key (from_status, to_status)
);

insert into episode_transitions values
  ('checklist', 'registered'), ('checklist', 'closed'),
  ('registered', 'assessing'), ('registered', 'closed'),
  ('assessing', 'assessed'), ('assessing', 'closed'),
  ('assessed', 'delivering'), ('assessed', 'assessing'), ('assessed', 'closed'),
  ('delivering', 'assessing'), ('delivering', 'closed');

-- T2: why it was opened and how far it has come.
create table episode_records (
  episode_id uuid primary key references episodes on delete restrict,
  status text not null,
  reason text not null,
  referral_source text,
  presenting_needs text[] not null default '{}',
  -- Who was there when help was asked for: [{"name": "", "role": ""}]; the assessment begins with them.
  present_people jsonb not null default '[]',
  -- Complex disability may need help for as long as childhood lasts: no nagging about length.
  long_term boolean not null default false,
  level smallint references levels_of_need,
  level_decided_at timestamptz,
  next_review_on date,
  last_contact_on date,
  version integer not null default 1
);
create index episode_records_level on episode_records (level);

create table episode_visits (
  practitioner_id uuid not null references practitioners on delete restrict,
  episode_id uuid not null references episodes on delete restrict,
  visited_at timestamptz not null,
  primary key (practitioner_id, episode_id)
);

-- The opener and the assessors, until their involvement ends.
create table authorships (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  kind text not null check (kind in ('opener', 'assessor')),
  began_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or ended_at >= began_at)
);
create index authorships_episode on authorships (episode_id);
create index authorships_practitioner on authorships (practitioner_id);
create index authorships_agency_open on authorships (agency_id) include (episode_id, practitioner_id) where ended_at is null;
