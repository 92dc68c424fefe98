import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '#libs/platform';
import { constraintsIn } from './catalogue.js';
import { seededDatabase } from './seeded-database.js';
import { type Violation, findViolation, isRefused } from './constraint-violations.js';

/** For each constraint, values that would violate it. Regenerated with NOTE_PROMISES=1; review the result. */
const FILE = join(projectRoot, 'test/rls/constraints.json');
type Notes = Record<string, Record<string, Violation>>;

let client: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await seededDatabase();
  ({ drop } = clone);
  client = new pg.Client({ connectionString: clone.adminUrl });
  await client.connect();
  if (process.env['NOTE_PROMISES']) await writeNotes();
}, 300_000);
afterAll(async () => {
  await client.end();
  await drop();
});

const readNotes = (): Notes => (existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Notes) : {});

async function writeNotes(): Promise<void> {
  const all = await constraintsIn(client);
  const known = readNotes();
  const notes: Notes = {};
  for (const constraint of all) {
    const before = known[constraint.table]?.[constraint.name];
    const violation =
      before && (await isRefused(client, constraint, before))
        ? before
        : await findViolation(client, constraint, all);
    if (violation) (notes[constraint.table] ??= {})[constraint.name] = violation;
    else console.warn(`No row breaks ${constraint.table}.${constraint.name}: ${constraint.definition}`);
  }
  writeFileSync(FILE, `${JSON.stringify(notes, null, 2)}\n`);
}

test('every table has a row to test with', async () => {
  const { rows } = await client.query<{ table: string }>(
    `select c.oid::regclass::text as "table" from pg_class c
     where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'access', 'audit')
       and (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %s', c.oid::regclass), false, true, '')))[1]::text = '0'`,
  );
  expect(rows.map(({ table }) => table)).toEqual([]);
});

test('every constraint has a recorded way to violate it', async () => {
  const notes = readNotes();
  const unnoted = (await constraintsIn(client))
    .filter(({ table, name }) => !notes[table]?.[name])
    .map(({ table, name, definition }) => `${table}.${name}: ${definition}`);
  expect(unnoted).toEqual([]);
});

test('a row that violates a constraint is refused by exactly that constraint', async () => {
  const unrefused: string[] = [];
  const all = await constraintsIn(client);
  for (const [table, violations] of Object.entries(readNotes()))
    for (const [name, violation] of Object.entries(violations)) {
      const constraint = all.find((one) => one.table === table && one.name === name);
      if (!constraint || !(await isRefused(client, constraint, violation)))
        unrefused.push(`${table}.${name}`);
    }
  expect(unrefused).toEqual([]);
}, 60_000);
