import { type Birth, bornBetween } from '#libs/platform';
import { openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const COLUMNS = {
  dateOfBirth: 'date_of_birth',
  birthPeriod: 'birth_period',
  estimatedAge: 'estimated_age',
  estimatedOn: 'estimated_on',
  expectedDate: 'expected_date',
} as const;

/** The days that the database works out for this birth of an existing child. */
async function daysOf(id: string, birth: Birth): Promise<{ earliest: string; latest: string } | null> {
  const columns = Object.entries(COLUMNS);
  await testApp.asOwner(
    `update children set ${columns.map(([, column], place) => `${column} = $${place + 2}`).join(', ')} where id = $1`,
    [id, ...columns.map(([name]) => birth[name as keyof Birth] ?? null)],
  );
  const [row] = await testApp.asOwner<{ earliest: string | null; latest: string | null }>(
    'select born_earliest::text as earliest, born_latest::text as latest from children where id = $1',
    [id],
  );
  return row!.earliest ? { earliest: row!.earliest, latest: row!.latest! } : null;
}

it('works out the same earliest and latest day as the application', async () => {
  const id = await recordedChild(testApp, 'schoolTeacher');
  const births: Birth[] = [
    { dateOfBirth: '2012-02-29' },
    { expectedDate: '2026-05-01' },
    ...['2011', '2012', '2012-02', '2011-02', '2012-12', '1999'].map((birthPeriod) => ({ birthPeriod })),
    ...['2026-03-03', '2024-02-29', '2025-02-28', '2025-12-31'].flatMap((estimatedOn) =>
      [1, 2, 3, 14, 17, 25].map((estimatedAge) => ({ estimatedAge, estimatedOn })),
    ),
  ];
  const worked = [];
  for (const birth of births) worked.push(await daysOf(id, birth));
  expect(worked).toEqual(births.map((birth) => bornBetween(birth)));
}, 60_000);

it.each([
  ['nothing', {}],
  ['two kinds', { birthPeriod: '2012', dateOfBirth: '2012-03-09' }],
  ['a period and an estimate', { birthPeriod: '2012', estimatedAge: 14, estimatedOn: '2026-03-03' }],
  ['an estimate without its day', { dateOfBirth: '2012-03-09', estimatedAge: 14 }],
  ['a month that is none', { birthPeriod: '2012-13' }],
  ['an estimate of no age', { estimatedAge: 0, estimatedOn: '2026-03-03' }],
])('holds one kind of knowledge: %s is refused', async (_, birth) => {
  const id = await recordedChild(testApp, 'schoolTeacher');
  await expect(daysOf(id, birth as Birth)).rejects.toThrow(/children_(birth|estimat)/);
});

it('keeps a record for as long as the latest possible birth asks', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'healthVisitor');
  await daysOf(childId, { birthPeriod: '2012' });
  await testApp.asOwner('update episodes set closed_at = platform.now() where id = $1', [episodeId]);
  const [facts] = await testApp.asOwner<{ born: string }>(
    'select youngest_born_on::text as born from access.retention_facts where episode_id = $1',
    [episodeId],
  );
  expect(facts!.born).toBe('2012-12-31');
});
