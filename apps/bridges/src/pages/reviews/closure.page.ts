import type { PlanView } from '#libs/casework/plans';
import {
  type ClosureRecipient,
  type ClosureApprover,
  type ClosureInput,
  type ContactAttempt,
  type RecipientPart,
  UNDO_CLOSURE_DAYS,
  WORKING_TOGETHER_RATINGS,
} from '#libs/casework/reviews';
import {
  CLOSURE_REASON_NEEDS,
  CLOSURE_REASONS,
  CLOSURE_REQUIREMENTS,
  type ClosureReason,
  DEATH_DATES_KNOWN,
  DEATH_SOURCES,
  keysOf,
  labelOf,
  OUTCOME_RESULTS,
  optionsOf,
} from '#libs/terms';
import { ATTEMPTS } from './closure.form.js';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Level {
  readonly number: number;
  readonly name: string;
  readonly statutory: boolean;
}

interface Asked {
  readonly affected: readonly ClosureRecipient[];
  readonly approvers: readonly ClosureApprover[];
  readonly plan: PlanView | null;
  readonly agencies: readonly Named[];
  readonly levels: readonly Level[];
  readonly level: number | null;
  /** The children of whom no death is recorded. */
  readonly living: readonly Named[];
}

const PARTS: Readonly<Record<RecipientPart, string>> = {
  proposer: 'proposed it',
  approver: 'asked to approve it',
  lead: 'lead professional',
  author: 'started or assesses the episode',
  team: 'in the team',
  asked: 'asked to lead',
  manager: 'manager',
  front_door: 'social care’s front door',
};

export function toAffectedView(affected: readonly ClosureRecipient[]) {
  return affected.map(({ name, agency, part }) => ({ name, agency, part: PARTS[part] }));
}

/** Social care's level: only social care may close such an episode. */
export function isAtStatutoryLevel(levels: readonly Level[], level: number | null): boolean {
  return levels.some(({ number, statutory }) => statutory && number === level);
}

/** The form: the people affected first, then the reason, and what each reason requires. */
export function closureForm({ affected, approvers, plan, agencies, levels, level, living }: Asked) {
  return {
    affected: toAffectedView(affected),
    undoDays: UNDO_CLOSURE_DAYS,
    living: [{ value: '', text: 'Choose' }, ...living.map(({ id, name }) => ({ value: id, text: name }))],
    datesKnown: optionsOf(DEATH_DATES_KNOWN),
    sources: optionsOf(DEATH_SOURCES),
    managers: [
      { value: '', text: 'Select a manager' },
      ...approvers.map(({ practitionerId, name, agency, reach }) => ({
        value: practitionerId,
        text: `${name}, ${reach === 'coordinator' ? 'coordinator' : 'manager'}, ${agency}`,
      })),
    ],
    reasons: keysOf(CLOSURE_REASONS).map((reason) => ({
      value: reason,
      text: labelOf(CLOSURE_REASONS, reason),
      hint: needs(reason),
    })),
    outcomes: (plan?.outcomes ?? []).map(({ id, description, startingScore, currentScore, targetScore }) => ({
      id,
      description,
      startingScore,
      currentScore,
      targetScore,
    })),
    results: optionsOf(OUTCOME_RESULTS),
    agencies: [{ value: '', text: 'None' }, ...agencies.map(({ id, name }) => ({ value: id, text: name }))],
    levels: [
      { value: '', text: 'No change' },
      ...levels
        .filter(({ number, statutory }) => !statutory || number === level)
        .map(({ number, name }) => ({ value: String(number), text: `${number} ${name}` })),
    ],
    attempts: ATTEMPTS.map((index) => ({ name: `attempt-${index}`, number: index + 1 })),
    ratings: keysOf(WORKING_TOGETHER_RATINGS).map((key) => ({
      name: `rating-${key}`,
      text: labelOf(WORKING_TOGETHER_RATINGS, key),
    })),
    ratingChoices: [
      { value: '', text: 'Not answered' },
      ...[1, 2, 3, 4, 5].map((value) => ({
        value: String(value),
        text: `${value}${value === 1 ? ', not at all' : value === 5 ? ', very much' : ''}`,
      })),
    ],
  };
}

function needs(reason: ClosureReason): { text: string } | undefined {
  const wanted = CLOSURE_REASON_NEEDS[reason].map((need) => labelOf(CLOSURE_REQUIREMENTS, need));
  return wanted.length > 0
    ? { text: `Needs: ${wanted.map((one) => one.charAt(0).toLowerCase() + one.slice(1)).join('; ')}` }
    : undefined;
}

/** Initial form values: today, and the current score of each outcome. */
export function initialValues(plan: PlanView | null, today: string): Record<string, string> {
  const scores = (plan?.outcomes ?? []).map(({ id, currentScore }) => [`score-${id}`, String(currentScore)]);
  return {
    ...dateTyped('closedOn', today),
    ...Object.fromEntries(scores),
  };
}

/** The values of a proposal that was returned, withdrawn, or can no longer be approved. */
export function toClosureFormValues(input: ClosureInput): Record<string, unknown> {
  const attempts = (input.contactAttempts ?? []).map(({ on, how, result }, index) => ({
    ...dateTyped(`attempt-${index}-on`, on),
    [`attempt-${index}-how`]: how,
    [`attempt-${index}-result`]: result,
  }));
  const outcomes = (input.outcomes ?? []).map(({ outcomeId, result, closingScore }) => ({
    [`result-${outcomeId}`]: result,
    ...(typeof closingScore === 'number' ? { [`score-${outcomeId}`]: String(closingScore) } : {}),
  }));
  const ratings = Object.entries(input.ratings ?? {}).map(([key, value]) => ({
    [`rating-${key}`]: String(value),
  }));
  return {
    reason: input.reason,
    ...(input.closedOn ? dateTyped('closedOn', input.closedOn) : {}),
    summary: input.summary,
    finalLevel: input.finalLevel ? String(input.finalLevel) : '',
    remainingNeeds: input.remainingNeeds ?? '',
    namedAgencyId: input.namedAgencyId ?? '',
    receivingAuthority: input.receivingAuthority ?? '',
    safeguardingChecked: input.safeguardingChecked ? ['yes'] : [],
    safeguardingNote: input.safeguardingNote ?? '',
    familyTold: input.familyTold ? 'yes' : 'no',
    familyToldNote: input.familyToldNote ?? '',
    ...(input.copyGivenOn ? dateTyped('copyGivenOn', input.copyGivenOn) : {}),
    copyFormat: input.copyFormat ?? '',
    childView: input.childView ?? '',
    parentView: input.parentView ?? '',
    ...Object.assign({}, ...attempts, ...outcomes, ...ratings),
  };
}

function dateTyped(name: string, date: string): Record<string, string> {
  const [year, month, day] = date.split('-').map(Number);
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}

interface ClosureWords {
  readonly reason: string;
  readonly namedAgencyId?: string | null;
  readonly ratings?: Readonly<Record<string, number>>;
  readonly contactAttempts?: readonly ContactAttempt[];
}

/** A closure, or a proposed one, as displayed. */
export function toClosureView<C extends ClosureWords>(
  closure: C,
  plan: PlanView | null,
  agencies: readonly Named[],
) {
  return {
    ...closure,
    reason: labelOf(CLOSURE_REASONS, closure.reason as ClosureReason),
    namedAgency: agencies.find(({ id }) => id === closure.namedAgencyId)?.name ?? null,
    outcomes: (plan?.outcomes ?? []).map(({ description, startingScore, currentScore, result }) => ({
      description,
      startingScore,
      currentScore,
      result: result ? labelOf(OUTCOME_RESULTS, result) : 'Not recorded',
    })),
    ratings: keysOf(WORKING_TOGETHER_RATINGS).flatMap((key) => {
      const rating = closure.ratings?.[key];
      return rating ? [{ text: labelOf(WORKING_TOGETHER_RATINGS, key), rating }] : [];
    }),
  };
}
