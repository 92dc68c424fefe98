import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { RULES } from '#libs/access';
import { ASSESSMENT_FORM } from '#libs/terms';
import { migrate, migrationFolder } from '#libs/platform';
import { cloneDatabase, TEST_SECRET } from '../support/cluster.js';
import { schemaSnapshot } from './schema-snapshot.js';

const FILE = join(migrationFolder, 'schema.snapshot.txt');

let client: pg.Client;
let adminUrl: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await cloneDatabase();
  ({ adminUrl, drop } = clone);
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

const migrateAgain = (): Promise<string[]> =>
  migrate(adminUrl, { secret: TEST_SECRET, demo: true, rules: RULES, assessmentForm: ASSESSMENT_FORM });

test('code of another version is replaced whole; the same code is left alone', async () => {
  await client.query("update public.database_code set digest = 'another'");
  await client.query('drop policy plan_actions_select on public.plan_actions');
  await client.query(
    'create function access.of_another_version() returns int language sql as $$ select 1 $$',
  );
  await client.query('grant delete on public.plan_actions to bridges_app');
  expect(await migrateAgain()).toEqual(['database code']);
  expect(await schemaSnapshot(client)).toBe(readFileSync(FILE, 'utf8'));
  expect(await migrateAgain()).toEqual([]);
}, 60_000);

test('other words of the form are kept as a new definition, and the earlier ones stay as they were', async () => {
  const definitions = async () =>
    (
      await client.query<{ number: number; title: string }>(
        `select number, content->>'title' as title from public.form_definitions order by number`,
      )
    ).rows;
  const before = await definitions();
  const renamed = { ...ASSESSMENT_FORM, title: 'Assessment of another year' };
  const migrateTo = (assessmentForm: object) =>
    migrate(adminUrl, { secret: TEST_SECRET, demo: true, rules: RULES, assessmentForm });
  await migrateAgain();
  expect(await definitions()).toEqual(before);
  await migrateTo(renamed);
  await migrateTo(renamed);
  const added = { number: before.length + 1, title: renamed.title };
  expect(await definitions()).toEqual([...before, added]);
  await migrateAgain();
  expect(await definitions()).toEqual([
    ...before,
    added,
    { number: before.length + 2, title: ASSESSMENT_FORM.title },
  ]);
});

test.each([
  [
    "update public.migrations set digest = 'x' || digest where name = 'tables/140_plans.sql'",
    /was changed after/,
  ],
  [
    "insert into public.migrations (name, digest) values ('0001_floor.sql', '')",
    /cannot continue \(0001_floor/,
  ],
])('a database that these files did not make is left as it is: %s', async (change, message) => {
  await client.query(change);
  await client.query("update public.database_code set digest = 'another'");
  await expect(migrateAgain()).rejects.toThrow(message);
  const { rows } = await client.query('select digest from public.database_code');
  expect(rows).toEqual([{ digest: 'another' }]);
  await client.query(
    "delete from public.migrations where name = '0001_floor.sql'; update public.migrations set digest = substr(digest, 2) where length(digest) > 64",
  );
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
