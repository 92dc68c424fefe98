import { Browser } from '../../support/browser.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

let world: TestApp;
beforeAll(async () => {
  world = await openTestApp();
}, 60_000);
afterAll(() => world.close());

const MINUTE = 60_000;
const expiry = async (): Promise<number> =>
  (await world.asOwner<{ at: Date }>('select max(expire) as at from auth.sessions'))[0]!.at.getTime();

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
  const browser = await world.browse('schoolTeacher');
  await browser.get('/help');
  await world.asOwner(`
    create table auth.writes (at timestamptz);
    create function auth.count_write() returns trigger language plpgsql security definer as $$ begin insert into auth.writes values (now()); return new; end $$;
    create trigger count_write after insert or update on auth.sessions for each row execute function auth.count_write()`);
  const writes = async (): Promise<number> =>
    (await world.asOwner<{ n: number }>('select count(*)::int as n from auth.writes'))[0]!.n;
  const before = await expiry();
  for (let page = 0; page < 12; page++) expect((await browser.get('/help')).status).toBe(200);
  expect(await writes()).toBe(0);
  expect(await expiry()).toBe(before);
  await later(61_000, () => browser.get('/help'));
  expect(await writes()).toBe(1);
  expect(await expiry()).toBeGreaterThanOrEqual(before + MINUTE);
  await world.asOwner('drop trigger count_write on auth.sessions');
});

test('half an hour without a page ends a session, to within a minute, and pages in between prolong it', async () => {
  const isIn = async (browser: Browser): Promise<boolean> =>
    (await browser.get('/help')).text.includes('Sign out');
  const idle = await world.browse('healthVisitor');
  expect(await later(28.5 * MINUTE, () => isIn(idle))).toBe(true);
  expect(await later((28.5 + 28.5) * MINUTE, () => isIn(idle))).toBe(true);
  expect(await later((28.5 + 28.5 + 30.1) * MINUTE, () => isIn(idle))).toBe(false);
});

test('a session ends after ten hours, however active', async () => {
  const busy = await world.browse('schoolNurse');
  for (let hour = 0.4; hour < 10; hour += 0.4)
    expect([
      hour,
      (await later(hour * 60 * MINUTE, () => busy.get('/help'))).text.includes('Sign out'),
    ]).toEqual([hour, true]);
  expect((await later(10.05 * 60 * MINUTE, () => busy.get('/help'))).text).not.toContain('Sign out');
});

test('a visitor who does not sign in leaves no session behind, and can still sign in', async () => {
  const count = async (): Promise<number> =>
    (await world.asOwner<{ n: number }>('select count(*)::int as n from auth.sessions'))[0]!.n;
  const before = await count();
  for (const path of ['/sign-in', '/help', '/', '/nothing/here', '/sign-in?next=/episodes'])
    await Browser.stranger(world.server).get(path);
  const wrong = Browser.stranger(world.server);
  await wrong.submit('/sign-in', { username: 'unknown', password: 'x' }, '/sign-in');
  expect(await count()).toBe(before);
  expect((await (await world.browse('yispWorker')).get('/')).status).toBe(200);
  expect(await count()).toBe(before + 1);
});

test('a signed-out visitor’s form is accepted only with the token of their own cookie', async () => {
  const credentials = { username: usernameOf('schoolTeacher'), password: 'bridges-demo' };
  const tokenOf = ({ text }: { text: string }): string => /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
  const other = tokenOf(await Browser.stranger(world.server).get('/sign-in'));
  const mine = Browser.stranger(world.server);
  const own = tokenOf(await mine.get('/sign-in'));
  for (const _csrf of [other, '', 'guessed', `${own}x`])
    expect((await mine.post('/sign-in', { ...credentials, _csrf })).status).toBe(403);
  expect((await Browser.stranger(world.server).post('/sign-in', { ...credentials, _csrf: own })).status).toBe(
    403,
  );
  // A second sign-in page in another tab leaves the first one valid.
  await mine.get('/sign-in');
  expect((await mine.post('/sign-in', { ...credentials, _csrf: own })).status).toBe(303);
});
