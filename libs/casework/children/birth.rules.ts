import {
  addDays,
  type Birth,
  birthKind,
  bornBetween,
  compareDates,
  daysBetween,
  type FieldError,
} from '#libs/platform';

/** Early help runs to 18, or 25 with a learning difficulty or disability. */
const MAX_AGE_DAYS = 26 * 366;
const MAX_PREGNANCY_DAYS = 42 * 7;
/** A pregnancy of forty weeks begins on the day that it is dated from: an expected date further off is unusual. */
const FULL_PREGNANCY_DAYS = 280;
/** A birth three weeks late is rare: the child has probably been born. */
const OVERDUE_DAYS = 21;

/**
 * A birth is known in one way: the day, a month or year, an estimated age, or an expected date; and it lies within a
 * childhood. Unless `confirmed`, an expected date far off or long past is asked about.
 */
export function validateBirth(birth: Birth, today: string, confirmed = true): FieldError[] {
  const { dateOfBirth, birthPeriod, estimatedAge, estimatedOn, expectedDate } = birth;
  const isEstimate = estimatedAge != null || estimatedOn != null;
  const given = [dateOfBirth, birthPeriod, isEstimate, expectedDate].filter(Boolean).length;
  if (given > 1 && expectedDate)
    return [{ field: 'expectedDate', message: 'Enter a date of birth or an expected date, not both' }];
  if (given > 1)
    return [
      {
        field: isEstimate ? 'estimatedAge' : 'birthPeriod',
        message: 'Enter a date of birth, a month or year, or an estimated age: only one of them',
      },
    ];
  if (given === 0)
    return [{ field: 'dateOfBirth', message: 'Enter the date of birth, or the expected date' }];
  if (isEstimate) return validateEstimate(birth, today);
  return expectedDate ? validateExpected(expectedDate, today, confirmed) : validatePeriod(birth, today);
}

function validateEstimate(birth: Birth, today: string): FieldError[] {
  const { estimatedAge, estimatedOn } = birth;
  if (estimatedAge == null || !Number.isInteger(estimatedAge) || estimatedAge < 1 || estimatedAge > 25)
    return [
      {
        field: 'estimatedAge',
        message: 'The estimated age must be between 1 and 25. For a baby, enter the month and year of birth',
      },
    ];
  if (!estimatedOn)
    return [{ field: 'estimatedOn', message: 'Enter the day on which the age was estimated' }];
  if (compareDates(estimatedOn, today) > 0)
    return [{ field: 'estimatedOn', message: 'The day of the estimate must be today or in the past' }];
  return isTooLongAgo(birth, today)
    ? [{ field: 'estimatedOn', message: 'By this estimate the child was born more than 25 years ago' }]
    : [];
}

function validatePeriod(birth: Birth, today: string): FieldError[] {
  const what = { exact: 'date', month: 'month', year: 'year', about: '', expected: '' }[birthKind(birth)!];
  const subject = what === 'date' ? 'The date of birth' : `The ${what} of birth`;
  const { earliest } = bornBetween(birth)!;
  if (compareDates(earliest, today) > 0)
    return [
      {
        field: 'dateOfBirth',
        message: `${subject} must be ${what === 'date' ? 'today' : `this ${what}`} or in the past`,
      },
    ];
  return isTooLongAgo(birth, today)
    ? [{ field: 'dateOfBirth', message: `${subject} must be within the last 25 years` }]
    : [];
}

function validateExpected(expectedDate: string, today: string, confirmed: boolean): FieldError[] {
  if (compareDates(expectedDate, addDays(today, MAX_PREGNANCY_DAYS)) > 0)
    return [{ field: 'expectedDate', message: 'The expected date must be within the next 42 weeks' }];
  if (confirmed) return [];
  const away = daysBetween(today, expectedDate);
  if (away < -OVERDUE_DAYS)
    return [
      {
        field: 'expectedDateConfirmed',
        message:
          'The expected date is more than 3 weeks ago. If the baby has been born, enter the date of birth. If not, confirm the expected date',
      },
    ];
  return away > FULL_PREGNANCY_DAYS
    ? [
        {
          field: 'expectedDateConfirmed',
          message: 'The expected date is more than 9 months away. Check it, and confirm it if it is right',
        },
      ]
    : [];
}

const isTooLongAgo = (birth: Birth, today: string): boolean =>
  daysBetween(bornBetween(birth)!.latest, today) > MAX_AGE_DAYS;
