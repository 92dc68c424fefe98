import { dayFromNow } from '../support/delivering.js';
import { agreedEpisode, openedEpisode } from '../support/scenarios.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/**
 * Two people alternate over two connections, whose statements are prepared after a few uses: neither sees the other's
 * rows. With TEST_POOLER the connections are a pooler's.
 */
const ROUNDS = 12;
const BOTH = ['healthVisitor', 'familySupportWorker'] as const;
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp({}, undefined, 2);
}, 60_000);
afterAll(() => testApp.close());

test('two people alternating over two connections each see their own rows and write to them', async () => {
  const theirs = [await openedEpisode(testApp, BOTH[0]), await openedEpisode(testApp, BOTH[1])] as const;
  const clients = [await testApp.as(BOTH[0]), await testApp.as(BOTH[1])] as const;
  const browsers = [await testApp.browse(BOTH[0]), await testApp.browse(BOTH[1])] as const;
  const wrong: string[] = [];
  const turn = async (me: 0 | 1, round: number): Promise<void> => {
    const [mine, other] = [theirs[me], theirs[me === 0 ? 1 : 0]];
    const strange = (where: string, text: string): void => {
      if (text.includes(other.episodeId) || text.includes(other.childId)) wrong.push(`${BOTH[me]}: ${where}`);
    };
    const hear = async (path: string, status: number): Promise<void> => {
      const answer = await clients[me].get(path);
      if (answer.status !== status) wrong.push(`${BOTH[me]}: ${path} ${answer.status} ${answer.text}`);
      if (status === 200) strange(path, answer.text);
    };
    const see = async (path: string, status = 200): Promise<void> => {
      const page = await browsers[me].get(path);
      if (page.status !== status) wrong.push(`${BOTH[me]}: page ${path} ${page.status}`);
      if (status === 200) strange(path, page.text);
    };
    await hear(`/episodes/${mine.episodeId}`, 200);
    await hear(`/episodes/${other.episodeId}`, 404);
    await hear('/episodes', 200);
    await hear(`/children/${mine.childId}`, 200);
    await hear(`/children/${other.childId}`, 404);
    await see(`/episodes/${mine.episodeId}`);
    await see(`/episodes/${other.episodeId}`, 404);
    for (const path of ['/', '/episodes', '/messages']) await see(path);
    for (const [episode, status] of [
      [mine, 201],
      [other, 404],
    ] as const) {
      const written = await clients[me].post(`/episodes/${episode.episodeId}/chronology`, {
        happenedOn: dayFromNow(-2),
        category: 'contact',
        what: `Invented by ${BOTH[me]}, ${round}`,
      });
      if (written.status !== status) wrong.push(`${BOTH[me]}: writing ${written.status} ${written.text}`);
    }
  };
  for (let round = 0; round < ROUNDS; round++) await Promise.all([turn(0, round), turn(1, round)]);
  expect(wrong).toEqual([]);
  const notes = await testApp.asOwner<{ episode_id: string; by: string; count: number }>(
    `select n.episode_id, split_part(split_part(n.what, ',', 1), ' ', 3) as by, count(*)::int as count
     from chronology_notes n where n.what like 'Invented by %' group by 1, 2`,
  );
  expect(new Map(notes.map((note) => [note.by, note]))).toEqual(
    new Map(BOTH.map((by, at) => [by, { episode_id: theirs[at]!.episodeId, by, count: ROUNDS }])),
  );
}, 300_000);

test('twenty pages of one episode opened at once by one person wait for no lock', async () => {
  const busy = await openTestApp({}, undefined, 20);
  try {
    const { episodeId } = await agreedEpisode(busy, 'healthVisitor', ['schoolTeacher']);
    const browsers = await Promise.all(Array.from({ length: 20 }, () => busy.browse('healthVisitor')));
    const waiting: object[] = [];
    let going = true;
    const watching = (async () => {
      while (going) {
        waiting.push(
          ...(await busy.asOwner(
            `select wait_event_type, wait_event, left(query, 200) as query from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'`,
          )),
        );
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    for (let round = 0; round < 3; round++) {
      const pages = await Promise.all(browsers.map((browser) => browser.get(`/episodes/${episodeId}`)));
      expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    }
    going = false;
    await watching;
    expect(waiting).toEqual([]);
  } finally {
    await busy.close();
  }
}, 120_000);
