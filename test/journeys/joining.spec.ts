import type { Browser } from 'playwright-core';
import { ApiClient } from '../support/api-client.js';
import { AuthenticatorApp } from '../support/authenticator-app.js';
import { openBrowser, Person } from '../support/real-browser.js';
import { freePort, openTestApp, type TestApp, usernameOf } from '../support/test-app.js';

/** A person joins an agency that has just been added, works, and leaves, outside a demonstration. */
const AGENCY = 'Harbour Youth Trust';
const PASSWORD = 'otter lantern biscuit';
const [INES, RHONA, TOMAS] = [
  'ines.maddox@harbour.example',
  'rhona.webb@harbour.example',
  'tomas.reyes@harbour.example',
];

let testApp: TestApp;
let browser: Browser;
let base: string;
let system: Person;
let administrator: Person;
let manager: Person;
let tomas: Person;
let tomasElsewhere: Person;
let tomasPage: string;
let personal: ApiClient;
const phones = new Map<Person, AuthenticatorApp>();

beforeAll(async () => {
  const port = await freePort();
  base = `http://localhost:${port}`;
  testApp = await openTestApp({ port, production: true, demo: false, publicUrl: base });
  browser = await openBrowser();
  system = await Person.open(browser, base, 'systemAdministrator');
  administrator = await Person.open(browser, base, 'administrator of the new agency');
  manager = await Person.open(browser, base, 'manager of the new agency');
  tomas = await Person.open(browser, base, 'Tomas Reyes');
  tomasElsewhere = await Person.open(browser, base, 'Tomas Reyes, elsewhere', { width: 375 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await testApp.close();
});

/** Sets up an authenticator app on the page that follows the password, and keeps the recovery codes. */
async function setUpApp(person: Person): Promise<void> {
  expect(person.path()).toBe('/sign-in/second-step');
  await person.picture('second-step-choice');
  await person.press('Show the QR code');
  const phone = AuthenticatorApp.fromPage(await person.page.content());
  phones.set(person, phone);
  await person.fill({ code: await phone.code(-1) });
  await person.press('Finish');
  expect(await person.text()).toContain('Your recovery codes');
  await person.follow('I have kept the codes');
}

/** Opens the link of an invitation that an administrator passes on, and sets a password. */
async function accept(person: Person, from: Person): Promise<void> {
  const link = /http:\/\/localhost:\d+(\/invitations\/[\w-]{43})/.exec(await from.text())?.[1];
  expect(await person.goto(link!)).toBe(200);
  await person.page.fill('#password', PASSWORD);
  await person.press('Set up account');
  expect(await person.text()).toContain('Your account is ready');
}

async function invite(name: string, role: string, email: string): Promise<string> {
  await administrator.goto('/people/new');
  await administrator.fill({ name, jobTitle: 'Youth worker', email }, { role });
  const locality = administrator.page.locator('[name="localityId"]');
  await locality.selectOption({ index: 1 });
  await administrator.press('Add person');
  expect(administrator.path()).toMatch(/^\/people\/[0-9a-f-]{36}\/account$/);
  return administrator.path().replace('/account', '');
}

/** Without JavaScript the page has a code to use, not the button, and says so. */
async function seesWithoutJavaScript(person: Person, button: string, text: string): Promise<void> {
  const storageState = await person.page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  const page = await context.newPage();
  await page.goto(base + person.path());
  expect(await page.locator('main').innerText()).toContain(text);
  expect(await page.getByRole('button', { name: button }).isVisible()).toBe(false);
}

test('the system administrator adds an agency and names its first administrator', async () => {
  await system.typePassword(usernameOf('systemAdministrator'));
  await setUpApp(system);
  await system.goto('/directory/agencies/new');
  await system.fill({ name: AGENCY, kind: 'voluntary_sector' });
  await system.press('Save');
  await system.follow(`First administrator of ${AGENCY}`);
  await system.fill({ name: 'Ines Maddox', jobTitle: 'Office manager', email: INES! });
  await system.press('Invite administrator');
  expect(await system.text()).toContain('Give them this link yourself');
}, 120_000);

test('that administrator sets up an account by the link, and invites the agency’s people', async () => {
  await accept(administrator, system);
  await administrator.typePassword(INES!, PASSWORD);
  await setUpApp(administrator);
  await system.page.reload();
  expect(await system.text()).toContain('has an administrator who can sign in');
  await invite('Noor Aziz', 'practitioner', 'noor.aziz@harbour.example');
  await invite('Rhona Webb', 'manager', RHONA!);
  await accept(manager, administrator);
  await manager.typePassword(RHONA!, PASSWORD);
  await seesWithoutJavaScript(manager, 'Create a passkey', 'You need JavaScript to create a passkey');
  await setUpApp(manager);
  tomasPage = await invite('Tomas Reyes', 'practitioner', TOMAS!);
}, 120_000);

test('a person sets a password, an authenticator app and a passkey, and signs in with the passkey', async () => {
  await accept(tomas, administrator);
  await tomas.typePassword(TOMAS!, PASSWORD);
  await setUpApp(tomas);
  await tomas.takeDevice();
  await tomas.follow(/Your account/);
  await tomas.follow('Second step to sign in');
  await tomas.follow('Add a passkey');
  // The form is sent without asking the device, so that no passkey is left on it without a name.
  await tomas.pressWithDevice('Create a passkey');
  expect(await tomas.text()).toContain('Enter a name for the passkey');
  await tomas.picture('passkey-new');
  await tomas.fill({ name: 'Work laptop' });
  await tomas.pressWithDevice('Create a passkey');
  expect(await tomas.text()).toContain('The passkey has been added');
  await tomas.picture('second-step');

  await tomas.press('Sign out');
  await tomas.typePassword(TOMAS!, PASSWORD);
  expect(tomas.path()).toBe('/sign-in/code');
  await tomas.picture('sign-in-code');
  await seesWithoutJavaScript(tomas, 'Use a passkey', 'You need JavaScript to use a passkey');
  await tomas.pressWithDevice('Use a passkey');
  expect(tomas.path()).toBe('/');
  await tomas.press('Sign out');
  await tomas.picture('sign-in');
  await tomas.press('Sign in with a passkey');
  await tomas.picture('sign-in-passkey');
  await tomas.pressWithDevice('Use a passkey');
  expect(tomas.path()).toBe('/');
}, 120_000);

test('the person opens a family, and uses Bridges elsewhere and by a program', async () => {
  await tomas.goto('/children');
  await tomas.fill({ name: 'Wren Joiner' }, { reason: 'asked' });
  await tomas.press('Search');
  await tomas.press('Add a new child');
  await tomas.fill({ givenNames: 'Wren', familyName: 'Joiner' });
  await tomas.press('Continue');
  await tomas.fill({}, { sex: 'F', birthKind: 'exact' });
  await tomas.date('dateOfBirth', '2014-05-04');
  await tomas.press('Continue');
  await tomas.page.locator('[name="localityId"]').selectOption({ index: 1 });
  await tomas.press('Continue');
  await tomas.fill(
    { carerName: 'Ada Joiner', carerRelationship: 'mother' },
    { carerParentalResponsibility: 'yes' },
  );
  await tomas.press('Continue');
  await tomas.press('Add this child');
  await tomas.follow('Start an episode');
  await tomas.fill({ reason: 'She does not sleep, and school is hard.' });
  await tomas.press('Start the episode');
  expect(tomas.path()).toMatch(/^\/episodes\/[0-9a-f-]{36}/);

  await tomasElsewhere.typePassword(TOMAS!, PASSWORD);
  await tomasElsewhere.picture('sign-in-code-narrow');
  await tomasElsewhere.fill({ code: await phones.get(tomas)!.code() });
  await tomasElsewhere.press('Sign in with the code');
  expect(tomasElsewhere.path()).toBe('/');
  await tomasElsewhere.goto('/second-factor');
  await tomasElsewhere.picture('second-step-narrow');

  // A while later the session is asked again, and what was typed goes on.
  await testApp.asOwner(
    `update auth.sessions set sess = jsonb_set(sess::jsonb, '{confirmedAt}', '1')::json where (sess::jsonb) ? 'confirmedAt'`,
  );
  await tomas.goto('/tokens');
  await tomas.fill({ name: 'Weekly list', days: '30' }, { scope: 'read' });
  await tomas.press('Create token');
  expect(await tomas.text()).toContain('Confirm it is you');
  await tomas.picture('confirm-identity');
  await tomas.pressWithDevice('Use a passkey');
  const token = await tomas.page.locator('main code').first().innerText();
  personal = new ApiClient(testApp.server, token);
  expect((await personal.get('/me')).status).toBe(200);
}, 120_000);

test('the person gets a second post, and works in either', async () => {
  await administrator.goto(`${tomasPage}/posts/new`);
  await administrator.fill({}, { role: 'business_support' });
  await administrator.press('Give post');
  expect(await administrator.text()).not.toContain('There is a problem');
  await tomas.goto('/switch-post');
  expect(await tomas.text()).toContain('Business support');
  await tomas.press(/^Switch to/);
  expect(await tomas.text()).toContain(`You have switched to your post at ${AGENCY}`);
}, 120_000);

test('the person is asked to leave, and is refused until everything is handed over', async () => {
  await administrator.goto(`${tomasPage}/leaving`);
  await administrator.press('Mark as left');
  expect(await administrator.text()).toContain('the only one responsible for 1 family');
  await administrator.goto(`${tomasPage}/leaving`);
  await administrator.press('Ask their managers to hand over');
  await administrator.goto(`${tomasPage}/leaving`);
  await administrator.press('Mark as left');
  expect(await administrator.text()).toContain('There is a problem');
  expect(await tomas.goto('/')).toBe(200);

  await manager.goto('/');
  await manager.follow(/Hand over a colleague’s work/);
  expect(await manager.text()).toContain('Must be handed over before they leave');
  const successor = manager.page.locator('select[name^="successor-"]');
  await successor.selectOption({ label: (await optionOf('Noor Aziz'))! });
  await manager.press(/^Hand over/);
  expect(await manager.text()).toContain('has no work to hand over');

  async function optionOf(name: string): Promise<string | undefined> {
    const all = await successor.locator('option').allInnerTexts();
    return all.find((text) => text.includes(name));
  }
}, 120_000);

test('the person leaves: every session and token of theirs is dead at the next request', async () => {
  expect(await tomasElsewhere.goto('/')).toBe(200);
  expect(tomasElsewhere.path()).toBe('/');
  expect((await personal.get('/me')).status).toBe(200);
  await administrator.goto(`${tomasPage}/leaving`);
  await administrator.press('Mark as left');
  expect(await administrator.text()).toContain('has been marked as left');

  expect((await personal.get('/me')).status).toBe(401);
  for (const person of [tomas, tomasElsewhere]) {
    await person.goto('/');
    expect(person.path()).toBe('/sign-in');
  }
  await tomas.typePassword(TOMAS!, PASSWORD);
  expect(await tomas.text()).toContain('Enter a correct user name and password');
  await tomas.press('Sign in with a passkey');
  await tomas.pressWithDevice('Use a passkey');
  expect(await tomas.text()).toContain('You could not be signed in with a passkey');
}, 120_000);

test('every page on the way is accessible', () => {
  for (const person of [system, administrator, manager, tomas, tomasElsewhere])
    expect(person.violations).toEqual([]);
});
