import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import {
  type EpisodeRecord,
  EpisodesService,
  type SensitiveNote,
  SensitiveNotes,
  describeStatus,
} from '#libs/casework/episodes';
import { isPlaceHidden } from '#libs/casework/children';
import { OutcomeScore, PlansService } from '#libs/casework/plans';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { type NamedAuthor, peopleNamed } from '#libs/directory';
import { actor, conflict, invalid, londonDate, newId, now, db } from '#libs/platform';
import { labelOf, MISSING_COMMENT_REASONS, UNNAMED_PEOPLE } from '#libs/terms';
import { openedOn, type PlaceInTime, placeInTime, statutoryLevels } from './review.facts.js';
import { Review } from './review.entity.js';
import { validateReview, type ReviewInput } from './review.rules.js';

export interface ReviewView extends Review {
  readonly scores: readonly OutcomeScore[];
  readonly recorder: NamedAuthor | null;
  /** The day of the latest review held after this one and recorded before it: this one is history and set nothing. */
  readonly recordedAfterReviewOn: string | null;
  /** Sensitive notes, as far as the reader may see them. */
  readonly notes: readonly SensitiveNote[];
}

/** Reviewing the plan together: what changed, the progress of each outcome, and what comes next. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly plans: PlansService,
    private readonly levels: LevelsService,
    private readonly notes: SensitiveNotes,
  ) {}

  /** Reviews of an episode, the latest first, each with its scores. */
  async reviewsOf(episodeId: string): Promise<ReviewView[]> {
    await permitOn(episodeId, 'record.read');
    const reviews = await db().find(Review, {
      where: { episodeId },
      order: { heldOn: 'DESC', recordedAt: 'DESC' },
    });
    const scores = await db().find(OutcomeScore, {
      where: { episodeId },
      order: { scorer: 'ASC', id: 'ASC' },
    });
    const notes = await this.notes.of('review', episodeId);
    const hidden = await isPlaceHidden(episodeId);
    const recorders = await peopleNamed(
      reviews.map((review) => review.recordedBy),
      episodeId,
    );
    return reviews.map((review) => ({
      ...review,
      // A name typed by hand can be looked up in the directory, and so reveal the child's school.
      peoplePresent: hidden
        ? review.peoplePresent.map(({ role }) => ({ name: UNNAMED_PEOPLE.protected, role }))
        : review.peoplePresent,
      scores: scores.filter((score) => score.reviewId === review.id),
      recordedAfterReviewOn:
        reviews.find((other) => other.heldOn > review.heldOn && other.recordedAt < review.recordedAt)
          ?.heldOn ?? null,
      recorder: recorders.get(review.recordedBy) ?? null,
      notes: notes.get(review.id) ?? [],
    }));
  }

  /**
   * Holds a review: stores the scores, decides the level if it changed, and sets the next date, or none before closing.
   * A review from before the latest one, or from before the latest decision of the level, is history: what is newer stays.
   */
  async holdReview(episodeId: string, input: ReviewInput): Promise<string> {
    await permitOn(episodeId, 'review.hold', 'hold a review');
    const record = await this.episodes.openRecord(episodeId);
    if (record.status !== 'delivering')
      throw conflict(`You cannot hold a review now: ${describeStatus(record.status)}.`);
    const place = await placeInTime(episodeId, input.heldOn);
    await this.assertValid(input, record, place);
    const id = await this.insert(episodeId, input);
    await this.plans.recordScores(episodeId, id, input.heldOn, input.scores);
    if (!place.laterReviewOn && !place.laterLevelOn) await this.decideLevel(record, input);
    if (!place.laterReviewOn && !place.laterDateSetOn)
      await this.episodes.note(episodeId, { nextReviewOn: input.nextReviewOn ?? null });
    await audit('hold review', 'review', { episodeId, subjectId: id });
    return id;
  }

  /** What stays as it is when a review of this day is recorded now, because it was decided later. */
  async laterThan(episodeId: string, day: string): Promise<PlaceInTime> {
    await permitOn(episodeId, 'record.read');
    return placeInTime(episodeId, day);
  }

  private async assertValid(
    input: ReviewInput,
    { episodeId, level }: EpisodeRecord,
    { laterReviewOn, laterLevelOn, levelThen }: PlaceInTime,
  ): Promise<void> {
    const plan = await this.plans.plan(episodeId);
    const errors = validateReview(input, {
      today: londonDate(now()),
      openedOn: await openedOn(episodeId),
      level: laterReviewOn || laterLevelOn ? levelThen : level,
      isHistory: laterReviewOn !== null,
      statutoryLevels: await statutoryLevels(),
      outcomeIds: (plan?.outcomes ?? []).map(({ id }) => id),
    });
    if (errors.length > 0) throw invalid(errors);
  }

  private async insert(episodeId: string, input: ReviewInput): Promise<string> {
    const id = newId();
    await db().insert(Review, {
      id,
      episodeId,
      heldOn: input.heldOn,
      kind: input.kind,
      peoplePresent: input.peoplePresent.map(({ name, role }) => ({ name, role })),
      whatHasChanged: input.whatHasChanged,
      nextSteps: input.nextSteps,
      leadConfirmed: input.leadConfirmed,
      leadNote: input.leadNote || null,
      level: input.level,
      levelReason: input.levelReason,
      consentReaffirmed: input.consentReaffirmed,
      childComment: input.childComment || null,
      childCommentMissing: input.childCommentMissing || null,
      parentComment: input.parentComment || null,
      parentCommentMissing: input.parentCommentMissing || null,
      nextReviewOn: input.nextReviewOn || null,
      toClose: input.toClose === true,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    return id;
  }

  private async decideLevel({ episodeId, level }: EpisodeRecord, input: ReviewInput): Promise<void> {
    if (input.level === level) return;
    await this.levels.decideLevel(episodeId, {
      level: input.level,
      reason: input.levelReason,
      familyView: familyViewOf(input),
      occasion: 'review',
      decidedOn: input.heldOn,
    });
  }
}

/** What the family said at the review, as the view recorded with a change of level. */
function familyViewOf(input: ReviewInput): string {
  return (['child', 'parent'] as const)
    .map((who) => {
      const missing = input[`${who}CommentMissing`];
      const comment = input[`${who}Comment`] || (missing ? labelOf(MISSING_COMMENT_REASONS, missing) : '');
      return `${who === 'child' ? 'Child' : 'Parent'}: ${comment}`;
    })
    .join('\n');
}
