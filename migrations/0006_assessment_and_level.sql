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
  foreign key (assessment_id, episode_id) references assessments (id, episode_id) on delete restrict,
  section text not null,
  answers jsonb not null,
  saved_by uuid not null references practitioners on delete restrict,
  saved_at timestamptz not null,
  version integer not null default 1,
  unique (assessment_id, section)
);
create index assessment_sections_episode on assessment_sections (episode_id);

-- One of the 19 elements. A sensitive passage about the same element is a row of its own, under its topic.
create table assessment_elements (
  id uuid primary key,
  assessment_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (assessment_id, episode_id) references assessments (id, episode_id) on delete restrict,
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
  version integer not null default 1
);
create unique index assessment_elements_one on assessment_elements (assessment_id, element, topic);
create index assessment_elements_episode on assessment_elements (episode_id);

create function access.refuse_change_of_completed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if (select completed_at from public.assessments where id = new.assessment_id) is not null then
    raise exception 'A completed assessment does not change' using errcode = '23514', constraint = 'assessment_completed';
  end if;
  return new;
end $$;
create trigger completed before insert or update on assessment_sections
  for each row execute function access.refuse_change_of_completed();
create trigger completed before insert or update on assessment_elements
  for each row execute function access.refuse_change_of_completed();

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
  occasion text not null check (occasion in ('assessment', 'review', 'moderation', 'step_up', 'closure', 'other')),
  step_up_id uuid references step_ups on delete restrict,
  decided_by uuid not null references practitioners on delete restrict,
  decided_role text not null,
  decided_at timestamptz not null
);
create index level_decisions_episode on level_decisions (episode_id, decided_at desc);

create function access.note_level() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.episode_records set level = new.level, level_decided_at = new.decided_at
    where episode_id = new.episode_id and (level_decided_at is null or level_decided_at <= new.decided_at);
  return null;
end $$;
create trigger note_level after insert on level_decisions for each row execute function access.note_level();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.refuse_change_of_completed() owner to bridges_reach;
alter function access.note_level() owner to bridges_reach;
