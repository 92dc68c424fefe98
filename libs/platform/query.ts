import { db } from './unit-of-work.js';

const NAMES = new Map<string, string>();

/** 'given_names' is `givenNames` here; a name without an underscore stays. */
function camelCased(column: string): string {
  const known = NAMES.get(column);
  if (known !== undefined) return known;
  const name = column.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  NAMES.set(column, name);
  return name;
}

/** Rows of any connection, with their columns in camelCase; inside a unit of work use `query`. */
export function toProperties<Row>(rows: readonly object[]): Row[] {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.every((column) => camelCased(column) === column)) return rows as Row[];
  const pairs = columns.map((column): [string, string] => [column, camelCased(column)]);
  return rows.map((row) => {
    const renamed: Record<string, unknown> = {};
    for (const [column, name] of pairs) renamed[name] = (row as Record<string, unknown>)[column];
    return renamed as Row;
  });
}

/**
 * The rows of one statement in the unit of work in hand, their columns in camelCase. The text must be the same each time
 * (statements are prepared by it): what changes is a parameter. A value that is JSON keeps the keys it was made with.
 */
export async function query<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const answer = (await db().query(text, [...parameters])) as object[] | [object[], number];
  // An update or a deletion answers its rows and how many they are.
  const rows = isCounted(answer) ? answer[0] : answer;
  return toProperties<Row>(rows);
}

const isCounted = (answer: object[] | [object[], number]): answer is [object[], number] =>
  answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
