import { literal } from './dice.js';
import { at, dayAt, isReviewed } from './episodes.js';
import type { Setting } from './population.js';

const OUTCOMES = [
  'be_healthy',
  'stay_safe',
  'enjoy_and_achieve',
  'positive_contribution',
  'economic_well_being',
];
const WANTED = [
  'At school every day by nine.',
  'Says what is wanted in short sentences that strangers understand.',
  'A home that the family can stay in.',
  'Time each week to be a child and not a carer.',
  'Mornings and bedtimes without shouting.',
  'Two friends to see outside school.',
];
const DONE_BY = [
  'Walk in together for the first fortnight.',
  'Ring the housing officer and go along to the appointment.',
  'Weekly session at the children’s centre.',
  'Meet the teacher every Friday to look at the week.',
  'Find a place in the young carers’ group.',
  'See the speech therapist and practise at home.',
];

/** g_outcome: two outcomes of each plan, with baseline, target and current score. */
export function outcomes({ dice }: Setting): string {
  const began = `(1 + ${dice.below(4, 'began', 'o')})`;
  return `create temp table g_outcome on commit drop as
    select *, ${dice.id('outcome', 'o')} as outcome, least(10, began + case when reviewed then ${dice.below(5, 'progress', 'o')} else 0 end)::smallint as stands
    from (select *, ${began}::smallint as began from (
      select e.*, n, f * 10 + n as o, ${isReviewed} as reviewed, ${dice.id('plan', 'f')} as plan, coalesce(d.practitioner, e.holder) as leads
      from g_episode e left join g_lead d using (f) cross join generate_series(1, 2) n
      where level is not null and status in ('delivering', 'closed')) plans) outcomes`;
}

/** Delivery plans: outcomes with their scores, and actions with assignee and due date. */
export function planRows({ dice, asOf }: Setting): string[] {
  const key = 'o * 10 + m';
  const doer = `case when m = 2 and ${dice.roll('family does', key)} < 0.25 then null when m = 2 and p.practitioner is not null then p.practitioner else leads end`;
  const done = `(not open or due < date '${asOf}') and ${dice.roll('done', key)} < 0.85`;
  return [
    `insert into delivery_plans (id, episode_id, agreed_on, agreed_with, started_by, started_at, version)
     select plan, id, ${dayAt(0.35)}, carer_name, leads, ${at(0.33)}, 1 from g_outcome where n = 1`,
    `insert into plan_outcomes (id, plan_id, episode_id, position, description, every_child_matters, starting_score, target_score, current_score,
       result, written_by, written_at, version)
     select outcome, plan, id, n, ${dice.pick(WANTED, 'wanted', 'o')}, ${dice.pick(OUTCOMES, 'outcome', 'o')}, began, 8, stands,
       case when not open then case when stands >= 6 then 'achieved' when stands > began then 'partly' else 'not' end end, leads, ${at(0.33)}, 1
     from g_outcome`,
    `insert into outcome_scores (id, outcome_id, episode_id, review_id, scorer, score, scored_on, recorded_by)
     select ${dice.id('first score', 'o')}, outcome, id, null, 'worker', began, ${dayAt(0.33)}, leads from g_outcome
     union all
     select ${dice.id('score', 'o')}, outcome, id, ${dice.id('review', 'f')}, 'worker', stands, ${dayAt(0.7)}, leads from g_outcome where reviewed`,
    `insert into plan_actions (id, outcome_id, episode_id, description, doer_practitioner_id, doer_name, due_on, status, family_agreement,
       done_on, dropped_because, written_by, written_at, changed_at, version)
     select ${dice.id('action', key)}, outcome, id, ${dice.pick(DONE_BY, 'done by', key)}, doer, case when doer is null then carer_name end, due, act,
       'yes', case when act = 'done' then due end, case when act = 'dropped' then ${literal('The family no longer needs it.')} end, leads,
       ${at(0.34)}, case when act in ('done', 'dropped') then ${at(0.68)} else ${at(0.34)} end, 1
     from (
       select *, case when ${done} then 'done' when not open then 'dropped'
           when due < date '${asOf}' then 'delayed' when ${dice.roll('started', key)} < 0.6 then 'on_track' else 'not_started' end as act
       from (select g.*, m, ${doer} as doer,
           case when open then date '${asOf}' - 40 + ${dice.below(100, 'due', key)} else ${dayAt(0.66)} end as due
         from g_outcome g cross join generate_series(1, 2) m left join g_party p on p.f = g.f and p.n = 1) acts
     ) actions`,
  ];
}
