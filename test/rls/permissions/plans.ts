import {
  episodeOf,
  firstOutcomeOf,
  inProposal,
  JOSEPHINES_EPISODE,
  VISIBLE_SCORE,
  NO_ONE,
  byPermission,
  outcomeOf,
  personOf,
  VISIBLE_OUTCOME,
  sensitive,
  sensitiveToWrite,
  UNANSWERED,
  whileOpen,
} from './clauses.js';
import type { TablePermissions } from './types.js';

export const PLANS: Readonly<Record<string, TablePermissions>> = {
  delivery_plans: whileOpen(byPermission('record.read', 'plan.edit', [['plan.edit'], 'agreed_with'])),
  plan_outcomes: whileOpen(
    sensitive(
      byPermission('record.read', 'plan.edit', [
        ['plan.edit', 'review.hold', 'episode.close'],
        'description',
      ]),
    ),
  ),
  plan_actions: whileOpen(
    sensitive({
      read: 'episode_id {record.read}',
      // Only for an outcome that the writer sees, and an assignee who may know its topic.
      add: `episode_id {plan.edit} and ${VISIBLE_OUTCOME} and (doer_practitioner_id is null or topic = '' or doer_practitioner_id = {me}
      or exists (select from access.grants g where g.episode_id = t.episode_id and g.reach in ('lead', 'team') and g.topic = t.topic
        and g.subject_id = t.doer_practitioner_id and g.begins <= {now} and g.ends > {now}))`,
      more: [
        { episode_id: JOSEPHINES_EPISODE, outcome_id: outcomeOf('substance_misuse'), topic: "''" },
        {
          episode_id: JOSEPHINES_EPISODE,
          outcome_id: outcomeOf('sexual_health'),
          topic: "'sexual_health'",
          doer_practitioner_id: personOf('Naomi Silverlake'),
        },
      ],
      change: 'episode_id {plan.edit} or (doer_practitioner_id = {me} and episode_id {plan.act})',
      column: 'progress_note',
    }),
    {
      outcome_id: firstOutcomeOf('Harry'),
      topic: "''",
      doer_practitioner_id: 'null',
    },
  ),
  reviews: whileOpen(byPermission('record.read', 'review.hold')),
  next_review_dates: whileOpen({
    read: 'episode_id {record.read}',
    add: 'recorded_by = {me} and episode_id {review.hold}',
    own: { recorded_by: '{me}', reason: "'x'" },
    more: [{ recorded_by: personOf('Maureen Oakleaf'), reason: "'x'" }],
  }),
  outcome_scores: {
    read: `episode_id {record.read} and ${VISIBLE_SCORE}`,
    add: `(episode_id {plan.edit} or episode_id {review.hold} or episode_id {episode.close}) and ${VISIBLE_SCORE} and ${VISIBLE_OUTCOME}`,
    more: [{ episode_id: JOSEPHINES_EPISODE, outcome_id: outcomeOf('substance_misuse'), topic: "''" }],
  },
  closures: {
    read: 'episode_id {record.read}',
    // A closure that takes two people is written by the approval; no role inserts it, or an undone closure, directly.
    add: 'episode_id {episode.close} and recorded_by = {me} and proposal_id is null and undone_at is null',
    own: { recorded_by: '{me}' },
    more: [
      { proposal_id: 'null', undone_by: 'null', undone_at: 'null', undone_because: 'null' },
      { proposal_id: '(select p.id from closure_proposals p where p.episode_id = t.episode_id limit 1)' },
    ],
    change: 'episode_id {closure.undo} and undone_at is null',
    signed: { undone_by: '{me}', undone_at: '{now}', undone_because: "'x'" },
  },
  closure_proposals: {
    read: 'episode_id {record.read}',
    add: `episode_id {episode.close} and episode_id = any({open}) and proposed_by = {me} and outcome is null
      and exists (select from access.closure_approvers_all(t.episode_id) a where a.practitioner_id = t.manager_id)`,
    own: { proposed_by: '{me}' },
    more: [
      UNANSWERED,
      { ...UNANSWERED, manager_id: personOf('Harriet Crossways') },
      { ...UNANSWERED, episode_id: episodeOf('Harry'), manager_id: personOf('Dilip Waymarker') },
    ],
    // The manager who was asked answers; the proposer withdraws.
    change: `outcome is null and ((manager_id = {me} and episode_id {closure.approve})
      or (proposed_by = {me} and episode_id {episode.close}))`,
    signed: {
      outcome_by: '{me}',
      outcome_at: '{now}',
      outcome: "case when manager_id = {me} then 'returned' else 'withdrawn' end",
      outcome_reason: "'x'",
    },
    further: [
      {
        set: { outcome: "'approved'", outcome_by: '{me}', outcome_at: '{now}' },
        change: 'outcome is null and manager_id = {me} and episode_id {closure.approve}',
      },
      {
        set: { outcome: "'withdrawn'", outcome_by: '{me}', outcome_at: '{now}' },
        change: 'outcome is null and proposed_by = {me} and episode_id {episode.close}',
      },
      // An outcome that only the database sets.
      { set: { outcome: "'lapsed'", outcome_by: '{me}', outcome_at: '{now}' }, change: NO_ONE },
    ],
  },
  closure_proposal_outcomes: {
    read: `episode_id {record.read} and ${VISIBLE_SCORE}`,
    add: `episode_id {episode.close} and recorded_by = {me} and ${VISIBLE_OUTCOME} and exists (select from closure_proposals p
      where p.id = t.proposal_id and p.proposed_by = {me} and p.outcome is null and p.episode_id {record.read})`,
    own: { recorded_by: '{me}' },
    more: [
      inProposal('b001', 'Josephine'),
      { ...inProposal('b001', 'Josephine'), recorded_by: personOf('Patience Adebright') },
      // Already answered; and by a person who may no longer close.
      inProposal('b003', 'Josephine'),
      inProposal('b009', 'Leah'),
    ],
  },
  chronology_notes: whileOpen(sensitiveToWrite(byPermission('record.read', 'chronology.add'))),
};
