import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { signInLink } from '../../../apps/console/src/sign-in-link.js';
import { Browser } from '../../support/browser.js';
import { TEST_SECRET } from '../../support/cluster.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** Joining by pages, without JavaScript: from the system administrator to a practitioner who signs in. */
const GOOD = 'otter lantern biscuit';
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
}, 60_000);
afterAll(() => app.close());

const linkIn = (text: string): string =>
  /(\/(?:invitations|password\/reset)\/[\w-]{43})/.exec(text)?.[1] ?? 'no link';
const follow = async (browser: Browser, location: string | undefined): Promise<string> =>
  (await browser.get(location!)).text;

async function setUp(link: string, password = GOOD): Promise<Browser> {
  const browser = Browser.stranger(app.server);
  const ready = await browser.submit(link, { password }, link);
  expect([ready.status, ready.text]).toEqual([200, expect.stringContaining('Your account is ready')]);
  return browser;
}

test('the system administrator names an agency’s first administrator, who invites a practitioner, who signs in', async () => {
  const system = await app.browse('systemAdministrator');
  const added = await system.submit('/directory/agencies/new', {
    ...{ name: 'Larkspur Youth Trust', kind: 'voluntary_sector' },
  });
  expect(added.status).toBe(303);
  const [agency] = await app.asOwner<{ id: string }>(
    "select id from agencies where name = 'Larkspur Youth Trust'",
  );
  const place = `/directory/agencies/${agency!.id}/administrator`;
  const named = await system.submit(
    place,
    { name: 'Isaura Quill', jobTitle: 'Office manager', email: 'isaura@larkspur.example' },
    place,
  );
  const link = linkIn(await follow(system, named.location));
  const administrator = await setUp(link);
  expect((await Browser.stranger(app.server).get(link)).status).toBe(404);
  expect((await system.get(place)).text).toContain('has an administrator who can sign in');
  const second = await system.submit(place, {
    ...{ name: 'Another', jobTitle: 'Clerk', email: 'another@larkspur.example' },
  });
  expect(second.status).toBe(422);

  const signedIn = await administrator.submit(
    '/sign-in',
    { username: 'Isaura@larkspur.example', password: GOOD },
    '/sign-in',
  );
  expect(signedIn.status).toBe(303);
  const person = await administrator.submit('/people/new', {
    ...{ name: 'Ottoline Brack', jobTitle: 'Youth worker', role: 'practitioner' },
    email: 'ottoline@larkspur.example',
  });
  const page = await follow(administrator, person.location);
  expect(page).toContain('Invited');
  await setUp(linkIn(page));
  const list = (await administrator.get('/people')).text;
  expect(list).toContain('Not signed in yet');
  const worker = await Browser.signIn(app.server, 'ottoline@larkspur.example', GOOD);
  expect((await worker.get('/')).text).toContain('Ottoline Brack');
  expect((await administrator.get('/people')).text).toContain('Active');
});

test('a weak password keeps the page, says why, and shows no password again', async () => {
  const administrator = await app.browse('agencyAdministrator');
  const added = await administrator.submit('/people/new', {
    ...{ name: 'Fenella Stride', jobTitle: 'Social worker', role: 'practitioner' },
    email: 'fenella@council.example',
  });
  const link = linkIn(await follow(administrator, added.location));
  const browser = Browser.stranger(app.server);
  const weak = await browser.submit(link, { password: 'password1234' }, link);
  expect([weak.status, weak.text.includes('password1234')]).toEqual([422, false]);
  expect(weak.text).toContain('Password is too easy to guess');
  expect(weak.text).toContain('href="#password"');
  await setUp(link);
});

test('passwords are masked as they are typed, and a password manager can fill in and paste them', async () => {
  const administrator = await app.browse('agencyAdministrator');
  const added = await administrator.submit('/people/new', {
    ...{ name: 'Lettice Crane', jobTitle: 'Social worker', role: 'practitioner' },
    email: 'lettice@council.example',
  });
  const link = linkIn(await follow(administrator, added.location));
  const stranger = Browser.stranger(app.server);
  const pages = [
    ...[await stranger.get('/sign-in'), await stranger.get(link), await administrator.get('/password')],
  ].map(({ text }) => text);
  const fields = pages.map((text) =>
    [...text.matchAll(/<input(?![^>]*type="hidden")[^>]*name="(?:currentP|p)assword"[^>]*>/g)].map(String),
  );
  expect(fields.map((ones) => ones.length)).toEqual([1, 1, 2]);
  for (const field of fields.flat()) {
    expect(field).toContain('type="password"');
    expect(field).toMatch(/autocomplete="(current|new)-password"/);
  }
  for (const text of pages) expect(text).not.toMatch(/onpaste|maxlength/i);
  const scripts = join(projectRoot, 'apps/bridges/src/assets/scripts');
  for (const name of readdirSync(scripts))
    expect(readFileSync(join(scripts, name), 'utf8')).not.toMatch(/paste/i);
});

test('an administrator suspends a person, whose open page ends, and lets them sign in again', async () => {
  const administrator = await app.browse('agencyAdministrator');
  const added = await administrator.submit('/people/new', {
    ...{
      name: 'Barnaby Dell',
      jobTitle: 'Clerk',
      role: 'business_support',
      email: 'barnaby@council.example',
    },
  });
  const page = await follow(administrator, added.location);
  const account = /\/people\/[0-9a-f-]{36}\/account/.exec(page)![0];
  await setUp(linkIn(page));
  const person = await Browser.signIn(app.server, 'barnaby@council.example', GOOD);
  const without = await administrator.submit(`${account}/suspension`, {}, account);
  expect([without.status, without.text]).toEqual([
    422,
    expect.stringContaining('Enter why you are suspending'),
  ]);
  await administrator.submit(`${account}/suspension`, { reason: 'Left his card in a door' }, account);
  expect((await administrator.get(account)).text).toContain('Suspended');
  await expect(Browser.signIn(app.server, 'barnaby@council.example', GOOD)).rejects.toThrow(
    /could not sign in/,
  );
  expect((await person.get('/help')).status).toBe(200);
  await administrator.submit(`${account}/reinstatement`, {}, account);
  await Browser.signIn(app.server, 'barnaby@council.example', GOOD);
});

test('a person changes their password and stays signed in', async () => {
  const administrator = await app.browse('agencyAdministrator');
  const added = await administrator.submit('/people/new', {
    ...{ name: 'Jocasta Reed', jobTitle: 'Clerk', role: 'practitioner', email: 'jocasta@council.example' },
  });
  await setUp(linkIn(await follow(administrator, added.location)));
  const person = await Browser.signIn(app.server, 'jocasta@council.example', GOOD);
  const wrong = await person.submit('/password', {
    currentPassword: 'not it',
    password: 'walnut harbour trumpet',
  });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Enter your current password')]);
  const right = await person.submit('/password', {
    currentPassword: GOOD,
    password: 'walnut harbour trumpet',
  });
  expect(right.location).toBe('/');
  expect((await person.get('/')).text).toContain('Your password has been changed');
  expect((await person.get('/account')).text).toContain('This is the first time you have signed in.');
  const later = await Browser.signIn(app.server, 'jocasta@council.example', 'walnut harbour trumpet');
  expect((await later.get('/account')).text).toMatch(/Before now you last signed in on \d+ \w+ \d{4} at/);
});

test('the console gives a link to a person whom no administrator can help', async () => {
  const lines: string[] = [];
  const config = { secret: TEST_SECRET, publicUrl: 'https://bridges.example', port: 3000 };
  await signInLink(app.adminUrl, config, 'School.Teacher', (line) => lines.push(line));
  expect(lines[0]).toMatch(/^https:\/\/bridges\.example\/password\/reset\//);
  const link = linkIn(lines[0]!);
  const browser = Browser.stranger(app.server);
  expect((await browser.submit(link, { password: GOOD }, link)).text).toContain(
    'Your password has been changed',
  );
  await Browser.signIn(app.server, 'school.teacher', GOOD);
  await expect(signInLink(app.adminUrl, config, 'unknown@council.example', () => undefined)).rejects.toThrow(
    /No one who works here/,
  );
});

test('a person who forgot their password is told whom to ask where no mail is set up', async () => {
  const browser = Browser.stranger(app.server);
  expect((await browser.get('/sign-in')).text).toContain('href="/password/forgotten"');
  const page = await browser.get('/password/forgotten');
  expect([page.status, page.text]).toEqual([
    200,
    expect.stringContaining('Ask your agency’s administrator for a link'),
  ]);
});
