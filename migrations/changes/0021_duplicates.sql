-- Two records of one child. Identity numbers are looked up by their value.
create index child_details_nhs_number on child_details (nhs_number) where nhs_number is not null;
create index child_details_uln on child_details (uln) where uln is not null;
create index child_contacts_upn on child_contacts (upn) where upn is not null;

-- "Not the same child": kept with its reason, and not asked again. The smaller id first.
create table child_distinctions (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  other_child_id uuid not null references children on delete restrict,
  reason text not null,
  decided_by uuid not null references practitioners on delete restrict,
  decided_at timestamptz not null,
  constraint child_distinctions_one_way check (child_id < other_child_id),
  constraint child_distinctions_once unique (child_id, other_child_id),
  constraint child_distinctions_reason check (length(trim(reason)) between 1 and 500)
);
create index child_distinctions_other_child on child_distinctions (other_child_id);

-- Two records are of one child: proposed by one person, approved by another. No row of either record is rewritten, so what
-- is undone is this row alone.
create table child_merges (
  id uuid primary key,
  kept_child_id uuid not null references children on delete restrict,
  other_child_id uuid not null references children on delete restrict,
  reason text not null,
  proposed_by uuid not null references practitioners on delete restrict,
  proposed_at timestamptz not null,
  decision text,
  decision_reason text,
  decided_by uuid references practitioners on delete restrict,
  decided_at timestamptz,
  undone_because text,
  undone_by uuid references practitioners on delete restrict,
  undone_at timestamptz,
  constraint child_merges_two_children check (kept_child_id <> other_child_id),
  constraint child_merges_reason check (length(trim(reason)) between 1 and 500),
  constraint child_merges_decision check (decision in ('approved', 'declined', 'withdrawn')),
  constraint child_merges_decided check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
  constraint child_merges_decision_reason check (decision <> 'declined' or decision_reason is not null),
  constraint child_merges_two_people check ((decision = 'withdrawn') = (decided_by = proposed_by)),
  constraint child_merges_undone check (num_nulls(undone_because, undone_by, undone_at)
    = case when undone_at is not null and decision is not distinct from 'approved' then 0 else 3 end)
);
-- A record is proposed, or counted as the other one, once at a time.
create unique index child_merges_once on child_merges (other_child_id)
  where undone_at is null and (decision is null or decision = 'approved');
create index child_merges_kept on child_merges (kept_child_id);
create index child_merges_other on child_merges (other_child_id);

insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.child_distinctions', 97, 'Records of other children that are alike',
    'It is about another child as well: who compares records reads both.'),
  ('public.child_merges', 97, 'Records of one child',
    'Each record is given whole, as a request of its own: who agreed to what differs between them.');
