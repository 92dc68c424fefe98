import { AccountsService } from '#libs/accounts';
import { type Actor, deriveKey, signClaim } from '#libs/platform';
import { signInLink } from '../../../apps/console/src/sign-in-link.js';
import { ApiClient } from '../../support/api-client.js';
import { AuthenticatorApp } from '../../support/authenticator-app.js';
import { Browser } from '../../support/browser.js';
import { TEST_SECRET } from '../../support/cluster.js';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  newKey,
  type PersonThere,
  TestIdentityProvider,
} from '../../support/identity-provider.js';
import { askedIn, PasskeyDevice } from '../../support/passkey-device.js';
import { runJob } from '../../support/jobs.js';
import { codesIn, SecondSteps } from '../../support/second-steps.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { PUBLIC_URL, TravellingBrowser } from '../../support/travelling-browser.js';

/** Signing in with an agency's own accounts, at real identity providers, outside a demonstration. */
const GOOD = 'otter lantern biscuit';
const REFUSED = 'You could not be signed in with your agency’s account';
const NOT_CONFIRMED = 'Your agency’s account did not confirm that it is you';
const PLACE = '/people/accounts/single-sign-on';

let app: TestApp;
let steps: SecondSteps;
let council: TestIdentityProvider;
let other: TestIdentityProvider;
let administrator: Browser;
let phone: AuthenticatorApp;
let councilId: string;
let otherId: string;

beforeAll(async () => {
  app = await openTestApp({
    ...{ production: true, demo: false, publicUrl: PUBLIC_URL, providersOnLoopback: true },
  });
  steps = await SecondSteps.anew(app);
  [council, other] = [await TestIdentityProvider.start(), await TestIdentityProvider.start()];
  ({ browser: administrator, phone } = await steps.setUp('agencyAdministrator'));
  await addKeeper();
  councilId = await addProvider(council, 'Council account');
  otherId = await addProvider(other, 'Other account');
}, 120_000);
afterAll(async () => {
  await council?.close();
  await other?.close();
  await app?.close();
});

/** An administrator of another agency, whom no persona is. */
const KEEPER = { practitionerId: '', agencyId: '', postId: '' };
async function addKeeper(): Promise<void> {
  const { agencyId } = await app.actor('agencyAdministrator');
  const [keeper] = await app.asOwner<typeof KEEPER>(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     select gen_random_uuid(), o.practitioner_id, o.agency_id, 'agency_administrator', now() - interval '1 minute'
     from posts o where o.agency_id <> $1 order by o.id limit 1
     returning id as "postId", practitioner_id as "practitionerId", agency_id as "agencyId"`,
    [agencyId],
  );
  Object.assign(KEEPER, keeper);
}
const claimIn = (role: string): string =>
  signClaim(deriveKey(TEST_SECRET, 'claim'), { ...KEEPER, role } as Actor);

/** An administrator adds a provider, registers its addresses there, and turns it on. */
async function addProvider(provider: TestIdentityProvider, name: string): Promise<string> {
  const fields = {
    issuer: provider.issuer,
    subjectClaim: 'sub',
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
  };
  const added = await administrator.submit(PLACE, { name, ...fields }, `${PLACE}/new`);
  expect([added.status, added.text]).toEqual([303, '']);
  const page = (await administrator.get(added.location!)).text;
  const id = added.location!.split('/').at(-1)!;
  expect(page).toContain(`<code>${PUBLIC_URL}/sign-in/with/${id}/callback</code>`);
  expect(page).not.toContain(CLIENT_SECRET);
  provider.register(`${PUBLIC_URL}/sign-in/with/${id}/callback`, `${app.url}/sign-in/with/${id}/logout`);
  await change(id, { name });
  return id;
}
const change = (id: string, fields: { name: string; isOn?: string }) =>
  administrator.submit(`${PLACE}/${id}`, { clientId: CLIENT_ID, isOn: 'yes', ...fields }, `${PLACE}/${id}`);

interface Added {
  readonly id: string;
  readonly email: string;
  readonly account: string;
  readonly invitation: string;
}
let count = 0;

/** A person whom the administrator adds and invites. */
async function addPerson(role = 'business_support'): Promise<Added> {
  const email = `person${(count += 1)}@council.example`;
  const added = await administrator.submit('/people/new', {
    ...{ name: `Person ${count}`, jobTitle: 'Clerk', role, email },
  });
  const page = (await administrator.get(added.location!)).text;
  const account = /\/people\/[0-9a-f-]{36}\/account/.exec(page)![0];
  const invitation = /\/invitations\/[\w-]{43}/.exec(page)![0];
  return { id: account.split('/')[2]!, email, account, invitation };
}

/** A person with a password. */
async function addPersonWithPassword(): Promise<Added> {
  const person = await addPerson();
  const browser = Browser.stranger(app.server);
  const done = await browser.submit(person.invitation, { password: GOOD }, person.invitation);
  expect(done.text).toContain('Your account is ready');
  return person;
}

async function link({ account }: Added, identifier: string, provider = councilId): Promise<void> {
  const fields = { provider, identifier };
  const linked = await administrator.submit(`${account}/single-sign-on`, fields, `${account}/single-sign-on`);
  expect([linked.status, linked.location]).toEqual([303, account]);
}

/** The journey of a person from the sign-in page to the provider and back. */
async function signIn(who: PersonThere, { at = council, id = councilId, next = '/account' } = {}) {
  at.person = who;
  const browser = new TravellingBrowser(app);
  const page = await browser.open(`/sign-in?next=${encodeURIComponent(next)}`);
  const link = new RegExp(`href="(/sign-in/with/${id}[^"]*)"`).exec(page.text)![1]!;
  return { browser, arrived: await browser.open(link) };
}

/** Stops on the way back, before Bridges gets the answer. */
async function answerFor(
  browser: TravellingBrowser,
  who: PersonThere,
  { at = council, id = councilId } = {},
) {
  at.person = who;
  return browser.until(`/sign-in/with/${id}?next=/account`, (url) => url.pathname.endsWith('/callback'));
}

test('a person invited sets up their account with the provider, signs in with it from then on, and has no password', async () => {
  const person = await addPerson();
  council.person = { subject: 'ottoline', email: 'someone.else@council.example' };
  const browser = new TravellingBrowser(app);
  const page = await browser.open(person.invitation);
  const way = /href="(\/sign-in\/with\/[^"]+)"[^>]*>Set up with Council account/.exec(page.text)![1]!;
  const ready = await browser.open(way);
  expect([ready.status, ready.address]).toEqual([200, '/']);
  expect((await browser.open(person.invitation)).status).toBe(404);

  const { arrived } = await signIn({ subject: 'ottoline' });
  expect([arrived.status, arrived.address]).toEqual([200, '/account']);
  expect(arrived.text).toContain('Before now you last signed in');
  expect(arrived.text).not.toContain('Change your password');
  for (const password of [GOOD, '', 'null'])
    await expect(Browser.signIn(app.server, person.email, password)).rejects.toThrow(/could not sign in/);
  const shown = (await administrator.get(person.account)).text;
  expect(shown).toContain('Council account');
  expect(shown).not.toContain('Create a link to set a new password');
  const reset = await administrator.submit(`${person.account}/password-reset`, {}, person.account);
  expect([reset.status, reset.text]).toEqual([422, expect.stringContaining('has no password')]);
}, 60_000);

test('an administrator links a person by identifier: their sessions, links and password end, and they are told', async () => {
  const person = await addPersonWithPassword();
  const before = await Browser.signIn(app.server, person.email, GOOD);
  await administrator.submit(`${person.account}/password-reset`, {}, person.account);
  const reset = /\/password\/reset\/[\w-]{43}/.exec((await administrator.get(person.account)).text)![0];
  await link(person, 'barnaby-1');
  expect((await before.get('/account')).status).toBe(303);
  expect((await Browser.stranger(app.server).get(reset)).status).toBe(404);
  await expect(Browser.signIn(app.server, person.email, GOOD)).rejects.toThrow(/could not sign in/);
  const { browser, arrived } = await signIn({ subject: 'barnaby-1' });
  expect(arrived.address).toBe('/account');
  expect(await subjectsOf(person.id)).toEqual(['How you sign in has changed']);
  expect((await browser.open('/password')).text).toContain('have no password for Bridges');
  expect(await actsOf(person.id)).toEqual(expect.arrayContaining(['link identity', 'sign in']));
}, 60_000);

test('a change of password that is under way when single sign-on is set up gives no password', async () => {
  const person = await addPersonWithPassword();
  const accounts = app.app.get(AccountsService);
  const before = await accounts.ofPractitioner(person.id);
  await link(person, 'under way');
  await expect(accounts.setPassword(before, 'maple kettle horizon', 'here')).rejects.toThrow('Sign in');
  await expect(Browser.signIn(app.server, person.email, 'maple kettle horizon')).rejects.toThrow();
  expect((await signIn({ subject: 'under way' })).arrived.address).toBe('/account');
}, 60_000);

test('an identity that no one linked is refused, even with the email address of a person here', async () => {
  const person = await addPersonWithPassword();
  const { browser, arrived } = await signIn({ subject: 'a stranger', email: person.email });
  expect(arrived.address).toMatch(/^\/sign-in\?refused/);
  expect(arrived.text).toContain(REFUSED);
  // From there the provider asks again who they are, though it knows them as the stranger.
  await link(await addPersonWithPassword(), 'not the stranger');
  council.person = { subject: 'not the stranger' };
  expect((await browser.open(`/sign-in/with/${councilId}`)).text).toContain(REFUSED);
  // The page that was asked for is remembered.
  const again = /href="(\/sign-in\/with\/[^"]+)"[^>]*>Sign in with Council account/.exec(arrived.text)![1]!;
  // The provider first ends the stranger's session, on a page of its own.
  const leaving = await browser.open(again.replaceAll('&amp;', '&'));
  expect((await browser.press(leaving, {})).address).toBe('/account');
  // The same identifier at another provider is another person.
  await link(person, 'same-text');
  expect((await signIn({ subject: 'same-text' }, { at: other, id: otherId })).arrived.text).toContain(
    REFUSED,
  );
  expect((await signIn({ subject: 'same-text' })).arrived.address).toBe('/account');
}, 60_000);

test('an answer counts once, with its own state, its own nonce, in its own browser and in time', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'once');
  const who = { subject: 'once' };
  const browser = new TravellingBrowser(app);
  const answer = (await answerFor(browser, who)).href;
  expect((await new TravellingBrowser(app).open(answer)).text).toContain(REFUSED);
  const wrong = answer.replace(/state=[^&]+/, 'state=of-another-sign-in');
  expect((await browser.open(wrong)).text).toContain(REFUSED);
  // What was kept is used up, so the right answer comes too late.
  expect((await browser.open(answer)).text).toContain(REFUSED);

  const nonce = (await answerFor(browser, who)).href;
  await keptOf('{begunAtProvider,nonce}', '"another"');
  expect((await browser.open(nonce)).text).toContain(REFUSED);
  const verifier = (await answerFor(browser, who)).href;
  await keptOf('{begunAtProvider,codeVerifier}', `"${'x'.repeat(43)}"`);
  expect((await browser.open(verifier)).text).toContain(REFUSED);
  const late = (await answerFor(browser, who)).href;
  await keptOf('{begunAtProvider,begunAt}', String(Date.now() - 11 * 60_000));
  expect((await browser.open(late)).text).toContain(REFUSED);

  const right = (await answerFor(browser, who)).href;
  expect((await browser.open(right)).address).toBe('/account');
  await browser.submit('/sign-out', {}, '/account');
  expect((await browser.open(right)).text).toContain(REFUSED);
}, 60_000);

test('an ID token counts only from this provider, for this program, in its time and for this sign-in', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'forged');
  const now = Math.floor(Date.now() / 1000);
  const wrong: Record<string, Record<string, unknown>> = {
    'of another issuer': { iss: other.issuer },
    'for another program': { aud: 'another program' },
    'that has ended': { iat: now - 3_600, exp: now - 60 },
    'of another sign-in': { nonce: 'another' },
    'of no one': { sub: '' },
    'of another person': { sub: 'someone else' },
  };
  try {
    council.forge((claims) => claims);
    expect((await signIn({ subject: 'forged' })).arrived.address).toBe('/account');
    for (const [name, changes] of Object.entries(wrong)) {
      council.forge((claims) => ({ ...claims, ...changes }));
      const { arrived } = await signIn({ subject: 'forged' });
      expect([name, arrived.text.includes(REFUSED)]).toEqual([name, true]);
    }
  } finally {
    council.forge(null);
  }
}, 60_000);

test('an answer of one provider does not count at the address of another', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'mixed');
  const browser = new TravellingBrowser(app);
  const answer = (await answerFor(browser, { subject: 'mixed' })).href;
  expect((await browser.open(answer.replace(councilId, otherId))).text).toContain(REFUSED);
  const named = (await answerFor(browser, { subject: 'mixed' })).href;
  expect(named).toContain('iss=');
  const confused = named.replace(/iss=[^&]+/, `iss=${encodeURIComponent(other.issuer)}`);
  expect((await browser.open(confused)).text).toContain(REFUSED);
}, 60_000);

test('a key that the provider replaced counts no more, and the new one at once', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'rotated');
  expect((await signIn({ subject: 'rotated' })).arrived.address).toBe('/account');
  const replaced = council.signingKey;
  const send = async (key = council.signingKey) =>
    sendLogout(await council.logoutToken({ sub: 'no one' }, { key }));
  expect(await send()).toBe(200);
  council.rotateKey();
  expect((await signIn({ subject: 'rotated' })).arrived.address).toBe('/account');
  expect([await send(replaced), await send()]).toEqual([400, 200]);
  council.publish(newKey());
  expect((await signIn({ subject: 'rotated' })).arrived.text).toContain(REFUSED);
  council.publish(null);
  expect((await signIn({ subject: 'rotated' })).arrived.address).toBe('/account');
}, 60_000);

test('a suspended person, one whose link was removed, and a provider that is off get the same refusal', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'leaver');
  const { browser } = await signIn({ subject: 'leaver' });
  await administrator.submit(`${person.account}/suspension`, { reason: 'Lost a card' }, person.account);
  expect((await browser.open('/account')).address).toMatch(/^\/sign-in/);
  expect((await signIn({ subject: 'leaver' })).arrived.text).toContain(REFUSED);
  expect(await actsOf(person.id)).toContain('fail to sign in with provider');
  await administrator.submit(`${person.account}/reinstatement`, {}, person.account);
  const again = await signIn({ subject: 'leaver' });
  expect(again.arrived.address).toBe('/account');

  await change(councilId, { name: 'Council account', isOn: 'no' });
  expect((await again.browser.open('/account')).address).toMatch(/^\/sign-in/);
  expect((await again.browser.open(`/sign-in/with/${councilId}`)).text).toContain(REFUSED);
  expect((await again.browser.open('/sign-in')).text).not.toContain('Sign in with Council account');
  await change(councilId, { name: 'Council account' });

  const last = await signIn({ subject: 'leaver' });
  const removal = `${person.account}/single-sign-on/removal`;
  expect((await administrator.submit(removal, {}, `${person.account}/single-sign-on`)).status).toBe(303);
  expect((await last.browser.open('/account')).address).toMatch(/^\/sign-in/);
  expect((await signIn({ subject: 'leaver' })).arrived.text).toContain(REFUSED);
}, 60_000);

test('a provider of one agency opens nothing of a person who works for another too', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'both');
  const { browser } = await signIn({ subject: 'both' });
  await app.asOwner(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     select gen_random_uuid(), $1, g.id, 'practitioner', now() - interval '1 minute' from agencies g
     where g.id not in (select agency_id from posts where practitioner_id = $1) order by g.id limit 1`,
    [person.id],
  );
  expect((await browser.open('/account')).address).toMatch(/^\/sign-in/);
  expect((await signIn({ subject: 'both' })).arrived.text).toContain(REFUSED);
  // “Forgotten your password?” would not help them.
  const reset = await administrator.submit(`${person.account}/password-reset`, {}, person.account);
  expect([reset.status, reset.text]).toEqual([422, expect.stringContaining('has no password')]);
  const several = await addPersonWithPassword();
  await app.asOwner(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     select gen_random_uuid(), $1, g.id, 'practitioner', now() - interval '1 minute' from agencies g
     where g.id not in (select agency_id from posts where practitioner_id = $1) order by g.id limit 1`,
    [several.id],
  );
  const fields = { provider: councilId, identifier: 'several' };
  const place = `${several.account}/single-sign-on`;
  expect((await administrator.submit(place, fields, place)).status).toBeGreaterThanOrEqual(400);
  expect((await signIn({ subject: 'several' })).arrived.text).toContain(REFUSED);
}, 60_000);

test('a role that needs a second step sets one up here, unless the provider asked for a second proof', async () => {
  const weak = await addPerson('manager');
  await link(weak, 'weak');
  expect((await signIn({ subject: 'weak', amr: ['pwd'] })).arrived.address).toBe('/sign-in/second-step');
  const strong = await addPerson('manager');
  await link(strong, 'strong');
  const { browser, arrived } = await signIn({ subject: 'strong', amr: ['pwd', 'mfa'] });
  expect(arrived.address).toBe('/account');
  // An app that the person has is asked for all the same: no administrator's link passes it by.
  await app.asOwner(
    `insert into auth.second_factors (id, account_id, kind, secret, created_at, confirmed_at, last_step)
     select gen_random_uuid(), id, 'totp', '\\x01', now(), now(), 1 from auth.accounts where practitioner_id = $1`,
    [strong.id],
  );
  expect((await browser.open('/account')).address).toBe('/account');
  expect((await signIn({ subject: 'strong', amr: ['mfa'] })).arrived.address).toBe('/sign-in/code');
}, 60_000);

test('before what matters most the person signs in anew at the provider, and comes back to what they typed', async () => {
  const person = await addPerson('agency_administrator');
  await link(person, 'keeper');
  const colleague = await addPersonWithPassword();
  const { browser } = await signIn({ subject: 'keeper', amr: ['mfa'] });
  await forgetConfirmation(person.id);
  const place = `${colleague.account}/suspension`;
  const asked = await browser.submit(place, { reason: 'Kept & <whole>' }, colleague.account);
  expect(asked.text).toContain('Confirm with Council account');
  expect(asked.text).not.toContain('Your password');
  const way = /href="(\/confirm-identity\/with\/[^"]+)"/.exec(asked.text)![1]!.replaceAll('&amp;', '&');
  council.person = { subject: 'another person' };
  expect((await browser.open(way)).text).not.toContain('Kept &amp; &lt;whole&gt;');
  council.person = { subject: 'keeper', amr: ['mfa'] };
  const idBefore = await sessionOf(person.id);
  const back = await browser.open(way);
  expect(await sessionOf(person.id)).toEqual({
    sid: expect.not.stringMatching(idBefore.sid),
    provider: councilId,
  });
  expect(back.text).toContain('value="Kept &amp; &lt;whole&gt;"');
  expect((await stateOf(colleague.id)).suspended_at).toBeNull();
  const done = await browser.submit(place, { reason: 'Kept & <whole>' }, colleague.account);
  expect([done.status, done.address]).toEqual([200, colleague.account]);
  expect((await stateOf(colleague.id)).suspended_at).not.toBeNull();
  // From then on the provider ends the session that it began for this.
  await forgetConfirmation(person.id);
  try {
    council.forge((claims) => ({ ...claims, sid: 'the one begun anew' }));
    const way = `/confirm-identity/with/${councilId}?next=/account`;
    expect((await browser.open(way)).text).not.toContain(NOT_CONFIRMED);
  } finally {
    council.forge(null);
  }
  expect(await sendLogout(await council.logoutToken({ sid: 'the one begun anew' }))).toBe(200);
  expect((await browser.open('/account')).address).toMatch(/^\/sign-in/);
}, 60_000);

test('a person whom the provider still knew has not confirmed who they are, nor one who did not sign in anew there', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'still known');
  const who = { subject: 'still known' };
  const place = '/second-factor/passkeys/new';
  const confirm = `/confirm-identity/with/${councilId}?next=${place}`;
  const earlier = Math.floor(Date.now() / 1000) - 60;
  try {
    for (const authTime of [earlier, undefined]) {
      council.forge((claims) => ({ ...claims, auth_time: authTime }));
      const { browser, arrived } = await signIn(who);
      expect(arrived.address).toBe('/account');
      expect((await browser.open(place)).text).toContain('Confirm it is you');
      expect((await browser.open(confirm)).text).toContain(NOT_CONFIRMED);
      council.forge(null);
      expect((await browser.open(confirm)).text).toContain('Add a passkey');
    }
  } finally {
    council.forge(null);
  }
  expect((await (await signIn(who)).browser.open(place)).text).toContain('Add a passkey');
}, 60_000);

test('a passkey of a person with single sign-on is asked for after the provider, confirms who they are, and signs in no one alone', async () => {
  const person = await addPerson('manager');
  await link(person, 'key holder');
  const who = { subject: 'key holder', amr: ['mfa'] };
  const device = new PasskeyDevice(PUBLIC_URL, true);
  const { browser } = await signIn(who);
  const passkeys = '/second-factor/passkeys';
  const created = device.create(askedIn((await browser.open(`${passkeys}/new`)).text));
  const added = await browser.submit(passkeys, { name: 'Phone', passkey: created }, passkeys + '/new');
  expect(added.text).toContain('Your recovery codes');

  const { browser: again, arrived } = await signIn(who);
  expect(arrived.address).toBe('/sign-in/code');
  expect((await again.open('/second-factor')).address).toMatch(/^\/sign-in/);
  const answer = device.use(askedIn((await again.open('/sign-in/code')).text));
  const done = await again.submit('/sign-in/code', { passkey: answer }, '/sign-in/code');
  expect([done.status, done.address]).toEqual([200, '/account']);
  expect(await signInsOf(person.id)).toEqual([
    { by: 'provider', provider: councilId },
    { by: 'passkey', provider: councilId },
  ]);

  await forgetConfirmation(person.id);
  const asked = await again.open(`${passkeys}/new`);
  expect(asked.text).toContain('Confirm it is you');
  expect(asked.text).not.toContain('Confirm with Council account');
  // The provider does not stand in for it, even by its address.
  council.person = who;
  const way = `/confirm-identity/with/${councilId}?next=${passkeys}/new`;
  expect((await again.open(way)).text).toContain(NOT_CONFIRMED);
  expect((await again.open(`${passkeys}/new`)).text).toContain('Confirm it is you');
  const confirmed = await again.submit(
    '/confirm-identity',
    { to: `${passkeys}/new`, confirmationPasskey: device.use(askedIn(asked.text)) },
    `${passkeys}/new`,
  );
  expect([confirmed.status, confirmed.address]).toEqual([200, `${passkeys}/new`]);
  expect((await again.open('/password')).text).toContain('have no password for Bridges');

  const refused = await signInAlone(device);
  const unknown = await signInAlone(new PasskeyDevice(PUBLIC_URL, true));
  expect([refused.status, refused.text]).toEqual([422, unknown.text]);
  // Nor once the link is gone, until its owner has a password.
  await administrator.submit(`${person.account}/single-sign-on/removal`, {}, person.account);
  expect((await signInAlone(device)).text).toBe(unknown.text);
  await app.asOwner("update auth.accounts set password_hash = 'x' where practitioner_id = $1", [person.id]);
  expect((await signInAlone(device)).status).toBe(303);
}, 60_000);

test('a person with single sign-on removes their app with its code alone, and stays signed in by the provider', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'app holder');
  const { browser } = await signIn({ subject: 'app holder' });
  await browser.submit('/second-factor', {}, '/second-factor');
  const own = AuthenticatorApp.fromPage((await browser.open('/second-factor/set-up')).text);
  const codes = await browser.submit(
    '/second-factor/set-up',
    { code: await own.code() },
    '/second-factor/set-up',
  );
  const [recovery] = codesIn(codes.text);
  await forgetConfirmation(person.id);
  await steps.forgetLastCode();
  const asked = await browser.open('/second-factor/passkeys/new');
  expect(asked.text).toContain('authenticator app shows now');
  const to = '/second-factor/passkeys/new';
  const confirmed = await browser.submit('/confirm-identity', { to, passwordOrCode: await own.code() }, to);
  expect([confirmed.status, confirmed.address]).toEqual([200, to]);
  const removal = '/second-factor/removal';
  expect((await browser.open(removal)).text).not.toContain('Your current password');
  const removed = await browser.submit(removal, { code: recovery! }, removal);
  expect(removed.text).toContain('The authenticator app has been removed');
  expect((await browser.open('/password')).text).toContain('have no password for Bridges');
}, 60_000);

test('signing out here offers to sign out of the provider, whose message ends the session here', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'outgoing');
  const { browser } = await signIn({ subject: 'outgoing' });
  const out = await browser.submit('/sign-out', {}, '/account');
  expect(out.text).toContain('Sign out of Council account');
  expect((await browser.open(`/sign-in/with/${councilId}/sign-out`)).address).toMatch(
    new RegExp(`^${council.issuer}/session/end\\?`),
  );

  const again = await signIn({ subject: 'outgoing' });
  const send = sendLogout;
  const sub = 'outgoing';
  expect(await send(await council.logoutToken({ sub, nonce: 'x' }))).toBe(400);
  expect(await send(await council.logoutToken({ sub, events: {} }))).toBe(400);
  expect(await send(await council.logoutToken({}))).toBe(400);
  expect(await send(await council.logoutToken({ sub }, { typ: 'JWT' }))).toBe(400);
  expect(await send(await council.logoutToken({ sub }, { audience: 'another program' }))).toBe(400);
  const old = Math.floor(Date.now() / 1000) - 3_600;
  expect(await send(await council.logoutToken({ sub }, { at: old }))).toBe(400);
  expect(await send(await council.logoutToken({ sub }, { key: newKey() }))).toBe(400);
  expect(await send(await council.logoutToken({ sub }), otherId)).toBe(400);
  expect(await send('not a token')).toBe(400);
  expect(await send(await council.logoutToken({ sub: 'no one' }))).toBe(200);
  expect((await again.browser.open('/account')).address).toBe('/account');
  const token = await council.logoutToken({ sub });
  expect(await send(token)).toBe(200);
  expect((await again.browser.open('/account')).address).toMatch(/^\/sign-in/);
  expect(await send(token)).toBe(400);
  expect(await actsOf(person.id)).toContain('sign out at provider');
}, 60_000);

test('a person who signs out at the provider is signed out here at once, in that browser alone', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'two browsers');
  const [one, two] = [await signIn({ subject: 'two browsers' }), await signIn({ subject: 'two browsers' })];
  const asked = await one.browser.open(`${council.issuer}/session/end?client_id=${CLIENT_ID}`);
  await one.browser.press(asked, { logout: 'yes' });
  expect((await one.browser.open('/account')).address).toMatch(/^\/sign-in/);
  expect((await two.browser.open('/account')).address).toBe('/account');
}, 60_000);

test('a person who moved to another agency is unlinked there, and signs in with a password again', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'mover');
  const elsewhere = (keeper: boolean) =>
    app.sql(
      null,
      'select access.unlink_identity($1) as done',
      [person.id],
      claimIn(keeper ? 'agency_administrator' : 'practitioner'),
    );
  await expect(elsewhere(true)).rejects.toThrow(/Only an administrator of their own agency/);
  const moved = `update posts set agency_id = $2 where practitioner_id = $1`;
  await app.asOwner(moved, [person.id, KEEPER.agencyId]);
  expect((await signIn({ subject: 'mover' })).arrived.text).toContain(REFUSED);
  await expect(elsewhere(false)).rejects.toThrow(/Only an administrator of their own agency/);
  expect(await elsewhere(true)).toEqual([{ done: true }]);
  expect(await elsewhere(true)).toEqual([{ done: false }]);
}, 60_000);

test('personal tokens rest when their owner has not signed in with the provider for 30 days, and go on once they do', async () => {
  const person = await addPersonWithPassword();
  const plain = await addPersonWithPassword();
  await Browser.signIn(app.server, plain.email, GOOD);
  await link(person, 'rests');
  expect((await signIn({ subject: 'rests' })).arrived.address).toBe('/account');
  const tokenOf = async ({ id }: Added, text: string): Promise<ApiClient> => {
    await app.asOwner(
      `insert into auth.tokens (token_hash, account_id, post_id, issued_at, expires_at, kind, name, scope)
       select sha256(convert_to($2, 'utf8')), c.id, o.id, now(), now() + interval '300 days', 'personal', 'sync', 'read'
       from auth.accounts c join posts o on o.practitioner_id = c.practitioner_id where c.practitioner_id = $1`,
      [id, text],
    );
    return new ApiClient(app.server, text);
  };
  const [theirs, other] = [
    await tokenOf(person, `bridges_${'r'.repeat(43)}`),
    await tokenOf(plain, `bridges_${'p'.repeat(43)}`),
  ];
  const signedIn = (ago: string): Promise<unknown> =>
    app.asOwner(
      'update auth.accounts set last_signed_in_at = now() - $2::interval where practitioner_id = any($1)',
      [...[[person.id, plain.id], ago]],
    );
  const both = async (): Promise<number[]> => [
    (await theirs.get('/me')).status,
    (await other.get('/me')).status,
  ];
  expect(await both()).toEqual([200, 200]);
  await signedIn('29 days 23 hours');
  expect(await both()).toEqual([200, 200]);
  const reminders = () =>
    app.asOwner<{ recipient_id: string }>(
      "select recipient_id from messages where subject = 'Sign in to keep your tokens working'",
    );
  expect(await runJob(app, 'personal-token-reminders')).toBe(1);
  expect(await runJob(app, 'personal-token-reminders')).toBe(0);
  expect(await reminders()).toEqual([{ recipient_id: person.id }]);
  await signedIn('30 days 1 minute');
  expect(await both()).toEqual([401, 200]);
  expect((await signIn({ subject: 'rests' })).arrived.address).toBe('/account');
  expect(await both()).toEqual([200, 200]);
}, 60_000);

test('a person whom no administrator can help gets a link of the console, which ends the single sign-on', async () => {
  const person = await addPersonWithPassword();
  await link(person, 'stranded');
  const { browser } = await signIn({ subject: 'stranded' });
  const lines: string[] = [];
  const config = { secret: TEST_SECRET, publicUrl: PUBLIC_URL, port: 3000 };
  await signInLink(app.adminUrl, config, person.email, (line) => lines.push(line));
  expect((await browser.open('/account')).address).toMatch(/^\/sign-in/);
  const path = new URL(lines[0]!).pathname;
  const set = await Browser.stranger(app.server).submit(path, { password: GOOD }, path);
  expect(set.text).toContain('Your password has been changed');
  await Browser.signIn(app.server, person.email, GOOD);
  expect((await signIn({ subject: 'stranded' })).arrived.text).toContain(REFUSED);
  expect(await actsOf(person.id)).toContain('unlink identity');
}, 60_000);

test('only an administrator of the agency sees and changes its providers, by the API too', async () => {
  await steps.forgetLastCode();
  const client = await steps.clientOf('agencyAdministrator', await phone.code());
  const { body } = await client.get('/identity-providers');
  const items = body['items'] as { id: string; name: string; people: number }[];
  expect(items.map(({ name }) => name)).toEqual(['Council account', 'Other account']);
  expect(JSON.stringify(body)).not.toContain('ecret');
  const person = await addPersonWithPassword();
  const place = `/practitioners/${person.id}/identity-link`;
  const linked = await client.put(place, { providerId: councilId, identifier: 'by api' });
  expect([linked.status, linked.body]).toEqual([
    200,
    expect.objectContaining({ signsInWith: 'Council account', identifier: 'by api' }),
  ]);
  expect((await signIn({ subject: 'by api' })).arrived.address).toBe('/account');
  const another = await addPersonWithPassword();
  const taken = await client.put(`/practitioners/${another.id}/identity-link`, {
    ...{ providerId: councilId, identifier: 'by api' },
  });
  expect([taken.status, taken.body['detail']]).toEqual([409, expect.stringContaining('Another person')]);
  await Browser.signIn(app.server, another.email, GOOD);
  expect((await client.delete(place)).status).toBe(204);
  expect((await client.delete(place)).status).toBe(409);
  const changed = { name: 'Council account', clientId: CLIENT_ID, isOn: true };
  expect((await client.put(`/identity-providers/${councilId}`, changed)).status).toBe(200);
  expect((await client.put('/identity-providers/01a00000-0000-7000-8000-00000000dead', changed)).status).toBe(
    404,
  );

  const worker = await steps.clientOf('businessSupport');
  expect((await worker.get('/identity-providers')).status).toBe(403);
  expect((await worker.put(place, { providerId: councilId, identifier: 'x' })).status).toBe(403);
  for (const act of [
    'select access.unlink_identity($1)',
    "select access.link_identity(gen_random_uuid(), $1, gen_random_uuid(), 'x', gen_random_uuid())",
    "select access.add_identity_provider($1, 'x', 'https://x.example', 'sub', 'x', '\\x01')",
    "select access.change_identity_provider($1, 'x', 'x', null, true)",
  ])
    await expect(app.sql('businessSupport', act, [person.id])).rejects.toThrow(/Only an administrator/);
  expect(await app.sql('businessSupport', 'select * from access.identity_providers()')).toEqual([]);
  // Another agency's administrator neither sees nor changes it.
  const claim = claimIn('agency_administrator');
  expect(await app.sql(null, 'select * from access.identity_providers()', [], claim)).toEqual([]);
  const theirs = "select access.change_identity_provider($1, 'x', 'x', null, true) as done";
  expect(await app.sql(null, theirs, [councilId], claim)).toEqual([{ done: false }]);
}, 60_000);

test('a provider is checked before it is stored, and its secret is stored encrypted', async () => {
  const fields = { name: 'Wrong', subjectClaim: 'sub', clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
  const add = async (issuer: string) => administrator.submit(PLACE, { ...fields, issuer }, `${PLACE}/new`);
  for (const [issuer, message] of [
    ['http://10.0.0.1/', 'Enter an address that starts with https://'],
    ['https://169.254.169.254/', 'The address must be on the public internet'],
    [`${council.issuer}/elsewhere`, 'No identity provider answers at this address'],
    [council.issuer, 'Your agency has already added this issuer'],
  ] as const) {
    const refused = await add(issuer);
    expect([issuer, refused.status, refused.text]).toEqual([issuer, 422, expect.stringContaining(message)]);
    expect(refused.text).not.toContain(CLIENT_SECRET);
  }
  const stored = await app.asOwner<{ client_secret: Buffer }>(
    'select client_secret from auth.identity_providers',
  );
  expect(stored).toHaveLength(2);
  for (const { client_secret: secret } of stored) expect(secret.includes(CLIENT_SECRET)).toBe(false);
  const colleague = await addPerson('agency_administrator');
  await change(councilId, { name: 'Council account' });
  expect(await subjectsOf(colleague.id)).toEqual(['Your agency’s single sign-on has changed']);
}, 60_000);

test('the sign-in page does not offer the provider of an agency where no one works any more', async () => {
  const [added] = await app.asOwner<{ id: string }>(
    `insert into auth.identity_providers (id, agency_id, name, issuer, subject_claim, client_id, client_secret, is_on,
       changed_by, changed_at)
     values (gen_random_uuid(), $1, 'Closed account', 'https://closed.example', 'sub', 'x', '\\x01', true, $2, now())
     returning id`,
    [KEEPER.agencyId, KEEPER.practitionerId],
  );
  const page = async () => (await Browser.stranger(app.server).get('/sign-in')).text;
  expect(await page()).toContain(added!.id);
  await app.asOwner('update posts set ended_at = now() where agency_id = $1', [KEEPER.agencyId]);
  expect(await page()).not.toContain(added!.id);
  expect(await page()).toContain(councilId);
}, 60_000);

const sendLogout = (token: string, id = councilId): Promise<number> =>
  fetch(`${app.url}/sign-in/with/${id}/logout`, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
  }).then(({ status }) => status);
const keptOf = (path: string, value: string) =>
  app.asOwner(
    `update auth.sessions set sess = jsonb_set(sess::jsonb, $1, $2::jsonb)::json where (sess::jsonb) ? 'begunAtProvider'`,
    [path, value],
  );
const subjectsOf = async (id: string) =>
  (await app.asOwner<{ subject: string }>('select subject from messages where recipient_id = $1', [id])).map(
    ({ subject }) => subject,
  );
const actsOf = async (id: string) =>
  (
    await app.asOwner<{ act: string }>('select act from audit.entries where subject_id = $1 order by at', [
      id,
    ])
  ).map(({ act }) => act);
const signInsOf = (id: string) =>
  app.asOwner(
    `select detail ->> 'by' as by, detail ->> 'provider' as provider from audit.entries
     where subject_id = $1 and act = 'sign in' order by at`,
    [id],
  );
/** From now on this person proved who they are a long time ago. */
const forgetConfirmation = (id: string) =>
  app.asOwner(
    `update auth.sessions set sess = jsonb_set(sess::jsonb, '{confirmedAt}', '1')::json
     where account_id = (select id from auth.accounts where practitioner_id = $1)`,
    [id],
  );
const sessionOf = async (id: string) =>
  (
    await app.asOwner<{ sid: string; provider: string }>(
      `select sid, sess::jsonb #>> '{provider,id}' as provider from auth.sessions
       where ended_because is null and account_id = (select id from auth.accounts where practitioner_id = $1)`,
      [id],
    )
  )[0]!;
/** The answer to a passkey and nothing else, without what differs on every page. */
async function signInAlone(device: PasskeyDevice) {
  const browser = Browser.stranger(app.server);
  await browser.get('/sign-in');
  const asked = askedIn((await browser.post('/sign-in/passkey', {})).text);
  const { status, text } = await browser.post('/sign-in/passkey', { passkey: device.use(asked) });
  return {
    status,
    text: text.replace(/data-passkey-options="[^"]*"|nonce="[^"]*"|name="_csrf" value="[^"]*"/g, ''),
  };
}
const stateOf = async (id: string) =>
  (
    await app.asOwner<{ suspended_at: Date | null }>(
      'select suspended_at from auth.accounts where practitioner_id = $1',
      [id],
    )
  )[0]!;
