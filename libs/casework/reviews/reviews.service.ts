import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import {
  type EpisodeRecord,
  EpisodesService,
  type SensitiveNote,
  SensitiveNotes,
  whereItStands,
} from '#libs/casework/episodes';
import { isPlaceHidden } from '#libs/casework/children';
import { OutcomeScore, PlansService } from '#libs/casework/plans';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { type Colleague, peopleNamed } from '#libs/directory';
import { actor, conflict, invalid, londonDate, newId, now, records } from '#libs/platform';
import { labelOf, MISSING_COMMENT_REASONS, UNNAMED_PEOPLE } from '#libs/terms';
import { openedOn, statutoryLevels } from './review.facts.js';
import { Review } from './review.entity.js';
import { reviewFaults, type ReviewTold } from './review.rules.js';

export interface ReviewHeld extends Review {
  readonly scores: readonly OutcomeScore[];
  readonly recorder: Colleague | null;
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
  async reviewsOf(episodeId: string): Promise<ReviewHeld[]> {
    await permitOn(episodeId, 'record.read');
    const reviews = await records().find(Review, {
      where: { episodeId },
      order: { heldOn: 'DESC', recordedAt: 'DESC' },
    });
    const scores = await records().find(OutcomeScore, {
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
      recorder: recorders.get(review.recordedBy) ?? null,
      notes: notes.get(review.id) ?? [],
    }));
  }

  /**
   * Holds a review: stores the scores, decides the level if it changed, and sets the next date, or none before closing.
   */
  async holdReview(episodeId: string, told: ReviewTold): Promise<string> {
    await permitOn(episodeId, 'review.hold', 'hold a review');
    const record = await this.episodes.openRecord(episodeId);
    if (record.status !== 'delivering')
      throw conflict(`You cannot hold a review now: ${whereItStands(record.status)}.`);
    await this.refuseFaults(told, record);
    const id = await this.keep(episodeId, told);
    await this.plans.recordScores(episodeId, id, told.heldOn, told.scores);
    await this.decideLevel(record, told);
    await this.episodes.note(episodeId, { nextReviewOn: told.nextReviewOn ?? null });
    await audit('hold review', 'review', { episodeId, subjectId: id });
    return id;
  }

  private async refuseFaults(told: ReviewTold, { episodeId, level }: EpisodeRecord): Promise<void> {
    const plan = await this.plans.plan(episodeId);
    const faults = reviewFaults(told, {
      today: londonDate(now()),
      openedOn: await openedOn(episodeId),
      level,
      statutoryLevels: await statutoryLevels(),
      outcomeIds: (plan?.outcomes ?? []).map(({ id }) => id),
    });
    if (faults.length > 0) throw invalid(faults);
  }

  private async keep(episodeId: string, told: ReviewTold): Promise<string> {
    const id = newId();
    await records().insert(Review, {
      id,
      episodeId,
      heldOn: told.heldOn,
      kind: told.kind,
      peoplePresent: told.peoplePresent.map(({ name, role }) => ({ name, role })),
      whatHasChanged: told.whatHasChanged,
      nextSteps: told.nextSteps,
      leadConfirmed: told.leadConfirmed,
      leadNote: told.leadNote || null,
      level: told.level,
      levelReason: told.levelReason,
      consentReaffirmed: told.consentReaffirmed,
      childComment: told.childComment || null,
      childCommentMissing: told.childCommentMissing || null,
      parentComment: told.parentComment || null,
      parentCommentMissing: told.parentCommentMissing || null,
      nextReviewOn: told.nextReviewOn || null,
      toClose: told.toClose === true,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    return id;
  }

  private async decideLevel({ episodeId, level }: EpisodeRecord, told: ReviewTold): Promise<void> {
    if (told.level === level) return;
    await this.levels.decideLevel(episodeId, {
      level: told.level,
      reason: told.levelReason,
      familyView: familyViewOf(told),
      occasion: 'review',
    });
  }
}

/** What the family said at the review, as the view recorded with a change of level. */
function familyViewOf(told: ReviewTold): string {
  return (['child', 'parent'] as const)
    .map((who) => {
      const missing = told[`${who}CommentMissing`];
      const said = told[`${who}Comment`] || (missing ? labelOf(MISSING_COMMENT_REASONS, missing) : '');
      return `${who === 'child' ? 'Child' : 'Parent'}: ${said}`;
    })
    .join('\n');
}
