import { PersonaDatabase } from './persona-database.js';
import { seededDatabase } from './seeded-database.js';
import { deniedRoles } from './roles.js';
import { differencesAt } from './tables.js';
import { TABLE_PERMISSIONS } from './table-permissions.js';

let personaDb: PersonaDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await seededDatabase();
  ({ drop } = clone);
  personaDb = await PersonaDatabase.at(clone.adminUrl);
}, 120_000);
afterAll(async () => {
  await personaDb.close();
  await drop();
});

test('every table that the serving role may read has its permissions written down', async () => {
  const { rows } = await personaDb.admin.query<{ table: string }>(`
    select c.oid::regclass::text as "table" from pg_class c
    where c.relkind = 'r' and c.relrowsecurity and has_table_privilege('bridges_app', c.oid, 'select') order by 1`);
  expect(rows.map((row) => row.table).filter((table) => !TABLE_PERMISSIONS[table])).toEqual([]);
});

test('every person reads, adds and changes exactly the rows they are permitted to, in every table, with any SQL', async () => {
  expect(await differencesAt(personaDb)).toEqual([]);
}, 300_000);

test('the other database roles can do their own work on every row of the tables granted to them', async () => {
  const { rows } = await personaDb.admin.query<{ table: string }>(
    `select c.oid::regclass::text as "table" from pg_class c where c.relkind = 'r' and c.relrowsecurity order by 1`,
  );
  const denied: string[] = [];
  for (const { table } of rows) denied.push(...(await deniedRoles(personaDb.admin, table)));
  expect(denied).toEqual([]);
}, 60_000);
