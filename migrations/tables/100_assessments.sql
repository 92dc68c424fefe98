-- The checklist, the common assessment, and decisions about the level of need.
create table checklists (
  episode_id uuid primary key references episodes on delete restrict,
  -- Five questions and their notes: {"healthy": {"answer": "yes", "note": ""}, …}; the questions may change, so JSON.
  answers jsonb not null default '{}',
  extra_help text,
  clear_what_is_needed text,
  own_service_can_provide text,
  more_than_one_service text,
  assessment_would_help text,
  existing_assessment text,
  discussed_with_child boolean,
  discussed_with_parent boolean,
  reason_not_discussed text,
  decision text,
  decided_on date,
  completed_at timestamptz,
  saved_by uuid not null references practitioners on delete restrict,
  saved_at timestamptz not null,
  version integer not null default 1,
  check (completed_at is null or decision is not null)
);

create table assessments (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  number smallint not null,
  assessor_id uuid not null references practitioners on delete restrict,
  started_at timestamptz not null,
  completed_at timestamptz,
  completed_by uuid references practitioners on delete restrict,
  version integer not null default 1,
  unique (episode_id, number),
  unique (id, episode_id)
);

-- One draft at a time.
create unique index assessments_one_draft on assessments (episode_id) where completed_at is null;

create table assessment_sections (
  id uuid primary key,
  assessment_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  section text not null,
  answers jsonb not null,
  saved_by uuid not null references practitioners on delete restrict,
  saved_at timestamptz not null,
  version integer not null default 1,
  foreign key (assessment_id, episode_id) references assessments (id, episode_id) on delete restrict,
  unique (assessment_id, section)
);
create index assessment_sections_episode on assessment_sections (episode_id);

-- One of the 19 elements. A sensitive passage about the same element is a row of its own, under its topic.
create table assessment_elements (
  id uuid primary key,
  assessment_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  element text not null,
  topic text not null default '',
  strengths text,
  needs text,
  evidence text,
  childs_words text,
  level_indicator smallint references levels_of_need,
  not_explored_because text,
  written_by uuid not null references practitioners on delete restrict,
  saved_by uuid not null references practitioners on delete restrict,
  saved_at timestamptz not null,
  version integer not null default 1,
  foreign key (assessment_id, episode_id) references assessments (id, episode_id) on delete restrict
);
create index assessment_elements_episode on assessment_elements (episode_id);
create unique index assessment_elements_one on assessment_elements (assessment_id, element) where topic = '';

create unique index assessment_elements_sensitive on assessment_elements (assessment_id, element, topic, written_by)
  where topic <> '';
