import { Browser } from '../../support/browser.js';
import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const MINUTE = 60_000;
const expiry = async (): Promise<number> =>
  (await testApp.asOwner<{ at: Date }>('select max(expire) as at from auth.sessions'))[0]!.at.getTime();

/** The program's clock, moved forward. Claims do not matter: these requests are answered before one is needed. */
async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const real = Date.now;
  Date.now = () => real() + ms;
  try {
    return await work();
  } finally {
    Date.now = real;
  }
}

test('a session is stored at most once a minute, however many pages are read', async () => {
  const browser = await testApp.browse('schoolTeacher');
  await browser.get('/help');
  await testApp.asOwner(`
    create table auth.writes (at timestamptz);
    create function auth.count_write() returns trigger language plpgsql security definer as $$ begin insert into auth.writes values (now()); return new; end $$;
    create trigger count_write after insert or update on auth.sessions for each row execute function auth.count_write()`);
  const writes = async (): Promise<number> =>
    (await testApp.asOwner<{ n: number }>('select count(*)::int as n from auth.writes'))[0]!.n;
  const before = await expiry();
  for (let page = 0; page < 12; page++) expect((await browser.get('/help')).status).toBe(200);
  expect(await writes()).toBe(0);
  expect(await expiry()).toBe(before);
  await later(61_000, () => browser.get('/help'));
  expect(await writes()).toBe(1);
  expect(await expiry()).toBeGreaterThanOrEqual(before + MINUTE);
  await testApp.asOwner('drop trigger count_write on auth.sessions');
});

test('half an hour without a page ends a session, to within a minute, and pages in between prolong it', async () => {
  const isIn = async (browser: Browser): Promise<boolean> =>
    (await browser.get('/help')).text.includes('Sign out');
  const idle = await testApp.browse('healthVisitor');
  expect(await later(28.5 * MINUTE, () => isIn(idle))).toBe(true);
  expect(await later((28.5 + 28.5) * MINUTE, () => isIn(idle))).toBe(true);
  expect(await later((28.5 + 28.5 + 30.1) * MINUTE, () => isIn(idle))).toBe(false);
});

test('a session ends after ten hours, however active', async () => {
  const busy = await testApp.browse('schoolNurse');
  for (let hour = 0.4; hour < 10; hour += 0.4)
    expect([
      hour,
      (await later(hour * 60 * MINUTE, () => busy.get('/help'))).text.includes('Sign out'),
    ]).toEqual([hour, true]);
  expect((await later(10.05 * 60 * MINUTE, () => busy.get('/help'))).text).not.toContain('Sign out');
});

test('a visitor who does not sign in leaves no session behind, and can still sign in', async () => {
  const count = async (): Promise<number> =>
    (await testApp.asOwner<{ n: number }>('select count(*)::int as n from auth.sessions'))[0]!.n;
  const before = await count();
  for (const path of ['/sign-in', '/help', '/', '/nothing/here', '/sign-in?next=/episodes'])
    await Browser.stranger(testApp.server).get(path);
  // Pages of a sign-in that was not begun lead to where one begins.
  for (const path of ['/sign-in/code', '/sign-in/second-step', '/sign-in/passkey'])
    expect((await Browser.stranger(testApp.server).get(path)).location).toBe('/sign-in');
  const wrong = Browser.stranger(testApp.server);
  await wrong.submit('/sign-in', { username: 'unknown', password: 'x' }, '/sign-in');
  expect(await count()).toBe(before);
  expect((await (await testApp.browse('yispWorker')).get('/')).status).toBe(200);
  expect(await count()).toBe(before + 1);
});

test('a signed-out visitor’s form is accepted only with the token of their own cookie', async () => {
  const credentials = { username: usernameOf('schoolTeacher'), password: 'bridges-demo' };
  const tokenOf = ({ text }: { text: string }): string => /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
  const other = tokenOf(await Browser.stranger(testApp.server).get('/sign-in'));
  const mine = Browser.stranger(testApp.server);
  const own = tokenOf(await mine.get('/sign-in'));
  for (const _csrf of [other, '', 'guessed', `${own}x`])
    expect((await mine.post('/sign-in', { ...credentials, _csrf })).status).toBe(403);
  expect(
    (await Browser.stranger(testApp.server).post('/sign-in', { ...credentials, _csrf: own })).status,
  ).toBe(403);
  // A second sign-in page in another tab leaves the first one valid.
  await mine.get('/sign-in');
  expect((await mine.post('/sign-in', { ...credentials, _csrf: own })).status).toBe(303);
});

test('the sign-in page says why a person was signed out, and nothing to a stranger', async () => {
  const why = async (browser: Browser): Promise<string> =>
    /<div class="govuk-inset-text">\s*<p[^>]*>([^<]+)/.exec((await browser.get('/sign-in')).text)?.[1] ?? '';
  expect(await why(Browser.stranger(testApp.server))).toBe('');
  // A page after signing in: express-session stores a new session once more after it has answered.
  const signedIn = async (): Promise<Browser> => {
    const browser = await testApp.browse('counsellor');
    await browser.get('/help');
    return browser;
  };
  const idle = await signedIn();
  await testApp.asOwner("update auth.sessions set expire = now() - interval '1 minute'");
  const asked = await idle.get('/directory?kind=school');
  expect(asked.location).toBe('/sign-in?next=%2Fdirectory%3Fkind%3Dschool');
  expect(await why(idle)).toBe('You were signed out after 30 minutes without activity.');
  const whole = await signedIn();
  await testApp.asOwner(
    "update auth.sessions set began_at = now() - interval '10 hours', expire = now() where ended_because is null",
  );
  expect(await why(whole)).toBe('You were signed out because you had been signed in for 10 hours.');
  await testApp.asOwner('delete from auth.sessions');
  expect(await why(whole)).toBe('You were signed out.');
});

test('a page says how long the session lasts, with and without script, and “Stay signed in” prolongs it', async () => {
  const browser = await testApp.browse('healthVisitor');
  const left = (text: string): number => Number(/data-session-ends-in="(\d+)"/.exec(text)![1]);
  expect(left((await browser.get('/help')).text)).toBe(1800);
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const usual = await browser.get(`/episodes/${episodeId}/chronology`);
  expect(usual.text).toMatch(
    /<noscript><p[^>]*>You will be signed out 30 minutes after you opened this page/,
  );
  expect((await browser.get('/directory')).text).not.toContain('<noscript><p');
  expect(JSON.parse((await browser.get('/sessions/current')).text)).toEqual({ secondsLeft: 1800 });
  const before = await expiry();
  await testApp.asOwner("update auth.sessions set expire = now() + interval '4 minutes'");
  await later(61_000, () => browser.get('/help'));
  expect(await expiry()).toBeGreaterThanOrEqual(before);
  // In the evening the limit in all is nearer than the idle one, and nothing prolongs it.
  await testApp.asOwner(
    `update auth.sessions set sess = jsonb_set(sess::jsonb, '{startedAt}', to_jsonb(
       floor(extract(epoch from now() - interval '9 hours 50 minutes') * 1000))) where account_id is not null`,
  );
  const { secondsLeft } = JSON.parse((await browser.get('/sessions/current')).text) as {
    secondsLeft: number;
  };
  expect(secondsLeft).toBeGreaterThan(500);
  expect(secondsLeft).toBeLessThanOrEqual(600);
  expect((await Browser.stranger(testApp.server).get('/sessions/current')).status).toBe(303);
});
