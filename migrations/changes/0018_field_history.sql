-- Which fields of the record have a history, and how it is guarded: as the field itself. A field that is not named here has
-- none. Carers have a trace of their own. Names have a dated home of their own, where a name that must not be found again is sealed; what tells where a
-- child or carer is to be found is 'contact'.
create table access.recorded_fields (
  relation text not null,
  field text not null,
  scope text not null check (scope in ('identity', 'details', 'contact', 'plan')),
  primary key (relation, field)
);
insert into access.recorded_fields (relation, field, scope)
select r.relation, f, r.scope from (values
  ('children', 'identity', array['sex', 'date_of_birth', 'birth_period', 'estimated_age', 'estimated_on', 'expected_date']),
  ('children', 'contact', array['locality_id']),
  ('child_details', 'details', array['first_language', 'other_languages', 'interpreter', 'interpreter_arranged',
    'communication_needs', 'access_needs', 'access_needs_arranged', 'ethnicity', 'ethnicity_note', 'religion', 'disabilities',
    'disability_note', 'sen_provision', 'sen_needs', 'young_carer', 'exclusion_risk', 'looked_after', 'looked_after_from',
    'looked_after_until', 'nhs_number', 'uln']),
  ('child_contacts', 'contact', array['address', 'postcode', 'telephone', 'accommodation', 'education_setting', 'gp', 'upn']),
  ('child_schools', 'contact', array['setting', 'year_group', 'attendance', 'from_on', 'until_on']),
  ('child_references', 'contact', array['ended_at']),
  ('plan_outcomes', 'plan', array['description', 'every_child_matters', 'elements', 'target_score', 'current_score', 'result']),
  ('plan_actions', 'plan', array['description', 'doer_practitioner_id', 'doer_name', 'due_on', 'status', 'family_agreement',
    'family_agreement_note', 'progress_note', 'done_on', 'dropped_because'])) r (relation, scope, fields), unnest(r.fields) f;

-- One row for each field that a change gave another value. Written by triggers, in the transaction of the change.
-- `changed_by` is null where the program itself made the change.
create table child_changes (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  relation text not null,
  -- The school or number that it is about; else the child.
  row_id uuid not null,
  field text not null,
  scope text not null,
  before jsonb,
  after jsonb,
  changed_by uuid references practitioners on delete restrict,
  changed_at timestamptz not null,
  check (scope in ('identity', 'details', 'contact'))
);
create index child_changes_child on child_changes (child_id, changed_at);

-- Topic and author are those of the outcome or action, neither of which can be changed.
create table plan_changes (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  relation text not null,
  row_id uuid not null,
  field text not null,
  topic text not null,
  written_by uuid not null references practitioners on delete restrict,
  before jsonb,
  after jsonb,
  changed_by uuid references practitioners on delete restrict,
  changed_at timestamptz not null,
  check (relation in ('plan_outcomes', 'plan_actions'))
);
create index plan_changes_episode on plan_changes (episode_id, changed_at);

-- A former address or school may still tell where the child is: it is in no bundle, and given by hand where that is safe.
insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_changes', 5, 'Changes to the child’s details', 't.child_id = $1 and t.scope <> ''contact'''),
  ('public.plan_changes', 28, 'Changes to the plan', 't.episode_id = any($2)');
