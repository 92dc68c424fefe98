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
  updated_by uuid not null references practitioners on delete restrict,
  updated_at timestamptz not null,
  version integer not null default 1
);

create table child_contacts (
  child_id uuid primary key references child_details on delete restrict,
  address text,
  postcode text,
  telephone text,
  -- The kind of address: a refuge is an address too.
  accommodation text,
  education_setting text,
  gp text,
  -- Says which school.
  upn text
);
create index child_contacts_postcode on child_contacts (postcode);

create table carers (
  id uuid primary key,
  name text not null,
  first_language text,
  interpreter text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1
);

create table carer_contacts (
  carer_id uuid primary key references carers on delete restrict,
  telephone text,
  address text,
  postcode text
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

-- Rule 7: no practitioner reaches a record about themselves or a relative whom they declared.
create table declared_relatives (
  practitioner_id uuid not null references practitioners on delete restrict,
  child_id uuid not null references children on delete restrict,
  relationship text not null,
  declared_at timestamptz not null,
  primary key (practitioner_id, child_id)
);
create index declared_relatives_child on declared_relatives (child_id);
