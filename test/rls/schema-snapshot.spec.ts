import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrationFolder } from '#libs/platform';
import { cloneDatabase } from '../support/cluster.js';
import { schemaSnapshot } from './schema-snapshot.js';

const FILE = join(migrationFolder, 'schema.snapshot.txt');

let client: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await cloneDatabase();
  ({ drop } = clone);
  client = new pg.Client({ connectionString: clone.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await drop();
});

test('the committed schema snapshot equals what the files create; a difference rewrites it for review', async () => {
  const now = await schemaSnapshot(client);
  const committed = readFileSync(FILE, 'utf8');
  if (now !== committed && !process.env['CI']) writeFileSync(FILE, now);
  expect(now).toBe(committed);
});

test('no function is defined twice, and every function body fits the tables', async () => {
  const { rows } = await client.query<{ name: string; problem: string | null }>(VALIDATED);
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(({ problem }) => problem !== null)).toEqual([]);
});

/** Bodies are not checked on creation, because a function may call a later one. */
const VALIDATED = `
  with ours as (
    select p.oid, p.oid::regprocedure::text as name, l.lanname from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace::regnamespace::text in ('access', 'platform') and l.lanname in ('sql', 'plpgsql'))
  select name, case lanname when 'sql' then nullif(fmgr_sql_validator(oid)::text, '') else nullif(plpgsql_validator(oid)::text, '') end as problem
  from ours`;
