import { agencyNameSql, personNameSql } from '#libs/access';
import type { ActionStatus, EveryChildMattersOutcome, OutcomeResult } from '#libs/terms';
import type { FamilyAgreement } from './action.rules.js';

export interface ActionView {
  readonly id: string;
  readonly description: string;
  readonly doer: {
    readonly practitioner: {
      readonly id: string;
      readonly name: string;
      readonly agency: string | null;
    } | null;
    readonly name: string;
  };
  readonly dueOn: string;
  readonly status: ActionStatus;
  readonly familyAgreement: FamilyAgreement;
  readonly familyAgreementNote: string | null;
  readonly progressNote: string | null;
  readonly doneOn: string | null;
  readonly droppedBecause: string | null;
  readonly topic: string;
  readonly version: number;
}
interface ScoreView {
  readonly scorer: 'child' | 'parent' | 'worker';
  readonly score: number;
  readonly progress: string | null;
  readonly scoredOn: string;
  readonly reviewId: string | null;
}
export interface OutcomeView {
  readonly id: string;
  readonly description: string;
  readonly everyChildMatters: EveryChildMattersOutcome;
  readonly elements: readonly string[];
  readonly startingScore: number;
  readonly targetScore: number | null;
  readonly currentScore: number;
  readonly result: OutcomeResult | null;
  readonly topic: string;
  readonly scores: readonly ScoreView[];
  readonly actions: readonly ActionView[];
  readonly version: number;
}
export interface PlanView {
  readonly id: string;
  readonly agreedOn: string | null;
  readonly agreedWith: string | null;
  readonly startedAt: Date;
  readonly outcomes: readonly OutcomeView[];
  readonly version: number;
}

/** The agency that a practitioner acts for here: as lead, in the team, or having opened or assessed. */
const AGENCY_HERE = `
  (select g.name from (
      select agency_id from lead_professional_appointments where episode_id = $1 and practitioner_id = p.id
      union select agency_id from team_members where episode_id = $1 and practitioner_id = p.id
      union select agency_id from authorships where episode_id = $1 and practitioner_id = p.id) h
    join agencies g on g.id = h.agency_id order by access.name_order(g.name) limit 1)`;

const ACTIONS = `
  select json_agg(json_build_object('id', a.id, 'description', a.description, 'dueOn', a.due_on, 'status', a.status,
    'familyAgreement', a.family_agreement, 'familyAgreementNote', a.family_agreement_note,
    'progressNote', a.progress_note, 'doneOn', a.done_on, 'droppedBecause', a.dropped_because, 'topic', a.topic, 'version', a.version,
    'doer', json_build_object('name', coalesce(${personNameSql('p.name', 'u.why')}, a.doer_name), 'practitioner',
      case when p.id is not null then json_build_object('id', p.id, 'name', ${personNameSql('p.name', 'u.why')},
        'agency', ${agencyNameSql(AGENCY_HERE, 'u.why')}) end))
    order by a.due_on, a.id)
  from plan_actions a left join practitioners p on p.id = a.doer_practitioner_id
    left join access.unnamed_people($1) u on u.practitioner_id = p.id where a.outcome_id = o.id`;

const SCORES = `
  select json_agg(json_build_object('scorer', s.scorer, 'score', s.score, 'progress', s.progress,
    'scoredOn', s.scored_on, 'reviewId', s.review_id) order by s.scored_on, s.recorded_at, s.id)
  from outcome_scores s where s.outcome_id = o.id`;

/** The plan of one episode with its outcomes, their scores and actions, in their order. */
export const PLAN = `
  select d.id, d.agreed_on::text as agreed_on, d.agreed_with, d.started_at, d.version,
    coalesce((select json_agg(json_build_object('id', o.id, 'description', o.description,
        'everyChildMatters', o.every_child_matters, 'elements', o.elements, 'startingScore', o.starting_score,
        'targetScore', o.target_score, 'currentScore', o.current_score, 'result', o.result, 'topic', o.topic, 'version', o.version,
        'scores', coalesce((${SCORES}), '[]'), 'actions', coalesce((${ACTIONS}), '[]')) order by o.position, o.id)
      from plan_outcomes o where o.episode_id = $1), '[]') as outcomes
  from delivery_plans d where d.episode_id = $1`;

/** The scores of one episode by the day that they are about, of one day the later typed last. */
export const SCORES_BY_DAY = `
  select s.outcome_id, s.scorer, s.score, s.scored_on::text as scored_on, s.review_id,
    s.review_id is null and row_number() over (
      partition by s.outcome_id, s.review_id is null order by s.recorded_at, s.id) = 1 as is_start
  from outcome_scores s where s.episode_id = $1 order by s.scored_on, s.recorded_at, s.id`;
