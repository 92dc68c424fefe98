-- T2, or T3 by the topics that it tells of. Rows are added, never changed.
create table disclosures (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  -- Null: the practitioner decided without being asked.
  asked_by_practitioner_id uuid references practitioners on delete restrict,
  asked_by_name text,
  asked_by_agency text,
  to_agency_id uuid references agencies on delete restrict,
  to_practitioner_id uuid references practitioners on delete restrict,
  -- A recipient outside the directory: a court, a hospital elsewhere.
  to_name text,
  asked_for text not null,
  purpose text not null,
  tiers smallint[] not null check (tiers <> '{}' and tiers <@ '{0,1,2,3}'),
  topics text[] not null default '{}',
  risk_of_sharing text,
  risk_of_not_sharing text,
  basis text,
  detriment_considered text,
  decision text not null check (decision in ('shared', 'shared_in_part', 'not_shared')),
  what_was_shared text,
  reason text,
  consulted text,
  family_told text not null check (family_told in ('told', 'to_be_told', 'not_told')),
  family_told_note text,
  tell_family_on date,
  sent_how text,
  -- Found by the database from the agreement in force, whatever was typed.
  outside_consent boolean not null,
  decided_at timestamptz not null,
  recorded_by uuid not null references practitioners on delete restrict,
  constraint disclosures_asker check (num_nonnulls(asked_by_practitioner_id, asked_by_name) <= 1),
  constraint disclosures_receiver check (
    num_nonnulls(to_agency_id, to_name) = 1 and (to_practitioner_id is null or to_agency_id is not null)),
  constraint disclosures_topics check ((3 = any(tiers)) = (topics <> '{}')),
  constraint disclosures_basis check (
    (decision = 'not_shared' or basis is not null)
    and (not outside_consent or basis not in ('within_consent', 'consent'))),
  constraint disclosures_reason check (
    (decision <> 'not_shared' and not outside_consent) or coalesce(reason, '') ~ '\S'),
  constraint disclosures_part check (decision <> 'shared_in_part' or coalesce(what_was_shared, '') ~ '\S'),
  constraint disclosures_detriment check (
    basis is distinct from 'duty_16la' or coalesce(detriment_considered, '') ~ '\S'),
  constraint disclosures_family check (
    case family_told when 'to_be_told' then tell_family_on is not null else coalesce(family_told_note, '') ~ '\S' end)
);
create index disclosures_episode on disclosures (episode_id, decided_at desc);
