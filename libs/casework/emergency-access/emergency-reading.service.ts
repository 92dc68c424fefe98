import { Injectable } from '@nestjs/common';
import { permitOn } from '#libs/access';
import { actor, isId, londonDate, now, db, unreachable, query } from '#libs/platform';
import type { EmergencyState } from '#libs/terms';
import { ACCESSES, type EmergencyRow, REVIEWERS, type ReviewerChoice } from './emergency-access.queries.js';
import { isReviewLate, stateOf } from './emergency-access.rules.js';

export interface EmergencyView extends EmergencyRow {
  readonly state: EmergencyState;
  readonly reviewLate: boolean;
}
/** A kind of page that was opened during the access, with a count. */
export interface Look {
  readonly act: string;
  readonly times: number;
}
const MAX_ROWS = 500;

/** Emergency accesses, each visible to those who may know of it; the database leaves out the others. */
@Injectable()
export class EmergencyReadingService {
  /** Those of one episode that the reader may know of, the latest first; 404 out of reach. */
  async ofEpisode(episodeId: string): Promise<EmergencyView[]> {
    await permitOn(episodeId, 'episode.read');
    return this.rows('x.episode_id = $3', 'x.asked_at desc, x.id desc', [episodeId]);
  }

  async find(id: string): Promise<EmergencyView> {
    const [row] = isId(id) ? await this.rows('x.id = $3', 'x.id', [id]) : [];
    if (!row) throw unreachable();
    return row;
  }

  /** All within reach, optionally of one state, the soonest due first. */
  async list(state?: EmergencyState): Promise<EmergencyView[]> {
    const rows = await this.rows('true', 'x.review_due_on, x.asked_at, x.id', []);
    return state ? rows.filter((row) => row.state === state) : rows;
  }

  /** Tasks of the reader: to agree as the second person, to judge as the reviewer, to name a reviewer. */
  async waitingForMe(): Promise<EmergencyView[]> {
    const rows = await this.rows(
      `x.review_outcome is null and (x.reviewer_id = $1
        or x.episode_id in (select access.may('emergency.second')) or x.episode_id in (select access.may('emergency.assign_review')))`,
      'x.review_due_on, x.asked_at, x.id',
      [],
    );
    return rows.filter(
      (row) =>
        row.isMyReview ||
        (row.state === 'waiting_second' && row.maySecond) ||
        (row.state === 'review_due' && row.mayName && !row.reviewer),
    );
  }

  /** The access under which the reader reads these episodes now; the longest-lasting one when there are several. */
  async running(episodeIds: readonly string[]): Promise<EmergencyView | null> {
    const rows = await this.rows(
      'x.episode_id = any($3::uuid[]) and x.practitioner_id = $1 and x.begins_at <= $4 and least(x.lapses_at, x.ended_at) > $4',
      'x.lapses_at desc, x.id desc',
      [episodeIds, now()],
    );
    return rows[0] ?? null;
  }

  /** May the reader ask for emergency access here? Also where they know of the episode only through the index. */
  async mayAsk(episodeId: string): Promise<boolean> {
    if (!isId(episodeId)) return false;
    const [row] = (await query<{ may: boolean }>('select access.may_ask_in_emergency($1) as may', [
      episodeId,
    ])) as [{ may: boolean }];
    return row.may;
  }

  /** Kinds of pages opened during the access, with counts: no content, no name of a child. */
  pagesOpened(id: string): Promise<Look[]> {
    return query('select act, times from access.pages_opened_in_emergency($1)', [id]);
  }

  /** The children's names where the reader may know them by another reach; otherwise null. */
  async namesWithinReach(episodeId: string): Promise<string | null> {
    const [row] = (await query<{ names: string | null }>(
      `select string_agg(btrim(k.given_names || ' ' || k.family_name), ', ' order by f.position) as names
       from episode_children f join children k on k.id = f.child_id where f.episode_id = $1`,
      [episodeId],
    )) as [{ names: string | null }];
    return row.names;
  }

  /** Possible reviewers; empty when the reader may not name one. */
  async reviewers(access: EmergencyView): Promise<ReviewerChoice[]> {
    return access.mayName && access.beginsAt && !access.reviewOutcome
      ? db().query(REVIEWERS, [access.id])
      : [];
  }

  private async rows(where: string, order: string, values: readonly unknown[]): Promise<EmergencyView[]> {
    const rows = await query<EmergencyRow>(`${ACCESSES} where ${where} order by ${order} limit ${MAX_ROWS}`, [
      actor().practitionerId,
      actor().role,
      ...values,
    ]);
    const moment = now();
    return rows.map((row) => ({
      ...row,
      state: stateOf(row, moment),
      reviewLate: isReviewLate(row, londonDate(moment), moment),
    }));
  }
}
