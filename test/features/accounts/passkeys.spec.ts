import { AuthenticationLog } from '#libs/accounts';
import { removeSecondStep } from '../../../apps/console/src/remove-second-step.js';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { ApiClient } from '../../support/api-client.js';
import { AuthenticatorApp } from '../../support/authenticator-app.js';
import { Browser, type Shown } from '../../support/browser.js';
import { askedIn, type Odd, PasskeyDevice } from '../../support/passkey-device.js';
import { codesIn, SecondSteps } from '../../support/second-steps.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** Passkeys as a second step and as a sign-in of their own, outside a demonstration. */
const ORIGIN = 'http://localhost';
/** A person whose role needs a second step, and one whose role does not. */
const TEACHER = 'schoolTeacher';
const SUPPORT = 'businessSupport';
const CODE = '/sign-in/code';
const SET_UP = '/sign-in/second-step';

let app: TestApp;
let steps: SecondSteps;
beforeAll(async () => {
  app = await openTestApp({ production: true, demo: false, publicUrl: ORIGIN });
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  steps = await SecondSteps.anew(app);
});

/** Sets up a passkey while signing in, as a person may whose role needs a second step. */
async function setUp(persona = TEACHER, device = new PasskeyDevice(ORIGIN)) {
  const [browser, location] = await steps.typePassword(persona);
  expect(location).toBe(SET_UP);
  const passkey = device.create(askedIn((await browser.get(SET_UP)).text));
  const done = await browser.post(SET_UP, { name: 'Work laptop', passkey });
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('Your recovery codes')]);
  return { browser, device, recoveryCodes: codesIn(done.text) };
}

/** Types the password and answers the page that follows with this device. */
async function signIn(device: PasskeyDevice, odd: Odd = {}, persona = TEACHER): Promise<[Browser, Shown]> {
  const [browser] = await steps.typePassword(persona);
  const passkey = device.use(askedIn((await browser.get(CODE)).text), odd);
  return [browser, await browser.post(CODE, { passkey })];
}

/** Adds a passkey in a session. */
async function add(browser: Browser, device = new PasskeyDevice(ORIGIN), name = 'Key ring'): Promise<Shown> {
  const passkey = device.create(askedIn((await browser.get('/second-factor/passkeys/new')).text));
  return browser.post('/second-factor/passkeys', { name, passkey });
}

/** Signs in with this device and no password; the page on the way is given. */
async function signInAlone(device: PasskeyDevice, odd: Odd = {}, next = '/'): Promise<[Browser, Shown]> {
  const browser = Browser.stranger(app.server);
  await browser.get('/sign-in');
  const asked = askedIn((await browser.post('/sign-in/passkey', { next })).text);
  return [browser, await browser.post('/sign-in/passkey', { next, passkey: device.use(asked, odd) })];
}

const actsOf = async (persona: string) =>
  app.asOwner<{ act: string; by: string | null }>(
    `select act, detail ->> 'by' as by from audit.entries where practitioner_id = $1 and subject_kind = 'account' order by at`,
    [(await app.actor(persona)).practitionerId],
  );

test('a person whose role needs a second step sets up a passkey instead of an app, and signs in with it', async () => {
  const { device, recoveryCodes } = await setUp();
  expect(new Set(recoveryCodes).size).toBe(10);
  const [again, location] = await steps.typePassword(TEACHER, '/episodes?state=open');
  expect(location).toBe(CODE);
  for (const path of ['/', '/episodes', '/second-factor'])
    expect((await again.get(path)).location).toMatch(/^\/sign-in\?next/);
  const page = await again.get(CODE);
  expect(page.text).toContain('<noscript>');
  const done = await again.post(CODE, { passkey: device.use(askedIn(page.text)) });
  expect([done.status, done.location]).toEqual([303, '/episodes?state=open']);
  const own = (await again.get('/second-factor')).text;
  expect(own).toContain('Work laptop');
  expect(own).toContain('10 of 10 left');
  expect(own).not.toContain('Never');
  expect(await actsOf(TEACHER)).toEqual(
    expect.arrayContaining([
      { act: 'add passkey', by: null },
      { act: 'sign in', by: 'passkey' },
    ]),
  );
  const told = await app.asOwner(
    'select from messages where recipient_id = $1 and subject = $2 and body like $3',
    [(await app.actor(TEACHER)).practitionerId, ...['How you sign in has changed', 'A passkey was added%']],
  );
  expect(told).toHaveLength(1);
}, 60_000);

test.each<[string, Odd]>([
  ['used on another site', { origin: 'http://localhost.example' }],
  ['used on another port of this host', { origin: 'http://localhost:81' }],
  ['made for another host', { host: 'example.org' }],
  ['whose owner did not unlock the device', { isVerified: false }],
  ['that no one touched', { isPresent: false }],
  ['whose answer was meant to add one', { type: 'webauthn.create' }],
  ['with a count that it had before', { counter: 1 }],
  ['with a count that starts anew', { counter: 0 }],
  ['that answers an invented question', { challenge: Buffer.alloc(32).toString('base64url') }],
])(
  'a passkey %s signs in no one',
  async (_what, odd) => {
    const { device } = await setUp();
    expect((await signIn(device))[1].status).toBe(303);
    const [browser, refused] = await signIn(device, odd);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('href="#passkey"')]);
    expect((await browser.get('/')).location).toMatch(/^\/sign-in/);
    expect((await signIn(device))[1].status).toBe(303);
  },
  60_000,
);

test('the passkey of another person, and a forged one by its name, signs in no one', async () => {
  const { device } = await setUp();
  const other = await setUp('schoolNurse');
  expect((await signIn(other.device))[1].status).toBe(422);
  const forged = new PasskeyDevice(ORIGIN);
  Object.assign(forged, { credentialId: device.credentialId, userHandle: 'x' });
  expect((await signIn(forged))[1].status).toBe(422);
  expect((await signIn(device))[1].status).toBe(303);
}, 60_000);

test('an answer signs in once, also when it is sent five times at once by a device that does not count', async () => {
  const { device } = await setUp(TEACHER, new PasskeyDevice(ORIGIN, true));
  const [browser] = await steps.typePassword(TEACHER);
  const passkey = device.use(askedIn((await browser.get(CODE)).text));
  const before = (await actsOf(TEACHER)).filter(({ act }) => act === 'sign in').length;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => browser.post(CODE, { passkey, next: '/' })),
  );
  expect(answers.filter(({ location }) => location === '/')).toHaveLength(1);
  expect((await actsOf(TEACHER)).filter(({ act }) => act === 'sign in')).toHaveLength(before + 1);
  const [later] = await steps.typePassword(TEACHER);
  await later.get(CODE);
  expect((await later.post(CODE, { passkey })).status).toBe(422);
  await app.asOwner('delete from auth.attempts');
  expect((await later.post(CODE, { passkey })).status).toBe(422);
}, 60_000);

test('a question is answered within five minutes, once, in its own session, and for its own purpose', async () => {
  const { device, browser: settled } = await setUp(TEACHER, new PasskeyDevice(ORIGIN, true));
  const [browser] = await steps.typePassword(TEACHER);
  const asked = askedIn((await browser.get(CODE)).text);
  const wrong = await browser.post(CODE, { passkey: device.use(asked, { isVerified: false }) });
  expect(wrong.status).toBe(422);
  expect((await browser.post(CODE, { passkey: device.use(asked) })).status).toBe(422);

  const late = askedIn((await browser.get(CODE)).text);
  await app.asOwner(
    `update auth.sessions s set sess = jsonb_set(sess::jsonb, '{passkeyQuestions}', (
       select jsonb_agg(q || jsonb_build_object('askedAt', (q ->> 'askedAt')::bigint - 301000))
       from jsonb_array_elements(sess::jsonb -> 'passkeyQuestions') q))::json where (sess::jsonb) ? 'pendingSignIn'`,
  );
  const refused = await browser.post(CODE, { passkey: device.use(late) });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('5 minutes')]);

  const elsewhere = askedIn((await settled.get('/second-factor/recovery-codes')).text);
  expect((await browser.post(CODE, { passkey: device.use(elsewhere) })).status).toBe(422);
  const adding = askedIn((await settled.get('/second-factor/passkeys/new')).text);
  const { rpId } = elsewhere;
  const renewed = await settled.post('/second-factor/recovery-codes', {
    passkey: device.use({ challenge: adding.challenge, rpId: rpId! }),
  });
  expect(renewed.status).toBe(422);
  expect(
    (await browser.post(CODE, { passkey: device.use(askedIn((await browser.get(CODE)).text)) })).status,
  ).toBe(303);
}, 60_000);

test('a page’s question is not lost to the page before, however slowly that one’s session is stored', async () => {
  const { device } = await setUp();
  await app.asOwner(`
    create function auth.dawdle() returns trigger language plpgsql as $$ begin
      if not new.sess::jsonb ? 'passkeyQuestions' then perform pg_sleep(0.3); end if; return new; end $$;
    create trigger dawdle before insert on auth.sessions for each row execute function auth.dawdle()`);
  try {
    const [browser] = await steps.typePassword(TEACHER);
    const asked = askedIn((await browser.get(CODE)).text);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await browser.post(CODE, { passkey: device.use(asked) })).location).toBe('/');
  } finally {
    await app.asOwner('drop trigger dawdle on auth.sessions');
  }
}, 60_000);

test('wrong answers are counted with wrong codes, and then the right one is refused too', async () => {
  const { device, recoveryCodes } = await setUp();
  const statuses: number[] = [];
  for (let tries = 0; tries < 5; tries++)
    statuses.push((await signIn(device, { isVerified: false }))[1].status);
  statuses.push((await steps.signIn(TEACHER, '000000')).status);
  statuses.push((await signIn(device))[1].status);
  statuses.push((await steps.signIn(TEACHER, recoveryCodes[0])).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 401, 429, 429]);
  expect(await actsOf(TEACHER)).toContainEqual({ act: 'fail second step', by: 'passkey' });
}, 60_000);

test.each<[string, Odd]>([
  ['of another site', { origin: 'https://elsewhere.example' }],
  ['of another host', { host: 'elsewhere.example' }],
  ['of a device that was not unlocked', { isVerified: false }],
  ['that answers an invented question', { challenge: Buffer.alloc(32).toString('base64url') }],
  ['that is an answer of a sign-in', { type: 'webauthn.get' }],
])(
  'a passkey %s is not added',
  async (_what, odd) => {
    const [browser] = await steps.typePassword(SUPPORT);
    const device = new PasskeyDevice(ORIGIN);
    const passkey = device.create(askedIn((await browser.get('/second-factor/passkeys/new')).text), odd);
    const refused = await browser.post('/second-factor/passkeys', { name: 'Key & ring', passkey });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('value="Key &amp; ring"')]);
    expect(await app.asOwner('select from auth.passkeys')).toEqual([]);
  },
  60_000,
);

test('a passkey needs a name, is stored once, and its answer is accepted once', async () => {
  const [browser] = await steps.typePassword(SUPPORT);
  const device = new PasskeyDevice(ORIGIN);
  const passkey = device.create(askedIn((await browser.get('/second-factor/passkeys/new')).text));
  for (const name of ['', ' ', 'x'.repeat(61)]) {
    const refused = await browser.post('/second-factor/passkeys', { name, passkey });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('href="#name"')]);
  }
  expect((await browser.post('/second-factor/passkeys', { name: 'Key ring', passkey: '' })).status).toBe(422);
  const added = await browser.post('/second-factor/passkeys', { name: 'Key ring', passkey });
  expect([added.status, codesIn(added.text).length]).toEqual([200, 10]);
  await browser.get('/second-factor');
  expect((await browser.post('/second-factor/passkeys', { name: 'Key ring', passkey })).status).toBe(422);
  expect((await add(browser, device)).status).toBe(422);
  const rows = await app.asOwner(
    `select name, counter::int, transports, device_type, is_backed_up, aaguid::text, last_used_at from auth.passkeys`,
  );
  expect(rows).toEqual([
    {
      ...{ name: 'Key ring', counter: 0, transports: ['internal'], device_type: 'single_device' },
      ...{ is_backed_up: false, aaguid: '00000000-0000-0000-0000-000000000000', last_used_at: null },
    },
  ]);
}, 60_000);

test('adding a passkey needs a confirmation and ends every other session and token; so does removing one', async () => {
  const { browser, device } = await setUp(TEACHER, new PasskeyDevice(ORIGIN, true));
  const others = async () => {
    const [other] = await signIn(device);
    const { body } = await (await clientWithCode()).post('/me/tokens', { name: 'x', scope: 'read', days: 1 });
    const personal = new ApiClient(app.server, String(body['token']));
    return async () => [(await other.get('/')).status, (await personal.get('/me')).status];
  };
  const first = await others();
  expect(await first()).toEqual([200, 200]);
  await steps.forgetConfirmation();
  expect((await browser.get('/second-factor/passkeys/new')).text).toContain('Confirm it is you');
  await confirm(browser, device, '/second-factor/passkeys/new');
  const added = await add(browser);
  expect([added.status, added.location]).toEqual([303, '/second-factor']);
  expect(await first()).toEqual([303, 401]);

  const second = await others();
  const [id] = await idsOf(TEACHER, 'Key ring');
  const place = `/second-factor/passkeys/${id}/removal`;
  await steps.forgetConfirmation();
  expect((await browser.submit(place, {}, place)).text).toContain('Confirm it is you');
  await confirm(browser, device, place);
  expect((await browser.submit(place, {}, place)).location).toBe('/second-factor');
  expect(await second()).toEqual([303, 401]);
  expect(await idsOf(TEACHER, 'Key ring')).toEqual([]);
  expect((await browser.get('/')).status).toBe(200);

  async function clientWithCode(): Promise<ApiClient> {
    const renewal = '/second-factor/recovery-codes';
    const passkey = device.use(askedIn((await browser.get(renewal)).text));
    return steps.clientOf(TEACHER, codesIn((await browser.post(renewal, { passkey })).text)[0]);
  }
}, 60_000);

/** Confirms with a passkey that it is still them, and goes on to this page. */
async function confirm(browser: Browser, device: PasskeyDevice, to: string): Promise<void> {
  const asked = askedIn((await browser.get('/second-factor/passkeys/new')).text);
  const fields = { to, passwordOrCode: '', confirmationPasskey: device.use(asked) };
  expect((await browser.post('/confirm-identity', fields)).location).toBe(to);
}

const idsOf = async (persona: string, name: string): Promise<string[]> => {
  const rows = await app.asOwner<{ id: string }>(
    `select k.id from auth.passkeys k join auth.accounts a on a.id = k.account_id where a.username = $1 and k.name = $2`,
    [usernameOf(persona), name],
  );
  return rows.map(({ id }) => id);
};

test('before what matters most a passkey confirms who it is, and what was typed goes on', async () => {
  const { browser, device } = await setUp('systemAdministrator');
  await steps.forgetConfirmation();
  const [place, path] = ['/settings', '/settings/information-sharing'];
  const typed = { duty16la: 'not_a_choice', words: 'Kept & <whole>' };
  const asked = await browser.submit(path, typed, place);
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Confirm it is you')]);
  const send = (confirmationPasskey: string) =>
    browser.submit(path, { ...typed, passwordOrCode: '', confirmationPasskey }, place);
  const wrong = await send(device.use(askedIn(asked.text), { isVerified: false }));
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('href="#confirmationPasskey"')]);
  expect(wrong.text).toContain('name="words" value="Kept &amp; &lt;whole&gt;"');
  expect(wrong.text).not.toContain('name="confirmationPasskey" value');
  const right = await send(device.use(askedIn(wrong.text)));
  expect([right.status, right.text]).toEqual([422, expect.not.stringContaining('Confirm it is you')]);
  expect(await actsOf('systemAdministrator')).toContainEqual({ act: 'confirm identity', by: 'passkey' });
  await steps.forgetConfirmation();
  // The password alone is not enough for a person with a passkey.
  const password = await browser.submit(path, { ...typed, passwordOrCode: DEMO_PASSWORD }, place);
  expect([password.status, password.text]).toEqual([422, expect.stringContaining('Confirm it is you')]);
}, 60_000);

test('a passkey that was created before the confirmation is added after it', async () => {
  const { browser, device } = await setUp();
  const fresh = new PasskeyDevice(ORIGIN);
  const passkey = fresh.create(askedIn((await browser.get('/second-factor/passkeys/new')).text));
  await steps.forgetConfirmation();
  const fields = { name: 'Key ring', passkey };
  const asked = await browser.post('/second-factor/passkeys', fields);
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Confirm it is you')]);
  const confirmationPasskey = device.use(askedIn(asked.text));
  const added = await browser.post('/second-factor/passkeys', { ...fields, confirmationPasskey });
  expect([added.status, added.location]).toEqual([303, '/second-factor']);
}, 60_000);

test('a person with a passkey changes their password with it or a recovery code, not with the password alone', async () => {
  const { browser, device, recoveryCodes } = await setUp();
  const fields = { currentPassword: DEMO_PASSWORD, password: 'walnut harbour trumpet' };
  await browser.get('/password');
  const alone = await browser.post('/password', fields);
  expect([alone.status, alone.text]).toEqual([422, expect.stringContaining('Enter a code')]);
  const client = await steps.clientOf(TEACHER, recoveryCodes[0]);
  expect((await client.put('/me/password', fields)).status).toBe(422);
  const change = async (odd: Odd = {}) => {
    const passkey = device.use(askedIn((await browser.get('/password')).text), odd);
    return browser.post('/password', { ...fields, passkey });
  };
  expect((await change({ isVerified: false })).status).toBe(422);
  expect((await change()).location).toBe('/');
  await app.asOwner(
    `update auth.accounts a set password_hash = b.password_hash from auth.accounts b where a.username = $1 and b.username = $2`,
    [usernameOf(TEACHER), usernameOf('schoolNurse')],
  );
}, 60_000);

test('the last second step of a person who needs one stays; of any other it goes with its recovery codes', async () => {
  const { browser } = await setUp();
  const [only] = await idsOf(TEACHER, 'Work laptop');
  const remove = (from: Browser, id: string) => {
    const place = `/second-factor/passkeys/${id}/removal`;
    return from.submit(place, {}, place);
  };
  const kept = await remove(browser, only!);
  expect([kept.status, kept.text]).toEqual([422, expect.stringContaining('Add another passkey')]);
  await add(browser);
  await browser.get('/second-factor');
  const both = await Promise.all(
    [only!, (await idsOf(TEACHER, 'Key ring'))[0]!].map((id) =>
      browser.post(`/second-factor/passkeys/${id}/removal`, {}),
    ),
  );
  expect(both.filter(({ location }) => location === '/second-factor')).toHaveLength(1);

  const [support] = await steps.typePassword(SUPPORT);
  await add(support);
  expect((await steps.signIn(SUPPORT)).status).toBe(401);
  const [id] = await idsOf(SUPPORT, 'Key ring');
  expect((await remove(browser, id!)).status).toBe(404);
  expect((await browser.get('/second-factor/passkeys/x/removal')).status).toBe(404);
  expect((await remove(support, id!)).location).toBe('/second-factor');
  expect((await steps.signIn(SUPPORT)).status).toBe(201);
  expect(
    await app.asOwner(
      'select from auth.recovery_codes r join auth.accounts a on a.id = r.account_id where a.username = $1',
      [usernameOf(SUPPORT)],
    ),
  ).toEqual([]);
}, 60_000);

test('an app and passkeys stand beside each other, with the same recovery codes', async () => {
  const { browser, device, recoveryCodes } = await setUp();
  await browser.submit('/second-factor', {}, '/second-factor');
  const phone = AuthenticatorApp.fromPage((await browser.get('/second-factor/set-up')).text);
  const set = await browser.post('/second-factor/set-up', { code: await phone.code(-1) });
  expect(set.location).toBe('/second-factor');
  expect((await steps.signIn(TEACHER, recoveryCodes[0])).status).toBe(201);
  expect((await steps.signIn(TEACHER, await phone.code())).status).toBe(201);
  expect((await signIn(device))[1].status).toBe(303);

  const place = '/second-factor/removal';
  const remove = async (currentPassword: string, odd: Odd = {}) => {
    const passkey = device.use(askedIn((await browser.get(place)).text), odd);
    return browser.post(place, { currentPassword, code: '', passkey });
  };
  expect((await remove('not it')).status).toBe(422);
  expect((await remove(DEMO_PASSWORD, { isVerified: false })).status).toBe(422);
  expect((await remove(DEMO_PASSWORD)).location).toBe('/second-factor');
  expect((await steps.signIn(TEACHER, await phone.code(1))).status).toBe(401);
  expect((await steps.signIn(TEACHER, recoveryCodes[1])).status).toBe(201);
  const again = await browser.submit(
    place,
    { currentPassword: DEMO_PASSWORD, code: recoveryCodes[2]! },
    place,
  );
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('nothing to remove')]);
}, 60_000);

test('every rule about a second step counts passkeys: administrators, agencies, tokens, the console', async () => {
  const administrator = await app.actor('agencyAdministrator');
  const nurse = (await app.actor('schoolNurse')).practitionerId;
  const support = (await app.actor(SUPPORT)).practitionerId;
  const before = await app.asOwner<{ id: string; agency_id: string; team_id: string | null }>(
    'select id, agency_id, team_id from posts where practitioner_id = any($1)',
    [[nurse, support]],
  );
  await app.asOwner('update posts set agency_id = $1, team_id = null where practitioner_id = any($2)', [
    ...[administrator.agencyId, [nurse, support]],
  ]);
  const { browser: keeper } = await setUp('agencyAdministrator');
  const { browser, device, recoveryCodes } = await setUp('schoolNurse');
  const [other] = await steps.typePassword(SUPPORT);
  const codes = codesIn((await add(other)).text);
  const client = await steps.clientOf(SUPPORT, codes[0]);
  const { body } = await client.post('/me/tokens', { name: 'sync', scope: 'read', days: 1 });
  const personal = new ApiClient(app.server, String(body['token']));

  const rule = '/people/accounts/second-step';
  expect((await keeper.submit(rule, { required: 'yes' }, rule)).location).toBe('/people');
  expect((await personal.get('/me')).status).toBe(200);
  expect((await client.get('/me/second-factor')).body).toMatchObject({
    ...{ isSetUp: true, since: null, passkeys: 1, isRequired: true, recoveryCodesLeft: 9 },
  });
  expect((await keeper.get(`/people/${nurse}/account`)).text).toContain('Remove second step');

  const place = `/people/${nurse}/account`;
  expect((await keeper.submit(`${place}/second-factor-removal`, {}, place)).location).toBe(place);
  expect((await browser.get('/')).status).toBe(303);
  expect((await steps.typePassword('schoolNurse'))[1]).toBe(SET_UP);
  expect((await steps.signIn('schoolNurse', recoveryCodes[0])).status).toBe(403);
  expect((await signInAlone(device))[1].status).toBe(422);
  const again = await keeper.submit(`${place}/second-factor-removal`, {}, place);
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('nothing to remove')]);

  await removeSecondStep(app.adminUrl, usernameOf(SUPPORT), () => undefined);
  expect((await other.get('/')).status).toBe(303);
  expect(await idsOf(SUPPORT, 'Key ring')).toEqual([]);
  expect(await actsOf(SUPPORT)).toContainEqual({ act: 'remove passkey', by: 'console' });
  expect(await actsOf(SUPPORT)).not.toContainEqual({ act: 'remove second step', by: 'console' });
  for (const { id, agency_id, team_id } of before)
    await app.asOwner('update posts set agency_id = $2, team_id = $3 where id = $1', [
      ...[id, agency_id, team_id],
    ]);
}, 60_000);

test('a passkey alone signs in, in a new session, and leads where the person wanted to go', async () => {
  const { device } = await setUp();
  const [browser, done] = await signInAlone(device, {}, '/episodes?state=open');
  expect([done.status, done.location]).toEqual([303, '/episodes?state=open']);
  expect((await browser.get('/')).status).toBe(200);
  expect((await signInAlone(device, {}, 'https://elsewhere.example'))[1].location).toBe('/');
  expect(await actsOf(TEACHER)).toContainEqual({ act: 'sign in', by: 'passkey alone' });
  const name = ({ headers }: Shown): string | undefined =>
    /bridges=([^;]+)/.exec(String(headers['set-cookie'] ?? ''))?.[1];
  const stranger = Browser.stranger(app.server);
  expect(name(await stranger.get('/sign-in'))).toBeUndefined();
  const asked = await stranger.post('/sign-in/passkey', {});
  const last = await stranger.post('/sign-in/passkey', { passkey: device.use(askedIn(asked.text)) });
  expect([name(asked), name(last)]).toEqual([expect.any(String), expect.any(String)]);
  expect(name(last)).not.toBe(name(asked));
  const opened = await Browser.stranger(app.server).get('/sign-in/passkey');
  expect([opened.status, opened.location]).toEqual([303, '/sign-in']);
}, 60_000);

test('whatever is wrong with a passkey alone, the answer is the same', async () => {
  const { device } = await setUp('schoolNurse', new PasskeyDevice(ORIGIN, true));
  const other = await setUp(TEACHER, new PasskeyDevice(ORIGIN, true));
  const { practitionerId } = await app.actor('schoolNurse');
  const answers: [number, string][] = [];
  const refused = async (one: PasskeyDevice, odd: Odd = {}): Promise<void> => {
    const [browser, { status, text }] = await signInAlone(one, odd);
    expect((await browser.get('/')).location).toMatch(/^\/sign-in/);
    const shown = text.replace(/data-passkey-options="[^"]*"|nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '');
    answers.push([status, shown]);
  };
  await refused(new PasskeyDevice(ORIGIN));
  for (const odd of [
    { origin: 'http://elsewhere.example' },
    { host: 'elsewhere.example' },
    { isVerified: false },
    { challenge: 'invented' },
    { userHandle: null },
    { userHandle: Buffer.alloc(16).toString('base64url') },
  ])
    await refused(device, odd);
  const handle = (other.device as unknown as { userHandle: string }).userHandle;
  await refused(device, { userHandle: handle });
  const suspend = (at: string) =>
    app.asOwner(
      `update auth.accounts set suspended_at = ${at}, suspension_reason = ${at === 'null' ? 'null' : "'x'"} where practitioner_id = $1`,
      [practitionerId],
    );
  await suspend('now()');
  await refused(device);
  await suspend('null');
  await app.asOwner("update posts set ended_at = now() - interval '1 second' where practitioner_id = $1", [
    practitionerId,
  ]);
  await refused(device);
  await app.asOwner('update posts set ended_at = null where practitioner_id = $1', [practitionerId]);
  await app.asOwner('update practitioners set left_at = now() where id = $1', [practitionerId]);
  await refused(device);
  await app.asOwner('update practitioners set left_at = null where id = $1', [practitionerId]);
  expect(new Set(answers.map(([status, text]) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]![0]).toBe(422);
  // No password was wrong.
  await app.app.get(AuthenticationLog).settled();
  const failures = (await actsOf('schoolNurse')).filter(({ act }) => act === 'fail to sign in');
  expect(failures.length).toBeGreaterThan(5);
  const told = await app.asOwner<{ subject: string }>(
    'select subject from messages where recipient_id = $1',
    [practitionerId],
  );
  expect(told.filter(({ subject }) => subject.startsWith('Wrong'))).toEqual([]);
  expect((await signInAlone(device))[1].status).toBe(303);
}, 60_000);

test('a code of a sign-in with a password does not end the sign-in of a stranger, nor the other way round', async () => {
  const { device } = await setUp(TEACHER, new PasskeyDevice(ORIGIN, true));
  const stranger = Browser.stranger(app.server);
  await stranger.get('/sign-in');
  const alone = askedIn((await stranger.post('/sign-in/passkey', {})).text);
  const [browser] = await steps.typePassword(TEACHER);
  const code = askedIn((await browser.get(CODE)).text);
  expect((await browser.post(CODE, { passkey: device.use(alone) })).status).toBe(422);
  expect((await stranger.post('/sign-in/passkey', { passkey: device.use(code) })).status).toBe(422);
  expect((await browser.post(CODE, { passkey: device.use(code) })).status).toBe(303);
}, 60_000);

test('only the role of sign-in reads passkeys; the one that reaches knows whether there is one', async () => {
  const [{ auth, rewrites, serving, reach, whose }] = (await app.asOwner(
    `select has_table_privilege('bridges_auth', 'auth.passkeys', 'select') as auth,
       has_column_privilege('bridges_auth', 'auth.passkeys', 'public_key', 'update') as rewrites,
       has_any_column_privilege('bridges_app', 'auth.passkeys', 'select, insert, update') as serving,
       has_column_privilege('bridges_reach', 'auth.passkeys', 'public_key', 'select') as reach,
       has_column_privilege('bridges_reach', 'auth.passkeys', 'account_id', 'select') as whose`,
  )) as [Record<string, boolean>];
  expect({ auth, rewrites, serving, reach, whose }).toEqual({
    ...{ auth: true, rewrites: false, serving: false, reach: false, whose: true },
  });
});

test('a person has at most ten passkeys', async () => {
  const [browser] = await steps.typePassword(SUPPORT);
  for (let count = 0; count < 10; count++) await add(browser);
  const page = await browser.get('/second-factor/passkeys/new');
  expect([page.status, page.text]).toEqual([422, expect.stringContaining('10 already')]);
}, 60_000);

// Last: the newest program of a process answers the sign-in page.
test('in a demonstration no visitor can add a passkey to a demo user', async () => {
  const demo = await openTestApp();
  try {
    const page = await (await demo.browse('governance')).get('/second-factor/passkeys/new');
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('share this account')]);
  } finally {
    await demo.close();
  }
}, 60_000);
