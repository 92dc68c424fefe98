import pg from 'pg';
import { seededDatabase } from './seeded-database.js';
import { HISTORY, OPEN_WORK } from './standings.js';

/** What a person has open when they leave is known from the schema: every reference to a person or a post is one or the other. */
let client: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await seededDatabase();
  ({ drop } = clone);
  client = new pg.Client({ connectionString: clone.adminUrl });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client.end();
  await drop();
});

async function references(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname as name
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'f' and k.confrelid in ('practitioners'::regclass, 'posts'::regclass) order by 1`,
  );
  return rows.map(({ name }) => name);
}

test('every reference to a practitioner or a post is open work that leaving settles, or history that stays', async () => {
  const known = [...Object.keys(OPEN_WORK), ...Object.keys(HISTORY)];
  expect(known.filter((name, index) => known.indexOf(name) !== index)).toEqual([]);
  const all = await references();
  expect(all.length).toBeGreaterThan(95);
  expect(all.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !all.includes(name))).toEqual([]);
});

test('all open work is in the list that leaving goes by, under its kind', async () => {
  const { rows } = await client.query<{ text: string }>(
    "select pg_get_viewdef('access.standings'::regclass) as text",
  );
  const parts = rows[0]!.text.split(/UNION ALL/i);
  const found = parts.map((part) => ({
    kind: /SELECT '(\w+)'::text/.exec(part)![1]!,
    column: /,\s+\w+\.id,\s+(?:\w+\.)(\w+)/.exec(part)![1]!,
    table: /FROM\s+\(*(?:public\.)?(\w+)/.exec(part)![1]!,
  }));
  expect(found.length).toBeGreaterThan(15);
  const listed = Object.entries(OPEN_WORK).flatMap(([name, kind]) =>
    kind === 'post' ? [] : [`${name} ${kind}`],
  );
  expect(found.map(({ kind, table, column }) => `${table}.${column} ${kind}`).sort()).toEqual(listed.sort());
});

test('each reason for history says why nothing is left to do', () => {
  for (const [name, reason] of Object.entries(HISTORY))
    expect([name, reason.length > 12]).toEqual([name, true]);
});
