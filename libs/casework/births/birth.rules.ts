import { addDays, type CalendarDate, compareDates, daysBetween, type FieldError } from '#libs/platform';

const MOST_DAYS_EARLY = 20 * 7;
const MOST_DAYS_LATE = 4 * 7;
/** So many days after the expected date it is asked whether the baby has been born. */
const ASK_AFTER_DAYS = 2 * 7;

export interface Baby {
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
}
export interface BirthDraft {
  readonly bornOn: CalendarDate;
  /** One, or of twins each: the first keeps the record of the pregnancy. */
  readonly babies: readonly Baby[];
  /** Recorded children with a similar name whom the practitioner checked and found to be others. */
  readonly notTheSameAs?: readonly string[];
}

/** It is asked of babies who were expected before this day. */
export const askedBefore = (today: CalendarDate): CalendarDate => addDays(today, -ASK_AFTER_DAYS);

/** Whether to ask if the baby has been born. */
export const isOverdue = (expectedDate: CalendarDate | null, today: CalendarDate): boolean =>
  expectedDate !== null && daysBetween(expectedDate, today) > ASK_AFTER_DAYS;

/** A date of birth far from the expected one is a slip of the pen, or the expected date is. */
export function validateBirthDate(
  { bornOn }: Pick<BirthDraft, 'bornOn'>,
  { expectedDate, today }: { readonly expectedDate: CalendarDate; readonly today: CalendarDate },
): FieldError[] {
  if (compareDates(bornOn, today) > 0)
    return [{ field: 'bornOn', message: 'The date of birth must be today or in the past' }];
  if (
    compareDates(bornOn, addDays(expectedDate, -MOST_DAYS_EARLY)) < 0 ||
    compareDates(bornOn, addDays(expectedDate, MOST_DAYS_LATE)) > 0
  )
    return [
      {
        field: 'bornOn',
        message:
          'This is more than 20 weeks before or 4 weeks after the expected date. Check both, and change the expected date if it is wrong',
      },
    ];
  return [];
}
