import type { FieldError } from '#libs/platform';
import type { SafetyConcernGround } from '#libs/terms';

/** The answers of a checklist or an assessment that concern the child's safety. */
export interface SafetyAnswers {
  /** "Safe from harm" is answered with no. */
  readonly isUnsafe: boolean;
  /** The decision is to follow safeguarding procedures. */
  readonly followsProcedures: boolean;
  /** The conclusions of an assessment say that the child suffers, or is likely to suffer, significant harm. */
  readonly suffersHarm: boolean;
  /** The note beside the answer: what was seen or heard. */
  readonly said: string | null;
}

export interface ConcernAnswer {
  readonly actionTaken: string;
  readonly actionAt: Date;
  readonly spokenTo: string;
  readonly reference?: string | null;
}

export const NO_SAFETY_ANSWERS: SafetyAnswers = {
  isUnsafe: false,
  followsProcedures: false,
  suffersHarm: false,
  said: null,
};

/**
 * The ground on which saving a checklist or the conclusions of an assessment raises a concern, or null. A new ground raises a new concern even while an
 * earlier one is open, so that no answer to the earlier one covers it; saving the same again raises none.
 */
export function groundOfConcern(
  before: SafetyAnswers,
  after: SafetyAnswers,
  { isStanding }: { readonly isStanding: boolean },
): SafetyConcernGround | null {
  const saysMore = after.said !== null && after.said !== before.said;
  if (after.isUnsafe && (!before.isUnsafe || saysMore)) return 'not_safe';
  if (after.suffersHarm && (!before.suffersHarm || saysMore)) return 'significant_harm';
  // The decision that follows from an open concern is no second concern.
  if (after.followsProcedures && !before.followsProcedures && !isStanding) return 'procedures';
  return null;
}

/** Validates the answer to a concern, each error beside its field. */
export function validateAnswer({ actionTaken, actionAt, spokenTo }: ConcernAnswer, now: Date): FieldError[] {
  return [
    ...(actionTaken.trim() ? [] : [{ field: 'actionTaken', message: 'Enter what was done' }]),
    ...(actionAt.getTime() <= now.getTime()
      ? []
      : [{ field: 'actionAt', message: 'The date and time must be now or in the past' }]),
    ...(spokenTo.trim() ? [] : [{ field: 'spokenTo', message: 'Enter who was spoken to' }]),
  ];
}
