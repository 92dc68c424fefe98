import type { PlanSeen } from '#libs/casework/plans';
import { type AffectedByClosure, type Closure, WORKING_TOGETHER_RATINGS } from '#libs/casework/reviews';
import {
  CLOSURE_REASON_NEEDS,
  CLOSURE_REASONS,
  CLOSURE_REQUIREMENTS,
  type ClosureReason,
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

/** What the form asks: who is touched first, then why, and what each reason needs. */
export function closureForm(
  affected: readonly AffectedByClosure[],
  plan: PlanSeen | null,
  agencies: readonly Named[],
  levels: readonly Level[],
  level: number | null,
) {
  return {
    affected: [...affected].sort((a, b) =>
      a.part === b.part ? (a.name < b.name ? -1 : 1) : a.part === 'lead' ? -1 : 1,
    ),
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
      { value: '', text: 'As it is' },
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
      { value: '', text: 'Did not say' },
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

/** What the form holds before anybody types: today, and each outcome's score as it stands. */
export function firstTyped(plan: PlanSeen | null, today: string): Record<string, string> {
  const [year, month, day] = today.split('-').map(Number);
  const scores = (plan?.outcomes ?? []).map(({ id, currentScore }) => [`score-${id}`, String(currentScore)]);
  return {
    'closedOn-day': String(day),
    'closedOn-month': String(month),
    'closedOn-year': String(year),
    ...Object.fromEntries(scores),
  };
}

/** The closure as it is read afterwards. */
export function closureShown(closure: Closure, plan: PlanSeen | null, agencies: readonly Named[]) {
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
      const rating = closure.ratings[key];
      return rating ? [{ text: labelOf(WORKING_TOGETHER_RATINGS, key), rating }] : [];
    }),
  };
}
