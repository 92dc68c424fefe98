import { type FieldError, invalid } from '#libs/platform';

/** Days of a post: from the first, until the last day worked. */
export interface PostDates {
  readonly beginsOn?: string | null;
  readonly lastDayOn?: string | null;
  readonly coversFor?: string | null;
}

/** Throws 422 beside the dates that cannot be those of a post that begins today or later. */
export function assertPostDates({ beginsOn, lastDayOn, coversFor }: PostDates, today: string): void {
  const errors: FieldError[] = [];
  if (beginsOn && beginsOn < today)
    errors.push({ field: 'beginsOn', message: 'The first day must be today or later' });
  if (lastDayOn && lastDayOn < (beginsOn ?? today))
    errors.push({ field: 'lastDayOn', message: 'The last day must be on or after the first day' });
  if (coversFor && !lastDayOn)
    errors.push({
      field: 'lastDayOn',
      message: 'Enter the last day of the cover. Access ends by itself after it',
    });
  if (errors.length > 0) throw invalid(errors);
}
