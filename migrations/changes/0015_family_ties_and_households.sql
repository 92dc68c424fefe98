-- What two children of a family are to each other: one row, read both ways, the smaller id first.
create table child_ties (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  other_child_id uuid not null references children on delete restrict,
  kind text not null,
  began_on date,
  ended_on date,
  ended_at timestamptz,
  ended_by uuid references practitioners on delete restrict,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint child_ties_kind check (kind in
    ('full_sibling', 'half_sibling', 'step_sibling', 'adoptive_sibling', 'foster_sibling', 'unrelated_in_household', 'cousin')),
  constraint child_ties_one_way check (child_id < other_child_id),
  constraint child_ties_ended check (num_nulls(ended_on, ended_at, ended_by) in (0, 3)),
  constraint child_ties_ends_after_it_began check (ended_on >= began_on)
);
create unique index child_ties_once on child_ties (child_id, other_child_id) where ended_at is null;
create index child_ties_other_child on child_ties (other_child_id);

-- What two adults are to each other, the smaller id first: `parent_of` and `child_of` are said of the first.
create table carer_ties (
  id uuid primary key,
  carer_id uuid not null references carers on delete restrict,
  other_carer_id uuid not null references carers on delete restrict,
  kind text not null,
  began_on date,
  ended_on date,
  ended_at timestamptz,
  ended_by uuid references practitioners on delete restrict,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint carer_ties_kind check (kind in
    ('married', 'partner', 'former_partner', 'parent_of', 'child_of', 'sibling', 'other_relative')),
  constraint carer_ties_one_way check (carer_id < other_carer_id),
  constraint carer_ties_ended check (num_nulls(ended_on, ended_at, ended_by) in (0, 3)),
  constraint carer_ties_ends_after_it_began check (ended_on >= began_on)
);
create unique index carer_ties_once on carer_ties (carer_id, other_carer_id) where ended_at is null;
create index carer_ties_other_carer on carer_ties (other_carer_id);

-- An adult of one family who was a child in another is one person: told only to readers who may read both.
create table carer_childhoods (
  carer_id uuid primary key references carers on delete restrict,
  child_id uuid not null references children on delete restrict,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint carer_childhoods_child unique (child_id)
);

-- A home, at one address. Who lives there says who may know of it.
create table households (
  id uuid primary key,
  kind text not null,
  address text,
  postcode text,
  -- The kind of address: a refuge is an address too.
  accommodation text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint households_kind check (kind in ('family', 'other_parent', 'kinship', 'foster', 'residential', 'temporary', 'other'))
);
create index households_recorded_by on households (recorded_by);

create table child_stays (
  id uuid primary key,
  household_id uuid not null references households on delete restrict,
  child_id uuid not null references children on delete restrict,
  pattern text not null,
  began_on date,
  ended_on date,
  ended_at timestamptz,
  ended_by uuid references practitioners on delete restrict,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint child_stays_pattern check (pattern in ('main', 'shared', 'weekends', 'temporary')),
  constraint child_stays_ended check (num_nulls(ended_on, ended_at, ended_by) in (0, 3)),
  constraint child_stays_ends_after_it_began check (ended_on >= began_on)
);
-- One home is the main one.
create unique index child_stays_main_once on child_stays (child_id) where pattern = 'main' and ended_at is null;
create unique index child_stays_once on child_stays (household_id, child_id) where ended_at is null;
create index child_stays_child on child_stays (child_id);

create table carer_stays (
  id uuid primary key,
  household_id uuid not null references households on delete restrict,
  carer_id uuid not null references carers on delete restrict,
  pattern text not null,
  began_on date,
  ended_on date,
  ended_at timestamptz,
  ended_by uuid references practitioners on delete restrict,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint carer_stays_pattern check (pattern in ('main', 'shared', 'weekends', 'temporary')),
  constraint carer_stays_ended check (num_nulls(ended_on, ended_at, ended_by) in (0, 3)),
  constraint carer_stays_ends_after_it_began check (ended_on >= began_on)
);
create unique index carer_stays_main_once on carer_stays (carer_id) where pattern = 'main' and ended_at is null;
create unique index carer_stays_once on carer_stays (household_id, carer_id) where ended_at is null;
create index carer_stays_carer on carer_stays (carer_id);

insert into access.contact_columns (relation, name) values
  ('public.households', 'kind'), ('public.households', 'address'), ('public.households', 'postcode'),
  ('public.households', 'accommodation');

-- Who lives where reveals an address: while contact details are protected, nothing of it goes into a bundle.
insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_ties', 5, 'Brothers, sisters and other children', '$1 in (t.child_id, t.other_child_id)'),
  ('public.carer_ties', 5, 'What the adults are to each other',
    't.carer_id in (select l.carer_id from public.child_carers l where l.child_id = $1)
     and t.other_carer_id in (select l.carer_id from public.child_carers l where l.child_id = $1)'),
  ('public.households', 5, 'Homes',
    't.id in (select s.household_id from public.child_stays s where s.child_id = $1
       union select s.household_id from public.carer_stays s join public.child_carers l on l.carer_id = s.carer_id
         where l.child_id = $1) and not access.contacts_are_protected($1)'),
  ('public.child_stays', 5, 'Where the child lives and lived', 't.child_id = $1 and not access.contacts_are_protected($1)'),
  ('public.carer_stays', 5, 'Where parents and carers live and lived',
    't.carer_id in (select l.carer_id from public.child_carers l where l.child_id = $1)
     and not access.contacts_are_protected($1)');
insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.carer_childhoods', 92, 'A parent’s own record as a child',
    'It is about the parent alone: they can ask for their own record.');
