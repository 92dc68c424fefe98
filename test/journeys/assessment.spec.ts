import type { Browser } from 'playwright-core';
import { saveChecklist } from '../support/assessing.js';
import { openBrowser, Person } from '../support/real-browser.js';
import { agreedEpisode } from '../support/scenarios.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

const WRITER = 'schoolTeacher';

let testApp: TestApp;
let browser: Browser;
beforeAll(async () => {
  testApp = await openTestApp();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await testApp.close();
});

async function toAssess(): Promise<string> {
  const { episodeId } = await agreedEpisode(testApp, WRITER, ['healthVisitor']);
  await saveChecklist(await testApp.as(WRITER), episodeId);
  return `/episodes/${episodeId}/assessment`;
}
/** Counts the pages that a person comes to, each by one press of a button or link. */
function counted(person: Person): () => number {
  let pages = 0;
  person.page.on('framenavigated', (frame) => {
    if (frame === person.page.mainFrame()) pages += 1;
  });
  return () => pages;
}

test('an assessment with all 25 parts takes 27 pages, and one with only what is needed takes 13', async () => {
  const person = await Person.signIn(browser, testApp.url, WRITER);
  const NEEDED: Record<string, [Record<string, string>, Record<string, string>?]> = {
    'Who was present': [{ 'person-1-name': 'Wren' }],
    'What led to this assessment': [{ what_led: 'Wren is tired at school.' }],
    'Emotional and social development': [{ strengths: 'Kind to others' }],
    'Emotional warmth and stability': [{ strengths: 'They talk' }],
    'Wider family': [{ strengths: 'A grandmother near by' }],
    Conclusions: [
      { strengths_summary: 'Close', needs_summary: 'Sleep', goals: 'Sleeps through' },
      { needs_category: 'additional' },
    ],
    'Comments from the child and the parent': [{ child_comment: 'I sleep', parent_comment: 'Glad' }],
  };
  const heading = (): Promise<string> => person.page.locator('h1').innerText();
  const fillThis = async (): Promise<void> => {
    const [fields, choices] = NEEDED[await heading()] ?? [{}];
    await person.fill(fields, choices);
  };

  const whole = await toAssess();
  await person.goto(whole);
  const pages = counted(person);
  await person.press('Start the assessment');
  while (person.path() !== `${whole}/check`) {
    await fillThis();
    await person.press(/^Save and go to/);
  }
  await person.press('Complete the assessment');
  expect(person.path()).toBe(`${whole}/versions/1`);
  expect(pages()).toBe(27);

  const least = await toAssess();
  await person.goto(least);
  const before = pages();
  await person.press('Start the assessment');
  for (const name of Object.keys(NEEDED)) {
    if ((await heading()) !== name) await person.follow(name);
    await fillThis();
    await person.press(/^Save and go to/);
  }
  await person.press('Complete the assessment');
  expect(person.path()).toBe(`${least}/versions/1`);
  expect(pages() - before).toBe(13);
  expect(person.violations).toEqual([]);
}, 300_000);

test('on a phone the first box of an element is less than 410 pixels down, and the parts are folded above it', async () => {
  const at = await toAssess();
  for (const width of [375, 1280]) {
    const person = await Person.signIn(browser, testApp.url, WRITER, { width });
    await person.goto(at);
    if (width === 375) await person.press('Start the assessment');
    await person.goto(`${at}/elements/C1`);
    const box = await person.page.locator('main textarea').first().boundingBox();
    const [beside, folded] = ['.app-parts--beside', '.app-parts--folded'].map((part) =>
      person.page.locator(part),
    );
    expect([await beside!.isVisible(), await folded!.isVisible()]).toEqual(
      width === 375 ? [false, true] : [true, false],
    );
    await person.picture(`element-${width}`);
    expect(box!.y).toBeLessThan(width === 375 ? 410 : 480);
    await person.goto(`${at}/sections/services`);
    await person.picture(`services-${width}`);
    await person.goto(at);
    await person.picture(`parts-${width}`);
    expect(person.violations).toEqual([]);
  }
}, 120_000);
