-- A birth as it is known: the day, or a month or year alone, or an age as estimated on a day, or the day it is expected.
alter table children
  add column birth_period text,
  add column estimated_age smallint,
  add column estimated_on date;

alter table children drop constraint children_birth_or_expected;
-- Children are few enough to be read and written once more within the lock.
alter table children
  -- squawk-ignore constraint-missing-not-valid
  add constraint children_birth_period check (birth_period ~ '^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$'),
  -- squawk-ignore constraint-missing-not-valid
  add constraint children_estimated_age check (estimated_age between 1 and 25),
  -- squawk-ignore constraint-missing-not-valid
  add constraint children_estimate_whole check (num_nulls(estimated_age, estimated_on) in (0, 2)),
  -- A child is born or expected, and what is known of the birth is one thing, never two.
  -- squawk-ignore constraint-missing-not-valid
  add constraint children_birth_or_expected
    check (num_nonnulls(date_of_birth, birth_period, estimated_on, expected_date) = 1);

-- The earliest and the latest day of birth. An estimated age may be a year off to either side.
alter table children
  -- squawk-ignore adding-field-with-default
  add column born_earliest date generated always as (case
    when date_of_birth is not null then date_of_birth
    when birth_period ~ '^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$'
      then make_date(left(birth_period, 4)::integer, coalesce(nullif(substr(birth_period, 6), '')::integer, 1), 1)
    when estimated_age between 1 and 25 then (estimated_on - make_interval(years => estimated_age + 2))::date + 1
    end) stored,
  -- squawk-ignore adding-field-with-default
  add column born_latest date generated always as (case
    when date_of_birth is not null then date_of_birth
    when birth_period ~ '^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$'
      then (make_date(left(birth_period, 4)::integer, coalesce(nullif(substr(birth_period, 6), '')::integer, 12), 1)
        + interval '1 month')::date - 1
    when estimated_age between 1 and 25 then (estimated_on - make_interval(years => estimated_age - 1))::date
    end) stored;
create index children_born_between on children using gist (daterange(born_earliest, born_latest, '[]'))
  where date_of_birth is null and expected_date is null;

-- Identity and context (T1). What is asked and not known differs from what was not asked.
alter table child_details
  add column other_languages text[] not null default '{}',
  add column interpreter_arranged text,
  add column access_needs text[] not null default '{}',
  add column access_needs_arranged text[] not null default '{}',
  add column sen_needs text[] not null default '{}',
  add column young_carer text,
  add column exclusion_risk text,
  add column looked_after text,
  add column looked_after_from date,
  add column looked_after_until date,
  -- The unique learner number: from the age of 14, and it tells no school.
  add column uln text;
alter table child_details
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_interpreter_arranged check (interpreter_arranged in ('yes', 'no', 'not_known')),
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_arranged_needs check (access_needs_arranged <@ access_needs),
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_sen_needs check (cardinality(sen_needs) <= 2),
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_young_carer check (young_carer in ('yes', 'no', 'not_known')),
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_exclusion_risk check (exclusion_risk in ('yes', 'no', 'not_known')),
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_looked_after_dates
    check (looked_after_until is null or (looked_after_from is not null and looked_after_until >= looked_after_from)),
  -- squawk-ignore constraint-missing-not-valid
  add constraint child_details_uln check (uln ~ '^[0-9]{10}$');

-- T3, topic immigration: each statement stays, and the latest counts.
create table child_immigration_statuses (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  status text not null,
  note text,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint child_immigration_statuses_note check (length(note) between 1 and 2000)
);
create index child_immigration_statuses_child on child_immigration_statuses (child_id);

-- Where the child went to school or nursery, and when: it tells where the child is to be found, as an address does.
create table child_schools (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  setting text not null,
  year_group text,
  attendance text not null,
  from_on date,
  until_on date,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint child_schools_setting check (length(trim(setting)) between 1 and 200),
  constraint child_schools_dates check (until_on >= from_on)
);
create index child_schools_child on child_schools (child_id);

-- The number of a child in another system. A system may belong to one school, so it is guarded as an address is.
create table child_references (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  system text not null,
  number text not null,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  constraint child_references_system check (length(trim(system)) between 1 and 100),
  constraint child_references_number check (number ~ '^[A-Z0-9]{1,20}$')
);
create unique index child_references_once on child_references (child_id, lower(system)) where ended_at is null;
create index child_references_number on child_references (number);

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_immigration_statuses', 2, 'Immigration status', 't.child_id = $1'),
  ('public.child_schools', 2, 'Schools and settings', 't.child_id = $1'),
  ('public.child_references', 2, 'Numbers in other systems', 't.child_id = $1');
insert into access.contact_columns values
  ('public.child_schools', 'setting'), ('public.child_schools', 'year_group'),
  ('public.child_references', 'system'), ('public.child_references', 'number');
