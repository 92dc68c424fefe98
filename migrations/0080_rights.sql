-- What families ask about their own records: a register with a clock, whose history writes itself.
create table rights_requests (
  id uuid primary key,
  episode_id uuid not null,
  child_id uuid not null,
  -- A request is about a child of the episode through which it came, or about somebody who cares for them.
  foreign key (episode_id, child_id) references episode_children (episode_id, child_id) on delete restrict,
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
  -- Somebody else's request for the file of a competent child: nothing is given before the child was heard.
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
  foreign key (request_id, episode_id) references rights_requests (id, episode_id) on delete restrict,
  from_on date not null,
  to_on date,
  reason text not null,
  recorded_by uuid not null references practitioners on delete restrict,
  check (to_on is null or to_on >= from_on),
  constraint rights_request_pauses_one_at_a_time
    exclude using gist (request_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index rights_request_pauses_episode on rights_request_pauses (episode_id);

create table rights_request_events (
  id uuid primary key,
  request_id uuid not null,
  episode_id uuid not null,
  foreign key (request_id, episode_id) references rights_requests (id, episode_id) on delete restrict,
  at timestamptz not null,
  practitioner_id uuid references practitioners on delete restrict,
  what text not null,
  changes jsonb not null
);
create index rights_request_events_request on rights_request_events (request_id, at);
create index rights_request_events_episode on rights_request_events (episode_id);

call access.guard_episode_table('rights_requests', 'rights.manage', 'rights.register', 'rights.manage',
  'details, authority_shown, identity_checked_on, identity_checked_how, clarification, acknowledged_on, extended_told_on,
   extended_because, child_competence, child_view, child_view_on, exemptions, exemption_note, redactions, decision,
   decision_reason, decided_by, decided_at, released_on, released_how, finished_at, version');
-- Whoever passes a request on says what was asked; what becomes of it is for those who answer.
create policy as_received on rights_requests as restrictive for insert to bridges_app with check (
  recorded_by = (select access.me())
  and num_nonnulls(identity_checked_on, clarification, acknowledged_on, extended_told_on, child_competence, child_view,
    exemption_note, redactions, decision, released_on, finished_at) = 0
  and exemptions = '{}');
create policy unfinished on rights_requests as restrictive for update to bridges_app
  using (finished_at is null) with check (true);
call access.guard_episode_table('rights_request_pauses', 'rights.manage', 'rights.manage', 'rights.manage', 'to_on');
create policy once on rights_request_pauses as restrictive for update to bridges_app
  using (to_on is null) with check (true);
call access.guard_episode_table('rights_request_events', 'rights.manage', null, null, null);
grant insert on rights_request_events to bridges_reach;
create policy note on rights_request_events for insert to bridges_reach with check (true);

-- The history is written by the change itself, so that none can be made without it.
create function access.note_rights_request() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
  changed jsonb := (select coalesce(jsonb_object_agg(n.key, n.value), '{}') from jsonb_each(to_jsonb(new)) n
    where n.value is distinct from before -> n.key and n.value <> 'null'
      and n.key not in ('id', 'request_id', 'episode_id', 'child_id', 'recorded_by', 'recorded_at', 'version'));
begin
  insert into public.rights_request_events (id, request_id, episode_id, at, practitioner_id, what, changes)
  values (gen_random_uuid(), case tg_argv[0] when 'request' then new.id else (to_jsonb(new) ->> 'request_id')::uuid end,
    new.episode_id, platform.now(), access.me(),
    tg_argv[0] || case tg_op when 'INSERT' then ' added' else ' changed' end, changed);
  return null;
end $$;
create trigger note after insert or update on rights_requests
  for each row execute function access.note_rights_request('request');
create trigger note after insert or update on rights_request_pauses
  for each row execute function access.note_rights_request('pause');

-- How it stands with what I passed on, and no more than that.
create function access.requests_passed_on()
  returns table (id uuid, episode_id uuid, child_id uuid, kind text, received_on date, state text)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, r.episode_id, r.child_id, r.kind, r.received_on,
      case when r.finished_at is not null then 'finished' when r.decision is not null then 'decided'
        when r.identity_checked_on is not null or r.acknowledged_on is not null then 'being_answered'
        else 'received' end
    from public.rights_requests r
    where r.recorded_by = access.me() and r.episode_id = any(array(select access.may('rights.register')))
    order by r.received_on desc, r.id desc
  $$;
grant execute on function access.requests_passed_on() to bridges_app;
alter function access.requests_passed_on() owner to bridges_reach;

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
grant select on access.bundle_parts to bridges_reach;
insert into access.bundle_parts (relation, place, title, condition) values
  ('public.children', 1, 'Who the child is', 't.id = $1'),
  ('public.child_details', 2, 'How the child lives', 't.child_id = $1'),
  ('public.child_carers', 3, 'Who cares for the child', 't.child_id = $1'),
  ('public.carers', 4, 'Parents and carers',
    't.id in (select l.carer_id from public.child_carers l where l.child_id = $1)'),
  ('public.declared_relatives', 5, 'Practitioners who are related', 't.child_id = $1'),
  ('public.episodes', 6, 'Episodes', 't.id = any($2)'),
  ('public.episode_children', 7, 'Children of the episodes', 't.episode_id = any($2)'),
  ('public.episode_records', 8, 'Why help was asked for, and where it stands', 't.episode_id = any($2)'),
  ('public.authorships', 9, 'Who opened or assessed', 't.episode_id = any($2)'),
  ('public.checklists', 10, 'Checklists', 't.episode_id = any($2)'),
  ('public.consents', 11, 'What the family agreed', 't.episode_id = any($2)'),
  ('public.consent_agencies', 12, 'Agencies in each agreement', 't.episode_id = any($2)'),
  ('public.consent_people', 13, 'People kept out by the family', 't.episode_id = any($2)'),
  ('public.consent_withdrawals', 14, 'Agreements taken back', 't.episode_id = any($2)'),
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
  ('audit.entries', 51, 'Who looked and what they did', 't.child_id = $1 or t.episode_id = any($2)');
insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.messages', 90, 'Messages', 'Messages name no child; what they tell of stands in the record.'),
  ('public.idempotent_answers', 91, 'Kept answers', 'Copies of answers whose content stands in the record.'),
  ('access.grants', 92, 'Reach', 'Worked out from the record: who can see it, by which rule.'),
  ('access.cuts', 93, 'Cuts', 'Worked out from the record: who cannot see it, by which rule.');

-- The one place that knows whether a child's contact details are protected, whoever asks.
create function access.contacts_are_protected(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.hidings h where h.child_id = child
      and h.begins <= platform.now() and h.ends > platform.now())
  $$;
alter function access.contacts_are_protected(uuid) owner to bridges_reach;
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
grant select on access.contact_columns to bridges_reach;
create function access.without_protected_contacts(child uuid, part text, item jsonb) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select case when access.contacts_are_protected(child)
      then item - array(select c.name from access.contact_columns c where c.relation = part) else item end
  $$;
alter function access.without_protected_contacts(uuid, text, jsonb) owner to bridges_reach;

-- May a bundle be made for this request now, by whoever asks? Content is otherwise closed to information governance:
-- the open request of a person whose identity was checked is the basis, and ends with it.
create function access.may_bundle(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.rights_requests r
      where r.id = request and r.kind = 'access' and r.about = 'child' and r.finished_at is null
        and r.identity_checked_on <= platform.london_date(platform.now())
        and (r.requester_capacity = 'themselves' or r.child_competence = 'not_competent' or r.child_view is not null
          or (r.child_competence is null and exists (select from public.children k where k.id = r.child_id
            and coalesce(k.date_of_birth, k.expected_date) + interval '12 years' > platform.now())))
        and r.episode_id = any(array(select access.may('rights.manage'))))
  $$;
grant execute on function access.may_bundle(uuid) to bridges_app;
alter function access.may_bundle(uuid) owner to bridges_reach;

grant insert on audit.entries to bridges_reach;
create policy note on audit.entries for insert to bridges_reach with check (true);

-- The bundle itself. It writes into the log before it gives anything, whoever calls it and however.
create function access.bundle(request uuid) returns table (relation text, title text, item jsonb)
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  asked record;
  held uuid[];
  part record;
begin
  if not access.may_bundle(request) then
    raise exception 'No bundle without an open request for access' using errcode = '42501';
  end if;
  select r.child_id, r.episode_id into asked from public.rights_requests r where r.id = request;
  held := array(select f.episode_id from public.episode_children f
    where f.child_id = asked.child_id and f.episode_id = any(array(select access.may('rights.manage'))));
  insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, episode_id, child_id,
      reaches, detail)
    select gen_random_uuid(), platform.now(), a.practitioner_id, a.agency_id, a.role, 'produce bundle', 'rights request',
      request, asked.episode_id, asked.child_id, array['governance'], '{}' from access.actor() a;
  for part in select b.relation, b.title, b.condition from access.bundle_parts b
      where b.condition is not null order by b.place loop
    return query execute format(
      'select %L::text, %L::text, access.without_protected_contacts($1, %L, to_jsonb(t) - ''search_name'')
       from %s t where %s order by 3', part.relation, part.title, part.relation, part.relation::regclass, part.condition)
      using asked.child_id, held;
  end loop;
end $$;
grant execute on function access.bundle(uuid) to bridges_app;
alter function access.bundle(uuid) owner to bridges_reach;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.note_rights_request() owner to bridges_reach;
