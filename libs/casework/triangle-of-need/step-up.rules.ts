import { addWorkingDays, londonDate } from '#libs/platform';
import type { FamilyAgreement } from '#libs/terms';

const IN_WORDS: Record<FamilyAgreement, string> = {
  agreed: 'The family agreed to the step-up.',
  not_agreed: 'The family did not agree to the step-up.',
  not_asked: 'The family was not asked about the step-up.',
};
/** A social worker decides within one working day of a referral (Working Together to Safeguard Children). */
const WORKING_DAYS_TO_ANSWER = 1;

/**
 * The family's view of level 4, as far as the step-up states it. The reason for not asking them is the practitioner's.
 */
export function familyViewOf({ familyAgreement }: { familyAgreement: string }): string {
  return IN_WORDS[familyAgreement as FamilyAgreement];
}

/** The day by which the front door should have answered. */
export const answerDueOn = (raisedAt: Date): string =>
  addWorkingDays(londonDate(raisedAt), WORKING_DAYS_TO_ANSWER);
