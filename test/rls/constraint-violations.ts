import type pg from 'pg';
import { dryRun } from './persona-database.js';
import { type Column, columnsOf, type Constraint } from './catalogue.js';

type Values = Readonly<Record<string, string>>;
/** SQL literals for columns of an existing row, or of a copy of it, that violate one constraint. */
export interface Violation {
  readonly how: 'change' | 'add';
  readonly set: Values;
}
const ROWS_TRIED = 60;

/** The name of the constraint that refuses a row with these values, or null. */
async function constraintViolatedBy(
  client: pg.Client,
  constraint: Constraint,
  columns: readonly Column[],
  { how, set }: Violation,
  row: string,
): Promise<string | null> {
  const sql =
    how === 'add'
      ? insertion(constraint, columns, set, row)
      : `update ${constraint.table} set ${Object.entries(set)
          .map(([column, value]) => `"${column}" = ${value}`)
          .join(', ')} where ctid = '${row}'`;
  await client.query('savepoint probe');
  try {
    await client.query(sql);
    await client.query('set constraints all immediate');
    return null;
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? `? ${(error as Error).message}`;
  } finally {
    await client.query('rollback to savepoint probe');
  }
}

const isAdded = ({ kind }: Constraint): boolean => kind === 'u' || kind === 'p' || kind === 'x';

/** A copy of the row with unique values in the columns of other unique constraints. */
function insertion(
  { table }: Constraint,
  columns: readonly Column[],
  violation: Values,
  row: string,
): string {
  const written = columns.filter((column) => !column.generated);
  const names = written.map((column) => `"${column.name}"`).join(', ');
  const values = written.map((column) => violation[column.name] ?? `t."${column.name}"`).join(', ');
  return `insert into ${table} (${names}) overriding system value select ${values} from ${table} t where t.ctid = '${row}'`;
}

/** Rows of a table to test with, in a stable order. */
async function rowsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `select t.ctid::text as row from ${table} t order by t::text limit ${ROWS_TRIED}`,
  );
  return rows.map(({ row }) => row);
}

/** Whether these values are refused by exactly this constraint. */
export async function isRefused(
  client: pg.Client,
  constraint: Constraint,
  violation: Violation,
): Promise<boolean> {
  const columns = await columnsOf(client, constraint.table);
  return withoutTriggers(client, constraint.table, async () => {
    for (const row of await rowsOf(client, constraint.table))
      if ((await constraintViolatedBy(client, constraint, columns, violation, row)) === constraint.name)
        return true;
    return false;
  });
}

/** Searches for values that violate this constraint before any other. */
export async function findViolation(
  client: pg.Client,
  constraint: Constraint,
  all: readonly Constraint[],
): Promise<Violation | null> {
  const columns = await columnsOf(client, constraint.table);
  return withoutTriggers(client, constraint.table, async () => {
    for (const row of await rowsOf(client, constraint.table))
      for (const violation of candidates(constraint, columns, all))
        if ((await constraintViolatedBy(client, constraint, columns, violation, row)) === constraint.name)
          return violation;
    return null;
  });
}

/** Disables the table's own triggers, so that only the constraint is tested. Rolled back. */
function withoutTriggers<T>(client: pg.Client, table: string, work: () => Promise<T>): Promise<T> {
  return dryRun(client, async () => {
    await client.query(`alter table ${table} disable trigger user`);
    return work();
  });
}

function* candidates(
  constraint: Constraint,
  columns: readonly Column[],
  all: readonly Constraint[],
): Generator<Violation> {
  if (constraint.kind === 'c') {
    for (const set of combinations(constraint, columns, all)) yield { how: 'change', set };
  } else if (constraint.kind === 'f') {
    for (const set of unknownReferences(constraint, columns, constraint.table)) yield { how: 'change', set };
    for (const own of duplicates(constraint, columns, all))
      for (const set of unknownReferences(constraint, columns, 't'))
        yield { how: 'add', set: { ...own, ...set } };
  } else for (const set of duplicates(constraint, columns, all)) yield { how: 'add', set };
}

/** Another row's id, or an unknown one. */
function* unknownReferences(
  constraint: Constraint,
  columns: readonly Column[],
  row: string,
): Generator<Values> {
  for (const [place, column] of constraint.columns.entries()) {
    const type = columns.find(({ name }) => name === column)!.type;
    const referred = constraint.referred[place]!;
    const another = `(select o."${referred}" from ${constraint.refers} o where o."${referred}" <> ${row}."${column}" order by 1 limit 1)`;
    for (const value of [...freshValues(type), another]) yield { [column]: value };
    const rest = Object.fromEntries(
      constraint.columns
        .filter((other) => other !== column)
        .map((other) => [other, `coalesce(${row}."${other}", gen_random_uuid())`]),
    );
    yield { ...rest, [column]: freshValues(type)[0]! };
  }
}

function* duplicates(
  constraint: Constraint,
  columns: readonly Column[],
  all: readonly Constraint[],
): Generator<Values> {
  const others = all.filter(
    (other) => other.table === constraint.table && other.name !== constraint.name && isAdded(other),
  );
  const free = [...new Set(others.flatMap((other) => other.columns))].filter(
    (column) => !constraint.columns.includes(column),
  );
  const fresh = (column: string): string =>
    freshValues(columns.find(({ name }) => name === column)!.type)[0]!;
  yield Object.fromEntries(free.map((column) => [column, fresh(column)]));
  for (const column of free) yield { [column]: fresh(column) };
  yield {};
}

function freshValues(type: string): string[] {
  if (type === 'uuid') return ['gen_random_uuid()'];
  if (/int|numeric/.test(type)) return ['31999', '99'];
  if (type === 'bytea') return ["'\\x00ff'::bytea"];
  if (type === 'date') return ["date '1999-01-01'"];
  return ["'not-a-valid-choice'"];
}

/** Every combination of values that this check might refuse, taken from its definition. */
function* combinations(
  { table, name, definition, columns: named }: Constraint,
  columns: readonly Column[],
  all: readonly Constraint[],
): Generator<Values> {
  const literals = [...definition.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
  const numbers = [...definition.matchAll(/\b(\d+)\b/g)].map((match) => Number(match[1]));
  const values = (column: string): string[] => {
    const { type } = columns.find(({ name }) => name === column)!;
    return ['null', ...valuesFor(type, literals, numbers)];
  };
  for (const column of named) for (const value of values(column)) yield { [column]: value };
  for (const [i, one] of named.entries())
    for (const other of named.slice(i + 1))
      for (const first of values(one))
        for (const second of values(other)) yield { [one]: first, [other]: second };
  // Other checks on the same columns must still pass: the columns they mention change as well.
  const companions = [
    ...new Set(
      all
        .filter((rule) => rule.table === table && rule.kind === 'c' && rule.name !== name)
        .filter((rule) => rule.columns.some((column) => named.includes(column)))
        .flatMap((rule) => rule.columns),
    ),
  ].filter((column) => !named.includes(column));
  for (const one of named)
    for (const other of companions)
      for (const first of values(one))
        for (const second of values(other)) yield { [one]: first, [other]: second };
  const [one, other, third] = named;
  if (third !== undefined)
    for (const first of values(one!))
      for (const second of values(other!))
        for (const last of values(third)) yield { [one!]: first, [other!]: second, [third]: last };
}

function valuesFor(type: string, literals: readonly string[], numbers: readonly number[]): string[] {
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'uuid') return ['(select id from practitioners order by id limit 1)', 'gen_random_uuid()'];
  if (type.endsWith('[]')) return [`'{}'`, type.startsWith('text') ? `'{absent}'` : `'{99}'`];
  if (/int|numeric/.test(type))
    return [...new Set([-1, 0, 1, 31999, ...numbers, ...numbers.map((n) => n + 1)])].map(String);
  if (type === 'date') return ["date '1950-01-01'", "date '2090-01-01'"];
  if (type.startsWith('timestamp')) return ["timestamptz '1950-01-01'", "timestamptz '2090-01-01'"];
  if (type === 'jsonb' || type === 'json') return [`'{}'`, `'[]'`];
  return [
    `'not-a-valid-choice'`,
    `''`,
    `'X'`,
    ...literals.filter((text) => text !== '').map((text) => `'${text}'`),
  ];
}
