import { londonDate, db } from '#libs/platform';

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
