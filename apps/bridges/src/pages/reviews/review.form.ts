import type { ScoreInput } from '#libs/casework/plans';
import { type PersonAtReview, type ReviewInput, SCORERS } from '#libs/casework/reviews';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { CONSENT_REAFFIRMED, keysOf, MISSING_COMMENT_REASONS, REVIEW_TYPES } from '#libs/terms';

/** Reads the form of a review. Each outcome of the plan may be scored by child, parent and worker. */
export function readReview(
  body: unknown,
  outcomeIds: readonly string[],
  today: string,
): FormAnswer<ReviewInput> {
  const form = new FormReader(body);
  const next = form.choice('next', ['review', 'close'], {
    label: 'what happens next',
    message: 'Select whether there will be another review',
  });
  const input: ReviewInput = {
    heldOn: form.date('heldOn', { label: 'the date of the review', latest: today }),
    kind: form.choice('kind', keysOf(REVIEW_TYPES), { label: 'the type of review' }),
    peoplePresent: peopleIn(form.longText('peoplePresent', { label: 'who was there', max: 5000 })),
    whatHasChanged: form.longText('whatHasChanged', { label: 'what has changed' }),
    scores: outcomeIds.flatMap((outcomeId) => scoresOf(form, outcomeId)),
    nextSteps: form.longText('nextSteps', { label: 'the next steps' }),
    childComment: form.optionalLongText('childComment', { label: 'what the child says' }),
    childCommentMissing: form.optionalChoice('childCommentMissing', keysOf(MISSING_COMMENT_REASONS), {
      label: 'why there is no comment',
    }),
    parentComment: form.optionalLongText('parentComment', { label: 'what the parent says' }),
    parentCommentMissing: form.optionalChoice('parentCommentMissing', keysOf(MISSING_COMMENT_REASONS), {
      label: 'why there is no comment',
    }),
    leadConfirmed: form.yesNo('leadConfirmed', {
      label: 'the lead',
      message: 'Select yes if the lead professional stays the same',
    }),
    leadNote: form.optionalLongText('leadNote', { label: 'the note about the lead', max: 2000 }),
    level: Number(form.choice('level', ['1', '2', '3', '4'], { label: 'the level of need' })),
    levelReason: form.longText('levelReason', { label: 'the reason for the level' }),
    consentReaffirmed: form.choice('consentReaffirmed', keysOf(CONSENT_REAFFIRMED), {
      label: 'whether consent has changed',
    }),
    nextReviewOn:
      next === 'review'
        ? form.date('nextReviewOn', { label: 'the date of the next review', earliest: today })
        : null,
    toClose: next === 'close',
  };
  return form.answer(input);
}

function scoresOf(form: FormReader, outcomeId: string): ScoreInput[] {
  const progress = form.optionalLongText(`progress-${outcomeId}`, { label: 'the progress', max: 2000 });
  return SCORERS.flatMap((scorer) => {
    const score = form.optionalInteger(`score-${outcomeId}-${scorer}`, {
      label: `the score of the ${scorer}`,
      min: 0,
      max: 10,
    });
    // Progress is reported once, by the worker.
    return score === null
      ? []
      : [{ outcomeId, scorer, score, progress: scorer === 'worker' ? progress : null }];
  });
}

/** Parses lines such as "Sam Brook, Mother". The role is optional. */
function peopleIn(text: string): PersonAtReview[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const comma = line.indexOf(',');
      const [name, role] =
        comma < 0 ? [line, ''] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
      return { name: name || line, role: role || 'Present' };
    });
}
