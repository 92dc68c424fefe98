import { addDays, addMonths, type CalendarDate, compareDates } from '#libs/platform';
import { AGE_OF_MAJORITY } from './consent-deciders.rules.js';
import {
  type Circumstances,
  type ConsentDraft,
  type ConsentRule,
  decidesForTheChild,
  errorIf,
  isAgreement,
} from './consent-draft.js';

/** Consent is renewed at least every six months (domain: review at most six months ahead). */
export const MAX_MONTHS = 6;

/** The day on which a person reaches an age; a person born on 29 February reaches it on 1 March of a common year. */
export function birthdayAt(born: CalendarDate, age: number): CalendarDate {
  const day = addMonths(born, age * 12);
  return born.endsWith('-02-29') && !day.endsWith('-02-29') ? addDays(day, 1) : day;
}

/** The latest end date of a decision: six months, and a parent's ends before any child can turn 18. */
export function latestEnd(draft: ConsentDraft, { births, today }: Circumstances): CalendarDate {
  const sixMonthsOn = addMonths(draft.decidedOn ?? today, MAX_MONTHS);
  if (!decidesForTheChild(draft)) return sixMonthsOn;
  const dayBeforeMajority = births.flatMap((born) =>
    born ? [addDays(birthdayAt(born.earliest, AGE_OF_MAJORITY), -1)] : [],
  );
  return [sixMonthsOn, ...dayBeforeMajority].sort(compareDates)[0]!;
}

export const datesValid: ConsentRule = ({ decidedOn, validUntil, reviewOn, ...draft }, circumstances) => {
  const { today } = circumstances;
  const decided = decidedOn ?? today;
  const sixMonthsOn = addMonths(decided, MAX_MONTHS);
  const latest = latestEnd({ ...draft, decidedOn }, circumstances);
  return [
    ...errorIf(
      compareDates(decided, today) > 0,
      'decidedOn',
      'The date of the decision must be today or in the past',
    ),
    ...errorIf(
      isAgreement(draft) && validUntil != null && compareDates(validUntil, today) < 0,
      'validUntil',
      'The date consent ends must be today or later',
    ),
    ...errorIf(
      validUntil != null && compareDates(validUntil, sixMonthsOn) > 0,
      'validUntil',
      'Consent can last 6 months at most. Ask the family again then',
    ),
    ...errorIf(
      isAgreement(draft) &&
        validUntil != null &&
        compareDates(validUntil, sixMonthsOn) <= 0 &&
        compareDates(validUntil, latest) > 0 &&
        compareDates(latest, today) >= 0,
      'validUntil',
      'Consent given by someone else for a child ends the day before the 18th birthday',
    ),
    ...errorIf(
      reviewOn != null &&
        (compareDates(reviewOn, decided) < 0 || compareDates(reviewOn, validUntil ?? latest) > 0),
      'reviewOn',
      'The date you will ask the family again must be before consent ends',
    ),
  ];
};
