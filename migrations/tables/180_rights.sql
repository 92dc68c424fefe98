-- What families ask about their own records: a register with a clock, whose history writes itself.
create table rights_requests (
  id uuid primary key,
  episode_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('access', 'rectification', 'objection', 'restriction', 'erasure', 'complaint')),
  about text not null check (about in ('child', 'carer')),
  about_name text,
  details text,
  requester text not null,
  requester_capacity text not null
    check (requester_capacity in ('themselves', 'parental_responsibility', 'solicitor', 'advocate', 'other')),
  authority_shown text,
  received_on date not null,
  identity_checked_on date,
  identity_checked_how text,
  clarification text,
  acknowledged_on date,
  extended_told_on date,
  extended_because text,
  child_competence text check (child_competence in ('competent', 'not_competent', 'not_assessed')),
  child_view text,
  child_view_on date,
  exemptions text[] not null default '{}',
  exemption_note text,
  redactions text,
  decision text check (decision in ('granted', 'granted_in_part', 'refused', 'withdrawn')),
  decision_reason text,
  decided_by uuid references practitioners on delete restrict,
  decided_at timestamptz,
  released_on date,
  released_how text,
  finished_at timestamptz,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  version integer not null default 1,
  -- A request is about a child of the episode through which it came, or about one of their carers.
  foreign key (episode_id, child_id) references episode_children (episode_id, child_id) on delete restrict,
  unique (id, episode_id),
  check (about = 'child' or about_name is not null),
  check ((identity_checked_on is null) = (identity_checked_how is null)),
  check (identity_checked_on is null or identity_checked_on >= received_on),
  check ((extended_told_on is null) = (extended_because is null)),
  check ((child_view is null) = (child_view_on is null)),
  check (num_nulls(decision, decision_reason, decided_by, decided_at) in (0, 4)),
  check ((released_on is null) = (released_how is null)),
  check (released_on is null or decision in ('granted', 'granted_in_part')),
  check (finished_at is null or decision is not null),
  check (exemptions = '{}' or exemption_note is not null),
  -- A request by another person for the file of a competent child: nothing is given before the child was heard.
  constraint rights_requests_child_heard check (
    kind <> 'access' or about <> 'child' or requester_capacity = 'themselves' or decision is null
    or decision in ('refused', 'withdrawn') or child_competence is distinct from 'competent' or child_view is not null)
);
create index rights_requests_episode on rights_requests (episode_id);
create index rights_requests_child on rights_requests (child_id);
create index rights_requests_recorded_by on rights_requests (recorded_by);

create table rights_request_pauses (
  id uuid primary key,
  request_id uuid not null,
  episode_id uuid not null,
  from_on date not null,
  to_on date,
  reason text not null,
  recorded_by uuid not null references practitioners on delete restrict,
  foreign key (request_id, episode_id) references rights_requests (id, episode_id) on delete restrict,
  check (to_on is null or to_on >= from_on),
  constraint rights_request_pauses_one_at_a_time
    exclude using gist (request_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index rights_request_pauses_episode on rights_request_pauses (episode_id);

create table rights_request_events (
  id uuid primary key,
  request_id uuid not null,
  episode_id uuid not null,
  at timestamptz not null,
  practitioner_id uuid references practitioners on delete restrict,
  what text not null,
  changes jsonb not null,
  foreign key (request_id, episode_id) references rights_requests (id, episode_id) on delete restrict
);
create index rights_request_events_request on rights_request_events (request_id, at);
create index rights_request_events_episode on rights_request_events (episode_id);

-- What the family says is wrong. The original stays as it was written; the correction stands beside it.
create table corrections (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  subject_kind text not null check (subject_kind in ('assessment_element', 'chronology_note', 'child_details')),
  subject_id uuid not null,
  -- That of the item: what is said of a sensitive item is as sensitive.
  topic text not null default '',
  said_wrong text not null,
  should_say text not null,
  asked_by text not null,
  asked_by_capacity text not null check (asked_by_capacity in ('child', 'parental_responsibility', 'carer', 'other')),
  asked_on date not null,
  status text not null check (status in ('asked', 'accepted', 'disputed', 'declined')),
  decision_note text,
  decided_by uuid references practitioners on delete restrict,
  decided_at timestamptz,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  check ((status = 'asked') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  -- A note of the dispute, or the reason for declining, stands with the decision.
  check (status in ('asked', 'accepted') or decision_note is not null)
);
create index corrections_episode on corrections (episode_id);
create index corrections_subject on corrections (subject_id);

-- Everything held on a child: each table that concerns a child or an episode stands here, either with the rows that
-- belong to the child ($1: the child, $2: their episodes) or with the reason why it is left out.
create table access.bundle_parts (
  relation text primary key,
  place smallint not null,
  title text not null,
  condition text,
  left_out_because text,
  check (num_nonnulls(condition, left_out_because) = 1)
);

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.children', 1, 'Personal details', 't.id = $1'),
  ('public.child_details', 2, 'Home, school and health', 't.child_id = $1'),
  ('public.child_carers', 3, 'Who cares for the child', 't.child_id = $1'),
  ('public.carers', 4, 'Parents and carers',
    't.id in (select l.carer_id from public.child_carers l where l.child_id = $1)'),
  ('public.declared_relatives', 5, 'Practitioners who are related', 't.child_id = $1'),
  ('public.episodes', 6, 'Episodes', 't.id = any($2)'),
  ('public.episode_children', 7, 'Children of the episodes', 't.episode_id = any($2)'),
  ('public.episode_records', 8, 'Reason for help and status', 't.episode_id = any($2)'),
  ('public.authorships', 9, 'Who started or assessed', 't.episode_id = any($2)'),
  ('public.checklists', 10, 'Checklists', 't.episode_id = any($2)'),
  ('public.consents', 11, 'Consent', 't.episode_id = any($2)'),
  ('public.consent_agencies', 12, 'Agencies in each agreement', 't.episode_id = any($2)'),
  ('public.consent_people', 13, 'People excluded by the family', 't.episode_id = any($2)'),
  ('public.consent_withdrawals', 14, 'Consent withdrawn', 't.episode_id = any($2)'),
  ('public.assessments', 15, 'Assessments', 't.episode_id = any($2)'),
  ('public.assessment_sections', 16, 'Sections of assessments', 't.episode_id = any($2)'),
  ('public.assessment_elements', 17, 'Elements of assessments', 't.episode_id = any($2)'),
  ('public.level_decisions', 18, 'Level of need', 't.episode_id = any($2)'),
  ('public.step_ups', 19, 'Step-ups', 't.episode_id = any($2)'),
  ('public.team_members', 20, 'The team around the child', 't.episode_id = any($2)'),
  ('public.tac_meetings', 21, 'Meetings', 't.episode_id = any($2)'),
  ('public.tac_attendances', 22, 'Who came to meetings', 't.episode_id = any($2)'),
  ('public.lead_professional_proposals', 23, 'Who was asked to lead', 't.episode_id = any($2)'),
  ('public.lead_professional_appointments', 24, 'Lead professionals', 't.episode_id = any($2)'),
  ('public.delivery_plans', 25, 'Delivery plans', 't.episode_id = any($2)'),
  ('public.plan_outcomes', 26, 'Outcomes', 't.episode_id = any($2)'),
  ('public.plan_actions', 27, 'Actions', 't.episode_id = any($2)'),
  ('public.outcome_scores', 28, 'Scores', 't.episode_id = any($2)'),
  ('public.reviews', 29, 'Reviews', 't.episode_id = any($2)'),
  ('public.closures', 30, 'Closure', 't.episode_id = any($2)'),
  ('public.chronology_notes', 31, 'Notes', 't.episode_id = any($2)'),
  ('public.rights_requests', 40, 'Requests about the record', 't.child_id = $1'),
  ('public.rights_request_pauses', 41, 'Pauses of requests',
    't.request_id in (select r.id from public.rights_requests r where r.child_id = $1)'),
  ('public.rights_request_events', 42, 'History of requests',
    't.request_id in (select r.id from public.rights_requests r where r.child_id = $1)'),
  ('public.episode_visits', 50, 'When practitioners last looked', 't.episode_id = any($2)'),
  ('audit.entries', 51, 'Who has looked, and what they did', 't.child_id = $1 or t.episode_id = any($2)');

insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.messages', 90, 'Messages', 'Messages name no child; what they tell of stands in the record.'),
  ('public.idempotent_answers', 91, 'Kept answers', 'Copies of answers whose content stands in the record.'),
  ('access.grants', 92, 'Reach', 'Worked out from the record: who can see it, by which rule.'),
  ('access.exclusions', 93, 'Cuts', 'Worked out from the record: who cannot see it, by which rule.');

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.corrections', 32, 'Corrections', 't.episode_id = any($2)');

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.retention_holds', 43, 'Holds', 't.episode_id = any($2)');

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.destruction_proposals', 44, 'Proposals to destroy', 't.episode_id = any($2)');

insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.tombstones', 94, 'Tombstones', 'They name no family; the record they stand for is gone.');

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_contacts', 2, 'Child’s contact details', 't.child_id = $1'),
  ('public.carer_contacts', 4, 'Parents’ and carers’ contact details',
    't.carer_id in (select l.carer_id from public.child_carers l where l.child_id = $1)'),
  ('public.consent_reasks', 14, 'When to ask the family again', 't.episode_id = any($2)'),
  ('public.withdrawal_sign_offs', 14, 'Worries at a withdrawal, signed off', 't.episode_id = any($2)'),
  ('public.disclosures', 14, 'Information-sharing decisions', 't.episode_id = any($2)'),
  ('public.emergency_accesses', 14, 'Emergency access', 't.episode_id = any($2)'),
  ('public.meeting_places', 21, 'Where meetings were', 't.episode_id = any($2)'),
  ('public.meeting_notes', 22, 'Restricted notes from meetings', 't.episode_id = any($2)'),
  ('public.lead_professional_deputies', 24, 'Deputy lead professionals', 't.episode_id = any($2)'),
  ('public.review_notes', 29, 'Restricted notes from reviews', 't.episode_id = any($2)'),
  ('public.panel_items', 33, 'Panels', 't.episode_id = any($2)'),
  ('public.access_concerns', 52, 'Unusual access alerts', 't.episode_id = any($2)'),
  ('public.access_concern_decisions', 53, 'What was decided about it',
    't.concern_id in (select c.id from public.access_concerns c where c.episode_id = any($2))');

insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('access.concealments', 92, 'Who is hidden', 'Worked out from shields.'),
  ('public.shields', 92, 'Shields', 'They keep the child safe from a person, who may be the one who asks: given by hand, never in a bundle.'),
  ('public.shield_names', 92, 'Who still knows', 'A part of the shield.'),
  ('public.shield_unsafe_carers', 92, 'From whom', 'A part of the shield.'),
  ('public.case_audit_draws', 92, 'Audits', 'Chance put the record there; what was looked at stands in the log.'),
  ('public.consent_warnings', 92, 'Warnings', 'Which reminder was sent; the agreement stands in the record.'),
  ('public.index_question_matches', 92, 'Questions to the index', 'Who asked is for the practitioner who answers; an answer opens nothing.');

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.closure_proposals', 30, 'Closures that were proposed', 't.episode_id = any($2)'),
  ('public.closure_proposal_outcomes', 30, 'Outcomes in proposed closures', 't.episode_id = any($2)');

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.safety_concerns', 14, 'Safety concerns', 't.episode_id = any($2)');
