import { Injectable } from '@nestjs/common';
import { permitOn } from '#libs/access';
import { actor, isId, londonDate, now, records, unreachable } from '#libs/platform';
import type { EmergencyState } from '#libs/terms';
import { ACCESSES, type EmergencyRow, REVIEWERS, type ReviewerChoice } from './emergency-access.queries.js';
import { isReviewLate, stateOf } from './emergency-access.rules.js';

export interface EmergencySeen extends EmergencyRow {
  readonly state: EmergencyState;
  readonly reviewLate: boolean;
}
/** A kind of page that was opened while it ran, and how often. */
export interface Look {
  readonly act: string;
  readonly times: number;
}
const MOST = 500;

/** Emergency accesses as those who may know of them see them; the database leaves out the others. */
@Injectable()
export class EmergencyReading {
  /** Those of one episode that the person asking may know of, the latest first; 404 out of reach. */
  async ofEpisode(episodeId: string): Promise<EmergencySeen[]> {
    await permitOn(episodeId, 'episode.read');
    return this.rows('x.episode_id = $3', 'x.asked_at desc, x.id desc', [episodeId]);
  }

  async find(id: string): Promise<EmergencySeen> {
    const [row] = isId(id) ? await this.rows('x.id = $3', 'x.id', [id]) : [];
    if (!row) throw unreachable();
    return row;
  }

  /** All within reach: in the given state if one is given, what is due soonest first. */
  async list(state?: EmergencyState): Promise<EmergencySeen[]> {
    const rows = await this.rows('true', 'x.review_due_on, x.asked_at, x.id', []);
    return state ? rows.filter((row) => row.state === state) : rows;
  }

  /** What waits for the person asking: to agree as the second person, to judge as the reviewer, to name one. */
  async waitingForMe(): Promise<EmergencySeen[]> {
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

  /** The one under which the person asking reads these episodes now; the one that lasts longest when there are several. */
  async running(episodeIds: readonly string[]): Promise<EmergencySeen | null> {
    const rows = await this.rows(
      'x.episode_id = any($3::uuid[]) and x.practitioner_id = $1 and x.begins_at <= $4 and least(x.lapses_at, x.ended_at) > $4',
      'x.lapses_at desc, x.id desc',
      [episodeIds, now()],
    );
    return rows[0] ?? null;
  }

  /** May the person asking ask for emergency access here? Also where only the index shows that there is an episode. */
  async mayAsk(episodeId: string): Promise<boolean> {
    if (!isId(episodeId)) return false;
    const [row] = (await records().query('select access.may_ask_in_emergency($1) as may', [episodeId])) as [
      { may: boolean },
    ];
    return row.may;
  }

  /** Kinds of pages opened while it ran, with counts: no content, no name of a child. */
  looks(id: string): Promise<Look[]> {
    return records().query('select act, times from access.pages_opened_in_emergency($1)', [id]);
  }

  /** The children's names where the person asking may know them anyway; otherwise nothing. */
  async namesWithinReach(episodeId: string): Promise<string | null> {
    const [row] = (await records().query(
      `select string_agg(k.given_names || ' ' || k.family_name, ', ' order by f.position) as names
       from episode_children f join children k on k.id = f.child_id where f.episode_id = $1`,
      [episodeId],
    )) as [{ names: string | null }];
    return row.names;
  }

  /** Who may be asked to judge it; nobody when the person asking may not name a reviewer. */
  async reviewers(access: EmergencySeen): Promise<ReviewerChoice[]> {
    return access.mayName && access.beginsAt && !access.reviewOutcome
      ? records().query(REVIEWERS, [access.id])
      : [];
  }

  private async rows(where: string, order: string, values: readonly unknown[]): Promise<EmergencySeen[]> {
    const rows = (await records().query(`${ACCESSES} where ${where} order by ${order} limit ${MOST}`, [
      actor().practitionerId,
      actor().role,
      ...values,
    ])) as EmergencyRow[];
    const moment = now();
    return rows.map((row) => ({
      ...row,
      state: stateOf(row, moment),
      reviewLate: isReviewLate(row, londonDate(moment), moment),
    }));
  }
}
