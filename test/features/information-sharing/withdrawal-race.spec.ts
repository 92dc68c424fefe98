import { agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** Total number of reads around one withdrawal. */
const READS = 1000;
/** How many run at the same time. */
const READERS = 24;

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

interface Read {
  readonly by: string;
  /** Start of the read, on the machine's monotonic clock. */
  readonly begun: number;
  readonly isVisible: boolean;
}

test('in a withdrawal against a thousand concurrent reads, none begun after it shows anything', async () => {
  const { episodeId, childId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.as('healthVisitor');
  const teacher = await testApp.as('schoolTeacher');
  const browser = await testApp.browse('schoolTeacher');
  const joined = await visitor.post(`/episodes/${episodeId}/team`, {
    practitionerId: (await testApp.actor('schoolTeacher')).practitionerId,
    teamRole: 'member',
  });
  expect(joined.status).toBe(201);

  const hasRows = (rows: readonly object[]): boolean => rows.length > 0;
  const ways: Record<string, () => Promise<boolean>> = {
    'API, the episode': async () => (await teacher.get(`/episodes/${episodeId}`)).status === 200,
    'API, the child': async () => (await teacher.get(`/children/${childId}`)).status === 200,
    'API, the list': async () =>
      (await teacher.get('/episodes?scope=all')).body.items.some(
        (item: { id: string }) => item.id === episodeId,
      ),
    'a page that stands open': async () => (await browser.get(`/episodes/${episodeId}`)).status === 200,
    'the chronology page': async () =>
      (await browser.get(`/episodes/${episodeId}/chronology`)).status === 200,
    'SQL, T0': async () =>
      hasRows(await testApp.sql('schoolTeacher', 'select 1 from episodes where id = $1', [episodeId])),
    'SQL, T1': async () =>
      hasRows(
        await testApp.sql('schoolTeacher', 'select 1 from child_details where child_id = $1', [childId]),
      ),
    'SQL, T2': async () =>
      hasRows(
        await testApp.sql('schoolTeacher', 'select 1 from episode_records where episode_id = $1', [
          episodeId,
        ]),
      ),
    'SQL, the ledger': async () =>
      hasRows(
        await testApp.sql('schoolTeacher', 'select 1 from consents where episode_id = $1', [episodeId]),
      ),
  };
  const names = Object.keys(ways);
  // A statement costs a twentieth of a page, so there are more of them.
  const round = names.flatMap((name) => (name.startsWith('SQL') ? [name, name, name, name] : [name]));
  for (const name of names) expect([name, await ways[name]!()]).toEqual([name, true]);

  const reads: Read[] = [];
  let begun = 0;
  let withdrawn = Infinity;
  let answered: () => void;
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const reader = async (): Promise<void> => {
    // Half of the reads start after the withdrawal, so that both sides are tested.
    for (;;) {
      if (begun >= READS) return;
      if (begun >= READS / 2 && withdrawn === Infinity) await answer;
      const by = round[begun++ % round.length]!;
      const started = performance.now();
      reads.push({ by, begun: started, isVisible: await ways[by]!() });
    }
  };
  /** The first instant at which another person can see the withdrawal, before the withdrawer is even answered. */
  const watching = async (): Promise<void> => {
    while (withdrawn === Infinity)
      if (
        hasRows(
          await testApp.sql('governance', 'select 1 from consent_withdrawals where consent_id = $1', [
            consentId,
          ]),
        )
      )
        withdrawn = performance.now();
    answered();
  };
  const withdrawing = async (): Promise<void> => {
    while (begun < READS / 4) await new Promise((resolve) => setTimeout(resolve, 1));
    const done = await visitor.post(`/consents/${consentId}/withdrawal`, {
      withdrawnBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    });
    expect(done.status).toBe(201);
  };
  await Promise.all([watching(), withdrawing(), ...Array.from({ length: READERS }, reader)]);

  const after = reads.filter((read) => read.begun >= withdrawn);
  const before = reads.filter((read) => read.begun < withdrawn);
  expect(reads.length).toBeGreaterThanOrEqual(READS);
  expect(after.filter(({ isVisible }) => isVisible)).toEqual([]);
  // Proves that the test can fail: each kind of read ran on both sides, and showed something before the withdrawal.
  const waysIn = (side: readonly Read[]): string[] => [...new Set(side.map(({ by }) => by))].sort();
  expect(waysIn(after)).toEqual([...names].sort());
  expect(waysIn(before.filter(({ isVisible }) => isVisible))).toEqual([...names].sort());
  expect(after.length).toBeGreaterThan(READS / 4);
}, 60_000);
