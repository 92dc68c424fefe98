-- Emergency access: reason first, no more than the tier asked for, read only, until it lapses. What decides about its
-- length is filled in by a trigger, so that no requester writes a longer or an earlier one.
create table emergency_accesses (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  reason_code text not null,
  reason text not null check (length(btrim(reason)) >= 10),
  lawful_basis text not null,
  tier smallint not null check (tier between 1 and 3),
  topics text[] not null default '{}',
  -- A shielded address as well: only with a second person.
  protected_details boolean not null default false,
  hours smallint not null check (hours between 1 and 24),
  asked_at timestamptz not null,
  needs_second boolean not null,
  seconded_by uuid references practitioners on delete restrict,
  seconded_at timestamptz,
  begins_at timestamptz,
  lapses_at timestamptz,
  ended_at timestamptz,
  review_due_on date not null,
  reviewer_id uuid references practitioners on delete restrict,
  reviewer_agency_id uuid references agencies on delete restrict,
  review_outcome text check (review_outcome in ('justified', 'not_justified', 'to_learn_from')),
  review_note text,
  reviewed_at timestamptz,
  check ((tier = 3) = (topics <> '{}')),
  check (num_nulls(begins_at, lapses_at) in (0, 2)),
  check (lapses_at <= begins_at + interval '24 hours'),
  check (num_nulls(seconded_by, seconded_at) in (0, 2)),
  check (not needs_second or begins_at is null or seconded_by is not null),
  check (not protected_details or needs_second),
  -- The approver is not the requester, and a reviewer reviews neither their own access nor their own agency's.
  check (seconded_by <> practitioner_id),
  check (reviewer_id <> practitioner_id),
  check (reviewer_agency_id <> agency_id),
  check (num_nulls(reviewer_id, reviewer_agency_id) in (0, 2)),
  check (num_nulls(review_outcome, review_note, reviewed_at) in (0, 3)),
  check (review_outcome is null or reviewer_id is not null)
);
create index emergency_accesses_episode on emergency_accesses (episode_id);
create index emergency_accesses_practitioner on emergency_accesses (practitioner_id, lapses_at);
