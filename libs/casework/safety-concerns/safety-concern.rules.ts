import type { FieldError } from '#libs/platform';
import type { SafetyConcernGround } from '#libs/terms';

/** What a checklist says about the child's safety. */
export interface SafetyAnswers {
  /** "Safe from harm" is answered with no. */
  readonly isUnsafe: boolean;
  /** The decision is to follow safeguarding procedures. */
  readonly followsProcedures: boolean;
  /** What was seen or heard, written beside the answer. */
  readonly said: string | null;
}

export interface ConcernAnswer {
  readonly actionTaken: string;
  readonly actionAt: Date;
  readonly spokenTo: string;
  readonly reference?: string | null;
}

export const NO_SAFETY_ANSWERS: SafetyAnswers = { isUnsafe: false, followsProcedures: false, said: null };

/**
 * The ground on which this saving of a checklist raises a concern, or null. What is new raises one of its own, even while
 * an earlier one stands, so that no answer to the earlier one covers it; saving the same again raises none.
 */
export function groundOfConcern(
  before: SafetyAnswers,
  after: SafetyAnswers,
  { isStanding }: { readonly isStanding: boolean },
): SafetyConcernGround | null {
  const saysMore = after.said !== null && after.said !== before.said;
  if (after.isUnsafe && (!before.isUnsafe || saysMore)) return 'not_safe';
  // The decision that follows from a concern still to be answered is no second concern.
  if (after.followsProcedures && !before.followsProcedures && !isStanding) return 'procedures';
  return null;
}

/** What keeps an answer from being recorded, beside its fields. */
export function validateAnswer({ actionTaken, actionAt, spokenTo }: ConcernAnswer, now: Date): FieldError[] {
  return [
    ...(actionTaken.trim() ? [] : [{ field: 'actionTaken', message: 'Enter what was done' }]),
    ...(actionAt.getTime() <= now.getTime()
      ? []
      : [{ field: 'actionAt', message: 'The date and time must be now or in the past' }]),
    ...(spokenTo.trim() ? [] : [{ field: 'spokenTo', message: 'Enter who was spoken to' }]),
  ];
}
