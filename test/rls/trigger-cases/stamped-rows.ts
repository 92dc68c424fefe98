import { refuses, type TriggerCase } from './case.js';

/** A performance analyst works with no family and may be given work on none. */
const IS_ANALYST = "o.role = 'performance_analyst'";
const ANALYST = 'o.practitioner_id, o.agency_id';
/** An episode has the locality of its first child. */
const LOCALITY_OF_FIRST_CHILD = `select count(*) > 0 and bool_and(e.locality_id is not distinct from k.locality_id) from episodes e
  join episode_children f on f.episode_id = e.id and f.position = 1 join children k on k.id = f.child_id`;

/** An ending in another person's name, long ago. */
const FORGED_ENDING = `ended_at = timestamptz '2001-01-01', ended_by = (select id from practitioners where id <> access.me() limit 1)`;
const isStamped = (table: string): string =>
  `select count(*) > 0 and bool_and(ended_at > timestamptz '2020-01-01' and ended_by = access.me())
   from ${table} t where ended_on = date '2026-11-01'`;
const NEW_HOME = `insert into households (id, kind, address, recorded_by, recorded_at)
  values ('00000000-0000-7000-8000-00000000b096', 'family', 'Invented', access.me(), platform.now())`;
const CHILDREN_HAVE_ADDRESS_OF_HOME = `select count(*) > 0 and bool_and(t.address is not distinct from h.address)
  from child_contacts t join child_stays s on s.child_id = t.child_id and s.ended_at is null and s.pattern = 'main'
  join households h on h.id = s.household_id where s.child_id not in (select child_id from shields)`;
const CARERS_HAVE_ADDRESS_OF_HOME = `select count(*) > 0 and bool_and(t.address is not distinct from h.address)
  from carer_contacts t join carer_stays s on s.carer_id = t.carer_id and s.ended_at is null and s.pattern <> 'weekends'
  join households h on h.id = s.household_id`;

/** Columns that the database sets itself, whatever was written, and effects on other rows. */
export const STAMPED_ROWS: readonly TriggerCase[] = [
  {
    trigger: 'access_concern_decisions.apply_concern_decision',
    change: `delete from access_concern_decisions; update access_concerns set state = 'open'; insert into access_concern_decisions
      select c.id, (select o.practitioner_id from posts o where o.role = 'front_door'), 'good_reason', 'Invented', platform.now() from access_concerns c`,
    done: `select bool_and(state = 'closed') from access_concerns`,
  },
  {
    trigger: 'access_concerns.request_explanation',
    change: `insert into access_concerns (id, rule, practitioner_id, agency_id, role, day, window_begins, window_ends, times, subjects, noticed_at)
      select '00000000-0000-7000-8000-000000000004', 'many_records', practitioner_id, agency_id, role, date '2026-11-19', window_begins, window_ends, 1, 1, noticed_at
      from access_concerns limit 1`,
    done: `select count(*) = 1 from messages where href = '/access-concerns/mine/00000000-0000-7000-8000-000000000004'`,
  },
  {
    trigger: 'child_carers.record_change_of_decider',
    by: 'familySupportWorker',
    change: `update child_carers set responsibility_basis = null,
      parental_responsibility = case parental_responsibility when 'yes' then 'no' else 'yes' end where ended_at is null`,
    done: `select count(*) > 0 from consent_reasks where cause = 'parental_responsibility'`,
  },
  {
    trigger: 'child_carers.prepare_child_carer',
    by: 'familySupportWorker',
    change: `update child_carers set ended_on = date '2026-11-01', ${FORGED_ENDING}, ending_reason = 'other'
      where ended_at is null`,
    done: isStamped('child_carers'),
  },
  {
    trigger: 'child_carers.trace_child_carer',
    by: 'familySupportWorker',
    change: `update child_carers set relationship = 'cousin', change_reason = 'Invented' where ended_at is null`,
    done: `select count(*) > 0 and bool_and(reason = 'Invented') from child_carer_changes where became = 'cousin'`,
  },
  {
    trigger: 'child_carers.tell_of_ended_decider',
    change: `update consents c set decided_by_child_id = null, decided_by_carer_id = (select l.carer_id from episode_children f
        join child_carers l on l.child_id = f.child_id where f.episode_id = c.episode_id limit 1) where c.decision = 'given';
      update child_carers set ended_on = date '2026-11-01', ended_at = now(), ended_by = recorded_by, ending_reason = 'other'
      where ended_at is null`,
    done: `select count(*) > 0 from messages where subject = 'A person who gave consent no longer cares for a child'`,
  },
  {
    trigger: 'child_carers.keep_living_together',
    change: 'update child_carers set lives_with_child = false where ended_at is null',
    done: `select count(*) > 0 and bool_and(l.lives_with_child) from child_carers l
      join child_stays s on s.child_id = l.child_id and s.ended_at is null
      join carer_stays c on c.carer_id = l.carer_id and c.household_id = s.household_id and c.ended_at is null
      where l.ended_at is null and s.pattern = 'main'`,
  },
  {
    trigger: 'carers.trace_carer',
    by: 'familySupportWorker',
    change: `update carers set name = 'Invented Other Name'`,
    done: `select count(*) > 0 from carer_changes where became = 'Invented Other Name' and was is not null`,
  },
  {
    trigger: 'child_contacts.keep_address',
    change: `update child_contacts set address = 'Elsewhere'`,
    done: CHILDREN_HAVE_ADDRESS_OF_HOME,
  },
  {
    trigger: 'carer_contacts.keep_address',
    change: `update carer_contacts set address = 'Elsewhere'`,
    done: CARERS_HAVE_ADDRESS_OF_HOME,
  },
  {
    trigger: 'households.settle_household',
    change: `update households set address = 'Invented elsewhere', postcode = 'LE2 2AA'`,
    done: CHILDREN_HAVE_ADDRESS_OF_HOME,
  },
  {
    trigger: 'carer_stays.settle_carer_home',
    change: `insert into carer_stays (id, household_id, carer_id, pattern, recorded_by, recorded_at)
      select gen_random_uuid(), (select household_id from carer_stays where ended_at is null order by 1 limit 1), c.id, 'shared',
        c.recorded_by, c.recorded_at from carers c where not exists (select from carer_stays s where s.carer_id = c.id)`,
    done: CARERS_HAVE_ADDRESS_OF_HOME,
  },
  {
    trigger: 'child_ties.stamp_tie_end',
    by: 'familySupportWorker',
    change: `insert into child_ties (id, child_id, other_child_id, kind, recorded_by, recorded_at)
        select gen_random_uuid(), a, b, 'cousin', access.me(), platform.now()
        from access.may_child('family.read') a, access.may_child('family.edit') b where a < b limit 1 on conflict do nothing;
      update child_ties set ended_on = date '2026-11-01', ${FORGED_ENDING} where ended_at is null`,
    done: isStamped('child_ties'),
  },
  {
    trigger: 'carer_ties.stamp_tie_end',
    by: 'familySupportWorker',
    change: `insert into carer_ties (id, carer_id, other_carer_id, kind, recorded_by, recorded_at)
        select gen_random_uuid(), a.carer_id, b.carer_id, 'sibling', access.me(), platform.now()
        from child_carers a, child_carers b where a.carer_id < b.carer_id
          and b.child_id in (select access.may_child('family.edit')) limit 1 on conflict do nothing;
      update carer_ties set ended_on = date '2026-11-01', ${FORGED_ENDING} where ended_at is null`,
    done: isStamped('carer_ties'),
  },
  {
    trigger: 'child_stays.stamp_tie_end',
    by: 'familySupportWorker',
    change: `${NEW_HOME};
      insert into child_stays (id, household_id, child_id, pattern, recorded_by, recorded_at)
        select gen_random_uuid(), '00000000-0000-7000-8000-00000000b096', k, 'shared', access.me(), platform.now()
        from access.may_child('family.edit') k limit 1;
      update child_stays set ended_on = date '2026-11-01', ${FORGED_ENDING} where ended_at is null`,
    done: isStamped('child_stays'),
  },
  {
    trigger: 'carer_stays.stamp_tie_end',
    by: 'familySupportWorker',
    change: `${NEW_HOME};
      insert into carer_stays (id, household_id, carer_id, pattern, recorded_by, recorded_at)
        select gen_random_uuid(), '00000000-0000-7000-8000-00000000b096', l.carer_id, 'shared', access.me(), platform.now()
        from child_carers l where l.child_id in (select access.may_child('family.edit')) limit 1;
      update carer_stays set ended_on = date '2026-11-01', ${FORGED_ENDING} where ended_at is null`,
    done: isStamped('carer_stays'),
  },
  {
    trigger: 'chronology_notes.stamp_entered_for',
    by: 'businessSupport',
    change: `insert into chronology_notes (id, episode_id, happened_on, category, what, topic, written_by, written_at)
      select '00000000-0000-7000-8000-000000000005', e, date '2026-11-19', 'contact', 'Invented', '', access.me(), platform.now()
      from access.may('chronology.add') e limit 1`,
    done: `select entered_for is not null from chronology_notes where id = '00000000-0000-7000-8000-000000000005'`,
  },
  {
    trigger: 'tac_meetings.stamp_entered_for',
    by: 'coordinatorNwl',
    change: `update tac_meetings set purpose = purpose || ' '`,
    done: `select bool_and(entered_for is null) from tac_meetings where purpose like '% '`,
  },
  refuses(
    'consents.check_consent',
    `insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, limits_explained, recorded_by, recorded_at)
     select gen_random_uuid(), c.episode_id, c.purpose, 'refused', 'Invented', 'adult', date '2090-01-01', true, access.me(), platform.now()
     from consents c where c.episode_id in (select access.may('consent.record')) limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'consent_agencies.check_consent_agency',
    `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers, topics)
     select c.id, c.episode_id, g.id, 'included', '{3}', '{adult_health}' from consents c, agencies g
     where c.capacity = 'child' and c.episode_id in (select access.may('consent.record'))
       and not exists (select from consent_agencies a where a.consent_id = c.id and a.agency_id = g.id) and not g.sensitive order by g.id limit 1`,
    'schoolTeacher',
  ),
  {
    trigger: 'corrections.check_correction',
    change: `insert into corrections (id, episode_id, subject_kind, subject_id, said_wrong, should_say, asked_by, asked_by_capacity, asked_on, status, recorded_by, recorded_at)
      select '00000000-0000-7000-8000-000000000006', l.episode_id, 'assessment_element', l.id, 'x', 'x', 'x', 'child', date '2026-11-19', 'asked', l.written_by, platform.now()
      from assessment_elements l where l.topic = 'sexual_health' limit 1`,
    done: `select topic = 'sexual_health' from corrections where id = '00000000-0000-7000-8000-000000000006'`,
  },
  {
    trigger: 'disclosures.check_disclosure',
    change: `insert into disclosures (id, episode_id, to_name, asked_for, purpose, tiers, basis, decision, reason, family_told, family_told_note, outside_consent, decided_at, recorded_by)
      select '00000000-0000-7000-8000-000000000007', d.episode_id, 'Invented', 'x', 'x', '{1}', 'legal_duty', 'shared', 'x', 'told', 'x', false, timestamptz '2020-01-01', d.recorded_by
      from disclosures d limit 1`,
    done: `select outside_consent and decided_at > timestamptz '2026-01-01' from disclosures where id = '00000000-0000-7000-8000-000000000007'`,
  },
  {
    trigger: 'emergency_accesses.announce_emergency_on_update',
    change: `alter table emergency_accesses disable trigger check_emergency_change; delete from messages;
      update emergency_accesses set seconded_by = reviewer.id, seconded_at = platform.now(), begins_at = platform.now(), lapses_at = platform.now() + interval '1 hour'
      from (select practitioner_id as id from posts where role = 'front_door') reviewer where begins_at is null`,
    done: `select count(*) > 0 from messages where subject like 'Emergency access%'`,
  },
  {
    trigger: 'messages.resolve_pseudonym_of_recipient',
    change: `insert into messages (id, recipient_id, subject, body, sent_at)
      select '00000000-0000-7000-8000-00000000000d', access.pseudonym(o.practitioner_id, o.agency_id), 'Invented', 'Invented', now()
      from posts o order by o.id limit 1`,
    done: `select recipient_id = (select practitioner_id from posts order by id limit 1) from messages where id = '00000000-0000-7000-8000-00000000000d'`,
  },
  {
    trigger: 'lead_professional_deputies.prepare_deputy',
    change: `insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
      select '00000000-0000-7000-8000-000000000008', l.id, l.episode_id, o.practitioner_id, e.opening_agency_id, date '2026-11-19', date '2026-12-01', l.practitioner_id,
        timestamptz '2020-01-01'
      from lead_professional_appointments l join episodes e on e.id = l.episode_id and e.closed_at is null
      join posts o on o.agency_id = e.opening_agency_id and o.practitioner_id <> l.practitioner_id
      where l.ended_at is null and not exists (select from access.exclusions c where c.practitioner_id = o.practitioner_id) limit 1`,
    done: `select named_at > timestamptz '2026-01-01' from lead_professional_deputies where id = '00000000-0000-7000-8000-000000000008'`,
  },
  refuses(
    'authorships.verify_receiver',
    `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
     select gen_random_uuid(), e, ${ANALYST}, 'assessor', platform.now() from access.may('authorship.end') e, posts o where ${IS_ANALYST} limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'team_members.verify_receiver',
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
     select gen_random_uuid(), e.id, ${ANALYST}, 'member', access.me(), platform.now() from episodes e, posts o
     where e.closed_at is null and e.id in (select access.may('team.edit')) and ${IS_ANALYST} limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'lead_professional_proposals.verify_receiver',
    `insert into lead_professional_proposals (id, episode_id, practitioner_id, agency_id, family_preference, reason, proposed_by, proposed_at)
     select gen_random_uuid(), e.id, ${ANALYST}, 'x', 'x', access.me(), platform.now() from episodes e, posts o
     where e.closed_at is null and e.id in (select access.may('lead.propose')) and ${IS_ANALYST}
       and not exists (select from lead_professional_proposals p where p.episode_id = e.id and p.answer is null) limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'assessments.verify_receiver',
    `insert into assessments (id, episode_id, number, assessor_id, started_at)
     select gen_random_uuid(), e.id, 99, o.practitioner_id, platform.now() from episodes e, posts o
     where e.closed_at is null and e.id in (select access.may('assessment.edit')) and ${IS_ANALYST}
       and not exists (select from assessments a where a.episode_id = e.id and a.completed_at is null) limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'tac_meetings.verify_receiver',
    `update tac_meetings set chair_id = (select o.practitioner_id from posts o where ${IS_ANALYST})`,
    'schoolTeacher',
  ),
  refuses(
    'tac_attendances.verify_receiver',
    `insert into tac_attendances (id, meeting_id, episode_id, practitioner_id, name, attendance)
     select gen_random_uuid(), m.id, m.episode_id, o.practitioner_id, 'x', 'invited' from tac_meetings m, posts o
     where m.episode_id in (select access.may('meeting.minute')) and ${IS_ANALYST} limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'plan_actions.verify_receiver',
    `update plan_actions set doer_name = null, doer_practitioner_id = (select o.practitioner_id from posts o where ${IS_ANALYST}) where topic = ''`,
    'familySupportWorker',
  ),
  {
    trigger: 'episode_children.locality_of_first_child',
    change: `insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id)
        select '00000000-0000-7000-8000-000000000012', opened_at, authority_id, opened_by, opening_agency_id from episodes limit 1;
      insert into episode_children (episode_id, child_id, position)
        select '00000000-0000-7000-8000-000000000012', k.id, 1 from children k where k.locality_id is not null
          and not exists (select from episode_children f where f.child_id = k.id and f.ended_at is null) order by k.id limit 1`,
    done: LOCALITY_OF_FIRST_CHILD,
  },
  {
    trigger: 'children.move_episodes_with_child',
    change: `update children k set locality_id = (select l.id from localities l where l.id <> k.locality_id order by l.id limit 1)`,
    done: LOCALITY_OF_FIRST_CHILD,
  },
  refuses(
    'lead_professional_deputies.end_deputyship',
    `update lead_professional_deputies set ended_at = ended_at + interval '1 day' where ended_at is not null`,
  ),
  refuses(
    'support_namings.set_naming_end',
    `update support_namings set ended_at = ended_at + interval '1 day' where ended_at is not null`,
  ),
  {
    trigger: 'plan_actions.copy_topic_of_outcome',
    change: `insert into plan_actions (id, outcome_id, episode_id, description, doer_name, due_on, status, family_agreement, written_by, written_at, changed_at, version, topic)
      select '00000000-0000-7000-8000-000000000009', o.id, o.episode_id, 'x', 'x', date '2026-12-01', 'not_started', 'yes', o.written_by, o.written_at, o.written_at, 1, ''
      from plan_outcomes o where o.topic <> '' limit 1`,
    done: `select topic <> '' from plan_actions where id = '00000000-0000-7000-8000-000000000009'`,
  },
  {
    trigger: 'outcome_scores.copy_topic_of_outcome',
    change: `insert into outcome_scores (id, outcome_id, episode_id, scorer, score, scored_on, recorded_by)
      select '00000000-0000-7000-8000-000000000010', o.id, o.episode_id, 'child', 5, date '2026-11-19', o.written_by from plan_outcomes o where o.topic <> '' limit 1`,
    done: `select topic <> '' from outcome_scores where id = '00000000-0000-7000-8000-000000000010'`,
  },
  refuses(
    'plan_actions.check_action_assignee',
    // The assignee is a colleague who may see the record, but not this topic.
    `update plan_actions a set doer_name = null, doer_practitioner_id = (
        select o.practitioner_id from posts o where access.tier_of_colleague(a.episode_id, o.practitioner_id) >= 2
          and not access.may_be_given(a.episode_id, o.practitioner_id, a.topic) order by o.practitioner_id limit 1)
     where a.topic <> ''`,
    'schoolTeacher',
  ),
  {
    trigger: 'panel_items.prepare_panel_item',
    by: 'yispWorker',
    change: `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at)
      select '00000000-0000-7000-8000-000000000011', m.id, e, 'x', access.me(), timestamptz '2020-01-01'
      from panel_meetings m, access.may('panel.refer') e
      where access.panel_agreed(e) and m.place <> 'Elsewhere' and not exists (select from panel_items i where i.meeting_id = m.id and i.episode_id = e) limit 1`,
    done: `select put_at > timestamptz '2026-01-01' from panel_items where id = '00000000-0000-7000-8000-000000000011'`,
  },
  refuses(
    'panel_items.check_panel_item_change',
    `update panel_items set decision = 'x', decided_by = access.me(), decided_at = platform.now() where decision is null`,
    'coordinatorNwl',
  ),
  {
    trigger: 'rights_requests.record_rights_request_event',
    change: `delete from rights_request_events; update rights_requests set details = 'x'`,
    done: `select count(*) = (select count(*) from rights_requests) from rights_request_events`,
  },
  {
    trigger: 'rights_request_pauses.record_rights_request_event',
    change: `delete from rights_request_events; update rights_request_pauses set reason = 'x'`,
    done: `select count(*) = (select count(*) from rights_request_pauses) from rights_request_events`,
  },
];
