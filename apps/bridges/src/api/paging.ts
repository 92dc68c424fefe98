import { OptionalLine } from './fields.js';

const PAGE = 50;
const MOST = 200;

/** How much of a list, and where it goes on. */
export class ListQuery {
  @OptionalLine(3) limit?: string;
  @OptionalLine(40) cursor?: string;
}

/** A list with where the next page begins. `load` is asked for one row more than shown, after the row of that id. */
export async function paged<Row extends { id: string }>(
  { limit, cursor }: ListQuery,
  load: (limit: number, after: string | undefined) => Promise<Row[]>,
): Promise<{ items: Row[]; next: string | null }> {
  const size = Math.min(Math.max(Number(limit) || PAGE, 1), MOST);
  const rows = await load(size + 1, cursor);
  const items = rows.slice(0, size);
  return { items, next: rows.length > size ? items.at(-1)!.id : null };
}

/** The page of a whole list that is at hand: the rows after the one of that id. */
export function sliceAfter<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  after: string | undefined,
): Row[] {
  const from = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1;
  return after !== undefined && from === 0 ? [] : rows.slice(from, from + limit);
}
