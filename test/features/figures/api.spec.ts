import { newId } from '#libs/platform';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

interface Row {
  key: string;
  families: number | null;
}
const figures = async (by: string): Promise<{ rows: Row[]; total: number | null }> =>
  (await (await testApp.as('analyst')).get(`/figures?by=${by}`)).body;

/** Creates this many open episodes at each level, and no others, in the analyst's area. */
async function levels(...counts: number[]): Promise<void> {
  await testApp.asOwner('truncate episodes cascade');
  const teacher = await testApp.actor('schoolTeacher');
  const levelOf = counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
  const ids = levelOf.map(() => newId());
  await testApp.asOwner(
    `insert into episodes (id, opened_at, locality_id, authority_id, opened_by, opening_agency_id)
     select e.id, platform.now(), null, a.authority_id, $2, a.id from agencies a, unnest($1::uuid[]) e (id) where a.id = $3`,
    [ids, teacher.practitionerId, teacher.agencyId],
  );
  await testApp.asOwner(
    `insert into episode_records (episode_id, status, reason, level)
     select e.id, 'assessed', 'Invented', e.level from unnest($1::uuid[], $2::integer[]) e (id, level)`,
    [ids, levelOf],
  );
}

const suppressedCells = async () =>
  (await figures('level')).rows.filter((row) => row.key !== 'none').map((row) => row.families);

test('numbers of five and more are shown', async () => {
  await levels(12, 7, 5, 0);
  expect(await suppressedCells()).toEqual([12, 7, 5, 0]);
  expect((await figures('level')).total).toBe(24);
});

test('a small number is suppressed, with others that would reveal it by subtraction', async () => {
  await levels(20, 9, 2, 0);
  expect(await suppressedCells()).toEqual([20, null, null, 0]);
  // Two families and three: under one total their sum would be five, so the next smallest is suppressed as well.
  await levels(20, 9, 2, 3);
  expect(await suppressedCells()).toEqual([20, null, null, null]);
});

test.each([[[11, 1, 0, 0]], [[4, 4, 4, 4]], [[30, 6, 5, 1]], [[13, 12, 4, 4]], [[10, 3, 0, 0]]])(
  'suppressed cells of %p are never one alone, nor fewer than ten families together, under a visible total',
  async (counts) => {
    await levels(...counts);
    const { total } = await figures('level');
    const cells = await suppressedCells();
    const hidden = counts.filter((_count, index) => cells[index] === null);
    for (const [index, count] of counts.entries())
      if (count > 0 && count < 5) expect(cells[index]).toBeNull();
    if (total !== null && hidden.length > 0) {
      expect(hidden.length).toBeGreaterThan(1);
      expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10);
    }
  },
);

test('with fewer than ten families nothing is shown, in any table', async () => {
  await levels(5, 2, 0, 0);
  for (const by of ['level', 'locality', 'agency_kind']) {
    const { rows, total } = await figures(by);
    expect([by, total, rows.some((row) => row.families !== null)]).toEqual([by, null, false]);
  }
});

test('the analyst reads no row of any case by SQL, and has no list behind a number', async () => {
  await levels(12, 6, 0, 0);
  const tables = await testApp.asOwner<{ name: string }>(
    `select distinct c.table_schema || '.' || c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema = 'public' and c.column_name in ('episode_id', 'child_id')
     union select unnest(array['public.episodes', 'public.children', 'public.carers', 'audit.entries', 'public.access_questions'])`,
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { name } of tables) {
    const [row] = await testApp
      .sql<{ n: number }>('analyst', `select count(*)::int as n from ${name}`)
      .catch(() => [{ n: 0 }]);
    expect([name, row!.n]).toEqual([name, 0]);
  }
  const analyst = await testApp.as('analyst');
  for (const path of ['/episodes', '/caseload', '/children?name=Test'])
    expect([path, (await analyst.get(path)).status]).toEqual([path, 403]);
}, 60_000);

test('figures are for analysts, and only by the available tables', async () => {
  expect((await (await testApp.as('analyst')).get('/figures?by=name')).status).toBe(422);
  for (const persona of ['schoolTeacher', 'schoolManager', 'systemAdministrator'])
    expect([persona, (await (await testApp.as(persona)).get('/figures')).status]).toEqual([persona, 403]);
  expect(await testApp.sql('schoolTeacher', `select * from access.figures('level')`)).toEqual([]);
  const analyst = await testApp.browse('analyst');
  expect((await analyst.get('/')).text).toContain('/figures');
  const page = await analyst.get('/figures');
  expect([page.status, page.text.includes('Level of need'), /href="\/episodes/.test(page.text)]).toEqual([
    200,
    true,
    false,
  ]);
});
