-- The further ways of coming to an episode: deputies, panels, emergencies, business support, audits; and the shield.

-- Bank holidays in England, mirrored from libs/platform/working-days at every start.
create table platform.bank_holidays (day date primary key);
grant select on platform.bank_holidays to bridges_app, bridges_reach;

create function platform.working_days_after(day date, days integer) returns date
  language sql stable parallel safe security definer set search_path = ''
  as $$
    select d::date from pg_catalog.generate_series(day + 1, day + days * 2 + 30, interval '1 day') d
    where extract(isodow from d) < 6 and not exists (select from platform.bank_holidays b where b.day = d::date)
    order by d offset days - 1 limit 1
  $$;
grant execute on function platform.working_days_after(date, integer) to bridges_app;
alter function platform.working_days_after(date, integer) owner to bridges_reach;

-- The first instant of a date of practice.
create function platform.london_instant(day date) returns timestamptz
  language sql stable parallel safe set search_path = ''
  as $$ select day::timestamp at time zone 'Europe/London' $$;
grant execute on function platform.london_instant(date) to bridges_app, bridges_reach;

-- A deputy is a lead for their dates only, and no longer than the lead whom they stand in for.
create unique index lead_professional_appointments_whole on lead_professional_appointments (id, episode_id);
create table lead_professional_deputies (
  id uuid primary key,
  appointment_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (appointment_id, episode_id) references lead_professional_appointments (id, episode_id) on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  begins_on date not null,
  ends_on date not null,
  named_by uuid not null references practitioners on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (ends_on >= begins_on and ends_on <= begins_on + 92),
  check (ended_at is null or ended_at >= named_at)
);
create index lead_professional_deputies_episode on lead_professional_deputies (episode_id);
create index lead_professional_deputies_practitioner on lead_professional_deputies (practitioner_id);

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

-- Emergency access: reason first, no more than the tier asked for, read only, until it lapses. What decides about its
-- length is filled in by a trigger, so that nobody writes themselves a longer or an earlier one.
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
  -- Approver is not requester, and nobody reviews their own or their own agency's.
  check (seconded_by <> practitioner_id),
  check (reviewer_id <> practitioner_id),
  check (reviewer_agency_id <> agency_id),
  check (num_nulls(reviewer_id, reviewer_agency_id) in (0, 2)),
  check (num_nulls(review_outcome, review_note, reviewed_at) in (0, 3)),
  check (review_outcome is null or reviewer_id is not null)
);
create index emergency_accesses_episode on emergency_accesses (episode_id);
create index emergency_accesses_practitioner on emergency_accesses (practitioner_id, lapses_at);

-- Business support reaches as the practitioner of their team who named them.
create table support_namings (
  id uuid primary key,
  practitioner_id uuid not null references practitioners on delete restrict,
  supporter_id uuid not null references practitioners on delete restrict,
  team_id uuid not null references teams on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (supporter_id <> practitioner_id),
  check (ended_at is null or ended_at >= named_at)
);
create unique index support_namings_once on support_namings (practitioner_id, supporter_id, team_id) where ended_at is null;
create index support_namings_supporter on support_namings (supporter_id);

-- An audit: commissioned by information governance, drawn at random by the database, read only, for its dates.
create table case_audits (
  id uuid primary key,
  authority_id uuid not null references authorities on delete restrict,
  auditor_id uuid not null references practitioners on delete restrict,
  auditor_agency_id uuid not null references agencies on delete restrict,
  question text not null,
  commissioned_by uuid not null references practitioners on delete restrict,
  commissioned_at timestamptz not null,
  ends_on date not null,
  ended_at timestamptz,
  check (auditor_id <> commissioned_by)
);
create index case_audits_auditor on case_audits (auditor_id);
create table case_audit_draws (
  audit_id uuid not null references case_audits on delete restrict,
  episode_id uuid not null references episodes on delete restrict,
  drawn_at timestamptz not null,
  primary key (audit_id, episode_id)
);
create index case_audit_draws_episode on case_audit_draws (episode_id);

-- The shield: provisional at once on request, decided afterwards. While it stands, contact details and whatever would
-- reveal them are for those named alone.
create table shields (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  grounds text not null,
  detail text,
  requested_by text not null,
  requester_capacity text not null,
  recorded_by uuid not null references practitioners on delete restrict,
  requested_at timestamptz not null,
  decide_by date not null,
  decision text check (decision in ('confirmed', 'declined')),
  decided_by uuid references practitioners on delete restrict,
  decided_at timestamptz,
  decision_reason text,
  review_on date,
  ended_by uuid references practitioners on delete restrict,
  ended_at timestamptz,
  ending_reason text,
  check (num_nulls(decision, decided_by, decided_at, decision_reason) in (0, 4)),
  -- A confirmed shield has a day on which it is looked at again, six months on at most.
  check ((decision is not distinct from 'confirmed') = (review_on is not null)),
  check (num_nulls(ended_by, ended_at, ending_reason) in (0, 3)),
  check (decided_by <> recorded_by),
  unique (id, child_id)
);
create index shields_child on shields (child_id);
create table shield_names (
  id uuid primary key,
  shield_id uuid not null,
  child_id uuid not null references children on delete restrict,
  foreign key (shield_id, child_id) references shields (id, child_id) on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  named_by uuid not null references practitioners on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or ended_at >= named_at)
);
create unique index shield_names_once on shield_names (shield_id, practitioner_id) where ended_at is null;
create index shield_names_practitioner on shield_names (practitioner_id);
-- People from whom the child is kept safe: a parent may be one.
create table shield_unsafe_carers (
  shield_id uuid not null,
  child_id uuid not null references children on delete restrict,
  foreign key (shield_id, child_id) references shields (id, child_id) on delete restrict,
  carer_id uuid not null references carers on delete restrict,
  primary key (shield_id, carer_id)
);
create index shield_unsafe_carers_carer on shield_unsafe_carers (carer_id);

-- Whom a shield hides: the child, and whoever lives with them, since a sibling's page would show the same door.
create table access.hidings (
  shield_id uuid not null,
  child_id uuid not null,
  begins timestamptz not null,
  ends timestamptz not null
);
create index hidings_child on access.hidings (child_id);
create index hidings_shield on access.hidings (shield_id);
grant select, insert, delete on access.hidings to bridges_reach;

create view access.derived_hidings as
select h.shield_id, h.child_id, h.begins, h.ends
from (
  select s.id as shield_id, m.child_id, s.requested_at as begins,
         least(coalesce(s.ended_at, 'infinity'), case when s.decision = 'declined' then s.decided_at else 'infinity' end) as ends
  from public.shields s
  cross join lateral (
    select s.child_id
    union
    select theirs.child_id
    from public.child_carers mine
    join public.child_carers theirs on theirs.carer_id = mine.carer_id and theirs.lives_with_child is not false
    where mine.child_id = s.child_id and mine.lives_with_child is not false
      and not exists (select from public.shield_unsafe_carers u where u.shield_id = s.id and u.carer_id = mine.carer_id)) m
) h where h.begins < h.ends;
alter view access.derived_hidings owner to bridges_reach;
