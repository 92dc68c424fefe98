create table reviews (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  held_on date not null,
  kind text not null check (kind in ('scheduled', 'urgent', 'final')),
  people_present jsonb not null,
  what_has_changed text not null,
  next_steps text not null,
  lead_confirmed boolean not null,
  lead_note text,
  level smallint not null references levels_of_need,
  level_reason text not null,
  consent_reaffirmed text not null check (consent_reaffirmed in ('same', 'narrowed', 'widened', 'withdrawn')),
  child_comment text,
  child_comment_missing text,
  parent_comment text,
  parent_comment_missing text,
  next_review_on date,
  to_close boolean not null,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  -- A next date, or closure: exactly one.
  check (to_close = (next_review_on is null)),
  check (next_review_on is null or next_review_on > held_on),
  check (num_nonnulls(child_comment, child_comment_missing) = 1),
  check (num_nonnulls(parent_comment, parent_comment_missing) = 1)
);
create index reviews_episode on reviews (episode_id, held_on desc);

-- What is sensitive in a meeting or a review stands beside it, item by item, each with its topic.
create unique index reviews_whole on reviews (id, episode_id);

create table outcome_scores (
  id uuid primary key,
  outcome_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  review_id uuid references reviews on delete restrict,
  scorer text not null check (scorer in ('child', 'parent', 'worker')),
  score smallint not null check (score between 0 and 10),
  progress text,
  scored_on date not null,
  recorded_by uuid not null references practitioners on delete restrict,
  topic text not null default '',
  foreign key (outcome_id, episode_id) references plan_outcomes (id, episode_id) on delete restrict
);
create index outcome_scores_outcome on outcome_scores (outcome_id);
create index outcome_scores_episode on outcome_scores (episode_id);

create table review_notes (
  id uuid primary key,
  review_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  topic text not null check (topic <> ''),
  text text not null,
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null,
  foreign key (review_id, episode_id) references reviews (id, episode_id) on delete restrict
);
create index review_notes_episode on review_notes (episode_id);

create table closure_proposals (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  -- The approver: another person than the proposer, who may approve on this episode.
  manager_id uuid not null references practitioners on delete restrict,
  -- What the closure will say, as it was typed.
  closed_on date not null,
  reason text not null,
  summary text not null,
  final_level smallint references levels_of_need,
  remaining_needs text,
  named_agency_id uuid references agencies on delete restrict,
  safeguarding_checked boolean not null default false,
  safeguarding_note text,
  contact_attempts jsonb not null default '[]',
  receiving_authority text,
  family_told boolean not null,
  family_told_note text,
  copy_given_on date,
  copy_format text,
  child_view text,
  parent_view text,
  ratings jsonb not null default '{}',
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_role text not null,
  proposed_at timestamptz not null,
  -- Superseded: the episode closed otherwise. Lapsed: the manager can approve no longer, and another was asked.
  outcome text check (outcome in ('approved', 'returned', 'withdrawn', 'superseded', 'lapsed')),
  outcome_reason text,
  outcome_by uuid references practitioners on delete restrict,
  outcome_at timestamptz,
  unique (id, episode_id),
  constraint closure_proposals_two_people check (manager_id <> proposed_by),
  constraint closure_proposals_ended check ((outcome is null) = (outcome_at is null)),
  constraint closure_proposals_returned check (outcome is distinct from 'returned' or coalesce(outcome_reason, '') ~ '\S')
);
create unique index closure_proposals_one on closure_proposals (episode_id) where outcome is null;
create index closure_proposals_episode on closure_proposals (episode_id);
create index closure_proposals_manager on closure_proposals (manager_id) where outcome is null;
create index closure_proposals_proposer on closure_proposals (proposed_by) where outcome is null;

-- What became of each outcome, under the topic of the outcome.
create table closure_proposal_outcomes (
  proposal_id uuid not null,
  episode_id uuid not null,
  outcome_id uuid not null,
  topic text not null default '',
  result text not null,
  closing_score smallint check (closing_score between 0 and 10),
  recorded_by uuid not null references practitioners on delete restrict,
  primary key (proposal_id, outcome_id),
  foreign key (proposal_id, episode_id) references closure_proposals (id, episode_id) on delete restrict,
  foreign key (outcome_id, episode_id) references plan_outcomes (id, episode_id) on delete restrict
);
create index closure_proposal_outcomes_episode on closure_proposal_outcomes (episode_id);
create index closure_proposal_outcomes_outcome on closure_proposal_outcomes (outcome_id);

create table closures (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  closed_on date not null,
  reason text not null,
  summary text not null,
  final_level smallint references levels_of_need,
  remaining_needs text,
  named_agency_id uuid references agencies on delete restrict,
  safeguarding_checked boolean not null default false,
  safeguarding_note text,
  contact_attempts jsonb not null default '[]',
  receiving_authority text,
  family_told boolean not null,
  copy_given_on date,
  copy_format text,
  child_view text,
  parent_view text,
  -- Six expectations of the Working Together Agreement, 1 to 5; asked, never forced.
  ratings jsonb not null default '{}',
  recorded_by uuid not null references practitioners on delete restrict,
  closed_at timestamptz not null,
  family_told_note text,
  proposal_id uuid,
  status_before text,
  undone_by uuid,
  undone_at timestamptz,
  undone_because text,
  constraint closures_undone check (num_nulls(undone_by, undone_at, undone_because) in (0, 3)),
  constraint closures_undone_by_fkey foreign key (undone_by) references practitioners on delete restrict,
  constraint closures_proposal_fkey foreign key (proposal_id, episode_id) references closure_proposals (id, episode_id) on delete restrict
);

-- An episode may close again after an undoing.
create unique index closures_one on closures (episode_id) where undone_at is null;
create index closures_episode on closures (episode_id);
create index closures_proposal on closures (proposal_id) where proposal_id is not null;
