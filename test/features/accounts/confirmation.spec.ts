import { type Actor, deriveKey, signClaim } from '#libs/platform';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { ApiClient } from '../../support/api-client.js';
import { TEST_SECRET } from '../../support/cluster.js';
import { SecondSteps } from '../../support/second-steps.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** A signed-in person is asked again before what matters most, outside a demonstration. */
let app: TestApp;
let steps: SecondSteps;
beforeAll(async () => {
  app = await openTestApp({ production: true, demo: false, publicUrl: 'http://localhost' });
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  steps = await SecondSteps.anew(app);
});

/** A person whose role needs a second step, and one whose role does not. */
const TEACHER = 'schoolTeacher';
const SUPPORT = 'businessSupport';

test('a settled session is asked again, by code, and goes on with what was typed', async () => {
  const { browser, phone } = await steps.setUp('systemAdministrator');
  await steps.forgetLastCode();
  const settings = '/settings';
  const typed = { duty16la: 'not_a_choice', words: 'Kept & <whole>' };
  expect((await browser.submit('/settings/information-sharing', typed, settings)).text).not.toContain(
    'Confirm it is you',
  );
  await steps.forgetConfirmation();
  const asked = await browser.submit('/settings/information-sharing', typed, settings);
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Confirm it is you')]);
  expect(asked.text).toContain('action="/settings/information-sharing"');
  expect(asked.text).toContain('name="words" value="Kept &amp; &lt;whole&gt;"');
  const send = (passwordOrCode: string) =>
    browser.submit('/settings/information-sharing', { ...typed, passwordOrCode }, settings);
  const wrong = await send(DEMO_PASSWORD);
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('name="words"')]);
  const right = await send(await phone.code());
  expect([right.status, right.text]).toEqual([422, expect.not.stringContaining('Confirm it is you')]);
  expect((await browser.submit('/settings/information-sharing', typed, settings)).text).not.toContain(
    'Confirm it is you',
  );
}, 60_000);

test('a confirmation gives the session another name, and the same end', async () => {
  const { browser, phone } = await steps.setUp('governance');
  await steps.forgetLastCode();
  await steps.forgetConfirmation();
  const live = () =>
    app.asOwner<{ sid: string; began_at: Date; id: string }>(
      `select sid, began_at, id from auth.sessions
       where ended_because is null and account_id = (select id from auth.accounts where username = $1)`,
      [usernameOf('governance')],
    );
  const [before, ...more] = await live();
  expect(more).toEqual([]);
  const confirm = async (): Promise<string | undefined> => {
    await browser.get('/log/export');
    const passwordOrCode = await phone.code();
    return (await browser.post('/confirm-identity', { to: '/sessions', passwordOrCode })).location;
  };
  expect(await confirm()).toBe('/sessions');
  const [after, ...others] = await live();
  expect(others).toEqual([]);
  expect(after!.sid).not.toBe(before!.sid);
  expect(after!.began_at).toEqual(before!.began_at);
  const { text } = await browser.get('/sessions');
  expect([text.match(/This session/g)?.length, text.includes('/ending')]).toEqual([1, false]);
}, 60_000);

test('other sessions are ended only after a confirmation, by pages and API', async () => {
  const { phone, browser: other, recoveryCodes } = await steps.setUp();
  const client = await steps.clientOf(TEACHER, recoveryCodes[0]);
  const [here] = await steps.typePassword(TEACHER);
  await here.submit('/sign-in/code', { code: await phone.code() }, '/sign-in/code');
  const place = /action="(\/sessions\/[0-9a-f-]{36}\/ending)"/.exec((await here.get('/sessions')).text)![1]!;
  await steps.forgetConfirmation();
  await app.asOwner("update auth.tokens set confirmed_at = now() - interval '11 minutes'");
  for (const path of [place, '/sessions/others/ending'])
    expect((await here.submit(path, {})).text).toContain('Confirm it is you');
  expect((await client.delete(`/me/sessions/${place.split('/')[2]}`)).status).toBe(403);
  expect((await other.get('/')).status).toBe(200);
  const confirmed = await here.submit(place, { passwordOrCode: recoveryCodes[1]! });
  expect(confirmed.location).toBe('/sessions');
  expect((await other.get('/')).status).toBe(303);
  expect((await here.submit('/sessions/others/ending', {})).location).toBe('/sessions');
  expect((await client.get('/me')).status).toBe(401);
}, 60_000);

test('a page that needs it is opened after the confirmation, and leads to no other site', async () => {
  const { browser, phone } = await steps.setUp('governance');
  await steps.forgetLastCode();
  await steps.forgetConfirmation();
  const asked = await browser.get('/log/export');
  expect(asked.text).toContain('name="to" value="/log/export"');
  expect(asked.text).not.toContain('"act"');
  const confirmed = await browser.post('/confirm-identity', {
    ...{ to: '/log/export', passwordOrCode: await phone.code() },
  });
  expect([confirmed.status, confirmed.location]).toEqual([303, '/log/export']);
  expect((await browser.get('/log/export')).headers['content-type']).toContain('ndjson');
  expect((await browser.submit('/confirm-identity', { to: 'https://elsewhere.example/' })).location).toBe(
    '/',
  );
}, 60_000);

test('a token is asked again by the API, and ends when another takes its place', async () => {
  const { phone } = await steps.setUp('governance');
  const client = await steps.clientOf('governance', await phone.code());
  expect((await client.get('/access-log/export')).status).toBe(200);
  await app.asOwner("update auth.tokens set confirmed_at = now() - interval '11 minutes'");
  expect((await client.get('/access-log/export')).status).toBe(403);
  const confirm = (passwordOrCode: string) => client.post('/session/confirmation', { passwordOrCode });
  expect((await confirm('000000')).status).toBe(422);
  const ends = 'select expires_at from auth.tokens';
  const before = await app.asOwner(ends);
  const { status, body } = await confirm(await phone.code(1));
  expect([status, body]).toEqual([200, { token: expect.any(String), expiresAt: expect.any(String) }]);
  expect((await client.get('/me')).status).toBe(401);
  const confirmed = new ApiClient(app.server, String(body['token']));
  expect((await confirmed.get('/access-log/export')).status).toBe(200);
  expect(await app.asOwner(ends)).toEqual(before);
}, 60_000);

test('a person with the password cannot guess the code, wherever it is asked for', async () => {
  const { phone } = await steps.setUp();
  await steps.forgetLastCode();
  const client = await steps.clientOf(TEACHER, await phone.code());
  const statuses: number[] = [];
  for (let tries = 0; tries < 10; tries++) {
    const body = { currentPassword: DEMO_PASSWORD, code: String(100_000 + tries) };
    statuses.push((await client.post('/me/second-factor/removal', body)).status);
  }
  // Each try counts twice: for its password and for its code.
  expect(statuses).toEqual([422, 422, 422, ...Array<number>(7).fill(429)]);
  expect((await client.get('/me/second-factor')).body).toMatchObject({ isSetUp: true });
}, 60_000);

test('wrong confirmations do not keep the owner from signing in; a personal token confirms nothing', async () => {
  const { phone } = await steps.setUp();
  await steps.forgetLastCode();
  const client = await steps.clientOf(TEACHER, await phone.code(-1));
  const { body } = await client.post('/me/tokens', { name: 'sync', scope: 'write', days: 1 });
  const personal = new ApiClient(app.server, String(body['token']));
  expect((await personal.post('/session/confirmation', { passwordOrCode: '000000' })).status).toBe(403);
  for (let tries = 0; tries < 8; tries++)
    await client.post('/session/confirmation', { passwordOrCode: '000000' });
  expect((await client.post('/session/confirmation', { passwordOrCode: '000000' })).status).toBe(429);
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(201);
}, 60_000);

test('a person with an app changes their password with its code, and that is no confirmation', async () => {
  const { browser, phone } = await steps.setUp();
  await steps.forgetConfirmation();
  const asked = 'Confirm it is you';
  expect((await browser.get('/second-factor/set-up')).text).toContain(asked);
  const change = (code: string, password = 'walnut harbour trumpet') =>
    browser.submit('/password', { currentPassword: DEMO_PASSWORD, password, code }, '/password');
  const code = await phone.code();
  for (const [typed, password] of [
    ['', undefined],
    ['000000', undefined],
    [code, 'too short'],
  ] as const) {
    const refused = await change(typed, password);
    expect([refused.status, refused.text.includes('name="code"')]).toEqual([422, true]);
  }
  expect((await change(code)).location).toBe('/');
  expect((await browser.get('/second-factor/set-up')).text).toContain(asked);
  await app.asOwner(
    `update auth.accounts a set password_hash = b.password_hash, credentials_changed_at = null
     from auth.accounts b where a.username = $1 and b.username = $2`,
    [usernameOf(TEACHER), usernameOf('schoolNurse')],
  );
}, 60_000);

test('a personal token needs a confirmation to be made, and ends when its owner comes to need a second step', async () => {
  const client = await steps.clientOf(SUPPORT);
  const made = await client.post('/me/tokens', { name: 'sync', scope: 'read', days: 1 });
  const personal = new ApiClient(app.server, String(made.body['token']));
  expect((await personal.get('/me')).status).toBe(200);
  await app.asOwner('update auth.tokens set confirmed_at = null');
  expect((await client.post('/me/tokens', { name: 'other', scope: 'read', days: 1 })).status).toBe(403);
  const { agencyId } = await app.actor(SUPPORT);
  const { practitionerId } = await app.actor('schoolManager');
  await app.asOwner(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     values (gen_random_uuid(), $1, $2, 'agency_administrator', now() - interval '1 minute')`,
    [practitionerId, agencyId],
  );
  const keeper = (
    await app.asOwner<{ id: string }>(
      "select id from posts where practitioner_id = $1 and role = 'agency_administrator'",
      [practitionerId],
    )
  )[0]!;
  expect(
    await app.sql(
      null,
      'select access.require_second_factor(true) as changed',
      [],
      claimIn(keeper.id, practitionerId, agencyId),
    ),
  ).toEqual([{ changed: true }]);
  expect((await personal.get('/me')).status).toBe(401);
  expect((await client.get('/me')).status).toBe(200);
  await app.asOwner('delete from posts where id = $1', [keeper.id]);
}, 60_000);

test('a post that needs a second step is not taken up without one', async () => {
  const { practitionerId, agencyId } = await app.actor(SUPPORT);
  const client = await steps.clientOf(SUPPORT);
  const [browser] = await steps.typePassword(SUPPORT);
  await browser.get('/');
  const [post] = await app.asOwner<{ id: string }>(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     values (gen_random_uuid(), $1, $2, 'manager', now() - interval '1 minute') returning id`,
    [practitionerId, agencyId],
  );
  expect((await client.put('/me/post', { postId: post!.id })).status).toBe(403);
  const switched = await browser.submit('/switch-post', { post: post!.id }, '/switch-post');
  expect([switched.status, switched.text]).toEqual([403, expect.stringContaining('Set up a second step')]);
  await app.asOwner('delete from posts where id = $1', [post!.id]);
}, 60_000);

/** The claim of a person in a post that no persona has. */
function claimIn(postId: string, practitionerId: string, agencyId: string): string {
  const who = { postId, practitionerId, agencyId, role: 'agency_administrator' } as Actor;
  return signClaim(deriveKey(TEST_SECRET, 'claim'), who);
}
