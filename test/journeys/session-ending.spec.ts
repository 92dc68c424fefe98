import type { Browser } from 'playwright-core';
import { openBrowser, Person } from '../support/real-browser.js';
import { openedEpisode } from '../support/scenarios.js';
import { openTestApp, usernameOf, type TestApp } from '../support/test-app.js';

let testApp: TestApp;
let browser: Browser;
let base: string;

beforeAll(async () => {
  testApp = await openTestApp();
  browser = await openBrowser();
  base = testApp.url;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await testApp.close();
});

const MINUTE = 60_000;
const endSessions = (): Promise<unknown> =>
  testApp.asOwner("update auth.sessions set expire = now() - interval '1 second'");
const dialog = (person: Person) => person.page.getByRole('dialog', { name: 'You will be signed out soon' });

test('a practitioner is warned 5 minutes before the end, stays signed in by keyboard, and works on', async () => {
  const person = await Person.signIn(browser, base, 'healthVisitor');
  await person.page.clock.install();
  await person.goto('/index-questions/new');
  await person.page.getByLabel('Given name').first().focus();
  await person.page.clock.runFor(23 * MINUTE);
  expect(await dialog(person).isVisible()).toBe(false);
  await person.page.clock.runFor(1.1 * MINUTE);
  expect(await dialog(person).isVisible()).toBe(true);
  expect(await dialog(person).innerText()).toContain('you will be signed out in 4 minutes');
  await person.look();
  const focused = () => person.page.evaluate('document.activeElement.textContent.trim()');
  expect(await focused()).toBe('Stay signed in');
  // The number changes once a minute, so a screen reader does not count seconds.
  await person.page.evaluate(`globalThis.changes = 0; new MutationObserver(() => changes++).observe(
    document.querySelector('[data-session-time]'), { childList: true, characterData: true, subtree: true })`);
  await person.page.clock.runFor(2 * MINUTE);
  expect(await person.page.evaluate('changes')).toBe(2);
  await person.page.keyboard.press('Enter');
  await dialog(person).waitFor({ state: 'hidden' });
  await person.page.clock.runFor(20 * MINUTE);
  expect(await dialog(person).isVisible()).toBe(false);
  expect(person.path()).toBe('/index-questions/new');
  expect(person.violations).toEqual([]);
}, 120_000);

test('what was typed leaves the screen at the end, and comes back after signing in', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const person = await Person.signIn(browser, base, 'healthVisitor');
  await person.page.clock.install();
  await person.goto(`/episodes/${episodeId}/chronology`);
  await person.page.getByText('Add a note or a contact').click();
  await person.fill({ what: 'Wren slept badly' });
  await endSessions();
  await person.page.clock.runFor(31 * MINUTE);
  await person.page.waitForURL(/\/sign-in/);
  expect(await person.text()).toContain('What you typed is kept for an hour');
  await person.fill({ username: usernameOf('healthVisitor'), password: 'bridges-demo' });
  await person.press('Sign in');
  expect(await person.page.locator('[name="what"]').inputValue()).toBe('Wren slept badly');
  expect(await person.page.locator('[name="what"]').isVisible()).toBe(true);
  expect(await testApp.asOwner('select from chronology_notes where episode_id = $1', [episodeId])).toEqual(
    [],
  );
  expect(person.violations).toEqual([]);
}, 120_000);

test('without script a long form says when the session ends, and a short page does not', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const person = await Person.signIn(browser, base, 'healthVisitor');
  const storageState = await person.page.context().storageState();
  const page = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage();
  await page.goto(`${base}/episodes/${episodeId}/chronology`);
  expect(await page.locator('main').innerText()).toContain(
    'You will be signed out 30 minutes after you opened this page',
  );
  expect(await page.getByText('You will be signed out soon').isVisible()).toBe(false);
  await page.goto(`${base}/directory`);
  expect(await page.locator('main').innerText()).not.toContain('You will be signed out');
}, 120_000);

test('a page on which nothing was typed goes to sign in, and comes back', async () => {
  const person = await Person.signIn(browser, base, 'schoolTeacher');
  await person.page.clock.install();
  await person.goto('/directory?kind=school');
  await endSessions();
  await person.page.clock.runFor(31 * MINUTE);
  await person.page.waitForURL(/\/sign-in/);
  await person.fill({ username: usernameOf('schoolTeacher'), password: 'bridges-demo' });
  await person.press('Sign in');
  expect(person.page.url()).toBe(`${base}/directory?kind=school`);
}, 120_000);
