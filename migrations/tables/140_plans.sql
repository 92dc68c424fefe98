create table delivery_plans (
  id uuid primary key,
  episode_id uuid not null unique references episodes on delete restrict,
  agreed_on date,
  agreed_with text,
  started_by uuid not null references practitioners on delete restrict,
  started_at timestamptz not null,
  version integer not null default 1,
  unique (id, episode_id)
);

create table plan_outcomes (
  id uuid primary key,
  plan_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  position smallint not null,
  description text not null,
  every_child_matters text not null,
  elements text[] not null default '{}',
  starting_score smallint not null check (starting_score between 0 and 10),
  target_score smallint check (target_score between 0 and 10),
  current_score smallint not null check (current_score between 0 and 10),
  result text check (result in ('achieved', 'partly', 'not', 'no_longer_relevant')),
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null,
  version integer not null default 1,
  -- Sensitive information item by item, also in the plan and in what is said at meetings and reviews. A topic goes with
  -- the item; who may know it is decided where it is decided for every topic (access.topics).
  topic text not null default '',
  foreign key (plan_id, episode_id) references delivery_plans (id, episode_id) on delete restrict,
  unique (id, episode_id)
);
create index plan_outcomes_episode on plan_outcomes (episode_id);
create index plan_outcomes_sensitive on plan_outcomes (written_by) where topic <> '';

create table plan_actions (
  id uuid primary key,
  outcome_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  description text not null,
  -- A practitioner or a member of the family: one of the two.
  doer_practitioner_id uuid references practitioners on delete restrict,
  doer_name text,
  due_on date not null,
  status text not null check (status in ('not_started', 'on_track', 'done', 'delayed', 'dropped')),
  family_agreement text not null check (family_agreement in ('yes', 'no', 'not_asked')),
  family_agreement_note text,
  progress_note text,
  done_on date,
  dropped_because text,
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  topic text not null default '',
  foreign key (outcome_id, episode_id) references plan_outcomes (id, episode_id) on delete restrict,
  check (num_nonnulls(doer_practitioner_id, doer_name) = 1),
  check ((status = 'done') = (done_on is not null)),
  check ((status = 'dropped') = (dropped_because is not null))
);
create index plan_actions_episode on plan_actions (episode_id);
create index plan_actions_doer on plan_actions (doer_practitioner_id) where status not in ('done', 'dropped');

-- Foreign keys that policies used to hide: found as index conditions once the reach is narrow.
create index plan_actions_outcome on plan_actions (outcome_id);
