import { addDays, addMonths, type FieldError } from '#libs/platform';

export interface NextReviewInput {
  readonly reviewOn: string;
  readonly reason?: string | null;
}

const FIRST_REVIEW_DAYS = 42;
const MAX_MONTHS_AHEAD = 12;

/** Is a review so far ahead that its year must be mistyped? */
export const isTooFarAhead = (reviewOn: string, from: string): boolean =>
  reviewOn > addMonths(from, MAX_MONTHS_AHEAD);

export const TOO_FAR_AHEAD = 'The next review must be within 12 months';

/** The first review is offered six weeks after the first meeting or the agreement of the plan; none if that has passed. */
export function offeredReviewOn(begun: string | null, today: string): string | null {
  const offered = begun && addDays(begun, FIRST_REVIEW_DAYS);
  return offered && offered >= today ? offered : null;
}

/** Validates a date for the next review. A date that stood already moves only with a reason. */
export function validateNextReview(
  { reviewOn, reason }: NextReviewInput,
  { today, standing }: { readonly today: string; readonly standing: string | null },
): FieldError[] {
  const errors: FieldError[] = [];
  if (reviewOn < today)
    errors.push({ field: 'reviewOn', message: 'The date of the next review must be today or later' });
  else if (isTooFarAhead(reviewOn, today)) errors.push({ field: 'reviewOn', message: TOO_FAR_AHEAD });
  else if (reviewOn === standing)
    errors.push({ field: 'reviewOn', message: 'The next review is on this date already' });
  if (standing && !reason?.trim()) errors.push({ field: 'reason', message: 'Enter why the date is moved' });
  return errors;
}
