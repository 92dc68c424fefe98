import { refuses, type TriggerCase, NO_OPEN_CONCERN } from './case.js';
import { CHANGES_OF_FAMILIES } from './changes-of-families.js';

/** Undoes recent closures. */
const UNDO_CLOSURES = `update closures set undone_by = recorded_by, undone_at = timestamptz '2020-01-01', undone_because = 'Invented trial'
  where undone_at is null and closed_at > platform.now() - interval '27 days'`;

/** Effects of one row on others. */
export const EFFECTS: readonly TriggerCase[] = [
  ...CHANGES_OF_FAMILIES,
  {
    trigger: 'level_decisions.record_level',
    change: `insert into level_decisions (id, episode_id, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
      select gen_random_uuid(), r.episode_id, case r.level when 2 then 3 else 2 end, 'Invented', 'Invented', 'other', e.opened_by, 'practitioner',
        timestamptz '2026-11-20 11:59Z' from episode_records r join episodes e on e.id = r.episode_id`,
    done: `select bool_and(r.level_decided_at = timestamptz '2026-11-20 11:59Z') from episode_records r`,
  },
  {
    trigger: 'assessments.assign_form',
    change: `insert into form_definitions (number, valid_from, content) select max(number) + 1, date '2026-12-01', '{}' from form_definitions;
      insert into assessments (id, episode_id, number, assessor_id, started_at, form_number)
      select '00000000-0000-7000-8000-0000000000f1', e.id, 98, e.opened_by, timestamptz '2026-11-20 11:59Z', 1
      from episodes e where not exists (select from assessments a where a.episode_id = e.id and a.completed_at is null) limit 1`,
    done: `select form_number = (select max(number) from form_definitions) from assessments
      where id = '00000000-0000-7000-8000-0000000000f1'`,
  },
  {
    trigger: 'next_review_dates.apply_next_review_date',
    by: 'schoolTeacher',
    change: `insert into next_review_dates (id, episode_id, review_on, reason, recorded_by, recorded_at)
      select '00000000-0000-7000-8000-0000000000c1', r.episode_id, date '2027-02-02', 'Invented', access.me(), platform.now()
      from episode_records r join episodes e on e.id = r.episode_id and e.closed_at is null
      where r.next_review_on is not null and r.episode_id in (select access.may('review.hold')) order by e.opened_at limit 1`,
    done: `select r.next_review_on = date '2027-02-02' and d.moved_from is not null from next_review_dates d
      join episode_records r on r.episode_id = d.episode_id where d.id = '00000000-0000-7000-8000-0000000000c1'`,
  },
  {
    trigger: 'tac_meetings.record_move',
    by: 'outreachWorker',
    change: `update tac_meetings set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
      where status = 'planned' and episode_id in (select access.may('meeting.convene'))`,
    done: `select count(*) > 0 from meeting_moves where not place_changed and moved_at > timestamptz '2026-11-20 11:59Z'`,
  },
  {
    trigger: 'meeting_places.record_move',
    by: 'schoolTeacher',
    change: `update meeting_places set place = place || ' again' where episode_id in (select access.may('meeting.convene'))`,
    done: `select count(*) > 0 from meeting_moves where place_changed and moved_at > timestamptz '2026-11-20 11:59Z'`,
  },
  {
    trigger: 'chronology_notes.record_contact',
    change: `insert into chronology_notes (id, episode_id, happened_on, category, what, written_by, written_at)
      select gen_random_uuid(), e.id, date '2026-11-20', 'childs_words', 'Invented', e.opened_by, timestamptz '2026-11-20 11:59Z' from episodes e`,
    done: `select bool_and(r.last_contact_on = date '2026-11-20') from episode_records r`,
  },
  {
    trigger: 'reviews.record_contact',
    change: `insert into reviews (id, episode_id, held_on, kind, people_present, what_has_changed, next_steps, lead_confirmed, level, level_reason,
        consent_reaffirmed, child_comment, parent_comment_missing, to_close, recorded_by, recorded_at)
      select gen_random_uuid(), e.id, date '2026-11-20', 'scheduled', '[]', 'Invented', 'Invented', true, 2, 'Invented', 'same', 'Invented', 'absent',
        true, e.opened_by, timestamptz '2026-11-20 11:59Z' from episodes e`,
    done: `select bool_and(r.last_contact_on = date '2026-11-20') from episode_records r`,
  },
  {
    trigger: 'tac_meetings.record_contact',
    change: `update tac_attendances set attendance = 'present' where practitioner_id is null;
      update episode_records set last_contact_on = null;
      update tac_meetings set status = 'held', starts_at = timestamptz '2026-11-20 11:00Z', ends_at = null`,
    done: `select bool_and(r.last_contact_on = date '2026-11-20') from episode_records r
      where r.episode_id in (select a.episode_id from tac_attendances a where a.practitioner_id is null)`,
  },
  {
    trigger: 'tac_attendances.record_contact',
    change: `update tac_meetings set status = 'held', starts_at = timestamptz '2026-11-20 11:00Z', ends_at = null;
      update episode_records set last_contact_on = null;
      update tac_attendances set attendance = 'present' where practitioner_id is null`,
    done: `select bool_and(r.last_contact_on = date '2026-11-20') from episode_records r
      where r.episode_id in (select a.episode_id from tac_attendances a where a.practitioner_id is null)`,
  },
  {
    trigger: 'closures.close_episode',
    change: `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
      select gen_random_uuid(), e.id, date '2026-11-20', 'NEEDS_MET', 'Invented', true, e.opened_by, timestamptz '2026-11-20 11:59Z'
      from episodes e where e.closed_at is null and ${NO_OPEN_CONCERN}`,
    done: `select bool_and(e.closed_at is not null and r.status = 'closed' and f.ended_at is not null
        and not exists (select from tac_meetings t where t.episode_id = e.id and t.status = 'planned' and t.starts_at > e.closed_at))
      from episodes e join episode_records r on r.episode_id = e.id join episode_children f on f.episode_id = e.id where ${NO_OPEN_CONCERN}`,
  },
  {
    trigger: 'safety_concerns.announce_safety_concern_on_insert',
    change: `insert into safety_concerns (id, episode_id, ground, checklist_version, raised_by, raised_role, raised_at)
      select gen_random_uuid(), e.id, 'procedures', 1, e.opened_by, 'practitioner', timestamptz '2026-11-20 11:59Z'
      from episodes e where e.closed_at is null and ${NO_OPEN_CONCERN}`,
    done: `select count(*) > 0 from messages m join posts o on o.practitioner_id = m.recipient_id and o.role = 'front_door'
      where m.subject = 'A child may not be safe'`,
  },
  {
    trigger: 'safety_concerns.announce_safety_concern_on_update',
    change: `update safety_concerns set action_taken = 'x', action_at = raised_at, spoken_to = 'x', answered_by = raised_by, answered_role = 'x',
      answered_at = raised_at where answered_at is null`,
    done: `select count(*) > 0 from messages m join posts o on o.practitioner_id = m.recipient_id and o.role = 'front_door'
      where m.subject = 'A safety concern has been answered'`,
  },
  {
    trigger: 'messages.queue_mail_for_message',
    change: `insert into messages (id, recipient_id, subject, body, sent_at)
      select 'f0000000-0000-7000-8000-00000000b001', w.id, 'Invented', 'Invented', platform.now() from practitioners w
      where not exists (select from notification_choices c where c.practitioner_id = w.id) order by w.id limit 1`,
    done: `select count(*) = 1 from mail_messages l join mails m on m.id = l.mail_id
      where l.message_id = 'f0000000-0000-7000-8000-00000000b001' and m.finished_at is null`,
  },
  {
    trigger: 'audit.entries.queue_webhooks',
    change: `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, episode_id, reaches, detail, request_id)
      select 'f0000000-0000-7000-8000-00000000b002', platform.now(), e.opened_by, e.opening_agency_id, 'practitioner', 'open episode', 'episode', e.id, '{}', '{}', gen_random_uuid()
      from episodes e order by e.id limit 1`,
    done: `select count(*) > 0 from webhook_deliveries d where d.event_id = 'f0000000-0000-7000-8000-00000000b002'`,
  },
  {
    trigger: 'step_ups.announce_step_up_on_insert',
    change: `delete from messages where href like '/step-ups#%'; insert into step_ups (id, episode_id, reason, family_agreement, raised_by, raised_role, raised_at)
      select gen_random_uuid(), e.id, 'Invented', 'agreed', e.opened_by, 'practitioner', timestamptz '2026-11-20 11:59Z'
      from episodes e where e.closed_at is null and not exists (select from step_ups u where u.episode_id = e.id)`,
    done: `select count(*) > 0 from messages m join posts o on o.practitioner_id = m.recipient_id and o.role = 'front_door'
      where m.href like '/step-ups#%'`,
  },
  {
    trigger: 'step_ups.announce_step_up_on_update',
    change: `delete from messages where subject = 'Social care has answered a step-up';
      update step_ups set outcome = 'advice', outcome_by = raised_by, outcome_at = raised_at + interval '1 hour' where outcome is null`,
    done: `select count(*) > 0 and not exists (select from messages where href like '/step-ups#%'
      and access.is_still_asked(about_kind, about_id, recipient_id))
      from messages where subject = 'Social care has answered a step-up'`,
  },
  refuses(
    'closures.prepare_closure',
    `insert into closures (id, episode_id, closed_on, reason, summary, family_told, family_told_note, contact_attempts, recorded_by, closed_at)
      select gen_random_uuid(), e.id, date '2026-11-20', 'NOT_ENGAGED', 'Invented', true, 'Invented', '[{"on": "2026-11-18"}, {"on": "2026-11-19"}, {"on": "2026-11-20"}]',
        access.me(), platform.now()
      from episodes e where e.closed_at is null and e.id in (select access.may('episode.close')) and ${NO_OPEN_CONCERN} order by e.opened_at limit 1`,
    'coordinatorNwl',
  ),
  refuses(
    'closure_proposals.prepare_closure_proposal',
    `insert into closure_proposals (id, episode_id, manager_id, closed_on, reason, summary, family_told, family_told_note, contact_attempts, proposed_by, proposed_role, proposed_at)
      select gen_random_uuid(), e.id, (select a.practitioner_id from access.closure_approvers(e.id) a limit 1), date '2026-11-20', 'NOT_ENGAGED', 'Invented', true, 'Invented',
        '[{"on": "2026-11-20"}, {"on": "2026-11-20"}, {"on": "2026-11-20"}]', access.me(), 'practitioner', platform.now()
      from episodes e where e.closed_at is null and exists (select from access.closure_approvers(e.id))
        and not exists (select from closure_proposals p where p.episode_id = e.id and p.outcome is null) order by e.opened_at limit 1`,
    'coordinatorNwl',
  ),
  {
    trigger: 'closure_proposals.carry_out_closure',
    change: `update closure_proposals e set outcome = 'approved', outcome_by = manager_id, outcome_at = platform.now()
      where outcome is null and not exists (select from safety_concerns c where c.episode_id = e.episode_id and c.answered_at is null)`,
    done: `select bool_and(e.closed_at is not null) and bool_and(o.result is not null) from closure_proposals p
      join episodes e on e.id = p.episode_id join plan_outcomes o on o.episode_id = e.id where p.outcome = 'approved'`,
  },
  {
    trigger: 'closure_proposal_outcomes.copy_topic_of_outcome',
    change: `delete from closure_proposal_outcomes x using plan_outcomes o where o.id = x.outcome_id and o.topic = 'sexual_health';
      insert into closure_proposal_outcomes (proposal_id, episode_id, outcome_id, topic, result, recorded_by)
      select p.id, p.episode_id, o.id, '', 'not', p.proposed_by from closure_proposals p
      join plan_outcomes o on o.episode_id = p.episode_id and o.topic = 'sexual_health'`,
    done: `select bool_and(x.topic = 'sexual_health') from closure_proposal_outcomes x join plan_outcomes o on o.id = x.outcome_id
      where o.topic = 'sexual_health' and x.result = 'not'`,
  },
  {
    trigger: 'closures.check_closure_undoing',
    change: UNDO_CLOSURES,
    done: `select bool_and(undone_at > timestamptz '2026-01-01') from closures where undone_because = 'Invented trial'`,
  },
  {
    trigger: 'closures.undo_closure',
    change: UNDO_CLOSURES,
    done: `select bool_and(e.closed_at is null and r.status <> 'closed' and f.ended_at is null) from closures c join episodes e on e.id = c.episode_id
      join episode_records r on r.episode_id = e.id join episode_children f on f.episode_id = e.id where c.undone_because = 'Invented trial'`,
  },
  {
    trigger: 'level_decisions.set_previous_level',
    by: 'schoolTeacher',
    change: `insert into level_decisions (id, episode_id, from_level, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
      select '00000000-0000-7000-8000-00000000000e', r.episode_id, 1, r.level, 'Invented', 'Invented', 'other', access.me(), 'practitioner', platform.now()
      from episode_records r join episodes e on e.id = r.episode_id and e.closed_at is null
      where r.level in (2, 3) and r.episode_id in (select access.may('level.decide')) order by e.opened_at limit 1`,
    done: `select from_level in (2, 3) from level_decisions where id = '00000000-0000-7000-8000-00000000000e'`,
  },
  {
    trigger: 'emergency_accesses.prepare_emergency_access',
    by: 'frontDoor',
    change: `insert into emergency_accesses (id, episode_id, practitioner_id, agency_id, role, reason_code, reason, lawful_basis, tier, topics,
        hours, asked_at, needs_second, begins_at, lapses_at, review_due_on)
      select '00000000-0000-7000-8000-000000000001', e.id, a.practitioner_id, a.agency_id, 'governance', 'immediate_risk', 'Invented: look.', 'vital_interests',
        2, '{}', 1, timestamptz '2020-01-01', false, timestamptz '2020-01-01', timestamptz '2020-01-01 10:00Z', date '2020-01-02'
      from episodes e, access.actor() a order by e.id desc limit 1`,
    done: `select role = 'front_door' and asked_at > timestamptz '2026-01-01' and lapses_at is not distinct from begins_at + interval '1 hour'
      from emergency_accesses where id = '00000000-0000-7000-8000-000000000001'`,
  },
  {
    trigger: 'emergency_accesses.announce_emergency_on_insert',
    by: 'frontDoor',
    change: `insert into emergency_accesses (id, episode_id, practitioner_id, agency_id, role, reason_code, reason, lawful_basis, tier, hours,
        asked_at, needs_second, review_due_on)
      select '00000000-0000-7000-8000-000000000001', e.id, a.practitioner_id, a.agency_id, a.role, 'immediate_risk', 'Invented: look.', 'vital_interests',
        2, 1, timestamptz '2020-01-01', false, date '2020-01-02' from episodes e, access.actor() a order by e.id desc limit 1`,
    done: `select count(*) > 0 from messages m join emergency_accesses x on x.id = '00000000-0000-7000-8000-000000000001'
      and m.href = '/episodes/' || x.episode_id || '/access' where m.sent_at = x.asked_at`,
  },
  refuses(
    'emergency_accesses.check_emergency_change',
    `update emergency_accesses set review_outcome = 'not_justified' where review_outcome is not null`,
  ),
  {
    trigger: 'shields.prepare_shield',
    by: 'frontDoor',
    change: `insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by, decision, decided_by,
        decided_at, decision_reason, review_on)
      select '00000000-0000-7000-8000-000000000002', f.child_id, 'adoption', 'Invented', 'adult', a.practitioner_id, timestamptz '2020-01-01', date '2020-01-02',
        'confirmed', e.opened_by, timestamptz '2020-01-01', 'Invented', date '2027-01-01'
      from episode_children f join episodes e on e.id = f.episode_id, access.actor() a order by f.child_id limit 1`,
    done: `select requested_at > timestamptz '2026-01-01' and decision is null from shields where id = '00000000-0000-7000-8000-000000000002'`,
  },
  refuses('shields.check_shield_change', `update shields set detail = 'x' where ended_at is not null`),
];
