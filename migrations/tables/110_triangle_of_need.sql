create table step_ups (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  reason text not null,
  evidence text,
  family_agreement text not null check (family_agreement in ('agreed', 'not_agreed', 'not_asked')),
  family_agreement_note text,
  raised_by uuid not null references practitioners on delete restrict,
  raised_role text not null,
  raised_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'advice', 'back_to_early_help', 'no_further_action')),
  outcome_reason text,
  outcome_by uuid references practitioners on delete restrict,
  outcome_at timestamptz,
  check (num_nulls(outcome, outcome_by, outcome_at) in (0, 3)),
  -- Asking the front door is not sharing by stealth: without the family's agreement a reason stands beside it.
  check (family_agreement = 'agreed' or family_agreement_note is not null)
);
create unique index step_ups_one_pending on step_ups (episode_id) where outcome is null;
create index step_ups_episode on step_ups (episode_id);

create table level_decisions (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  from_level smallint references levels_of_need,
  level smallint not null references levels_of_need,
  reason text not null,
  evidence text,
  family_view text not null,
  occasion text not null check (occasion in ('assessment', 'review', 'moderation', 'step_up', 'step_down', 'closure', 'other')),
  step_up_id uuid references step_ups on delete restrict,
  decided_by uuid not null references practitioners on delete restrict,
  decided_role text not null,
  decided_at timestamptz not null
);
create index level_decisions_episode on level_decisions (episode_id, decided_at desc);
