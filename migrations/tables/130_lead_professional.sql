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
create index lead_professional_appointments_episode on lead_professional_appointments (episode_id);

-- A deputy is a lead for their dates only, and no longer than the lead whom they stand in for.
create unique index lead_professional_appointments_whole on lead_professional_appointments (id, episode_id);
create index lead_professional_appointments_agency on lead_professional_appointments (agency_id) where ended_at is null;

create table lead_professional_deputies (
  id uuid primary key,
  appointment_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  begins_on date not null,
  ends_on date not null,
  named_by uuid not null references practitioners on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  foreign key (appointment_id, episode_id) references lead_professional_appointments (id, episode_id) on delete restrict,
  check (ends_on >= begins_on and ends_on <= begins_on + 92),
  check (ended_at is null or ended_at >= named_at)
);
create index lead_professional_deputies_episode on lead_professional_deputies (episode_id);
create index lead_professional_deputies_practitioner on lead_professional_deputies (practitioner_id);
