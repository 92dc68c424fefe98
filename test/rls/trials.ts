/** A change and the effect its trigger must have; or a change that the trigger must refuse. */
export interface Trial {
  /** `table.trigger`. */
  readonly trigger: string;
  readonly change: string;
  /** A query that is true when the effect took place; absent when the change must be refused. */
  readonly done?: string;
  /** A signed-in persona; otherwise the administrator. */
  readonly by?: string;
}

const REACHES = `select not exists ((table access.grants except table access.derived_grants)
  union all (table access.derived_grants except table access.grants))
  and not exists ((table access.exclusions except table access.derived_exclusions) union all (table access.derived_exclusions except table access.exclusions))`;
const HIDINGS = `select not exists ((table access.concealments except table access.derived_concealments)
  union all (table access.derived_concealments except table access.concealments))`;
const reaches = (trigger: string, change: string): Trial => ({ trigger, change, done: REACHES });
const hidings = (trigger: string, change: string): Trial => ({ trigger, change, done: HIDINGS });
const refuses = (trigger: string, change: string, by?: string): Trial => ({
  trigger,
  change,
  ...(by ? { by } : {}),
});

/** Undoes recent closures. */
const UNDOES = `update closures set undone_by = recorded_by, undone_at = timestamptz '2020-01-01', undone_because = 'Invented trial'
  where undone_at is null and closed_at > platform.now() - interval '27 days'`;
/** No open safety concern keeps it from closing. */
const UNCONCERNED = `not exists (select from safety_concerns c where c.episode_id = e.id and c.answered_at is null)`;
const STRANGER = `(select o.practitioner_id from posts o where o.agency_id = x.agency_id and o.practitioner_id <> x.practitioner_id
  and not exists (select from team_members t where t.practitioner_id = o.practitioner_id and t.episode_id = x.episode_id) limit 1)`;

/** The cached claim of a transaction is valid until a post, practitioner or agency changes. */
const people = (table: string, change: string): Trial => ({
  trigger: `${table}.record_change`,
  change: `do $$ begin
    perform set_config('trials.people', (select people_changed::text from access.signing_keys), true);
    update ${table} set ${change};
  end $$`,
  done: "select people_changed::text <> current_setting('trials.people', true) from access.signing_keys",
});
const PEOPLE: readonly Trial[] = [
  people('posts', 'ended_at = ended_at'),
  people('practitioners', 'left_at = left_at'),
  people('agencies', 'name = name'),
];

/** A performance analyst works with no family and may be given work on none. */
const IS_STRANGER = "o.role = 'performance_analyst'";
const STRANGER_TO_ALL = 'o.practitioner_id, o.agency_id';
/** An episode has the locality of its first child. */
const LOCALITIES = `select count(*) > 0 and bool_and(e.locality_id is not distinct from k.locality_id) from episodes e
  join episode_children f on f.episode_id = e.id and f.position = 1 join children k on k.id = f.child_id`;

/** Grants, exclusions and concealments follow every row they are derived from, in the transaction that changed it. */
const FOLLOWING: readonly Trial[] = [
  reaches(
    'authorships.refresh_grants_on_insert',
    `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
     select gen_random_uuid(), x.episode_id, s.practitioner_id, s.agency_id, 'assessor', x.began_at
     from authorships x join episodes e on e.id = x.episode_id
     join posts s on s.agency_id = e.opening_agency_id and s.practitioner_id <> x.practitioner_id
     where x.ended_at is null order by x.id, s.id limit 1`,
  ),
  reaches(
    'authorships.refresh_grants_on_update',
    "update authorships set ended_at = began_at + interval '1 hour' where ended_at is null",
  ),
  reaches(
    'lead_professional_appointments.refresh_grants_on_insert',
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     select gen_random_uuid(), e.id, a.practitioner_id, a.agency_id, platform.now() - interval '1 minute' from episodes e
     join authorships a on a.episode_id = e.id
     where e.closed_at is null and not exists (select from lead_professional_appointments l where l.episode_id = e.id and l.ended_at is null)
     order by e.id limit 1`,
  ),
  reaches(
    'lead_professional_appointments.refresh_grants_on_update',
    `update lead_professional_appointments set ended_at = began_at + interval '1 hour' where ended_at is null`,
  ),
  reaches(
    'team_members.refresh_grants_on_insert',
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
     select gen_random_uuid(), x.episode_id, s.practitioner_id, s.agency_id, 'member', x.practitioner_id, x.began_at
     from authorships x join posts s on s.agency_id = x.agency_id and s.practitioner_id = ${STRANGER} order by x.id limit 1`,
  ),
  reaches(
    'team_members.refresh_grants_on_update',
    `update team_members set left_at = joined_at + interval '1 hour' where left_at is null`,
  ),
  reaches(
    'consents.refresh_grants_on_insert',
    `insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, recorded_by, recorded_at)
     select gen_random_uuid(), c.episode_id, c.purpose, 'refused', 'Invented', 'adult', date '2026-11-19', c.recorded_by, timestamptz '2026-11-19'
     from consents c join consent_agencies a on a.consent_id = c.id where c.purpose = 'share_plan' and a.standing = 'included'`,
  ),
  reaches(
    'consents.refresh_grants_on_update',
    `update consents set valid_until = decided_on, review_on = null where decision in ('given', 'given_in_part')`,
  ),
  reaches(
    'consent_agencies.refresh_grants_on_insert',
    `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers)
     select c.id, c.episode_id, g.id, 'included', '{0,1,2}' from consents c, agencies g
     where c.decision = 'given' and not exists (select from consent_agencies a where a.consent_id = c.id and a.agency_id = g.id)`,
  ),
  reaches(
    'consent_agencies.refresh_grants_on_update',
    `update consent_agencies set tiers = '{0}' where standing = 'included'`,
  ),
  reaches(
    'consent_people.refresh_grants_on_insert',
    `insert into consent_people select c.id, c.episode_id, x.practitioner_id, 'excluded' from consents c
     join authorships x on x.episode_id = c.episode_id on conflict do nothing`,
  ),
  reaches('consent_people.refresh_grants_on_update', `update consent_people set standing = 'readmitted'`),
  reaches(
    'consent_withdrawals.refresh_grants_on_insert',
    `insert into consent_withdrawals (id, consent_id, episode_id, withdrawn_by, capacity, safeguarding_concern, recorded_by, withdrawn_at)
     select gen_random_uuid(), c.id, c.episode_id, 'Invented', 'adult', false, c.recorded_by, c.recorded_at + interval '1 minute'
     from consents c where c.decision in ('given', 'given_in_part')`,
  ),
  reaches(
    'consent_withdrawals.refresh_grants_on_update',
    `update consent_withdrawals set withdrawn_at = timestamptz '2026-11-19 23:00Z'`,
  ),
  reaches(
    'step_ups.refresh_grants_on_insert',
    `insert into step_ups (id, episode_id, reason, family_agreement, raised_by, raised_role, raised_at)
     select gen_random_uuid(), e.id, 'Invented', 'agreed', e.opened_by, 'practitioner', e.opened_at from episodes e
     where not exists (select from step_ups u where u.episode_id = e.id)`,
  ),
  reaches(
    'step_ups.refresh_grants_on_update',
    `update step_ups set outcome = 'advice', outcome_by = raised_by, outcome_at = raised_at + interval '1 hour'`,
  ),
  reaches(
    'episode_children.refresh_grants_on_insert',
    `insert into episode_children (episode_id, child_id, position)
     select e.id, k.id, 2 from episodes e, children k
     where not exists (select from episode_children f where f.child_id = k.id and f.ended_at is null)
       and not exists (select from episode_children f where f.child_id = k.id and f.episode_id = e.id) order by e.id, k.id limit 1`,
  ),
  reaches('episode_children.refresh_grants_on_update', 'update episode_children set position = 2'),
  reaches(
    'episodes.refresh_grants_on_insert',
    `insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id)
     select gen_random_uuid(), opened_at, authority_id, opened_by, opening_agency_id from episodes limit 1`,
  ),
  reaches(
    'episodes.refresh_grants_on_update',
    `update episodes e set closed_at = opened_at + interval '1 day' where closed_at is null and ${UNCONCERNED}`,
  ),
  reaches(
    'children.refresh_grants',
    `update children k set locality_id = (select l.id from localities l where l.id <> k.locality_id order by l.id limit 1)`,
  ),
  reaches(
    'declared_relatives.refresh_grants',
    `insert into declared_relatives select e.opened_by, f.child_id, 'aunt_or_uncle', e.opened_at
     from episodes e join episode_children f on f.episode_id = e.id on conflict do nothing`,
  ),
  reaches(
    'lead_professional_deputies.refresh_grants_on_insert',
    `alter table lead_professional_deputies disable trigger prepare_deputy;
     insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
     select gen_random_uuid(), l.id, l.episode_id, o.practitioner_id, l.agency_id, date '2026-11-19', date '2026-12-01', l.practitioner_id, l.began_at
     from lead_professional_appointments l join posts o on o.agency_id = l.agency_id and o.practitioner_id <> l.practitioner_id where l.ended_at is null`,
  ),
  reaches(
    'lead_professional_deputies.refresh_grants_on_update',
    `alter table lead_professional_deputies disable trigger end_deputyship;
     update lead_professional_deputies set ended_at = named_at + interval '30 days'`,
  ),
  reaches(
    'panel_items.refresh_grants_on_insert',
    `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at)
     select gen_random_uuid(), m.id, x.episode_id, 'Invented', x.practitioner_id, timestamptz '2026-11-10'
     from panel_meetings m join panel_members p on p.panel_id = m.panel_id join authorships x on x.agency_id = p.agency_id
     on conflict do nothing`,
  ),
  reaches(
    'panel_items.refresh_grants_on_update',
    `update panel_items set removed_at = put_at + interval '1 hour'`,
  ),
  reaches(
    'panel_members.refresh_grants',
    `insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at)
     select gen_random_uuid(), p.id, e.opened_by, e.opening_agency_id, timestamptz '2026-10-01' from panels p, panel_items i
     join episodes e on e.id = i.episode_id on conflict do nothing`,
  ),
  {
    trigger: 'panel_meetings.refresh_grants',
    change: `insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at)
       select gen_random_uuid(), p.id, e.opened_by, e.opening_agency_id, timestamptz '2026-10-01' from panels p, panel_items i
       join episodes e on e.id = i.episode_id on conflict do nothing;
     update panel_meetings set cancelled_at = timestamptz '2026-11-10'`,
    done: REACHES,
  },
  reaches(
    'emergency_accesses.refresh_grants_on_insert',
    `alter table emergency_accesses disable trigger prepare_emergency_access;
     insert into emergency_accesses select gen_random_uuid(), e.id, x.seconded_by, x.agency_id, x.role, x.reason_code, x.reason, x.lawful_basis,
       1, '{}', false, 4, x.asked_at, false, null, null, x.begins_at, x.lapses_at, null, x.review_due_on from emergency_accesses x, episodes e where x.seconded_by is not null`,
  ),
  reaches(
    'emergency_accesses.refresh_grants_on_update',
    `alter table emergency_accesses disable trigger check_emergency_change; update emergency_accesses set ended_at = begins_at + interval '1 minute'`,
  ),
  reaches(
    'case_audit_draws.refresh_grants_on_insert',
    `insert into case_audit_draws select u.id, e.id, timestamptz '2026-11-10' from case_audits u, episodes e
     where e.opening_agency_id <> u.auditor_agency_id on conflict do nothing`,
  ),
  reaches(
    'case_audit_draws.refresh_grants_on_update',
    `update case_audit_draws set drawn_at = drawn_at + interval '1 day'`,
  ),
  reaches('case_audits.refresh_grants', `update case_audits set ended_at = timestamptz '2026-11-15'`),
  reaches('child_carers.refresh_grants', `update child_carers set parental_responsibility = 'no'`),
  hidings(
    'child_carers.refresh_concealments',
    `update child_carers set lives_with_child = true; insert into child_carers
     select k.id, l.carer_id, 'other', 'no', true, l.recorded_by from children k, child_carers l join shields s on s.child_id = l.child_id
     on conflict do nothing`,
  ),
  {
    trigger: 'shields.refresh_concealments',
    change: `alter table shields disable trigger prepare_shield; insert into shields
       (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by)
       select gen_random_uuid(), id, 'adoption', 'Invented', 'adult', recorded_by, recorded_at, date '2026-11-30' from children`,
    done: HIDINGS,
  },
  hidings(
    'shield_unsafe_carers.refresh_concealments',
    `update child_carers set lives_with_child = true; insert into child_carers
       select k.id, l.carer_id, 'other', 'no', true, l.recorded_by from children k, child_carers l join shields s on s.child_id = l.child_id
       on conflict do nothing;
     insert into shield_unsafe_carers select s.id, s.child_id, l.carer_id from shields s join child_carers l on l.child_id = s.child_id
       where s.ended_at is null on conflict do nothing`,
  ),
];

/** Changes that practice does not allow, whichever program makes them. */
const REFUSING: readonly Trial[] = [
  refuses(
    'episode_records.check_episode_transition',
    `update episode_records set status = 'delivering' where status in ('checklist', 'registered')`,
  ),
  refuses(
    'safety_concerns.answer_safety_concern',
    `update safety_concerns set action_taken = 'Nothing' where answered_at is not null`,
  ),
  refuses(
    'episodes.check_safety_concerns',
    `update episodes e set closed_at = opened_at + interval '1 day' where closed_at is null and not ${UNCONCERNED}`,
  ),
  refuses(
    'assessments.reject_reopening',
    'update assessments set assessor_id = completed_by where completed_at is not null',
  ),
  refuses(
    'assessment_sections.reject_change_of_completed',
    `update assessment_sections s set answers = '{}' from assessments a where a.id = s.assessment_id and a.completed_at is not null`,
  ),
  refuses(
    'assessment_elements.reject_change_of_completed',
    `update assessment_elements l set needs = 'x' from assessments a where a.id = l.assessment_id and a.completed_at is not null`,
  ),
];

/** Effects of one row on others. */
const BRINGING_ABOUT: readonly Trial[] = [
  {
    trigger: 'level_decisions.record_level',
    change: `insert into level_decisions (id, episode_id, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
      select gen_random_uuid(), r.episode_id, case r.level when 2 then 3 else 2 end, 'Invented', 'Invented', 'other', e.opened_by, 'practitioner',
        timestamptz '2026-11-20 11:59Z' from episode_records r join episodes e on e.id = r.episode_id`,
    done: `select bool_and(r.level_decided_at = timestamptz '2026-11-20 11:59Z') from episode_records r`,
  },
  {
    trigger: 'closures.close_episode',
    change: `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
      select gen_random_uuid(), e.id, date '2026-11-20', 'NEEDS_MET', 'Invented', true, e.opened_by, timestamptz '2026-11-20 11:59Z'
      from episodes e where e.closed_at is null and ${UNCONCERNED}`,
    done: `select bool_and(e.closed_at is not null and r.status = 'closed' and f.ended_at is not null)
      from episodes e join episode_records r on r.episode_id = e.id join episode_children f on f.episode_id = e.id where ${UNCONCERNED}`,
  },
  {
    trigger: 'safety_concerns.announce_safety_concern_on_insert',
    change: `insert into safety_concerns (id, episode_id, ground, checklist_version, raised_by, raised_role, raised_at)
      select gen_random_uuid(), e.id, 'procedures', 1, e.opened_by, 'practitioner', timestamptz '2026-11-20 11:59Z'
      from episodes e where e.closed_at is null and ${UNCONCERNED}`,
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
    done: `select count(*) > 0 and not exists (select from messages where href like '/step-ups#%' and read_at is null)
      from messages where subject = 'Social care has answered a step-up'`,
  },
  refuses(
    'closures.prepare_closure',
    `insert into closures (id, episode_id, closed_on, reason, summary, family_told, family_told_note, contact_attempts, recorded_by, closed_at)
      select gen_random_uuid(), e.id, date '2026-11-20', 'NOT_ENGAGED', 'Invented', true, 'Invented', '[{"on": "2026-11-18"}, {"on": "2026-11-19"}, {"on": "2026-11-20"}]',
        access.me(), platform.now()
      from episodes e where e.closed_at is null and e.id in (select access.may('episode.close')) and ${UNCONCERNED} order by e.opened_at limit 1`,
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
    change: UNDOES,
    done: `select bool_and(undone_at > timestamptz '2026-01-01') from closures where undone_because = 'Invented trial'`,
  },
  {
    trigger: 'closures.undo_closure',
    change: UNDOES,
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

/** No role changes the sealed log. */
const SEALED: readonly Trial[] = [
  refuses('audit.entries.reject_log_change', `delete from audit.entries where false`),
  refuses('audit.leaves.reject_log_change', `update audit.leaves set hash = hash`),
  refuses('audit.heads.reject_log_change', `update audit.heads set signature = signature`),
  refuses(
    'audit.entries.allow_erasure_only',
    `set local role bridges_reach; update audit.entries set detail = '{"x": 1}'`,
  ),
  {
    trigger: 'audit.entries.stamp_log_entry',
    change: entry(`'read plan', null`),
    done: `select salt <> '\\x00' and xact = pg_current_xact_id() from audit.entries where id = '00000000-0000-7000-8000-000000000003'`,
  },
  {
    trigger: 'audit.entries.stamp_emergency_entry',
    change: entry(`'read plan', x.episode_id`),
    done: `select 'emergency' = any(reaches) and detail ? 'emergencyAccess' from audit.entries where id = '00000000-0000-7000-8000-000000000003'`,
  },
  {
    trigger: 'audit.entries.stamp_support_entry',
    change: entry(`'read plan', x.episode_id`, `'business_support'`),
    done: `select detail ? 'enteredFor' from audit.entries where id = '00000000-0000-7000-8000-000000000003'`,
  },
];

/** A log entry by the holder of an emergency access, with a given act and episode. */
function entry(actAndEpisode: string, role = `'practitioner'`): string {
  return `insert into audit.entries (id, at, practitioner_id, agency_id, role, subject_kind, act, episode_id, reaches, detail, salt)
    select '00000000-0000-7000-8000-000000000003', platform.now(), x.practitioner_id, x.agency_id, ${role}, 'episode', ${actAndEpisode}, '{}', '{}', '\\x00'
    from emergency_accesses x where x.begins_at <= platform.now() and x.lapses_at > platform.now() limit 1`;
}

/** Columns that the database sets itself, whatever was written, and effects on other rows. */
const FOUND: readonly Trial[] = [
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
    change: `update child_carers set parental_responsibility = case parental_responsibility when 'yes' then 'no' else 'yes' end`,
    done: `select count(*) > 0 from consent_reasks where cause = 'parental_responsibility'`,
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
     select gen_random_uuid(), e, ${STRANGER_TO_ALL}, 'assessor', platform.now() from access.may('authorship.end') e, posts o where ${IS_STRANGER} limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'team_members.verify_receiver',
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
     select gen_random_uuid(), e.id, ${STRANGER_TO_ALL}, 'member', access.me(), platform.now() from episodes e, posts o
     where e.closed_at is null and e.id in (select access.may('team.edit')) and ${IS_STRANGER} limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'lead_professional_proposals.verify_receiver',
    `insert into lead_professional_proposals (id, episode_id, practitioner_id, agency_id, family_preference, reason, proposed_by, proposed_at)
     select gen_random_uuid(), e.id, ${STRANGER_TO_ALL}, 'x', 'x', access.me(), platform.now() from episodes e, posts o
     where e.closed_at is null and e.id in (select access.may('lead.propose')) and ${IS_STRANGER}
       and not exists (select from lead_professional_proposals p where p.episode_id = e.id and p.answer is null) limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'assessments.verify_receiver',
    `insert into assessments (id, episode_id, number, assessor_id, started_at)
     select gen_random_uuid(), e.id, 99, o.practitioner_id, platform.now() from episodes e, posts o
     where e.closed_at is null and e.id in (select access.may('assessment.edit')) and ${IS_STRANGER}
       and not exists (select from assessments a where a.episode_id = e.id and a.completed_at is null) limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'tac_meetings.verify_receiver',
    `update tac_meetings set chair_id = (select o.practitioner_id from posts o where ${IS_STRANGER})`,
    'schoolTeacher',
  ),
  refuses(
    'tac_attendances.verify_receiver',
    `insert into tac_attendances (id, meeting_id, episode_id, practitioner_id, name, attendance)
     select gen_random_uuid(), m.id, m.episode_id, o.practitioner_id, 'x', 'invited' from tac_meetings m, posts o
     where m.episode_id in (select access.may('meeting.minute')) and ${IS_STRANGER} limit 1`,
    'schoolTeacher',
  ),
  refuses(
    'plan_actions.verify_receiver',
    `update plan_actions set doer_name = null, doer_practitioner_id = (select o.practitioner_id from posts o where ${IS_STRANGER}) where topic = ''`,
    'familySupportWorker',
  ),
  {
    trigger: 'episode_children.locality_of_first_child',
    change: `insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id)
        select '00000000-0000-7000-8000-000000000012', opened_at, authority_id, opened_by, opening_agency_id from episodes limit 1;
      insert into episode_children (episode_id, child_id, position)
        select '00000000-0000-7000-8000-000000000012', k.id, 1 from children k where k.locality_id is not null
          and not exists (select from episode_children f where f.child_id = k.id and f.ended_at is null) order by k.id limit 1`,
    done: LOCALITIES,
  },
  {
    trigger: 'children.move_episodes_with_child',
    change: `update children k set locality_id = (select l.id from localities l where l.id <> k.locality_id order by l.id limit 1)`,
    done: LOCALITIES,
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

export const TRIALS: readonly Trial[] = [
  ...PEOPLE,
  ...FOLLOWING,
  ...REFUSING,
  ...BRINGING_ABOUT,
  ...SEALED,
  ...FOUND,
];
