import { AuthenticationLog, ROLES_WITH_SECOND_FACTOR } from '#libs/accounts';
import { removeSecondStep } from '../../../apps/console/src/remove-second-step.js';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { signInLink } from '../../../apps/console/src/sign-in-link.js';
import { ApiClient } from '../../support/api-client.js';
import { AuthenticatorApp } from '../../support/authenticator-app.js';
import { Browser } from '../../support/browser.js';
import { TEST_SECRET } from '../../support/cluster.js';
import { codesIn, SecondSteps } from '../../support/second-steps.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** The second step of signing in, outside a demonstration. */
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

/** Subject and text of the messages to a person about their own account, by their text. */
async function warningsTo(persona: string): Promise<[string, string][]> {
  const rows = await app.asOwner<{ subject: string; body: string }>(
    "select subject, body from messages where recipient_id = $1 and href = '/account' order by body",
    [(await app.actor(persona)).practitionerId],
  );
  return rows.map(({ subject, body }) => [subject, body]);
}

test('every role that can open a record in an emergency, and every role that administers, needs a second step', () => {
  expect([...ROLES_WITH_SECOND_FACTOR].sort()).toEqual([
    'agency_administrator',
    'coordinator',
    'front_door',
    'governance',
    'manager',
    'panel_chair',
    'panel_member',
    'performance_analyst',
    'practitioner',
    'system_administrator',
  ]);
});

test('a person whose role needs it sets up an app before any page opens, and then signs in with its code', async () => {
  const [browser] = await steps.typePassword(TEACHER);
  for (const path of ['/', '/episodes', '/second-factor', '/password'])
    expect((await browser.get(path)).location).toMatch(/^\/sign-in/);
  expect((await browser.get('/sign-in/code')).location).toBe('/sign-in');

  const { browser: ready, phone, recoveryCodes } = await steps.setUp();
  expect((await ready.get('/')).status).toBe(200);
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await ready.get('/second-factor')).text).toContain('10 of 10 left');

  const [again, location] = await steps.typePassword(TEACHER, '/episodes?state=open');
  expect(location).toBe('/sign-in/code');
  for (const path of ['/', '/episodes', '/second-factor'])
    expect((await again.get(path)).location).toMatch(/^\/sign-in\?next/);
  const wrong = await again.submit('/sign-in/code', { code: '000000' }, '/sign-in/code');
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('href="#code"')]);
  const right = await again.submit('/sign-in/code', { code: await phone.code() }, '/sign-in/code');
  expect([right.status, right.location]).toEqual([303, '/episodes?state=open']);
  expect((await again.get('/')).status).toBe(200);
}, 60_000);

test('the session has another name after the password and after the code', async () => {
  const { phone } = await steps.setUp();
  const name = ({ headers }: { headers: Record<string, string> }): string | undefined =>
    /bridges=([^;]+)/.exec(String(headers['set-cookie'] ?? ''))?.[1];
  const browser = Browser.stranger(app.server);
  const fields = { username: usernameOf(TEACHER), password: DEMO_PASSWORD };
  const first = name(await browser.submit('/sign-in', fields, '/sign-in'));
  const second = name(await browser.submit('/sign-in/code', { code: await phone.code() }, '/sign-in/code'));
  expect(first).toBeTruthy();
  expect(second).toBeTruthy();
  expect(second).not.toBe(first);
});

test('by the API a code is asked for only after the right password', async () => {
  expect((await steps.signIn(TEACHER)).status).toBe(403);
  const { phone } = await steps.setUp();
  const without = await steps.signIn(TEACHER);
  expect([without.status, without.body]).toEqual([
    401,
    expect.objectContaining({ errors: [expect.objectContaining({ field: 'code' })] }),
  ]);
  const wrong = await steps.signIn(TEACHER, await phone.code(), 'not it');
  expect([wrong.status, (wrong.body as { errors?: unknown }).errors]).toEqual([401, undefined]);
  expect((await steps.signIn(TEACHER, '000000')).status).toBe(401);
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(201);
});

test('a code signs in once, also when it is sent five times at once', async () => {
  const { phone } = await steps.setUp();
  const code = await phone.code();
  const answers = await Promise.all(Array.from({ length: 5 }, () => steps.signIn(TEACHER, code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401]);
  await app.asOwner('delete from auth.attempts');
  expect((await steps.signIn(TEACHER, code)).status).toBe(401);
  // An earlier code no longer counts either, and the clock of an app may be a step ahead.
  expect((await steps.signIn(TEACHER, await phone.code(-1))).status).toBe(401);
  expect((await steps.signIn(TEACHER, await phone.code(1))).status).toBe(201);
}, 60_000);

test('a code of another time or another account signs in no one', async () => {
  const { phone } = await steps.setUp();
  const other = await steps.setUp('schoolNurse');
  await steps.forgetLastCode();
  for (const code of [await phone.code(-4), await phone.code(4), await other.phone.code()])
    expect((await steps.signIn(TEACHER, code)).status).toBe(401);
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(201);
}, 60_000);

test('wrong codes are counted, and then the right one is refused too; a stranger uses up nothing', async () => {
  const { phone, recoveryCodes } = await steps.setUp();
  for (let tries = 0; tries < 10; tries++) await steps.signIn(TEACHER, '000000', 'not it');
  const answers = await Promise.all(Array.from({ length: 20 }, () => steps.signIn(TEACHER, '000000')));
  const counts = answers.map(({ status }) => status);
  expect([counts.filter((status) => status === 401).length, counts.includes(429)]).toEqual([6, true]);
  for (const code of [await phone.code(), recoveryCodes[0]!])
    expect((await steps.signIn(TEACHER, code)).status).toBe(429);
}, 60_000);

test('a recovery code signs in once; new ones end the earlier ones', async () => {
  const { browser, phone, recoveryCodes } = await steps.setUp();
  const [first, second] = recoveryCodes as [string, string];
  const [person] = await steps.typePassword(TEACHER);
  const used = await person.submit(
    '/sign-in/code',
    { code: first.toUpperCase().replace(/-/g, ' ') },
    '/sign-in/code',
  );
  expect(used.status).toBe(303);
  expect((await steps.signIn(TEACHER, first)).status).toBe(401);
  expect((await browser.get('/second-factor')).text).toContain('9 of 10 left');
  const renewed = await browser.submit('/second-factor/recovery-codes', { code: await phone.code() });
  const [fresh] = codesIn(renewed.text);
  expect((await steps.signIn(TEACHER, second)).status).toBe(401);
  expect((await steps.signIn(TEACHER, fresh)).status).toBe(201);
  const rows = await app.asOwner<{ row: string }>('select r::text as row from auth.recovery_codes r');
  expect(rows.map(({ row }) => row).join()).not.toContain(fresh!.replace(/-/g, ''));
}, 60_000);

test('a sign-in that stopped after the password ends after ten minutes, and when the password changes', async () => {
  const { phone } = await steps.setUp();
  const late = async (change: string): Promise<string | undefined> => {
    const [browser] = await steps.typePassword(TEACHER);
    await browser.get('/sign-in/code');
    await app.asOwner(change);
    return (await browser.post('/sign-in/code', { code: await phone.code() })).location;
  };
  expect(
    await late(`update auth.sessions set sess = jsonb_set(sess::jsonb, '{pendingSignIn,begunAt}',
      to_jsonb(extract(epoch from now() - interval '11 minutes')::bigint * 1000))::json where (sess::jsonb) ? 'pendingSignIn'`),
  ).toBe('/sign-in');
  expect(await late('update auth.accounts set credentials_changed_at = now()')).toBe('/sign-in');
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(201);
}, 60_000);

test('a person whose role does not need it may set one up, and remove it with password and code', async () => {
  const [browser, location] = await steps.typePassword(SUPPORT);
  expect(location).toBe('/');
  await browser.submit('/second-factor', {}, '/second-factor');
  const page = await browser.get('/second-factor/set-up');
  expect(page.text).toContain('<svg');
  const phone = AuthenticatorApp.fromPage(page.text);
  expect((await steps.signIn(SUPPORT)).status).toBe(201);
  const wrong = await browser.submit('/second-factor/set-up', { code: '000000' }, '/second-factor/set-up');
  expect([wrong.status, AuthenticatorApp.fromPage(wrong.text)]).toEqual([422, phone]);
  await browser.submit('/second-factor/set-up', { code: await phone.code(-1) }, '/second-factor/set-up');
  expect((await steps.signIn(SUPPORT)).status).toBe(401);

  const remove = (currentPassword: string, code: string) =>
    browser.submit('/second-factor/removal', { currentPassword, code }, '/second-factor/removal');
  expect((await remove('not it', await phone.code())).status).toBe(422);
  expect((await remove(DEMO_PASSWORD, '000000')).status).toBe(422);
  const removed = await remove(DEMO_PASSWORD, await phone.code());
  expect([removed.status, removed.location]).toEqual([303, '/second-factor']);
  expect((await steps.signIn(SUPPORT)).status).toBe(201);
}, 60_000);

test('the secret of an app is not in the database, and a copy of it in another row opens nothing', async () => {
  const { phone } = await steps.setUp();
  await steps.setUp('schoolNurse');
  const rows = await app.asOwner<{ row: string }>(
    'select encode(secret, $1) as row from auth.second_factors',
    ['escape'],
  );
  expect(rows).toHaveLength(2);
  for (const { row } of rows) expect(row).not.toMatch(/[A-Z2-7]{16}/);
  await app.asOwner(
    `update auth.second_factors f set last_step = 1, secret = o.secret from auth.second_factors o
     join auth.accounts a on a.id = o.account_id and a.username = $1 where f.id <> o.id`,
    [usernameOf(TEACHER)],
  );
  expect((await steps.signIn('schoolNurse', await phone.code())).status).toBe(500);
}, 60_000);

test('an administrator asks a second step of everyone at their own agency, and of no other', async () => {
  await app.asOwner(
    `update posts set agency_id = (select agency_id from posts where practitioner_id = $1 limit 1) where practitioner_id = $2`,
    [(await app.actor('agencyAdministrator')).practitionerId, (await app.actor(SUPPORT)).practitionerId],
  );
  const { browser } = await steps.setUp('agencyAdministrator');
  const place = '/people/accounts/second-step';
  expect((await browser.get(place)).text).toContain('information governance lead');
  expect((await browser.submit(place, {}, place)).status).toBe(422);
  expect((await browser.submit(place, { required: 'yes' }, place)).location).toBe('/people');
  expect((await steps.signIn(SUPPORT)).status).toBe(403);
  expect((await steps.signIn('directoryEditor')).status).toBe(201);
  expect((await browser.submit(place, { required: 'no' }, place)).location).toBe('/people');
  expect((await steps.signIn(SUPPORT)).status).toBe(201);
  await expect(app.sql(SUPPORT, 'select access.require_second_factor(true)')).rejects.toThrow(
    /Only an admin/,
  );
}, 60_000);

test('an administrator removes the lost app of a person of their agency, who is told; not their own', async () => {
  const administrator = await app.actor('agencyAdministrator');
  const { practitionerId } = await app.actor('schoolNurse');
  await app.asOwner('update posts set agency_id = $1, team_id = null where practitioner_id = $2', [
    administrator.agencyId,
    practitionerId,
  ]);
  const { phone, browser: nurse, recoveryCodes } = await steps.setUp('schoolNurse');
  const client = await steps.clientOf('schoolNurse', recoveryCodes[0]);
  expect([(await nurse.get('/')).status, (await client.get('/me')).status]).toEqual([200, 200]);
  const { browser } = await steps.setUp('agencyAdministrator');
  const place = `/people/${practitionerId}/account`;
  expect((await browser.get(place)).text).toContain('Remove second step');
  expect((await browser.submit(`${place}/second-factor-removal`, {}, place)).location).toBe(place);
  expect((await steps.signIn('schoolNurse', await phone.code())).status).toBe(403);
  const [told] = await app.asOwner(
    "select m.subject from messages m where m.recipient_id = $1 and m.href = '/second-factor'",
    [practitionerId],
  );
  expect(told).toEqual({ subject: 'Your second step to sign in has been removed' });
  expect([(await nurse.get('/')).status, (await client.get('/me')).status]).toEqual([303, 401]);
  const again = await browser.submit(`${place}/second-factor-removal`, {}, place);
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('nothing to remove')]);

  const own = `/people/${administrator.practitionerId}/account`;
  expect((await browser.submit(`${own}/second-factor-removal`, {}, own)).status).toBe(422);
  const call = 'select access.remove_second_factor($1)';
  await expect(app.sql('agencyAdministrator', call, [administrator.practitionerId])).rejects.toThrow(
    /Another administrator/,
  );
  const outsider = (await app.actor('coordinatorNwl')).practitionerId;
  await expect(app.sql('agencyAdministrator', call, [outsider])).rejects.toThrow(/Only an administrator/);
}, 60_000);

test('what happens to a second step is in the access log', async () => {
  const { browser, phone, recoveryCodes } = await steps.setUp();
  await steps.signIn(TEACHER, '000000');
  await steps.signIn(TEACHER, recoveryCodes[0]);
  await browser.submit('/second-factor/recovery-codes', { code: await phone.code() });
  const { practitionerId } = await app.actor(TEACHER);
  const entries = await app.asOwner<{ act: string }>(
    `select distinct act from audit.entries where practitioner_id = $1 and subject_kind = 'account'`,
    [practitionerId],
  );
  expect(entries.map(({ act }) => act)).toEqual(
    expect.arrayContaining([
      'set up second step',
      'fail second step',
      'use recovery code',
      'renew recovery codes',
      'sign in',
    ]),
  );
}, 60_000);

test('a password set by a link leaves the second step in place, and its owner is told', async () => {
  const { phone } = await steps.setUp();
  await steps.forgetLastCode();
  const lines: string[] = [];
  const config = { secret: TEST_SECRET, publicUrl: null, port: 3000 };
  await signInLink(app.adminUrl, config, usernameOf(TEACHER), (line) => lines.push(line));
  const secret = /\/password\/reset\/([\w-]{43})/.exec(lines[0]!)![1]!;
  const password = 'walnut harbour trumpet';
  const used = await new ApiClient(app.server, '').post(`/password-resets/${secret}/use`, { password });
  expect(used.status).toBe(204);
  expect((await steps.signIn(TEACHER, undefined, password)).status).toBe(401);
  expect((await steps.signIn(TEACHER, await phone.code(), password)).status).toBe(201);
  expect(await warningsTo(TEACHER)).toContainEqual([
    'How you sign in has changed',
    expect.stringMatching(/^Your password was changed by a link/),
  ]);
  await app.asOwner(
    `update auth.accounts a set password_hash = b.password_hash, credentials_changed_at = null
     from auth.accounts b where a.username = $1 and b.username = $2`,
    [usernameOf(TEACHER), usernameOf('schoolNurse')],
  );
}, 60_000);

test('a person is told of each change to their second step', async () => {
  await app.asOwner('delete from messages');
  const { browser, phone, recoveryCodes } = await steps.setUp('schoolNurse');
  await browser.submit('/second-factor/recovery-codes', { code: recoveryCodes[0]! });
  await browser.submit('/second-factor/removal', {
    ...{ currentPassword: DEMO_PASSWORD, code: await phone.code() },
  });
  expect((await warningsTo('schoolNurse')).map(([, body]) => body!.split('.')[0])).toEqual([
    'A recovery code was used in place of your second step',
    'An authenticator app was set up',
    'New recovery codes were made',
    'Your authenticator app was removed',
  ]);
}, 60_000);

test('a person is told of wrong codes and wrong passwords, once between two sign-ins', async () => {
  const { phone, recoveryCodes } = await steps.setUp();
  expect((await steps.signIn(TEACHER, recoveryCodes[0])).status).toBe(201);
  await app.asOwner('delete from messages');
  const told = async (): Promise<(string | undefined)[]> => {
    await app.app.get(AuthenticationLog).settled();
    return (await warningsTo(TEACHER)).map(([subject]) => subject).sort();
  };
  const [codes, passwords] = ['Wrong codes', 'Wrong passwords'].map(
    (words) => `${words} were entered to sign in as you`,
  );
  for (const expected of [[], [], [codes], [codes]]) {
    await steps.signIn(TEACHER, '000000');
    expect(await told()).toEqual(expected);
  }
  for (const expected of [[], [], [], [], [passwords], [passwords]]) {
    await steps.signIn(TEACHER, undefined, 'not it');
    expect(await told()).toEqual([codes, ...expected]);
  }
  await app.asOwner('delete from auth.attempts');
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(201);
  await steps.signIn(TEACHER, '000000');
  expect(await told()).toHaveLength(2);
}, 60_000);

test('by the API a person sets up, reads, renews and removes their own', async () => {
  const client = await steps.clientOf(SUPPORT);
  const begun = await client.post('/me/second-factor');
  expect(begun.status).toBe(201);
  const phone = new AuthenticatorApp(String(begun.body['secret']));
  expect(begun.body['address']).toContain(`secret=${String(begun.body['secret'])}`);
  expect((await client.post('/me/second-factor/confirmation', { code: '000000' })).status).toBe(422);
  expect((await client.get('/me/second-factor')).body).toMatchObject({ isSetUp: false, isRequired: false });
  const set = await client.post('/me/second-factor/confirmation', { code: await phone.code(-1) });
  expect(set.body['recoveryCodes']).toHaveLength(10);

  const [first] = set.body['recoveryCodes'] as [string];
  const again = await steps.clientOf(SUPPORT, first);
  expect((await again.get('/me/second-factor')).body).toMatchObject({ isSetUp: true, recoveryCodesLeft: 9 });
  const passwords = { currentPassword: DEMO_PASSWORD, password: 'walnut harbour trumpet' };
  expect((await again.put('/me/password', passwords)).body['errors']).toMatchObject([{ field: 'code' }]);
  expect((await again.post('/me/second-factor')).status).toBe(409);
  const renewed = await again.post('/me/recovery-codes', { code: await phone.code() });
  const [fresh] = renewed.body['recoveryCodes'] as [string];
  const remove = (currentPassword: string) =>
    again.post('/me/second-factor/removal', { currentPassword, code: fresh });
  expect((await remove('not it')).body['errors']).toMatchObject([{ field: 'currentPassword' }]);
  expect((await remove(DEMO_PASSWORD)).status).toBe(204);
  expect((await steps.signIn(SUPPORT)).status).toBe(201);
}, 60_000);

test('by the API only an administrator decides for their agency, and removes an app of its people', async () => {
  const { phone } = await steps.setUp('agencyAdministrator');
  const administrator = await steps.clientOf('agencyAdministrator', await phone.code());
  expect((await administrator.put('/my-agency/second-step', { required: true })).body).toEqual({
    required: true,
  });
  expect((await administrator.get('/my-agency/second-step')).body).toEqual({ required: true });
  const outsider = (await app.actor('coordinatorNwl')).practitionerId;
  expect((await administrator.delete(`/practitioners/${outsider}/second-factor`)).status).toBe(404);
  const own = (await app.actor('agencyAdministrator')).practitionerId;
  expect((await administrator.delete(`/practitioners/${own}/second-factor`)).status).toBe(409);
  const editor = await steps.clientOf('directoryEditor');
  expect((await editor.get('/my-agency/second-step')).status).toBe(403);
  expect((await editor.put('/my-agency/second-step', { required: false })).status).toBe(403);
  expect((await editor.delete(`/practitioners/${outsider}/second-factor`)).status).toBe(403);
}, 60_000);

test('the console removes the app of a person whom no administrator can help', async () => {
  const { phone } = await steps.setUp();
  const lines: string[] = [];
  await removeSecondStep(app.adminUrl, usernameOf(TEACHER).toUpperCase(), (line) => lines.push(line));
  expect(lines.join()).toContain('Removed');
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(403);
  const { practitionerId } = await app.actor(TEACHER);
  const entries = await app.asOwner(
    `select detail from audit.entries where practitioner_id = $1 and act = 'remove second step'`,
    [practitionerId],
  );
  expect(entries).toEqual([{ detail: { by: 'console' } }]);
  const again = removeSecondStep(app.adminUrl, usernameOf(TEACHER), () => undefined);
  await expect(again).rejects.toThrow(/no authenticator app or passkey/);
}, 60_000);

// Last: the newest program of a process answers the sign-in page.
test('in a demonstration no one needs a second step, and no visitor can lock others out of a demo user', async () => {
  const demo = await openTestApp();
  try {
    const governance = await demo.browse('governance');
    await demo.asOwner(`update auth.sessions set sess = (sess::jsonb - 'confirmedAt')::json`);
    expect((await governance.get('/log/export')).headers['content-type']).toContain('ndjson');
    const refused = await governance.submit('/second-factor', {}, '/second-factor');
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('share this account')]);
  } finally {
    await demo.close();
  }
}, 60_000);
