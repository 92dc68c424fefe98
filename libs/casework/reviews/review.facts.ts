import { londonDate, db, query } from '#libs/platform';

/** The day, in London, on which the episode was opened. */
export async function openedOn(episodeId: string): Promise<string> {
  const [row] = (await db().query('select opened_at as at from episodes where id = $1', [episodeId])) as [
    { at: Date },
  ];
  return londonDate(row.at);
}

/** Levels of need that only social care may set. */
export async function statutoryLevels(): Promise<number[]> {
  const rows = (await db().query('select number from levels_of_need where statutory')) as {
    number: number;
  }[];
  return rows.map((row) => row.number);
}

export interface PlaceInTime {
  /** The day of the latest review that was held after this day. */
  readonly laterReviewOn: string | null;
  /** The day of the latest decision of the level after this day. */
  readonly laterLevelOn: string | null;
  /** The day after this day on which the next date was last set by hand. */
  readonly laterDateSetOn: string | null;
  /** The level that had been decided by this day. */
  readonly levelThen: number | null;
}

/** What has happened after this day already, and the level on it: a review may be written up late. */
export async function placeInTime(episodeId: string, day: string): Promise<PlaceInTime> {
  const [place] = await query<PlaceInTime>(PLACE, [episodeId, day]);
  return place!;
}

const DAY = 'access.level_day(d.decided_on, d.decided_at)';
const PLACE = `
  select (select max(r.held_on) from reviews r where r.episode_id = $1 and r.held_on > $2)::text as later_review_on,
    (select max(${DAY}) from level_decisions d where d.episode_id = $1 and ${DAY} > $2)::text as later_level_on,
    (select max(platform.london_date(n.recorded_at)) from next_review_dates n
      where n.episode_id = $1 and platform.london_date(n.recorded_at) > $2)::text as later_date_set_on,
    (select d.level from level_decisions d where d.episode_id = $1 and ${DAY} <= $2
      order by ${DAY} desc, d.decided_at desc, d.id desc limit 1) as level_then`;
