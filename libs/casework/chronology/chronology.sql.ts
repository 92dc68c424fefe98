import { agencyNameSql, personNameSql } from '#libs/access';

/** A date of practice as an instant: its recording time if that was the same day, so that a day reads in order. */
export const day = (column: string, recorded: string): string =>
  `case when ${column} = platform.london_date(${recorded}) then ${recorded} else ${column}::timestamp at time zone 'Europe/London' end`;

/**
 * Every event in one episode ($1), under the reader's own row-level security: each branch gives the rows within reach
 * and no trace of the others. `at` is when it happened, `recorded_at` when it was recorded.
 */
const CHRONOLOGY_EVENTS = `
  select 'opened' as event, 'episode' as kind, e.id::text as key, e.opened_at as at, e.opened_at as recorded_at, e.opened_by as by,
    e.opening_agency_id as agency_id, jsonb_build_object('agency', ${agencyNameSql('g.name', 'v.why')}) as facts
  from episodes e join agencies g on g.id = e.opening_agency_id
  left join access.unnamed_agencies($1) v on v.agency_id = g.id where e.id = $1
  union all
  select 'child_' || m.kind, 'episode', m.id::text, ${day('m.happened_on', 'm.recorded_at')}, m.recorded_at, m.recorded_by, null,
    jsonb_build_object('name', k.given_names, 'reason', m.reason, 'note', m.note)
  from episode_child_changes m join children k on k.id = m.child_id where m.episode_id = $1
  union all
  select w.event, 'episode', m.id::text || ' ' || w.event, w.at, w.at, w.by, null, jsonb_build_object('name', k.given_names)
  from child_merges m
  cross join lateral (values ('records_merged', m.decided_at, m.decided_by), ('records_parted', m.undone_at, m.undone_by)) w (event, at, by)
  join lateral (select c.given_names from episode_children f join children c on c.id = f.child_id
    where f.episode_id = $1 and f.child_id in (m.kept_child_id, m.other_child_id) order by f.position limit 1) k on true
  where m.decision = 'approved' and w.at is not null
  union all
  select 'checklist_completed', 'checklist', 'checklist', completed_at, completed_at, saved_by, null, '{}'
  from checklists where episode_id = $1 and completed_at is not null
  union all
  select 'safety_concern_raised', 'safety_concern', id::text, raised_at, raised_at, raised_by, null, jsonb_build_object('ground', ground, 'said', said)
  from safety_concerns where episode_id = $1
  union all
  select 'safety_concern_answered', 'safety_concern', id::text || ' answer', action_at, answered_at, answered_by, null,
    jsonb_build_object('what', action_taken, 'spokenTo', spoken_to, 'reference', reference)
  from safety_concerns where episode_id = $1 and answered_at is not null
  union all
  select 'consent_recorded', 'consent', id::text, ${day('decided_on', 'recorded_at')}, recorded_at, recorded_by, null,
    jsonb_build_object('decision', decision, 'decidedBy', decided_by)
  from consents where episode_id = $1
  union all
  select 'consent_withdrawn', 'consent', w.id::text, w.withdrawn_at, w.withdrawn_at, w.recorded_by, null,
    jsonb_build_object('withdrawnBy', w.withdrawn_by, 'agency', g.name)
  from consent_withdrawals w left join agencies g on g.id = w.agency_id where w.episode_id = $1
  union all
  select 'assessment_completed', 'assessment', id::text, completed_at, completed_at, completed_by, null, jsonb_build_object('number', number)
  from assessments where episode_id = $1 and completed_at is not null
  union all
  select 'level_decided', 'level', d.id::text, ${day('access.level_day(d.decided_on, d.decided_at)', 'd.decided_at')}, d.decided_at, d.decided_by, null,
    jsonb_build_object('level', d.level, 'name', l.name, 'from', d.from_level)
  from level_decisions d join levels_of_need l on l.number = d.level where d.episode_id = $1
  union all
  select 'step_up_raised', 'step_up', id::text, raised_at, raised_at, raised_by, null, '{}' from step_ups where episode_id = $1
  union all
  select 'step_up_answered', 'step_up', id::text || ' answer', outcome_at, outcome_at, outcome_by, null, jsonb_build_object('outcome', outcome)
  from step_ups where episode_id = $1 and outcome is not null
  union all
  select 'team_joined', 'team', m.id::text, m.joined_at, m.joined_at, m.added_by, null,
    jsonb_build_object('who', p.name, 'agency', g.name, 'role', m.team_role)
  from team_members m join practitioners p on p.id = m.practitioner_id join agencies g on g.id = m.agency_id where m.episode_id = $1
  union all
  select 'team_left', 'team', m.id::text || ' left', m.left_at, m.left_at, null, null, jsonb_build_object('who', p.name, 'agency', g.name)
  from team_members m join practitioners p on p.id = m.practitioner_id join agencies g on g.id = m.agency_id
  where m.episode_id = $1 and m.left_at is not null
  union all
  select 'lead_began', 'lead', a.id::text, a.began_at, a.began_at, a.practitioner_id, a.agency_id,
    jsonb_build_object('who', p.name, 'agency', g.name)
  from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id
  where a.episode_id = $1
  union all
  select 'lead_ended', 'lead', a.id::text || ' ended', a.ended_at, a.ended_at, null, null,
    jsonb_build_object('who', p.name, 'reason', a.ending_reason)
  from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id where a.episode_id = $1 and a.ended_at is not null
  union all
  select 'meeting_held', 'meeting', id::text, starts_at, greatest(starts_at, recorded_at), recorded_by, null, jsonb_build_object('kind', kind,
      'enteredFor', (select p.name from practitioners p where p.id = entered_for))
  from tac_meetings where episode_id = $1 and status = 'held'
  union all
  select 'outcome_added', 'plan', id::text, written_at, written_at, written_by, null, jsonb_build_object('what', description, 'topic', topic)
  from plan_outcomes where episode_id = $1
  union all
  select 'action_added', 'plan', a.id::text, a.written_at, a.written_at, a.written_by, null,
    jsonb_build_object('what', a.description, 'topic', a.topic, 'doer', coalesce(${personNameSql('p.name', 'v.why')}, a.doer_name))
  from plan_actions a left join practitioners p on p.id = a.doer_practitioner_id
  left join access.unnamed_people($1) v on v.practitioner_id = p.id where a.episode_id = $1
  union all
  select 'action_done', 'plan', a.id::text || ' done', ${day('a.done_on', 'a.changed_at')}, a.changed_at, null, null,
    jsonb_build_object('what', a.description, 'topic', a.topic, 'doer', coalesce(${personNameSql('p.name', 'v.why')}, a.doer_name))
  from plan_actions a left join practitioners p on p.id = a.doer_practitioner_id
  left join access.unnamed_people($1) v on v.practitioner_id = p.id where a.episode_id = $1 and a.status = 'done'
  union all
  select 'action_dropped', 'plan', id::text || ' dropped', changed_at, changed_at, null, null,
    jsonb_build_object('what', description, 'topic', topic, 'reason', dropped_because)
  from plan_actions where episode_id = $1 and status = 'dropped'
  union all
  select 'review_held', 'review', id::text, ${day('held_on', 'recorded_at')}, recorded_at, recorded_by, null,
    jsonb_build_object('kind', kind, 'next', next_review_on)
  from reviews where episode_id = $1
  union all
  select 'next_review_set', 'review', id::text, recorded_at, recorded_at, recorded_by, null,
    jsonb_build_object('on', review_on, 'from', moved_from, 'reason', reason)
  from next_review_dates where episode_id = $1
  union all
  select 'closed', 'episode', id::text, ${day('closed_on', 'closed_at')}, closed_at, recorded_by, null, jsonb_build_object('reason', reason)
  from closures where episode_id = $1
  union all
  select 'closure_undone', 'episode', id::text || ' undone', undone_at, undone_at, undone_by, null, jsonb_build_object('reason', undone_because)
  from closures where episode_id = $1 and undone_at is not null
  union all
  select 'closure_proposed', 'episode', id::text || ' proposed', proposed_at, proposed_at, proposed_by, null, jsonb_build_object('reason', reason)
  from closure_proposals where episode_id = $1
  union all
  select 'closure_answered', 'episode', id::text || ' answered', outcome_at, outcome_at, outcome_by, null,
    jsonb_build_object('outcome', outcome, 'reason', outcome_reason)
  from closure_proposals where episode_id = $1 and outcome in ('approved', 'returned', 'withdrawn')
  union all
  select 'note_written', 'note', id::text, ${day('happened_on', 'written_at')}, written_at, written_by, null,
    jsonb_build_object('what', what, 'category', category, 'significance', significance, 'topic', topic,
      'enteredFor', (select p.name from practitioners p where p.id = entered_for))
  from chronology_notes where episode_id = $1
  union all
  select 'field_changed', 'plan', id::text, changed_at, changed_at, changed_by, null,
    jsonb_build_object('field', field, 'before', before, 'after', after, 'topic', topic)
  from plan_changes where episode_id = $1 and field = any(array['description', 'due_on', 'doer_name', 'target_score'])
  union all
  select 'field_changed', 'details', c.id::text, c.changed_at, c.changed_at, c.changed_by, null,
    jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after, 'of', k.given_names, 'childId', k.id)
  from child_changes c join children k on k.id = c.child_id
  where c.child_id in (select f.child_id from episode_children f where f.episode_id = $1) and c.field <> 'locality_id'`;

/** The same with the author: the practitioner's name, and their agency at the time. */
export const CHRONOLOGY = `
  select h.event, h.kind, h.key, date_trunc('milliseconds', h.at) as at, h.recorded_at, h.facts,
    case when p.id is null then null
      else json_build_object('id', p.id, 'name', ${personNameSql('p.name', 'u.why')}, 'agency', ${agencyNameSql('g.name', 'u.why')}) end as by
  from (${CHRONOLOGY_EVENTS}) h
  left join practitioners p on p.id = h.by
  left join access.unnamed_people($1) u on u.practitioner_id = p.id
  left join lateral (select o.agency_id from posts o where o.practitioner_id = h.by and o.began_at <= h.recorded_at
    order by o.ended_at is null or o.ended_at > h.recorded_at desc, o.began_at, o.id limit 1) o on true
  left join agencies g on g.id = coalesce(h.agency_id, o.agency_id)`;
