import { randomUUID } from 'node:crypto';
import type { SessionData } from 'express-session';
import type { Pool } from 'pg';
import request from 'supertest';
import { SessionsService } from '#libs/access';
import { AUTH_POOL, DEMO_SESSIONS } from '#libs/platform';
import { SessionStore } from '../../../apps/bridges/src/http/session-store.js';
import { ApiClient } from '../../support/api-client.js';
import { Browser } from '../../support/browser.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'bridges-demo';
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp({ sessions: { ...DEMO_SESSIONS, perAccount: 3 } });
}, 60_000);
afterAll(() => testApp.close());

const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/')).status === 200;
const endingsOn = (text: string): string[] =>
  [...text.matchAll(/action="(\/sessions\/[0-9a-f-]{36}\/ending)"/g)].map(([, action]) => action!);
const accountOf = async (persona: string): Promise<string> =>
  (
    await testApp.asOwner<{ id: string }>('select id from auth.accounts where username = $1', [
      usernameOf(persona),
    ])
  )[0]!.id;

describe('a person’s own sessions', () => {
  it('are listed with the browser in plain words, this one marked, and no one else’s', async () => {
    const agent = request.agent(testApp.server);
    const [, token] = /name="_csrf" value="([^"]+)"/.exec((await agent.get('/sign-in')).text)!;
    await agent
      .post('/sign-in')
      .set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')
      .type('form')
      .send({ username: usernameOf('schoolNurse'), password: PASSWORD, _csrf: token });
    const own = await testApp.browse('schoolNurse');
    const { text } = await own.get('/sessions');
    expect(text).toContain('Firefox on Windows');
    expect(text.match(/This session/g)).toHaveLength(1);
    expect(endingsOn(text)).toHaveLength(1);
    const other = await testApp.browse('youthWorker');
    expect((await other.get('/sessions')).text).not.toContain('Firefox on Windows');
    expect((await other.submit(endingsOn(text)[0]!, {})).status).toBe(404);
    expect((await agent.get('/')).status).toBe(200);
    expect((await other.submit('/sessions/junk/ending', {})).status).toBe(404);
  });

  it('end one by one or all others at once, at the next request', async () => {
    const [first, second, here] = [
      await testApp.browse('counsellor'),
      await testApp.browse('counsellor'),
      await testApp.browse('counsellor'),
    ];
    const before = endingsOn((await here.get('/sessions')).text);
    expect(before).toHaveLength(2);
    expect((await here.submit(before[0]!, {})).status).toBe(303);
    expect([await isIn(first), await isIn(second)].filter(Boolean)).toHaveLength(1);
    expect((await here.submit('/sessions/others/ending', {})).location).toBe('/sessions');
    expect([await isIn(first), await isIn(second), await isIn(here)]).toEqual([false, false, true]);
    const { location } = await first.get('/episodes');
    expect((await first.get(location!)).text).toContain('this session was ended from another browser');
  });

  it('are at most as many as is set: the oldest ends', async () => {
    const browsers = [];
    for (let more = 0; more < 4; more++) browsers.push(await testApp.browse('housingOfficer'));
    expect(await Promise.all(browsers.map(isIn))).toEqual([false, true, true, true]);
    const { location } = await browsers[0]!.get('/episodes');
    expect((await browsers[0]!.get(location!)).text).toContain(
      'You can be signed in to 3 browsers at a time.',
    );
    const clients = [];
    for (let more = 0; more < 4; more++)
      clients.push(await ApiClient.signIn(testApp.server, usernameOf('housingOfficer')));
    const answers = await Promise.all(clients.map(async (client) => (await client.get('/me')).status));
    expect(answers).toEqual([401, 200, 200, 200]);
  });

  it('are listed and ended in the API as well', async () => {
    const browser = await testApp.browse('collegeTutor');
    const api = await testApp.as('collegeTutor');
    const { items } = (await api.get('/me/sessions')).body as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    expect((await (await testApp.as('youthWorker')).delete(`/me/sessions/${items[0]!.id}`)).status).toBe(404);
    expect(await isIn(browser)).toBe(true);
    expect((await api.delete(`/me/sessions/${items[0]!.id}`)).status).toBe(204);
    expect(await isIn(browser)).toBe(false);
    expect((await api.delete('/me/sessions/junk')).status).toBe(404);
  });
});

test('who asks is looked up with prepared statements, in the API and on pages', async () => {
  const [client, browser] = [await testApp.as('schoolNurse'), await testApp.browse('schoolNurse')];
  for (let n = 0; n < 8; n++) {
    await client.get('/me');
    await browser.get('/account');
  }
  const { rows } = await testApp.app
    .get<Pool>(AUTH_POOL)
    .query<{ statement: string }>('select statement from pg_prepared_statements');
  for (const part of [
    'from auth.tokens t',
    'a.id = $2 and a.practitioner_id',
    'select sess from auth.sessions',
  ])
    expect(rows.map(({ statement }) => statement)).toContainEqual(expect.stringContaining(part));
});

const setIn = (store: SessionStore, sid: string, data: SessionData) =>
  new Promise<void>((resolve, reject) =>
    store.set(sid, data, (error) => (error ? reject(error as Error) : resolve())),
  );

test('a message that was shown once does not come back, whichever of two programs stored it', async () => {
  const [one, other] = [1, 2].map(() => new SessionStore(testApp.app.get<Pool>(AUTH_POOL), DEMO_SESSIONS));
  const sid = randomUUID();
  const data = { cookie: { originalMaxAge: null }, startedAt: Date.now() } as unknown as SessionData;
  await setIn(one!, sid, { ...data });
  await setIn(other!, sid, { ...data, flash: { kind: 'success', text: 'Saved.' } });
  await setIn(one!, sid, { ...data });
  const kept = await new Promise((resolve) => one!.get(sid, (_error, found) => resolve(found)));
  expect(kept).not.toHaveProperty('flash');
});

test('a session that has ended is not revived by a request that began before', async () => {
  const store = new SessionStore(testApp.app.get<Pool>(AUTH_POOL), DEMO_SESSIONS);
  const account = await accountOf('yispWorker');
  const cookie = { originalMaxAge: null };
  for (const end of [
    (sid: string, id: string) =>
      testApp.app
        .get(SessionsService)
        .end(account, id)
        .then(() => sid),
    (sid: string) => new Promise<void>((resolve) => store.destroy(sid, () => resolve())),
  ]) {
    const [sid, publicId] = [randomUUID(), randomUUID()];
    const data = {
      ...{ cookie, startedAt: Date.now(), publicId },
      passport: { user: { accountId: account, practitionerId: randomUUID(), postId: randomUUID() } },
    } as unknown as SessionData;
    // Each request has the session as an object of its own.
    const set = () => setIn(store, sid, { ...data });
    const get = () => new Promise((resolve) => store.get(sid, (_error, found) => resolve(found)));
    await set();
    expect(await get()).toMatchObject({ publicId });
    await end(sid, publicId);
    await set();
    await new Promise<void>((resolve) =>
      new SessionStore(testApp.app.get<Pool>(AUTH_POOL), DEMO_SESSIONS).touch(sid, data, () => resolve()),
    );
    expect(await get()).toBeNull();
    const [row] = await testApp.asOwner<{ sess: object }>('select sess from auth.sessions where sid = $1', [
      sid,
    ]);
    expect(row!.sess).toEqual({});
  }
});

test('signing out removes the cookies of the session from the browser', async () => {
  const browser = await testApp.browse('schoolTeacher');
  const { headers } = await browser.submit('/sign-out', {});
  const cookies = headers['set-cookie'] as unknown as string[];
  for (const name of ['bridges', 'bridges-last'])
    expect(cookies.find((one) => one.startsWith(`${name}=;`))).toMatch(/Expires=Thu, 01 Jan 1970/);
  expect((await browser.get('/sign-in')).text).not.toContain('You were signed out');
});

describe('at once, a page session, a sign-in through the API and a personal token end', () => {
  const cases: [string, string, string, string][] = [
    [
      'when the account is suspended',
      'schoolTeacher',
      'update auth.accounts set suspended_at = now() where id = $1',
      'update auth.accounts set suspended_at = null where id = $1',
    ],
    [
      'when the person has left',
      'schoolManager',
      'update practitioners set left_at = platform.now() where id = (select practitioner_id from auth.accounts where id = $1)',
      'update practitioners set left_at = null where id = (select practitioner_id from auth.accounts where id = $1)',
    ],
    [
      'when the post has ended',
      'healthManager',
      'update posts set ended_at = platform.now() where practitioner_id = (select practitioner_id from auth.accounts where id = $1)',
      'update posts set ended_at = null where practitioner_id = (select practitioner_id from auth.accounts where id = $1)',
    ],
    [
      'when the password has changed',
      'healthVisitor',
      'update auth.accounts set credentials_changed_at = now() where id = $1',
      'update auth.accounts set credentials_changed_at = null where id = $1',
    ],
  ];

  it.each(cases)('%s', async (_when, persona, end, undo) => {
    const browser = await testApp.browse(persona);
    const other = await testApp.browse('specialistTeacher');
    const api = await ApiClient.signIn(testApp.server, usernameOf(persona));
    const created = await api.post('/me/tokens', { name: `${persona} token`, scope: 'read', days: 2 });
    const personal = new ApiClient(testApp.server, (created.body as { token: string }).token);
    const alive = async () => [
      await isIn(browser),
      (await api.get('/me')).status,
      (await personal.get('/me')).status,
      await isIn(other),
    ];
    expect(await alive()).toEqual([true, 200, 200, true]);
    await testApp.asOwner(end, [await accountOf(persona)]);
    expect(await alive()).toEqual([false, 401, 401, true]);
    const page = await browser.get((await browser.get('/episodes')).location!);
    expect(page.text).toContain('You were signed out.');
    expect(page.text).not.toMatch(/suspend|password has|left/);
    await testApp.asOwner(undo, [await accountOf(persona)]);
    // The page session is over for good; what was ended by its account alone does not come back.
    expect(await isIn(browser)).toBe(false);
  });

  it('and what began after a change of password goes on', async () => {
    const account = await accountOf('outreachWorker');
    await testApp.asOwner('update auth.accounts set credentials_changed_at = now() where id = $1', [account]);
    const browser = await testApp.browse('outreachWorker');
    const api = await ApiClient.signIn(testApp.server, usernameOf('outreachWorker'));
    expect([await isIn(browser), (await api.get('/me')).status]).toEqual([true, 200]);
  });
});

describe('the address asked for before signing in', () => {
  const signInFor = async (next: string) => {
    const stranger = Browser.stranger(testApp.server);
    const from = `/sign-in?next=${encodeURIComponent(next)}`;
    const { text } = await stranger.get(from);
    const [, offered] = /name="next" value="([^"]*)"/.exec(text)!;
    return (
      await stranger.submit(
        '/sign-in',
        {
          username: usernameOf('schoolTeacher'),
          password: PASSWORD,
          next: offered!.replaceAll('&amp;', '&'),
        },
        from,
      )
    ).location;
  };

  it.each([
    '/episodes?scope=mine&stage=plan',
    '/directory/people?name=Mary%20O%27Neill&role=coordinator',
    '/caseload?from=2026-01-01:2026-02-01',
  ])('is where one arrives: %s', async (next) => expect(await signInFor(next)).toBe(next));

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example@x',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/sign-out',
    `/${'x'.repeat(3_000)}`,
  ])('is never another site: %j', async (next) => {
    const arrived = (await signInFor(next))!;
    expect(arrived).toMatch(/^\/(?![/\\])/);
    expect(new URL(arrived, 'https://own.example').host).toBe('own.example');
    expect(arrived).not.toContain('sign-out');
  });

  it('is also where a person arrives who is signed in already', async () => {
    const browser = await testApp.browse('schoolTeacher');
    expect((await browser.get('/sign-in?next=%2Fdirectory')).location).toBe('/directory');
    expect((await browser.get('/sign-in?next=%2F%2Fevil.example')).location).toBe('/');
  });
});
