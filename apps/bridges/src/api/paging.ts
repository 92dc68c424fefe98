import { invalidField } from '#libs/platform';
import { Cursor, Limit } from './fields.js';

const PAGE = 50;

/** How much of a list, and where it goes on. */
export class ListQuery {
  @Limit() limit?: number;
  @Cursor() cursor?: string;
}

/** A list with where the next page begins. `load` is asked for one row more than shown, after the row of that id. */
export async function paged<Row extends { id: string }>(
  { limit = PAGE, cursor }: ListQuery,
  load: (limit: number, after: string | undefined) => Promise<Row[]>,
): Promise<{ items: Row[]; next: string | null }> {
  const rows = await load(limit + 1, cursor);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

/** The page of a whole list that is at hand: the rows after the one of that id; 422 when there is no such row. */
export function sliceAfter<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  after: string | undefined,
): Row[] {
  const from = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1;
  if (after !== undefined && from === 0) throw invalidField('cursor', 'The cursor must come from a list');
  return rows.slice(from, from + limit);
}
