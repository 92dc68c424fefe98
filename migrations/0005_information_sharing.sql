-- What the family agreed, with whom, how far and until when. Rows are added, never changed: the ledger
-- keeps every word the family gave, and the latest word about an agency is the one that counts.
create table consent_purposes (
  purpose text primary key,
  -- Whether agreeing to it opens the record of the episode to the agencies named.
  opens_record boolean not null
);
insert into consent_purposes values
  ('store', false), ('assess', true), ('share_assessment', true), ('hold_tac', true), ('share_plan', true),
  ('panel_referral', false), ('transfer', false), ('evaluation', false);
grant select on consent_purposes to bridges_app, bridges_reach, bridges_loader;

create table consents (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  purpose text not null references consent_purposes,
  decision text not null check (decision in ('given', 'given_in_part', 'refused', 'not_sought')),
  decided_by text,
  decided_by_child_id uuid references children on delete restrict,
  decided_by_carer_id uuid references carers on delete restrict,
  capacity text check (capacity in ('child', 'parental_responsibility', 'adult', 'local_authority')),
  competence text check (competence in ('competent', 'not_competent', 'not_assessed')),
  competence_note text,
  -- At 16 and over a parent's word alone needs a reason.
  reason_not_young_person text,
  other_parent_objects boolean,
  interpreter text,
  explained_how text,
  explained_language text,
  limits_explained boolean not null default false,
  form text check (form in ('written', 'verbal_witnessed')),
  witness text,
  index_agreed boolean not null default false,
  lawful_basis text,
  note text,
  decided_on date not null,
  valid_until date,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  check (decision = 'not_sought' or (decided_by is not null and capacity is not null)),
  check (valid_until is null or valid_until >= decided_on),
  -- What hangs on a consent names its episode too, and the two must agree: else a row could open somebody else's.
  unique (id, episode_id)
);
create index consents_episode on consents (episode_id);

-- One agency's standing in one agreement.
create table consent_agencies (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  standing text not null check (standing in ('included', 'refused', 'excluded')),
  tiers smallint[] not null default '{}' check (tiers <@ '{0,1,2,3}'),
  topics text[] not null default '{}',
  primary key (consent_id, agency_id),
  check (standing = 'included' or (tiers = '{}' and topics = '{}'))
);
create index consent_agencies_episode on consent_agencies (episode_id);
create index consent_agencies_agency on consent_agencies (agency_id);

-- People whom the family does not want near the record, and the ones they took back.
create table consent_people (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  standing text not null check (standing in ('excluded', 'readmitted')),
  primary key (consent_id, practitioner_id)
);
create index consent_people_episode on consent_people (episode_id);
create index consent_people_practitioner on consent_people (practitioner_id);

create table consent_withdrawals (
  id uuid primary key,
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  -- Null: the whole agreement.
  agency_id uuid references agencies on delete restrict,
  withdrawn_by text not null,
  capacity text not null check (capacity in ('child', 'parental_responsibility', 'adult', 'local_authority')),
  reason text,
  safeguarding_concern boolean not null,
  safeguarding_note text,
  recorded_by uuid not null references practitioners on delete restrict,
  withdrawn_at timestamptz not null,
  -- A concern is followed up, so it says what was done.
  check (not safeguarding_concern or safeguarding_note is not null)
);
create index consent_withdrawals_consent on consent_withdrawals (consent_id);
create index consent_withdrawals_episode on consent_withdrawals (episode_id);
