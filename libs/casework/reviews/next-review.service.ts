import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { type NamedAuthor, peopleNamed } from '#libs/directory';
import { actor, db, invalid, londonDate, newId, now, query } from '#libs/platform';
import { NextReviewDate } from './next-review-date.entity.js';
import { type NextReviewInput, offeredReviewOn, validateNextReview } from './next-review.rules.js';

interface NextReviewChange {
  readonly reviewOn: string;
  readonly movedFrom: string | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: NamedAuthor | null;
}
export interface NextReview {
  readonly reviewOn: string | null;
  /** A date to offer where there is none yet. */
  readonly offered: string | null;
  /** The dates set between reviews, the latest first. */
  readonly changes: readonly NextReviewChange[];
}

/** The date of the next review, which may be set before the first review and moved between two. */
@Injectable()
export class NextReviewService {
  constructor(private readonly episodes: EpisodesService) {}

  /** 404 to a reader below T2. */
  async nextReview(episodeId: string): Promise<NextReview> {
    await permitOn(episodeId, 'record.read');
    const { nextReviewOn } = await this.episodes.record(episodeId);
    const [begun] = await query<{ on: string | null }>(BEGUN, [episodeId]);
    const changes = await db().find(NextReviewDate, {
      where: { episodeId },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
    const people = await peopleNamed(
      changes.map(({ recordedBy }) => recordedBy),
      episodeId,
    );
    return {
      reviewOn: nextReviewOn,
      offered: nextReviewOn ? null : offeredReviewOn(begun!.on, londonDate(now())),
      changes: changes.map(({ reviewOn, movedFrom, reason, recordedAt, recordedBy }) => ({
        ...{ reviewOn, movedFrom, reason, recordedAt },
        recordedBy: people.get(recordedBy) ?? null,
      })),
    };
  }

  /** Sets the date, or moves it with a reason. 422 for a day that has passed or is more than a year away. */
  async setNextReview(episodeId: string, input: NextReviewInput): Promise<void> {
    await permitOn(episodeId, 'review.hold', 'set the date of the next review');
    const { nextReviewOn } = await this.episodes.openRecord(episodeId);
    const errors = validateNextReview(input, { today: londonDate(now()), standing: nextReviewOn });
    if (errors.length > 0) throw invalid(errors);
    const id = newId();
    await db().insert(NextReviewDate, {
      ...{ id, episodeId, reviewOn: input.reviewOn, movedFrom: nextReviewOn },
      ...{ reason: input.reason?.trim() || null, recordedBy: actor().practitionerId, recordedAt: now() },
    });
    await audit('set next review', 'review', { episodeId, subjectId: id });
  }
}

const BEGUN = `
  select least(
    (select min(platform.london_date(t.starts_at)) from tac_meetings t where t.episode_id = $1 and t.status = 'held'),
    (select d.agreed_on from delivery_plans d where d.episode_id = $1))::text as on`;
