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
  practitioner_id uuid not null references practitioners on delete restrict,
  named_by uuid not null references practitioners on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  foreign key (shield_id, child_id) references shields (id, child_id) on delete restrict,
  check (ended_at is null or ended_at >= named_at)
);
create unique index shield_names_once on shield_names (shield_id, practitioner_id) where ended_at is null;
create index shield_names_practitioner on shield_names (practitioner_id);

-- People from whom the child is kept safe: a parent may be one.
create table shield_unsafe_carers (
  shield_id uuid not null,
  child_id uuid not null references children on delete restrict,
  carer_id uuid not null references carers on delete restrict,
  foreign key (shield_id, child_id) references shields (id, child_id) on delete restrict,
  primary key (shield_id, carer_id)
);
create index shield_unsafe_carers_carer on shield_unsafe_carers (carer_id);

create table access.location_revealing_kinds (
  kind text primary key
);

insert into access.location_revealing_kinds values ('school'), ('early_years'), ('further_education'), ('general_practice'),
  ('housing_provider'), ('district_council'), ('health_commissioner'), ('voluntary_sector');

-- The one place where a bundle leaves protected contact details out.
create table access.contact_columns (
  relation text not null,
  name text not null,
  primary key (relation, name)
);

insert into access.contact_columns values
  ('public.child_contacts', 'address'), ('public.child_contacts', 'postcode'), ('public.child_contacts', 'telephone'),
  ('public.child_contacts', 'accommodation'), ('public.child_contacts', 'education_setting'), ('public.child_contacts', 'gp'),
  ('public.child_contacts', 'upn'),
  ('public.carer_contacts', 'telephone'), ('public.carer_contacts', 'address'), ('public.carer_contacts', 'postcode'),
  ('public.meeting_places', 'place');
