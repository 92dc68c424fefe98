-- What a person is to a child has a beginning and an end, and says on what parental responsibility rests. A person who comes
-- back gets a new row: an earlier time stays as it was.
-- The table is rewritten once: programs wait for the migration.
-- squawk-ignore adding-field-with-default
alter table child_carers add column id uuid not null default gen_random_uuid();
alter table child_carers
  add column began_on date,
  add column ended_on date,
  add column ended_at timestamptz,
  add column ended_by uuid,
  add column ending_reason text,
  -- Why the law gives parental responsibility, and the paper that showed it.
  add column responsibility_basis text,
  add column evidence text,
  add column evidence_seen_on date,
  add column evidence_seen_by uuid,
  -- Limits on the contact of this person with the child.
  add column contact_restriction text,
  add column restriction_basis text,
  add column restricted_from date,
  add column emergency_order smallint,
  -- Of the latest correction: the trace takes them from here.
  add column changed_by uuid,
  add column change_reason text,
  add column version integer not null default 1;
-- The primary key becomes the row's own: the pair stays unique while the row stands.
-- squawk-ignore constraint-missing-not-valid
alter table child_carers drop constraint child_carers_pkey, add constraint child_carers_pkey primary key (id);
alter table child_carers
  add constraint child_carers_ended_by_fkey foreign key (ended_by) references practitioners on delete restrict not valid,
  add constraint child_carers_evidence_seen_by_fkey
    foreign key (evidence_seen_by) references practitioners on delete restrict not valid,
  add constraint child_carers_changed_by_fkey foreign key (changed_by) references practitioners on delete restrict not valid,
  add constraint child_carers_ended check (num_nulls(ended_on, ended_at, ended_by, ending_reason) in (0, 4)) not valid,
  add constraint child_carers_ends_after_it_began check (ended_on >= began_on) not valid,
  add constraint child_carers_basis check (responsibility_basis is null or parental_responsibility = 'yes') not valid,
  add constraint child_carers_evidence check (num_nulls(evidence, evidence_seen_on, evidence_seen_by) in (0, 3)) not valid,
  add constraint child_carers_restriction
    check (contact_restriction in ('none', 'supervised', 'indirect_only', 'none_allowed')) not valid,
  -- A limit says who set it, and since when; that there is none needs neither.
  add constraint child_carers_restriction_basis
    check (num_nulls(restriction_basis, restricted_from)
      = case when coalesce(contact_restriction, 'none') = 'none' then 2 else 0 end) not valid,
  add constraint child_carers_emergency_order check (emergency_order between 1 and 20) not valid,
  -- A person whose time with the child has ended is not in the order.
  add constraint child_carers_emergency_while_live check (emergency_order is null or ended_at is null) not valid;
-- Checked at the end: an order is changed for several at once.
-- squawk-ignore constraint-missing-not-valid
alter table child_carers add constraint child_carers_emergency_once
  exclude using btree (child_id with =, emergency_order with =) deferrable initially deferred;
create unique index child_carers_once on child_carers (child_id, carer_id) where ended_at is null;
create index child_carers_child on child_carers (child_id);

-- Is it safe to ring or write to them, and how? Beside the telephone number, and as protected as that.
alter table carer_contacts
  add column safe_to_contact text,
  add column contact_advice text;
alter table carer_contacts
  add constraint carer_contacts_safe_to_contact check (safe_to_contact in ('yes', 'ask_first', 'no')) not valid,
  add constraint carer_contacts_advice check (safe_to_contact <> 'ask_first' or contact_advice is not null) not valid;
insert into access.contact_columns (relation, name) values
  ('public.carer_contacts', 'safe_to_contact'), ('public.carer_contacts', 'contact_advice');

-- The trace of a correction: what stood there before. Contact details are never kept in it.
create table child_carer_changes (
  id uuid primary key,
  child_carer_id uuid not null references child_carers on delete restrict,
  child_id uuid not null references children on delete restrict,
  carer_id uuid not null references carers on delete restrict,
  field text not null,
  was text,
  became text,
  reason text,
  changed_by uuid not null references practitioners on delete restrict,
  changed_at timestamptz not null,
  constraint child_carer_changes_differs check (was is distinct from became)
);
create index child_carer_changes_child_carer on child_carer_changes (child_carer_id);
create index child_carer_changes_child on child_carer_changes (child_id, changed_at);
create index child_carer_changes_carer on child_carer_changes (carer_id);

create table carer_changes (
  id uuid primary key,
  carer_id uuid not null references carers on delete restrict,
  field text not null,
  was text,
  became text,
  changed_by uuid not null references practitioners on delete restrict,
  changed_at timestamptz not null,
  constraint carer_changes_differs check (was is distinct from became)
);
create index carer_changes_carer on carer_changes (carer_id, changed_at);

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_carer_changes', 3, 'Corrections to who cares for the child', 't.child_id = $1'),
  ('public.carer_changes', 4, 'Corrections to parents and carers',
    't.carer_id in (select l.carer_id from public.child_carers l where l.child_id = $1)');
