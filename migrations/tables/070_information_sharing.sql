-- The golden rules of information sharing come in editions: the words are data, so that a new edition is a row.
create table golden_rules (
  edition text primary key,
  name text not null,
  rules text[] not null check (cardinality(rules) > 0)
);

insert into golden_rules values
  ('2024', 'Advice for practitioners, 2024', array[
    'A child’s safety comes before anyone’s privacy.',
    'Where it is safe, talk with the child and their carers: what you would share, with whom and why.',
    'You do not need agreement where a child is at risk of harm, or may be.',
    'Ask for advice when you are not sure, without naming the child if you can.',
    'Protect anyone who could be harmed if it became known who told you, or where they are.',
    'Share only what is relevant and accurate, and only with those who have a part in helping.',
    'Write down what you decided and why, whether you share or not.']),
  ('2018', 'Advice for practitioners, 2018', array[
    'The law on personal information is there to see that it is shared properly; it does not forbid sharing.',
    'Be open with the family from the start about why, what, how and with whom, unless that is unsafe.',
    'Ask for advice when you are in doubt.',
    'Share with agreement where you can; without it where there is good reason, such as a risk to safety.',
    'Think of the safety and wellbeing of the child and of everybody whom it may touch.',
    'Share what is necessary, proportionate, relevant, accurate, in time and safely.',
    'Write down what you decided and why, whether you share or not.']);

-- One row: what the area as a whole has settled.
create table information_sharing_settings (
  only_row boolean primary key default true check (only_row),
  -- Section 16LA of the Children Act 2004: a duty only once it is in force here.
  duty_16la boolean not null default false,
  golden_rules_edition text not null default '2024' references golden_rules on delete restrict,
  -- The basis in law on which the area holds and shares; an agency may rest on another. It is not the family's agreement.
  default_lawful_basis text,
  changed_by uuid references practitioners on delete restrict,
  changed_at timestamptz,
  version integer not null default 1
);

insert into information_sharing_settings default values;

create table agency_lawful_bases (
  agency_id uuid primary key references agencies on delete restrict,
  lawful_basis text not null,
  changed_by uuid not null references practitioners on delete restrict,
  changed_at timestamptz not null
);

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
  form text check (form in ('written', 'typed', 'verbal_witnessed')),
  witness text,
  index_agreed boolean not null default false,
  lawful_basis text,
  note text,
  decided_on date not null,
  valid_until date,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  leaflet_version text,
  questions_asked text,
  child_asked boolean,
  who_disagreed text,
  competence_assessor text,
  competence_assessed_on date,
  reason_contrary_to_child text,
  adults_word text,
  review_on date,
  asked_at text,
  check (decision = 'not_sought' or (decided_by is not null and capacity is not null)),
  check (valid_until is null or valid_until >= decided_on),
  -- What hangs on a consent names its episode too, and the two must agree: else a row could open another family's.
  unique (id, episode_id),
  constraint consents_witness check (form is distinct from 'verbal_witnessed' or coalesce(witness, '') ~ '\S'),
  constraint consents_not_sought check (decision <> 'not_sought' or coalesce(note, '') ~ '\S'),
  constraint consents_limits check (decision not in ('given', 'given_in_part') or limits_explained),
  constraint consents_review check (review_on is null or (review_on >= decided_on and review_on <= coalesce(valid_until, review_on)))
);
create index consents_episode on consents (episode_id);

-- A word is written down row by row, and its first row may already end the writer's reach: the family keeps out
-- the very agency that asked. The rest of what is being said now belongs to it, and is written all the same.
create index consents_recorded on consents (recorded_by, recorded_at);
create index consents_ends on consents (valid_until) where decision in ('given', 'given_in_part');

-- One agency's standing in one agreement.
create table consent_agencies (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  standing text not null check (standing in ('included', 'refused', 'excluded')),
  tiers smallint[] not null default '{}' check (tiers <@ '{0,1,2,3}'),
  topics text[] not null default '{}',
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  primary key (consent_id, agency_id),
  check (standing = 'included' or (tiers = '{}' and topics = '{}'))
);
create index consent_agencies_episode on consent_agencies (episode_id);
create index consent_agencies_agency on consent_agencies (agency_id);

-- People whom the family does not want near the record, and the ones they took back.
create table consent_people (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  standing text not null check (standing in ('excluded', 'readmitted')),
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  primary key (consent_id, practitioner_id)
);
create index consent_people_episode on consent_people (episode_id);
create index consent_people_practitioner on consent_people (practitioner_id);

create table consent_withdrawals (
  id uuid primary key,
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  -- Null: the whole agreement.
  agency_id uuid references agencies on delete restrict,
  withdrawn_by text not null,
  capacity text not null check (capacity in ('child', 'parental_responsibility', 'adult', 'local_authority')),
  reason text,
  safeguarding_concern boolean not null,
  safeguarding_note text,
  recorded_by uuid not null references practitioners on delete restrict,
  withdrawn_at timestamptz not null,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  -- A concern is followed up, so it says what was done.
  check (not safeguarding_concern or safeguarding_note is not null)
);
create index consent_withdrawals_consent on consent_withdrawals (consent_id);
create index consent_withdrawals_episode on consent_withdrawals (episode_id);
create unique index consent_withdrawals_whole on consent_withdrawals (id, episode_id);

-- A manager has looked at the worry that a withdrawal left. Never the one who recorded it.
create table withdrawal_sign_offs (
  withdrawal_id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  note text not null check (note ~ '\S'),
  signed_by uuid not null references practitioners on delete restrict,
  signed_at timestamptz not null,
  foreign key (withdrawal_id, episode_id) references consent_withdrawals (id, episode_id) on delete restrict
);
create index withdrawal_sign_offs_episode on withdrawal_sign_offs (episode_id);

-- One warning at 30, at 14 and at 0 days, each sent once.
create table consent_warnings (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  days smallint not null check (days in (30, 14, 0)),
  recipient_id uuid not null references practitioners on delete restrict,
  sent_at timestamptz not null,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  primary key (consent_id, days)
);
create index consent_warnings_episode on consent_warnings (episode_id);

-- Who may decide has changed: the family is asked again before anything new is shared.
create table consent_reasks (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  cause text not null check (cause in ('parental_responsibility', 'care_order', 'adoption')),
  note text,
  noted_by uuid not null references practitioners on delete restrict,
  noted_at timestamptz not null
);
create index consent_reasks_episode on consent_reasks (episode_id);
