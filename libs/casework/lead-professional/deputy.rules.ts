import { addDays, type CalendarDate, type FieldError } from '#libs/platform';

/** More than a quarter is not deputising: propose a new lead. The database holds the same limit. */
const MAX_DEPUTYSHIP_DAYS = 92;

/** Validates the days of a deputy. */
export function validateDeputyDays(
  beginsOn: CalendarDate,
  endsOn: CalendarDate,
  today: CalendarDate,
): FieldError[] {
  if (beginsOn < today)
    return [{ field: 'beginsOn', message: 'The first day must be today or in the future' }];
  if (endsOn < beginsOn) return [{ field: 'endsOn', message: 'The last day must be the first day or later' }];
  if (endsOn > addDays(beginsOn, MAX_DEPUTYSHIP_DAYS))
    return [
      {
        field: 'endsOn',
        message: `The last day must be within ${MAX_DEPUTYSHIP_DAYS} days of the first`,
      },
    ];
  return [];
}
