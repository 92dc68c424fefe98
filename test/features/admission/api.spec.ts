import pg from 'pg';
import request from 'supertest';
import { agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

const POOL = 20;
let testApp: TestApp;
let base: string;
beforeAll(async () => {
  testApp = await openTestApp({}, undefined, POOL);
  base = `${testApp.url}/api/v1`;
}, 60_000);
afterAll(() => testApp.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Locks reading of episodes, so that a request for one stays in progress. */
async function whileEpisodesAreHeld<T>(work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: testApp.adminUrl });
  await holder.connect();
  await holder.query('begin; lock table access.grants in access exclusive mode');
  try {
    return await work();
  } finally {
    await holder.query('rollback');
    await holder.end();
  }
}

const get = async (persona: string, path: string, signal?: AbortSignal) => {
  const { token } = await testApp.as(persona);
  const answer = await fetch(base + path, {
    headers: { Authorization: `Bearer ${token}` },
    ...(signal ? { signal } : {}),
  });
  await answer.text();
  return answer;
};
const reads = async (): Promise<number> =>
  (
    await testApp.asOwner<{ n: number }>(
      "select count(*)::int as n from audit.entries where act = 'read episode'",
    )
  )[0]!.n;
const inHand = async (): Promise<number> =>
  (
    await testApp.asOwner<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'bridges_app' and state <> 'idle'",
    )
  )[0]!.n;

test('two hundred abandoned page requests delay no other person, and are not worked off', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  await testApp.as('schoolNurse');
  const before = await reads();
  await whileEpisodesAreHeld(async () => {
    const hangUp = new AbortController();
    const asked = Array.from({ length: 200 }, () =>
      get('healthVisitor', `/episodes/${episodeId}`, hangUp.signal).catch(() => null),
    );
    await pause(1_500);
    expect(await inHand()).toBeLessThanOrEqual(8);
    hangUp.abort();
    await Promise.all(asked);
    const began = Date.now();
    expect((await get('schoolNurse', '/me')).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(10_000);
  });
  await pause(1_500);
  // Requests in progress when the client left are finished; none that was queued is begun.
  expect((await reads()) - before).toBeLessThanOrEqual(8);
  expect((await get('healthVisitor', `/episodes/${episodeId}`)).status).toBe(200);
}, 60_000);

test('a person with too many requests at once is told to wait; the queued ones are answered', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const answers = await whileEpisodesAreHeld(async () => {
    const asked = Array.from({ length: 60 }, () => get('healthVisitor', `/episodes/${episodeId}`));
    await pause(1_500);
    return asked;
  }).then((asked) => Promise.all(asked));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(60 - 32);
  for (const { headers } of refused) expect(headers.get('retry-after')).toBe('5');
  expect(answers.filter(({ status }) => status === 200).length).toBe(60 - refused.length);
}, 60_000);

test('a hundred simultaneous password guesses count like a hundred in sequence', async () => {
  const guess = () =>
    request(testApp.server)
      .post('/api/v1/session')
      .send({ username: usernameOf('youthWorker'), password: 'guessed' })
      .then(({ status, headers }) => ({ status, after: headers['retry-after'] as string | undefined }));
  const guesses: Awaited<ReturnType<typeof guess>>[] = [];
  // Thirty at a time, which is what one address may have in progress and queued.
  for (let round = 0; round < 4; round++)
    guesses.push(...(await Promise.all(Array.from({ length: 30 }, guess))));
  const wrong = guesses.filter(({ status }) => status === 401);
  const refused = guesses.filter(({ status }) => status === 429);
  expect([wrong.length, refused.length]).toEqual([8, guesses.length - 8]);
  for (const { after } of refused) expect(Number(after)).toBeGreaterThan(0);
}, 60_000);

test('when every connection is in use the next request is answered 503 and does not wait forever', async () => {
  const small = await openTestApp({}, undefined, 1);
  try {
    const nurse = await small.as('schoolNurse');
    const visitor = await small.as('healthVisitor');
    const holder = new pg.Client({ connectionString: small.adminUrl });
    await holder.connect();
    await holder.query('begin; lock table access.grants in access exclusive mode');
    const waiting = visitor.get('/episodes');
    await pause(500);
    const answer = await nurse.get('/me');
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    await holder.query('rollback');
    await holder.end();
    expect((await waiting).status).toBe(200);
    expect((await nurse.get('/me')).status).toBe(200);
  } finally {
    await small.close();
  }
}, 60_000);
