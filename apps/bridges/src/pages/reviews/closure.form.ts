import {
  type ChildDied,
  type ClosureInput,
  type ContactAttempt,
  type OutcomeClosure,
  WORKING_TOGETHER_RATINGS,
} from '#libs/casework/reviews';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { CLOSURE_REASONS, DEATH_DATES_KNOWN, DEATH_SOURCES, keysOf, OUTCOME_RESULTS } from '#libs/terms';

export const ATTEMPTS = [0, 1, 2, 3] as const;

/** The form's choices, and the range of its dates. */
interface ClosureChoices {
  readonly outcomeIds: readonly string[];
  readonly agencyIds: readonly string[];
  readonly managerIds: readonly string[];
  /** The children of whom no death is recorded. */
  readonly livingIds: readonly string[];
  readonly today: string;
  readonly openedOn: string;
}

/** Reads the form that closes an episode. The service checks what each reason requires. */
export function readClosure(
  body: unknown,
  { outcomeIds, agencyIds, managerIds, livingIds, today, openedOn }: ClosureChoices,
): FormAnswer<ClosureInput> {
  const form = new FormReader(body);
  const finalLevel = form.optionalChoice('finalLevel', ['1', '2', '3', '4'], { label: 'the level of need' });
  const reason = form.choice('reason', keysOf(CLOSURE_REASONS), { label: 'why you are closing it' });
  return form.answer({
    reason,
    deaths: reason === 'DIED' ? readDeath(form, livingIds, today) : [],
    closedOn: form.date('closedOn', { label: 'the closing date', latest: today }),
    summary: form.longText('summary', {
      label: 'what was done',
      message: 'Enter what was done and the result',
    }),
    outcomes: outcomeIds.map((id) => readOutcome(form, id)),
    finalLevel: finalLevel ? Number(finalLevel) : null,
    remainingNeeds: form.optionalLongText('remainingNeeds', { label: 'the ongoing needs' }),
    namedAgencyId: form.optionalChoice('namedAgencyId', agencyIds, { label: 'the agency taking over' }),
    safeguardingChecked:
      form.choices('safeguardingChecked', ['yes'], { label: 'the check', optional: true }).length > 0,
    safeguardingNote: form.optionalLongText('safeguardingNote', { label: 'the note of the check' }),
    contactAttempts: ATTEMPTS.flatMap((index) => readAttempt(form, index, openedOn, today)),
    receivingAuthority: form.optionalText('receivingAuthority', { label: 'the authority' }),
    familyTold: form.yesNo('familyTold', {
      label: 'the family',
      message: 'Select yes if the family has been told',
    }),
    familyToldNote: form.optionalLongText('familyToldNote', { label: 'how the family was told', max: 2000 }),
    managerId: form.optionalChoice('managerId', managerIds, { label: 'the manager' }),
    copyGivenOn: form.optionalDate('copyGivenOn', { label: 'the date the copy was given', latest: today }),
    copyFormat: form.optionalText('copyFormat', { label: 'the format of the copy' }),
    childView: form.optionalLongText('childView', { label: 'what the child says' }),
    parentView: form.optionalLongText('parentView', { label: 'what the parent says' }),
    ratings: readRatings(form),
  });
}

/** One child; the others, if there are any, from their own pages. Left blank where the death is recorded already. */
function readDeath(form: FormReader, livingIds: readonly string[], today: string): ChildDied[] {
  const childId = form.optionalChoice('deadChildId', livingIds, { label: 'the child' });
  if (childId === null) return [];
  return [
    {
      childId,
      dateKnown: form.choice('dateKnown', keysOf(DEATH_DATES_KNOWN), { label: 'how well the date is known' }),
      diedOn: form.optionalDate('diedOn', { label: 'the date', latest: today }),
      source: form.choice('source', keysOf(DEATH_SOURCES), { label: 'who told you' }),
    },
  ];
}

function readOutcome(form: FormReader, outcomeId: string): OutcomeClosure {
  return {
    outcomeId,
    result: form.choice(`result-${outcomeId}`, keysOf(OUTCOME_RESULTS), {
      label: 'the result',
      message: 'Select the result of this outcome',
    }),
    closingScore: form.integer(`score-${outcomeId}`, { label: 'the closing score', min: 0, max: 10 }),
  };
}

/** A contact attempt with any content must be complete. */
function readAttempt(form: FormReader, index: number, openedOn: string, today: string): ContactAttempt[] {
  const name = `attempt-${index}`;
  const on = form.optionalDate(`${name}-on`, {
    label: 'the date of the attempt',
    earliest: openedOn,
    latest: today,
  });
  const how = form.optionalText(`${name}-how`, { label: 'how you tried to contact them' });
  const result = form.optionalText(`${name}-result`, { label: 'the result' });
  if (!on && !how && !result) return [];
  if (!on && !form.errors.some(({ field }) => field === `${name}-on`))
    form.reject(`${name}-on`, 'Enter the date of the attempt');
  if (!how) form.reject(`${name}-how`, 'Enter how you tried to contact them');
  if (!result) form.reject(`${name}-result`, 'Enter the result');
  return [{ on: on ?? '', how: how ?? '', result: result ?? '' }];
}

function readRatings(form: FormReader): Record<string, number> {
  const given = keysOf(WORKING_TOGETHER_RATINGS).map(
    (key) => [key, form.optionalInteger(`rating-${key}`, { label: 'the rating', min: 1, max: 5 })] as const,
  );
  return Object.fromEntries(given.filter((pair): pair is [(typeof pair)[0], number] => pair[1] !== null));
}
