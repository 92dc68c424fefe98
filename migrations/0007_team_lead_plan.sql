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

create table tac_meetings (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  place text not null,
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
  -- Chair and note-taker are different people.
  check (chair_id is null or note_taker_id is null or chair_id <> note_taker_id),
  check (ends_at is null or ends_at > starts_at),
  unique (id, episode_id)
);
create index tac_meetings_episode on tac_meetings (episode_id);
create table tac_attendances (
  id uuid primary key,
  meeting_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict,
  practitioner_id uuid references practitioners on delete restrict,
  name text not null,
  attendance text not null check (attendance in ('invited', 'present', 'apologies', 'absent')),
  apology_reason text
);
create index tac_attendances_meeting on tac_attendances (meeting_id);

create table lead_professional_proposals (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  family_preference text not null,
  reason text not null,
  change_reason text,
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_at timestamptz not null,
  answer text check (answer in ('accepted', 'refused', 'superseded')),
  answer_reason text,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'refused' or answer_reason is not null)
);
create unique index lead_professional_proposals_one_open on lead_professional_proposals (episode_id) where answer is null;
create index lead_professional_proposals_practitioner on lead_professional_proposals (practitioner_id) where answer is null;

-- T0: who leads. Exactly one at any moment, or a vacancy with its clock running.
create table lead_professional_appointments (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  proposal_id uuid references lead_professional_proposals on delete restrict,
  began_at timestamptz not null,
  ended_at timestamptz,
  ending_reason text,
  check (ended_at is null or ended_at >= began_at),
  constraint one_lead_at_a_time exclude using gist (episode_id with =, tstzrange(began_at, ended_at) with &&)
);
create index lead_professional_appointments_practitioner on lead_professional_appointments (practitioner_id);
create index lead_professional_appointments_current on lead_professional_appointments (episode_id) where ended_at is null;

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
  foreign key (plan_id, episode_id) references delivery_plans (id, episode_id) on delete restrict,
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
  unique (id, episode_id)
);
create index plan_outcomes_episode on plan_outcomes (episode_id);
create table plan_actions (
  id uuid primary key,
  outcome_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (outcome_id, episode_id) references plan_outcomes (id, episode_id) on delete restrict,
  description text not null,
  -- A practitioner or somebody of the family: one of the two.
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
  check (num_nonnulls(doer_practitioner_id, doer_name) = 1),
  check ((status = 'done') = (done_on is not null)),
  check ((status = 'dropped') = (dropped_because is not null))
);
create index plan_actions_episode on plan_actions (episode_id);
create index plan_actions_doer on plan_actions (doer_practitioner_id) where status not in ('done', 'dropped');

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
create table outcome_scores (
  id uuid primary key,
  outcome_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (outcome_id, episode_id) references plan_outcomes (id, episode_id) on delete restrict,
  review_id uuid references reviews on delete restrict,
  scorer text not null check (scorer in ('child', 'parent', 'worker')),
  score smallint not null check (score between 0 and 10),
  progress text,
  scored_on date not null,
  recorded_by uuid not null references practitioners on delete restrict
);
create index outcome_scores_outcome on outcome_scores (outcome_id);
create index outcome_scores_episode on outcome_scores (episode_id);

create table closures (
  id uuid primary key,
  episode_id uuid not null unique references episodes on delete restrict,
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
  closed_at timestamptz not null
);

-- A note of contact or of something that happened, written by hand; the rest of the chronology builds itself.
create table chronology_notes (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  happened_on date not null,
  category text not null,
  what text not null,
  significance text,
  topic text not null default '',
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null
);
create index chronology_notes_episode on chronology_notes (episode_id);

-- Messages name no child.
create table messages (
  id uuid primary key,
  recipient_id uuid not null references practitioners on delete restrict,
  subject text not null,
  body text not null,
  href text,
  sent_at timestamptz not null,
  read_at timestamptz
);
create index messages_recipient on messages (recipient_id, sent_at desc);

create table episode_visits (
  practitioner_id uuid not null references practitioners on delete restrict,
  episode_id uuid not null references episodes on delete restrict,
  visited_at timestamptz not null,
  primary key (practitioner_id, episode_id)
);

create table idempotent_answers (
  practitioner_id uuid not null references practitioners on delete restrict,
  key text not null,
  request_digest text not null,
  status smallint not null,
  body jsonb,
  headers jsonb not null default '{}',
  episode_id uuid,
  answered_at timestamptz not null,
  primary key (practitioner_id, key)
);

create table audit.entries (
  id uuid primary key,
  at timestamptz not null,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  episode_id uuid references episodes on delete restrict,
  child_id uuid references children on delete restrict,
  reaches text[] not null default '{}',
  reason text,
  detail jsonb not null default '{}',
  request_id uuid
);
create index entries_episode on audit.entries (episode_id, at desc);
create index entries_practitioner on audit.entries (practitioner_id, at desc);
create index entries_child on audit.entries (child_id, at desc);
