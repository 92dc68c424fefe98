import { PersonaDatabase } from './persona-database.js';
import { seededDatabase } from './seeded-database.js';
import { TRIGGER_CASES } from './trigger-cases.js';
import { triggersWithoutEffect } from './triggers.js';

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

test('every trigger has a test case', async () => {
  const { rows } = await personaDb.admin.query<{ name: string }>(`
    select c.oid::regclass || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal order by 1`);
  const covered = new Set(TRIGGER_CASES.map(({ trigger }) => trigger));
  expect(rows.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
});

test('every trigger has its effect', async () => {
  expect(await triggersWithoutEffect(personaDb)).toEqual([]);
}, 60_000);
