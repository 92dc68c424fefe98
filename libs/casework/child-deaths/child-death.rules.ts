import { type CalendarDate, compareDates, type FieldError } from '#libs/platform';

/** How long it can be undone. The database holds the same (access.undo_death_days). */
export const UNDO_DEATH_DAYS = 28;

export interface DeathDraft {
  readonly diedOn?: CalendarDate | null;
  readonly dateKnown: string;
  readonly source: string;
  readonly note?: string | null;
}

/** Validates what is known of the date, each error beside the field where it can be corrected. */
export function validateDeath(
  { diedOn, dateKnown }: DeathDraft,
  { today, bornOn }: { readonly today: CalendarDate; readonly bornOn: CalendarDate | null },
): FieldError[] {
  const error = (message: string): FieldError[] => [{ field: 'diedOn', message }];
  if (dateKnown === 'not_known') return diedOn ? error('Remove the date, or select that it is known') : [];
  if (!diedOn) return error('Enter the date, or select that it is not known');
  if (compareDates(diedOn, today) > 0) return error('The date must be today or in the past');
  if (bornOn && compareDates(diedOn, bornOn) < 0)
    return error('The date must be on or after the date of birth');
  return [];
}

export const canBeUndone = (recordedAt: Date, now: Date): boolean =>
  now.getTime() < recordedAt.getTime() + UNDO_DEATH_DAYS * 86_400_000;
