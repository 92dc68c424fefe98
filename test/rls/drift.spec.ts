import { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/bridges/src/app.module.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

test('entities and tables name the same columns, of the same types', async () => {
  // TypeORM asks this table of its own about generated columns.
  await testApp.asOwner(
    'create table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
  );
  await testApp.asOwner('grant select on typeorm_metadata to bridges_app');
  const dataSource = testApp.app.get(DataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  const generated = await testApp.asOwner<{ drop: string }>(
    `select 'ALTER TABLE "' || attrelid::regclass || '" DROP COLUMN "' || attname || '"' as drop from pg_attribute where attgenerated <> ''`,
  );
  const worksItself = new Set(generated.map(({ drop }) => drop));
  // Constraints, indexes and defaults are written in SQL alone; columns are in both places and must agree.
  const columns = upQueries
    .map(({ query }) => query)
    .filter(
      (query) =>
        /^CREATE TABLE|ADD "|DROP COLUMN|ALTER COLUMN "\w+" (TYPE|SET NOT NULL|DROP NOT NULL)/.test(query) &&
        !/CONSTRAINT/.test(query) &&
        // What the database works out from other columns is read by SQL alone.
        !worksItself.has(query),
    );
  expect(ENTITIES.length).toBeGreaterThan(25);
  expect(columns).toEqual([]);
});
