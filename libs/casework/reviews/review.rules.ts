import type { ScoreInput } from '#libs/casework/plans';
import type { FieldError } from '#libs/platform';
import type { ConsentReaffirmed, MissingCommentReason, ReviewType } from '#libs/terms';
import { isTooFarAhead, TOO_FAR_AHEAD } from './next-review.rules.js';
import type { PersonAtReview } from './review.entity.js';

export const SCORERS = ['child', 'parent', 'worker'] as const satisfies readonly ScoreInput['scorer'][];

export interface ReviewInput {
  readonly heldOn: string;
  readonly kind: ReviewType;
  readonly peoplePresent: readonly PersonAtReview[];
  readonly whatHasChanged: string;
  readonly nextSteps: string;
  readonly scores: readonly ScoreInput[];
  readonly leadConfirmed: boolean;
  readonly leadNote?: string | null;
  readonly level: number;
  readonly levelReason: string;
  readonly consentReaffirmed: ConsentReaffirmed;
  readonly childComment?: string | null;
  readonly childCommentMissing?: MissingCommentReason | null;
  readonly parentComment?: string | null;
  readonly parentCommentMissing?: MissingCommentReason | null;
  readonly nextReviewOn?: string | null;
  readonly toClose?: boolean;
}

/** The facts that a review is checked against. Dates are 'YYYY-MM-DD', in London. */
export interface ReviewSetting {
  readonly today: string;
  readonly openedOn: string;
  /** The level on the day of the review. */
  readonly level: number | null;
  /** A later review has been recorded, so this one sets nothing. */
  readonly isHistory: boolean;
  readonly statutoryLevels: readonly number[];
  readonly outcomeIds: readonly string[];
}

const STATUTORY =
  'Only children’s social care can set level 4. Raise a step-up instead, and do not change the level.';

/** Validates a review, each error beside the field where it can be corrected. */
export function validateReview(input: ReviewInput, setting: ReviewSetting): FieldError[] {
  return [
    ...validateHeld(input, setting),
    ...validateNextDate(input, setting),
    ...validateComments(input),
    ...validateScores(input, setting),
    ...validateLevel(input, setting),
  ];
}

function validateHeld(
  { heldOn, peoplePresent }: ReviewInput,
  { today, openedOn }: ReviewSetting,
): FieldError[] {
  const errors: FieldError[] = [];
  if (heldOn > today)
    errors.push({ field: 'heldOn', message: 'The date of the review must be today or in the past' });
  if (heldOn < openedOn)
    errors.push({
      field: 'heldOn',
      message: 'The date of the review must be on or after the day the episode started',
    });
  if (peoplePresent.length === 0) errors.push({ field: 'peoplePresent', message: 'Enter who was there' });
  return errors;
}

function validateNextDate(
  { heldOn, nextReviewOn, toClose }: ReviewInput,
  { today, isHistory }: ReviewSetting,
): FieldError[] {
  const field = 'nextReviewOn';
  if (Boolean(nextReviewOn) === (toClose === true))
    return [
      {
        field,
        message: 'Enter the date of the next review, or say that the episode can close, but not both',
      },
    ];
  if (nextReviewOn && isTooFarAhead(nextReviewOn, isHistory ? heldOn : today))
    return [{ field, message: TOO_FAR_AHEAD }];
  if (nextReviewOn && nextReviewOn <= heldOn && isHistory)
    return [{ field, message: 'The date of the next review must be after this one' }];
  if (nextReviewOn && !isHistory && (nextReviewOn <= heldOn || nextReviewOn < today))
    return [{ field, message: 'The date of the next review must be after this one and not in the past' }];
  return [];
}

function validateComments(input: ReviewInput): FieldError[] {
  return (['child', 'parent'] as const)
    .filter((who) => isFilled(input[`${who}Comment`]) === isFilled(input[`${who}CommentMissing`]))
    .map((who) => ({
      field: `${who}Comment`,
      message: `Enter what the ${who} says, or select why there is no comment, but not both`,
    }));
}

function validateScores({ scores }: ReviewInput, { outcomeIds }: ReviewSetting): FieldError[] {
  const scored = new Set<string>();
  return scores.flatMap(({ outcomeId, scorer }, index): FieldError[] => {
    const field = `scores.${index}.outcomeId`;
    if (!outcomeIds.includes(outcomeId)) return [{ field, message: 'This is not an outcome in the plan' }];
    const key = `${outcomeId} ${scorer}`;
    if (scored.has(key))
      return [{ field, message: 'Each person can score an outcome only once at a review' }];
    scored.add(key);
    return [];
  });
}

function validateLevel({ level }: ReviewInput, setting: ReviewSetting): FieldError[] {
  const { statutoryLevels } = setting;
  const changesStatutoryLevel =
    level !== setting.level &&
    [level, setting.level].some((each) => each !== null && statutoryLevels.includes(each));
  return changesStatutoryLevel ? [{ field: 'level', message: STATUTORY }] : [];
}

const isFilled = (text: string | null | undefined): boolean => Boolean(text?.trim());
