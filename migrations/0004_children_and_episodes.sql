-- Children, those who care for them, and the episodes of help opened with them.

-- T0: the least that may be known of a child.
create table children (
  id uuid primary key,
  given_names text not null,
  family_name text not null,
  also_known_as text,
  sex text not null check (sex in ('F', 'M', 'U')),
  date_of_birth date,
  expected_date date,
  locality_id uuid references localities on delete restrict,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  demo boolean not null default false,
  version integer not null default 1,
  search_name text generated always as
    (lower(given_names || ' ' || family_name || ' ' || coalesce(also_known_as, ''))) stored,
  -- A child is born or expected: one of the two, never both.
  constraint children_birth_or_expected check (num_nonnulls(date_of_birth, expected_date) = 1)
);
create index children_search_name on children using gin (search_name gin_trgm_ops);
create index children_date_of_birth on children (date_of_birth);
create index children_expected_date on children (expected_date) where expected_date is not null;
create index children_recorded_by on children (recorded_by);

-- T1.
create table child_details (
  child_id uuid primary key references children on delete restrict,
  address text,
  postcode text,
  telephone text,
  accommodation text,
  education_setting text,
  gp text,
  first_language text,
  interpreter text,
  communication_needs text,
  ethnicity text,
  ethnicity_note text,
  religion text,
  disabilities text[] not null default '{}',
  disability_note text,
  sen_provision text,
  nhs_number text,
  upn text,
  updated_by uuid not null references practitioners on delete restrict,
  updated_at timestamptz not null,
  version integer not null default 1
);
create index child_details_postcode on child_details (postcode);

create table carers (
  id uuid primary key,
  name text not null,
  telephone text,
  address text,
  postcode text,
  first_language text,
  interpreter text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1
);
create table child_carers (
  child_id uuid not null references children on delete restrict,
  carer_id uuid not null references carers on delete restrict,
  relationship text not null,
  parental_responsibility text not null check (parental_responsibility in ('yes', 'no', 'not_known')),
  lives_with_child boolean,
  recorded_by uuid not null references practitioners on delete restrict,
  primary key (child_id, carer_id)
);
create index child_carers_carer on child_carers (carer_id);

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

-- Whoever opened it or is assessor, until their involvement ends.
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

-- Rule 7: nobody reaches a record about themselves or a relative whom they declared.
create table declared_relatives (
  practitioner_id uuid not null references practitioners on delete restrict,
  child_id uuid not null references children on delete restrict,
  relationship text not null,
  declared_at timestamptz not null,
  primary key (practitioner_id, child_id)
);
create index declared_relatives_child on declared_relatives (child_id);
