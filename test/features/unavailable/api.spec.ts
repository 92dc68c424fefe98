import request from 'supertest';
import { ask } from '../../support/own-cluster.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const ready = () => request(testApp.server).get('/health/ready');

/** The program's clock, this many seconds apart from the database's. */
async function withClock<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  const real = Date.now;
  Date.now = () => real() + seconds * 1000;
  try {
    return await work();
  } finally {
    Date.now = real;
  }
}

test.each([-70, 70, 600])(
  'a clock %s seconds from the database’s gives an error and no empty list',
  async (seconds) => {
    const teacher = await testApp.as('schoolTeacher');
    const browser = await testApp.browse('schoolTeacher');
    expect((await teacher.get('/practitioners')).body.items.length).toBeGreaterThan(0);
    await withClock(seconds, async () => {
      const list = await teacher.get('/practitioners');
      expect([list.status, list.headers['retry-after']]).toEqual([503, '60']);
      expect(list.headers['content-type']).toContain('application/problem+json');
      expect(list.body).toMatchObject({ title: 'Service Unavailable', status: 503 });
      const page = await browser.get('/directory');
      expect([page.status, page.headers['retry-after']]).toEqual([503, '60']);
      expect(page.text).toContain('Bridges is unavailable');
      const probe = await ready();
      expect([probe.status, probe.body]).toEqual([503, { status: 'unavailable', reason: 'clock' }]);
    });
    expect((await teacher.get('/practitioners')).status).toBe(200);
    expect((await ready()).status).toBe(200);
  },
);

test.each([-20, 20])('a clock %s seconds apart is tolerated', async (seconds) => {
  const teacher = await testApp.as('schoolTeacher');
  const list = await withClock(seconds, () => teacher.get('/practitioners'));
  expect(list.status).toBe(200);
  expect(list.body.items.length).toBeGreaterThan(0);
});

test('the demo clock may be set to any time', async () => {
  const teacher = await testApp.as('schoolTeacher');
  await testApp.moveClock('2031-03-01T09:00:00Z');
  expect((await teacher.get('/practitioners')).status).toBe(200);
  expect((await ready()).status).toBe(200);
  await testApp.moveClock();
});

test('after the signing key is exchanged, a program with the old one answers 503', async () => {
  const teacher = await testApp.as('schoolTeacher');
  await testApp.asOwner(`update access.signing_keys set key = 'x' || key`);
  try {
    expect((await teacher.get('/practitioners')).status).toBe(503);
  } finally {
    await testApp.asOwner('update access.signing_keys set key = substr(key, 2)');
  }
  expect((await teacher.get('/practitioners')).status).toBe(200);
});

test('while the database refuses connections, API, pages and readiness say 503, and recover afterwards', async () => {
  const teacher = await testApp.as('schoolTeacher');
  const browser = await testApp.browse('schoolTeacher');
  const name = new URL(testApp.adminUrl).pathname.slice(1);
  const elsewhere = new URL(testApp.adminUrl);
  elsewhere.pathname = '/postgres';
  await ask(elsewhere.toString(), `alter database ${name} allow_connections false`);
  try {
    await ask(
      elsewhere.toString(),
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [name],
    );
    const list = await teacher.get('/practitioners');
    expect([list.status, list.headers['retry-after']]).toEqual([503, '10']);
    expect((await browser.get('/')).status).toBe(503);
    const probe = await ready();
    expect(probe.headers['content-type']).toContain('application/json');
    expect([probe.status, probe.body]).toEqual([503, { status: 'unavailable', reason: 'database' }]);
    expect((await request(testApp.server).get('/health/live')).status).toBe(200);
  } finally {
    await ask(elsewhere.toString(), `alter database ${name} allow_connections true`);
  }
  expect((await teacher.get('/practitioners')).status).toBe(200);
  expect((await browser.get('/')).status).toBe(200);
}, 60_000);

test('a body nested without end is a bad request', async () => {
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  const answer = await request(testApp.server).post('/api/v1/session').type('json').send(deep);
  expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
});

test('a refusal page is complete whatever the Referer, and its link stays on this site', async () => {
  const browser = request.agent(testApp.server);
  for (const referer of [
    '%%%',
    'http://',
    'https://elsewhere.example//elsewhere.example/x',
    'http://x/\\y',
  ]) {
    const answer = await browser.post('/sign-out').set('Referer', referer).type('form').send('_csrf=guessed');
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Go back');
    expect(answer.text).not.toContain('elsewhere.example');
  }
  const answer = await browser
    .post('/sign-out')
    .set('Referer', 'http://x/help')
    .type('form')
    .send('_csrf=guessed');
  expect(answer.text).toContain('href="/help"');
});
