-- One row at least for every table that no story fills; reaches follow at the end. Runs as the administrator.
set session_replication_role = replica;
create temp view someone as
  select row_number() over (order by p.id) as n, p.id as practitioner_id, o.agency_id, o.team_id
  from practitioners p join lateral (select * from posts o where o.practitioner_id = p.id order by o.id limit 1) o on true;
create temp view one_lead as select * from lead_professional_appointments where ended_at is null order by id limit 1;

insert into declared_relatives select s.practitioner_id, k.id, 'aunt_or_uncle', k.recorded_at
  from children k, someone s where s.n = 1 order by k.id limit 1;
insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at, ended_at)
  select gen_random_uuid(), l.id, l.episode_id, s.practitioner_id, s.agency_id, date '2026-11-01', date '2026-12-01', l.practitioner_id,
    timestamptz '2026-11-01', case when s.n = 3 then timestamptz '2026-11-05' end
  from one_lead l join someone s on s.n in (2, 3);
insert into panels (id, authority_id, name, purpose) select gen_random_uuid(), id, 'Invented panel', 'Invented' from authorities limit 1;
insert into panel_members (id, panel_id, practitioner_id, agency_id, chairs, joined_at, left_at)
  select gen_random_uuid(), p.id, s.practitioner_id, s.agency_id, s.n = 4, timestamptz '2026-10-01',
    case when s.n = 6 then timestamptz '2026-11-01' end
  from panels p join someone s on s.n in (4, 5, 6);
insert into panel_meetings (id, panel_id, held_on, place) select gen_random_uuid(), id, date '2026-11-25', 'Invented hall' from panels;
insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at, decision, decided_by, decided_at)
  select gen_random_uuid(), m.id, l.episode_id, 'Invented', l.practitioner_id, timestamptz '2026-11-02', 'Invented', l.practitioner_id,
    timestamptz '2026-11-03' from panel_meetings m, one_lead l;
insert into emergency_accesses (id, episode_id, practitioner_id, agency_id, role, reason_code, reason, lawful_basis, tier, topics,
    protected_details, hours, asked_at, needs_second, seconded_by, seconded_at, begins_at, lapses_at, review_due_on, reviewer_id,
    reviewer_agency_id, review_outcome, review_note, reviewed_at)
  select gen_random_uuid(), l.episode_id, s.practitioner_id, s.agency_id, 'coordinator', 'immediate_risk', 'Invented: must be found.',
    'vital_interests', 3, '{domestic_abuse}', true, 4, timestamptz '2026-11-20 11:00Z', true, r.practitioner_id, timestamptz '2026-11-20 11:05Z',
    timestamptz '2026-11-20 11:05Z', timestamptz '2026-11-20 15:05Z', date '2026-11-24', r.practitioner_id, r.agency_id, 'justified', 'Invented',
    timestamptz '2026-11-20 11:30Z'
  from one_lead l, someone s join someone r on r.agency_id <> s.agency_id where s.n = 7 order by r.n limit 1;
insert into support_namings (id, practitioner_id, supporter_id, team_id, named_at)
  select gen_random_uuid(), a.practitioner_id, b.practitioner_id, a.team_id, timestamptz '2026-11-01'
  from posts a join posts b on b.team_id = a.team_id and b.role = 'business_support' and a.role = 'practitioner' limit 1;
insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
  select gen_random_uuid(), g.authority_id, o.practitioner_id, g.id, 'Invented', (select practitioner_id from posts where role = 'governance'),
    timestamptz '2026-11-10', date '2026-12-10' from posts o join agencies g on g.id = o.agency_id where o.role = 'quality_auditor';
insert into case_audit_draws select u.id, e.id, timestamptz '2026-11-10' from case_audits u, episodes e
  where e.opening_agency_id <> u.auditor_agency_id order by e.id limit 3;
insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by, decision, decided_by,
    decided_at, decision_reason, review_on)
  select gen_random_uuid(), l.child_id, 'domestic_abuse', 'Invented Mother', 'parental_responsibility', k.recorded_by, timestamptz '2026-11-01',
    date '2026-11-08', 'confirmed', (select practitioner_id from posts where role = 'governance'), timestamptz '2026-11-02', 'Invented', date '2027-03-01'
  from child_carers l join children k on k.id = l.child_id order by l.child_id limit 1;
insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by, ended_by, ended_at, ending_reason)
  select gen_random_uuid(), child_id, grounds, requested_by, requester_capacity, recorded_by, timestamptz '2026-09-01', date '2026-09-08',
    recorded_by, timestamptz '2026-09-10', 'Invented' from shields;
insert into shield_names (id, shield_id, child_id, practitioner_id, named_by, named_at)
  select gen_random_uuid(), s.id, s.child_id, s.recorded_by, s.recorded_by, s.requested_at from shields s where s.decision is not null;
insert into shield_unsafe_carers select s.id, s.child_id, c.id from shields s, (select id from carers order by id desc limit 1) c
  where s.decision is not null;
insert into idempotent_answers (practitioner_id, key, request_digest, status, body, episode_id, answered_at)
  select l.practitioner_id, 'invented', 'x', 200, '{}', l.episode_id, timestamptz '2026-11-01' from one_lead l;

insert into lead_professional_proposals (id, episode_id, practitioner_id, agency_id, family_preference, reason, proposed_by, proposed_at)
  select gen_random_uuid(), l.episode_id, s.practitioner_id, s.agency_id, 'Invented', 'Invented', l.practitioner_id, timestamptz '2026-11-18'
  from one_lead l, someone s where s.n = 8 and not exists (
    select from lead_professional_proposals p where p.episode_id = l.episode_id and p.answer is null);
insert into door.attempts (key, points) values ('invented', 1);
insert into door.sessions (sid, sess, expire) values ('invented', '{}', timestamp '2026-12-01');

set session_replication_role = origin;
select access.regrant(array(select id from episodes));
select access.rehide(array(select id from shields));
