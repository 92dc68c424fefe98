import { literal } from './dice.js';
import { at, dayAt, isReviewed, levelAt } from './episodes.js';
import type { Setting } from './population.js';

const SAYS = 'Made up for a synthetic population; no one said this.';

/** Consents: one for each episode, with each agency's standing, and withdrawals. */
export function consentRows({ dice }: Setting): string[] {
  const id = dice.id('consent', 'f');
  const decided = dayAt(0.1);
  return [
    `insert into consents (id, episode_id, purpose, decision, decided_by, decided_by_carer_id, capacity, explained_how, explained_language,
       limits_explained, form, index_agreed, decided_on, valid_until, recorded_by, recorded_at)
     select ${id}, id, 'share_plan',
       case when consent = 'refused' then 'refused'
         when exists (select from g_party p where p.f = e.f and p.standing <> 'included') then 'given_in_part' else 'given' end,
       carer_name, carer, 'parental_responsibility', 'Talked through at home', 'eng', true, 'written',
       consent <> 'refused' and ${dice.roll('index', 'f')} < 0.7, ${decided},
       case when consent = 'expired' or (ago < 180 and open and ${dice.roll('until', 'f')} < 0.5) then ${decided} + 180 end, holder, ${at(0.1)}
     from g_episode e where consent <> 'none'`,
    `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers, topics)
     select ${id}, e.id, p.agency, p.standing, p.tiers, p.topics from g_party p join g_episode e using (f)`,
    `insert into consent_withdrawals (id, consent_id, episode_id, agency_id, withdrawn_by, capacity, safeguarding_concern, recorded_by, withdrawn_at)
     select ${dice.id('withdrawal', 'f')}, ${id}, id, case when consent = 'one withdrawn' then p.agency end, carer_name,
       'parental_responsibility', false, holder, ${at(0.85)}
     from g_episode e join g_party p using (f) where consent in ('withdrawn', 'one withdrawn') and p.n = 1`,
  ];
}

/** The assessment, each decided level with its date, and social care's answer to a step-up. */
export function levelRows({ dice, frontDoorId }: Setting): string[] {
  const stepUp = dice.id('step-up', 'f');
  return [
    `insert into assessments (id, episode_id, number, assessor_id, started_at, completed_at, completed_by, version)
     select ${dice.id('assessment', 'f')}, id, 1, holder, ${at(0.12)}, case when level is not null then ${at(0.22)} end,
       case when level is not null then holder end, 1 from g_episode where level is not null or status = 'assessing'`,
    `insert into step_ups (id, episode_id, reason, family_agreement, raised_by, raised_role, raised_at, outcome, outcome_reason, outcome_by, outcome_at)
     select ${stepUp}, id, ${literal(SAYS)}, 'agreed', holder, 'practitioner', ${at(0.4)}, 'accepted', ${literal(SAYS)}, ${literal(frontDoorId)}, ${at(0.5)}
     from g_episode where level = 4`,
    `insert into level_decisions (id, episode_id, from_level, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
     select ${dice.id('first level', 'f')}, id, null, first_level, ${literal(SAYS)}, ${literal(SAYS)}, 'assessment', holder, 'practitioner', ${at(0.25)}
     from g_episode where level is not null`,
    `insert into level_decisions (id, episode_id, from_level, level, reason, family_view, occasion, step_up_id, decided_by, decided_role, decided_at)
     select ${dice.id('next level', 'f')}, id, first_level, level, ${literal(SAYS)}, ${literal(SAYS)}, case when level = 4 then 'step_up' else 'review' end,
       case when level = 4 then ${stepUp} end, case when level = 4 then ${literal(frontDoorId)}::uuid else holder end,
       case when level = 4 then 'front_door' else 'practitioner' end, ${levelAt}
     from g_episode where level <> first_level`,
  ];
}

/**
 * g_lead: the lead professional, if any: the episode's holder, or the first team member from an agency that the family
 * agreed to.
 */
export function leads({ dice }: Setting): string {
  const other = `e.consent = 'given' and p.f is not null and ${dice.roll('leads', 'e.f')} < 0.3`;
  return `create temp table g_lead on commit drop as
    select e.f, case when ${other} then p.practitioner else holder end as practitioner, case when ${other} then p.agency else e.agency end as agency
    from g_episode e left join g_party p on p.f = e.f and p.n = 1 where ${dice.roll('lead', 'e.f')} < 0.9`;
}

/** The team: one practitioner from each agency that the family agreed to. A few have left. */
export function teamRows({ dice }: Setting): string[] {
  const key = 'f * 10 + n';
  const left = `case when n > 1 and ${dice.roll('left', key)} < 0.06 then ${at(0.8)} end`;
  return [
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at, left_at, leaving_reason)
     select ${dice.id('member', key)}, e.id, p.practitioner, p.agency, case when n = 1 then 'key_worker' else 'member' end, holder,
       ${at(0.28)}, ${left}, case when ${left} is not null then 'Their part is done' end
     from g_party p join g_episode e using (f) where p.standing = 'included'`,
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     select ${dice.id('appointment', 'f')}, e.id, d.practitioner, d.agency, ${at(0.3)} from g_lead d join g_episode e using (f)`,
  ];
}

/** Reviews of episodes that are old enough; the last review before a closure says so. */
export function reviewRows({ dice }: Setting): string[] {
  return [
    `insert into reviews (id, episode_id, held_on, kind, people_present, what_has_changed, next_steps, lead_confirmed, level, level_reason,
       consent_reaffirmed, child_comment, parent_comment, next_review_on, to_close, recorded_by, recorded_at)
     select ${dice.id('review', 'f')}, e.id, ${dayAt(0.7)}, case when open then 'scheduled' else 'final' end,
       jsonb_build_array(jsonb_build_object('name', carer_name, 'role', 'Parent')), ${literal(SAYS)}, ${literal(SAYS)}, true, e.level, ${literal(SAYS)},
       'same', ${literal(SAYS)}, ${literal(SAYS)}, case when status = 'delivering' then r.next_review_on end, not open, holder, ${at(0.7)}
     from g_episode e join (select episode_id, next_review_on from episode_records) r on r.episode_id = e.id
     where ${isReviewed}`,
  ];
}

const CLOSING: readonly [reason: string, upTo: number][] = [
  ['NEEDS_MET', 0.62],
  ['SINGLE_AGENCY', 0.75],
  ['NOT_ENGAGED', 0.86],
  ['CONSENT_WITHDRAWN', 0.92],
  ['MOVED_LA', 0.97],
  ['SPECIALIST', 1.01],
];

/** The closure of each closed episode, with the fields that its reason requires. */
export function closureRows({ dice }: Setting): string[] {
  const reason = `case when level = 1 then 'NEEDS_MET' ${CLOSING.map(([name, upTo]) => `when ${dice.roll('closing', 'f')} < ${upTo} then '${name}'`).join(' ')} end`;
  const attempts = `jsonb_build_array(${[0.9, 0.93, 0.96].map((share) => `jsonb_build_object('on', ${dayAt(share)}, 'how', 'Telephone', 'result', 'No answer')`).join(', ')})`;
  return [
    `insert into closures (id, episode_id, closed_on, reason, summary, final_level, named_agency_id, safeguarding_checked, contact_attempts,
       receiving_authority, family_told, family_told_note, copy_given_on, recorded_by, closed_at)
     select ${dice.id('closure', 'f')}, id, (closed_at at time zone 'UTC')::date, reason, ${literal(SAYS)}, level,
       case when reason = 'SINGLE_AGENCY' then agency end, reason in ('NOT_ENGAGED', 'CONSENT_WITHDRAWN'),
       case when reason = 'NOT_ENGAGED' then ${attempts} else '[]' end, case when reason = 'MOVED_LA' then 'Another authority' end,
       reason <> 'NOT_ENGAGED', case when reason = 'NOT_ENGAGED' then 'No one answered.' end, case when reason <> 'NOT_ENGAGED' then (closed_at at time zone 'UTC')::date end, holder, closed_at
     from (select *, ${reason} as reason from g_episode where not open) e`,
  ];
}
