import type { OutcomeView, PlanView } from '#libs/casework/plans';
import { type ReviewView, type ReviewInput, SCORERS } from '#libs/casework/reviews';
import { date, distanceTravelled } from '#libs/page-kit';
import {
  CONSENT_REAFFIRMED,
  type ConsentReaffirmed,
  labelOf,
  MISSING_COMMENT_REASONS,
  type MissingCommentReason,
  optionsOf,
  REVIEW_TYPES,
  type ReviewType,
} from '#libs/terms';
import { topicLabel } from '../shared/sensitive-topics.js';

const SCORER_NAMES = { child: 'Child', parent: 'Parent', worker: 'Practitioner' } as const;

interface Level {
  readonly number: number;
  readonly name: string;
  readonly statutory: boolean;
}

/** A review as displayed: the child's views come first. */
function toReviewView(review: ReviewView, outcomes: readonly OutcomeView[], levels: readonly Level[]) {
  return {
    heldOn: review.heldOn,
    recordedAfterReviewOn: review.recordedAfterReviewOn,
    kind: labelOf(REVIEW_TYPES, review.kind as ReviewType),
    by: review.recorder?.name ?? null,
    child: comment(review.childComment, review.childCommentMissing),
    parent: comment(review.parentComment, review.parentCommentMissing),
    people: review.peoplePresent.map(({ name, role }) => `${name}, ${role}`).join('; '),
    whatHasChanged: review.whatHasChanged,
    nextSteps: review.nextSteps,
    lead: review.leadConfirmed ? 'Stays the same' : 'To be changed',
    leadNote: review.leadNote,
    level: levels.find(({ number }) => number === review.level) ?? null,
    levelReason: review.levelReason,
    consent: labelOf(CONSENT_REAFFIRMED, review.consentReaffirmed as ConsentReaffirmed),
    next: review.nextReviewOn,
    id: review.id,
    notes: review.notes.map((note) => ({ ...note, topic: topicLabel(note.topic) })),
    scores: toScoresView(review, outcomes),
  };
}

function comment(said: string | null, missing: string | null) {
  return {
    said,
    missing: missing ? labelOf(MISSING_COMMENT_REASONS, missing as MissingCommentReason) : null,
  };
}

/** One row for each scored outcome, with the scores of child, parent and worker, never averaged. */
function toScoresView({ scores }: ReviewView, outcomes: readonly OutcomeView[]) {
  return outcomes
    .filter(({ id }) => scores.some(({ outcomeId }) => outcomeId === id))
    .map(({ id, description, startingScore, targetScore }) => {
      const own = scores.filter(({ outcomeId }) => outcomeId === id);
      return {
        description,
        startingScore,
        targetScore,
        said: SCORERS.map((scorer) => own.find((one) => one.scorer === scorer)?.score ?? null),
        progress: own.find(({ progress }) => progress)?.progress ?? null,
      };
    });
}

/** The list of reviews with the progress of each outcome. */
export function toReviewsView(
  reviews: readonly ReviewView[],
  plan: PlanView | null,
  levels: readonly Level[],
) {
  const outcomes = plan?.outcomes ?? [];
  return {
    reviews: reviews.map((review) => toReviewView(review, outcomes, levels)),
    travelled: distanceTravelled(
      outcomes.map(({ description, startingScore, currentScore, scores }) => ({
        name: description,
        from: startingScore,
        to: scores.some(({ reviewId }) => reviewId) ? currentScore : null,
      })),
    ),
  };
}

/** The form, with the answers of the last review alongside. */
export function reviewForm(
  reviews: readonly ReviewView[],
  plan: PlanView | null,
  levels: readonly Level[],
  level: number | null,
) {
  const [last] = reviews;
  const outcomes = plan?.outcomes ?? [];
  return {
    last: last ? toReviewView(last, outcomes, levels) : null,
    outcomes: outcomes.map(({ id, description, startingScore, currentScore, targetScore }) => ({
      id,
      description,
      startingScore,
      currentScore,
      targetScore,
      scorers: SCORERS.map((scorer) => ({
        name: `score-${id}-${scorer}`,
        text: SCORER_NAMES[scorer],
        last: last?.scores.find((one) => one.outcomeId === id && one.scorer === scorer)?.score ?? null,
      })),
    })),
    levels: levels
      .filter(({ number, statutory }) => !statutory || number === level)
      .map(({ number, name }) => ({ value: String(number), text: `${number} ${name}` })),
    kinds: optionsOf(REVIEW_TYPES),
    reaffirmed: optionsOf(CONSENT_REAFFIRMED),
    missing: [{ value: '', text: 'There is a comment' }, ...optionsOf(MISSING_COMMENT_REASONS)],
  };
}

/** Initial form values: today's usual ones, and the people who attended last time. */
export function initialValues(
  reviews: readonly ReviewView[],
  level: number | null,
  today: string,
): Record<string, string> {
  const [year, month, day] = today.split('-').map(Number);
  return {
    'heldOn-day': String(day),
    'heldOn-month': String(month),
    'heldOn-year': String(year),
    kind: 'scheduled',
    level: level ? String(level) : '',
    peoplePresent: reviews[0]?.peoplePresent.map(({ name, role }) => `${name}, ${role}`).join('\n') ?? '',
  };
}

/** The follow-up tasks of a review, shown after it is recorded; of a late one, what it left as it was. */
export function afterReview(
  { leadConfirmed, consentReaffirmed, toClose }: ReviewInput,
  { laterReviewOn, laterLevelOn, laterDateSetOn }: Later,
): string {
  if (laterReviewOn)
    return `Review saved. This review was held before the latest one, on ${date(laterReviewOn)}. The next review date, level and later scores stay as they are.`;
  const left = [
    laterLevelOn
      ? `The level of need stays as it is, because it was decided after this review, on ${date(laterLevelOn)}.`
      : '',
    laterDateSetOn
      ? `The next review date stays as it is, because it was set after this review, on ${date(laterDateSetOn)}.`
      : '',
    leadConfirmed ? '' : 'Propose another lead professional on the team page.',
    consentReaffirmed === 'same' ? '' : 'Record the change on the consent page.',
    toClose ? 'The episode can now be closed.' : '',
  ].filter(Boolean);
  return ['Review saved.', ...left].join(' ');
}

export interface Later {
  readonly laterReviewOn: string | null;
  readonly laterLevelOn: string | null;
  readonly laterDateSetOn: string | null;
}
