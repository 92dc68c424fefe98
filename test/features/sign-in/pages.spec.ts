import { PERSONAS } from '../../../apps/console/src/seed/index.js';
import { Browser } from '../../support/browser.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

test('the sign-in page of a demonstration offers every persona with a sentence', async () => {
  const { text } = await Browser.stranger(testApp.server).get('/sign-in');
  for (const persona of PERSONAS) expect(text).toContain(`value="${persona.username}"`);
});

test('every persona can sign in and has a home page', async () => {
  for (const { key } of PERSONAS) {
    const browser = await testApp.browse(key);
    const home = await browser.get('/');
    expect({ key, status: home.status }).toEqual({ key, status: 200 });
    expect(home.text).toContain('Sign out');
  }
}, 120_000);

test('a signed-out visitor is sent to sign in, and then to the page they asked for', async () => {
  const stranger = Browser.stranger(testApp.server);
  const asked = await stranger.get('/episodes?scope=mine');
  expect([asked.status, asked.location]).toEqual([303, '/sign-in?next=%2Fepisodes%3Fscope%3Dmine']);
  const signed = await stranger.submit(
    '/sign-in',
    { username: usernameOf('schoolTeacher'), password: 'bridges-demo', next: '/episodes?scope=mine' },
    '/sign-in',
  );
  expect([signed.status, signed.location]).toEqual([303, '/episodes?scope=mine']);
});

test('signing in never redirects to another site', async () => {
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
    const stranger = Browser.stranger(testApp.server);
    const signed = await stranger.submit(
      '/sign-in',
      { username: usernameOf('schoolTeacher'), password: 'bridges-demo', next },
      '/sign-in',
    );
    expect(signed.location).toBe('/');
  }
});

test('a wrong password keeps the name, says what to do, and shows no other difference', async () => {
  const wrong = await Browser.stranger(testApp.server).submit(
    '/sign-in',
    { username: 'school.nurse', password: 'x' },
    '/sign-in',
  );
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Enter a correct user name and password');
  expect(wrong.text).toContain('value="school.nurse"');
});

test('a session has a new name after signing in, and ends on signing out', async () => {
  const browser = Browser.stranger(testApp.server);
  const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0]!;
  const before = cookieOf((await browser.get('/sign-in')).headers);
  const signed = await browser.submit(
    '/sign-in',
    { username: usernameOf('schoolTeacher'), password: 'bridges-demo' },
    '/sign-in',
  );
  expect(cookieOf(signed.headers)).not.toBe(before);
  expect((await browser.get('/')).status).toBe(200);
  await browser.submit('/sign-out', {});
  expect((await browser.get('/')).status).toBe(303);
});

test('the name of a session is random: 24 bytes, and another each time', async () => {
  for (let times = 0; times < 3; times++) await testApp.browse('schoolTeacher');
  const names = (await testApp.asOwner<{ sid: string }>('select sid from auth.sessions')).map(
    ({ sid }) => sid,
  );
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !/^[\w-]{32}$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.slice(0, 8))).size).toBe(names.length);
});

test('a form from another site, without the token, is refused', async () => {
  const browser = await testApp.browse('schoolTeacher');
  const answer = await browser.submit('/sign-out', { _csrf: 'guessed' });
  expect(answer.status).toBe(403);
  expect((await browser.get('/')).status).toBe(200);
});

test('a notification appears on the next page and on no other, however slowly sessions are stored', async () => {
  const browser = await testApp.browse('schoolTeacher');
  const post = /name="post"[^>]*value="([^"]+)"/.exec((await browser.get('/switch-post')).text)?.[1] ?? '';
  await testApp.asOwner(`
    create function auth.dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return new; end $$;
    create trigger dawdle before insert or update of sess on auth.sessions for each row execute function auth.dawdle()`);
  try {
    expect((await browser.submit('/switch-post', { post })).location).toBe('/');
    expect((await browser.get('/')).text).toContain('You have switched to your post at');
    expect((await browser.get('/')).text).not.toContain('You have switched to your post at');
  } finally {
    await testApp.asOwner('drop trigger dawdle on auth.sessions');
  }
});

test('outside a demonstration the cookie is bound to the host over TLS', async () => {
  const real = await openTestApp({ demo: false });
  try {
    const { headers } = await Browser.stranger(real.server).get('/sign-in');
    // Over plain HTTP such a cookie is not even sent.
    expect(String(headers['set-cookie'] ?? '')).not.toContain('bridges=');
    expect(headers['strict-transport-security']).toContain('max-age');
  } finally {
    await real.close();
  }
}, 60_000);

test('a server that is reached over http://localhost lets people sign in, and promises no TLS', async () => {
  const real = await openTestApp({ demo: false, production: true, publicUrl: 'http://localhost:3000' });
  try {
    const home = await (await real.browse('businessSupport')).get('/');
    expect(home.status).toBe(200);
    expect(home.headers['strict-transport-security']).toBeUndefined();
  } finally {
    await real.close();
  }
}, 60_000);
