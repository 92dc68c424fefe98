import {
  ACTION_AGREEMENTS,
  type ActionView,
  isOpenAction,
  type OutcomeView,
  type PlanView,
} from '#libs/casework/plans';
import { distanceTravelled } from '#libs/page-kit';
import { topicLabel } from '../shared/sensitive-topics.js';
import { ACTION_STATUSES, EVERY_CHILD_MATTERS_OUTCOMES, labelOf, OUTCOME_RESULTS } from '#libs/terms';

const SCORERS = { child: 'Child', parent: 'Parent or carer', worker: 'Practitioner' } as const;

/** An action as a row: assignee, due date, status. The reader may report on an action if `mine` is set. */
export function toActionView(action: ActionView, me: string) {
  const { doer, status } = action;
  return {
    ...action,
    who: doer.name,
    agency: doer.practitioner?.agency ?? 'Family',
    statusLabel: labelOf(ACTION_STATUSES, status),
    isOpen: isOpenAction(status),
    agreement: ACTION_AGREEMENTS[action.familyAgreement],
    mine: doer.practitioner?.id === me,
    sensitive: topicLabel(action.topic),
  };
}

/** The plan on one page: a progress diagram, and each outcome with its actions. */
export function toPlanView(plan: PlanView | null, me: string) {
  const outcomes = plan?.outcomes ?? [];
  return {
    agreedOn: plan?.agreedOn ?? null,
    startedAt: plan?.startedAt ?? null,
    outcomes: outcomes.map((outcome) => toOutcomeView(outcome, me)),
    travelled: distanceTravelled(
      outcomes.map(({ description, startingScore, currentScore, scores }) => ({
        name: description,
        from: startingScore,
        to: scores.length > 1 ? currentScore : null,
      })),
    ),
  };
}

function toOutcomeView({ everyChildMatters, result, scores, actions, ...outcome }: OutcomeView, me: string) {
  return {
    ...outcome,
    everyChildMatters: labelOf(EVERY_CHILD_MATTERS_OUTCOMES, everyChildMatters),
    result: result && labelOf(OUTCOME_RESULTS, result),
    scores: scores.map(({ scorer, ...score }) => ({ ...score, scorer: SCORERS[scorer] })),
    sensitive: topicLabel(outcome.topic),
    actions: actions.map((action) => toActionView(action, me)),
  };
}

/** A date as the three fields of a form. */
export function dateTyped(name: string, date: string | null): Record<string, string> {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
