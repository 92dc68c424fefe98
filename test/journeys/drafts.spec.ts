import type { Browser } from 'playwright-core';
import { type Clone, cloneDatabase } from '../support/cluster.js';
import { openBrowser, Person } from '../support/real-browser.js';
import { openedEpisode } from '../support/scenarios.js';
import { freePort, openTestApp, type TestApp, usernameOf } from '../support/test-app.js';

const WRITER = 'healthVisitor';

let database: Clone;
let port: number;
let testApp: TestApp;
let browser: Browser;
let page: string;

/** The program over a database that outlives it, at the address that the browser knows. */
const start = (): Promise<TestApp> => openTestApp({ port }, { ...database, drop: async () => undefined });

beforeAll(async () => {
  [database, port] = [await cloneDatabase(), await freePort()];
  testApp = await start();
  page = `/episodes/${(await openedEpisode(testApp, WRITER)).episodeId}/chronology`;
}, 120_000);
// Its contexts share one process, which sends the last request of a page that is left with the cookies of the first of them.
beforeEach(async () => void (browser = await openBrowser()), 60_000);
afterEach(() => browser.close());
afterAll(async () => {
  await testApp.close();
  await database.drop();
});

const what = (person: Person) => person.page.locator('textarea[name="what"]');
const says = (person: Person, text: string | RegExp): Promise<void> =>
  person.page.locator('[data-draft-status]', { hasText: text }).waitFor({ timeout: 30_000 });
/** Goes on typing where the text ends. */
async function type(person: Person, words: string): Promise<void> {
  await what(person).press('Control+End');
  await what(person).pressSequentially(words);
}

test('each word is found again after the network, the program and the session ended mid-sentence', async () => {
  const person = await Person.signIn(browser, testApp.url, WRITER);
  await person.goto(page);
  await person.page.getByText('Add a note or a contact').click();
  await type(person, 'Wren slept badly.');
  await says(person, /^Saved \d/);
  await person.look();

  await person.page.context().setOffline(true);
  await type(person, ' The network went');
  await what(person).blur();
  await says(person, 'kept on this device');
  await type(person, ' and came back,');
  await person.page.context().setOffline(false);
  await says(person, /^Saved \d/);

  await testApp.close();
  await type(person, ' the program stopped');
  await what(person).blur();
  await says(person, 'kept on this device');
  testApp = await start();
  await type(person, ' and started,');
  await says(person, /^Saved \d/);

  await testApp.asOwner("update auth.sessions set expire = now() - interval '1 second'");
  await type(person, ' and the session ended.');
  await person.press('Add to chronology');
  expect(person.path()).toBe('/sign-in');
  await person.fill({ username: usernameOf(WRITER), password: 'bridges-demo' });
  await person.press(/^Sign in$/);
  const whole =
    'Wren slept badly. The network went and came back, the program stopped and started, and the session ended.';
  expect(await what(person).inputValue()).toBe(whole);
  expect(await what(person).isVisible()).toBe(true);

  await person.date('happenedOn', '2026-03-03');
  await person.fill({ category: 'other' });
  await person.press('Add to chronology');
  expect(await person.text()).toContain(whole);
  expect(await testApp.asOwner('select from drafts')).toEqual([]);
  expect(person.violations).toEqual([]);
}, 180_000);

test('what was typed on a page that is left at once is on the home page of its author, and of no one else', async () => {
  const person = await Person.signIn(browser, testApp.url, WRITER);
  await person.goto(page);
  await person.page.getByText('Add a note or a contact').click();
  await type(person, 'Left in the middle of a');
  await person.goto('/help');
  for (let tries = 0; tries < 50 && (await testApp.asOwner('select from drafts')).length === 0; tries++)
    await person.page.waitForTimeout(100);
  await person.goto('/');
  await person.picture('unfinished');
  await person.follow(/^Note for the chronology/);
  expect(await what(person).inputValue()).toBe('Left in the middle of a');
  await person.picture('draft-shown');
  const other = await Person.signIn(browser, testApp.url, 'schoolTeacher');
  await other.goto('/');
  expect(await other.text()).not.toContain('Unfinished forms');
  await person.follow('Read or discard these changes');
  await person.picture('draft');
  await person.press('Discard these changes');
  expect(await person.text()).not.toContain('Unfinished forms');
  expect([...person.violations, ...other.violations]).toEqual([]);
}, 120_000);

/** What the device holds: whether the key can be taken out, and the texts as they are stored. */
const ON_DEVICE = `(async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'bridges-unsent')) return null;
  const settled = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await settled(indexedDB.open('bridges-unsent'));
  const all = (store) => settled(database.transaction(store).objectStore(store).getAll());
  const [keys, texts] = [await all('keys'), await all('texts')];
  database.close();
  return {
    extractable: keys.map(({ key }) => key.extractable),
    texts: texts.map(({ content }) => new TextDecoder().decode(content)),
  };
})()`;
const onDevice = (person: Person): Promise<{ extractable: boolean[]; texts: string[] } | null> =>
  person.page.evaluate(ON_DEVICE);

test('what is typed without a connection is kept on the device, encrypted, and saved from the next page', async () => {
  const person = await Person.signIn(browser, testApp.url, WRITER);
  await person.goto(page);
  await person.page.getByText('Add a note or a contact').click();
  await type(person, 'In the stairwell');
  await says(person, /^Saved \d/);
  await person.page.context().setOffline(true);
  await type(person, ' without a signal');
  await what(person).blur();
  await says(person, 'kept on this device');
  await person.press('Add to chronology');
  expect(await what(person).inputValue()).toBe('In the stairwell without a signal');
  const kept = await onDevice(person);
  expect(kept?.extractable).toEqual([false]);
  expect(kept?.texts).toEqual([expect.not.stringMatching(/stairwell|signal/)]);
  await person.page.goto('about:blank');
  await person.page.context().setOffline(false);
  await person.goto('/help');
  await person.page.getByText('A form that you filled in without a connection is saved').waitFor();
  expect((await onDevice(person))?.texts).toEqual([]);
  await person.look();
  await person.goto('/');
  await person.follow(/^Note for the chronology/);
  expect(await what(person).inputValue()).toBe('In the stairwell without a signal');

  await person.page.route('**/drafts', (route) => route.abort());
  await type(person, ' and more');
  await what(person).blur();
  await says(person, 'kept on this device');
  expect((await onDevice(person))?.texts).toHaveLength(1);
  await person.press('Sign out');
  await person.page.waitForURL(/sign-in/);
  expect(await onDevice(person)).toBeNull();
  await testApp.asOwner('delete from drafts');
  expect(person.violations).toEqual([]);
}, 120_000);

test('without script a long form is saved with its button', async () => {
  const person = await Person.signIn(browser, testApp.url, WRITER);
  const storageState = await person.page.context().storageState();
  const options = { javaScriptEnabled: false, viewport: { width: 375, height: 800 }, storageState };
  const plain = await (await browser.newContext(options)).newPage();
  await plain.goto(testApp.url + page);
  await plain.getByText('Add a note or a contact').click();
  await plain.locator('textarea[name="what"]').fill('For later');
  await plain.getByRole('button', { name: 'Save and come back later' }).click();
  expect(await plain.locator('main').innerText()).toContain('What you typed is saved.');
  await plain.getByRole('link', { name: /^Note for the chronology/ }).click();
  expect(await plain.locator('textarea[name="what"]').inputValue()).toBe('For later');
  const pictures = process.env['PICTURES'];
  if (pictures) await plain.screenshot({ path: `${pictures}/draft-without-script.png`, fullPage: true });
}, 60_000);
