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

test('the committed picture of the schema is what the files make; else it is renewed, to be looked at and committed', async () => {
  const now = await schemaSnapshot(client);
  const committed = readFileSync(FILE, 'utf8');
  if (now !== committed && !process.env['CI']) writeFileSync(FILE, now);
  expect(now).toBe(committed);
});

test('no function is defined twice, and the body of each fits the tables', async () => {
  const { rows } = await client.query<{ name: string; problem: string | null }>(VALIDATED);
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(({ problem }) => problem !== null)).toEqual([]);
});

/** Bodies are not checked while the code is made, since functions may name later ones. */
const VALIDATED = `
  with ours as (
    select p.oid, p.oid::regprocedure::text as name, l.lanname from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace::regnamespace::text in ('access', 'platform') and l.lanname in ('sql', 'plpgsql'))
  select name, case lanname when 'sql' then nullif(fmgr_sql_validator(oid)::text, '') else nullif(plpgsql_validator(oid)::text, '') end as problem
  from ours`;
