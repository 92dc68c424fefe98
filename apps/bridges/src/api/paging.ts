import { invalidField } from '#libs/platform';
import { Cursor, Limit } from './fields.js';

const PAGE = 50;

/** The size and start of a page of a list. */
export class ListQuery {
  @Limit() limit?: number;
  @Cursor() cursor?: string;
}

/**
 * Returns one page and the cursor of the next. `load` is asked for one row more than the page, after the row with the
 * given id.
 */
export async function paged<Row extends { id: string }>(
  { limit = PAGE, cursor }: ListQuery,
  load: (limit: number, after: string | undefined) => Promise<Row[]>,
): Promise<{ items: Row[]; next: string | null }> {
  const rows = await load(limit + 1, cursor);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

/**
 * Slices a page from a list in memory: the rows after the row with the given id. Throws 422 if there is no such row.
 */
export function sliceAfter<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  after: string | undefined,
): Row[] {
  const from = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1;
  if (after !== undefined && from === 0) throw invalidField('cursor', 'The cursor must come from a list');
  return rows.slice(from, from + limit);
}
