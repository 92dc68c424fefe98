import type { Browser } from 'playwright-core';
import { addDays, londonDate } from '#libs/platform';
import { openBrowser, Person } from '../support/real-browser.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** A young mother, her mother and her twins: three generations, two homes, an adoption, and a child recorded twice. */
let testApp: TestApp;
let browser: Browser;
let visitor: Person;
let teacher: Person;
let coordinator: Person;
let governance: Person;
const people: Person[] = [];
const today = londonDate(new Date());
const on = (days: number): string => addDays(today, days);

let baby: string;
let twin: string;
let episode: string;

beforeAll(async () => {
  testApp = await openTestApp();
  browser = await openBrowser();
  for (const persona of ['healthVisitor', 'schoolTeacher', 'coordinatorNwl', 'governance'])
    people.push(await Person.signIn(browser, testApp.url, persona));
  [visitor, teacher, coordinator, governance] = people as [Person, Person, Person, Person];
}, 120_000);
afterAll(async () => {
  await browser.close();
  await testApp.close();
});

const childPath = (by = visitor): string => by.path().split('/').slice(0, 3).join('/');
const told = async (...sentences: string[]): Promise<void> => {
  const text = await visitor.text();
  for (const sentence of sentences) expect(text).toContain(sentence);
};

/** Searches by the name, finds no one, and answers the steps of a new record up to the check. */
async function recordsChild(
  by: Person,
  name: { givenNames: string; familyName: string },
  birth: () => Promise<void>,
  home: Record<string, string>,
  carer: Record<string, string>,
): Promise<void> {
  await by.goto('/children');
  await by.fill({ name: `${name.givenNames} ${name.familyName}` }, { reason: 'asked' });
  await by.press('Search');
  await by.press('Add a new child');
  await by.fill(name);
  await by.press('Continue');
  await birth();
  await by.press('Continue');
  await by.fill({ localityId: (await testApp.actor('coordinatorNwl')).localityId!, ...home });
  await by.press('Continue');
  const { carerParentalResponsibility, ...fields } = carer;
  await by.fill(fields, { carerParentalResponsibility: carerParentalResponsibility! });
  await by.press('Continue');
}

async function findsAnyChild(name: string): Promise<string> {
  await visitor.goto('/children');
  await visitor.fill({ name }, { reason: 'asked' });
  await visitor.press('Search');
  return visitor.text();
}

test('a mother of 16 is recorded with her own mother, in their home', async () => {
  await recordsChild(
    visitor,
    { givenNames: 'Tilly', familyName: 'Orchardson' },
    async () => {
      await visitor.fill({}, { sex: 'F', birthKind: 'exact' });
      await visitor.date('dateOfBirth', `${Number(today.slice(0, 4)) - 16}-02-14`);
    },
    { address: '1 Invented Orchard', postcode: 'LE67 3AA' },
    { carerName: 'Nora Orchardson', carerRelationship: 'mother', carerParentalResponsibility: 'yes' },
  );
  await visitor.press('Add this child');
  await told('Tilly Orchardson', 'Nora Orchardson', '16 years');
}, 120_000);

test('her unborn baby is recorded with both parents, who live apart, and the grandmother', async () => {
  await recordsChild(
    visitor,
    { givenNames: 'Baby', familyName: 'Orchardson' },
    async () => {
      await visitor.fill({}, { sex: 'U', birthKind: 'expected' });
      await visitor.date('expectedDate', on(10));
    },
    { address: '1 Invented Orchard', postcode: 'LE67 3AA' },
    { carerName: 'Tilly Orchardson', carerRelationship: 'mother', carerParentalResponsibility: 'yes' },
  );
  await visitor.press('Add this child');
  baby = childPath();
  for (const [carerName, carerRelationship, carerParentalResponsibility] of [
    ['Nora Orchardson', 'grandparent', 'no'],
    ['Sam Reedmace', 'father', 'no'],
  ]) {
    await visitor.goto(`${baby}/carers/new`);
    await visitor.fill(
      { carerName: carerName!, carerRelationship: carerRelationship! },
      { carerParentalResponsibility: carerParentalResponsibility! },
    );
    await visitor.press('Add');
  }
  await visitor.goto(`${baby}/family`);
  await visitor.follow('Add a home');
  await visitor.picture('family-new-home');
  await visitor.fill({ address: '2 Invented Reedbed', postcode: 'LE67 3AB', kind: 'family' });
  await livesThere('Sam Reedmace', 'main');
  await visitor.press('Save');
  await visitor.follow('Add a home');
  await visitor.fill({ address: '1 Invented Orchard', postcode: 'LE67 3AA', kind: 'family' });
  for (const name of ['Tilly Orchardson', 'Nora Orchardson', 'Baby Orchardson'])
    await livesThere(name, 'main');
  await visitor.press('Save');
  await visitor.picture('family-two-homes');
  await told('1 Invented Orchard', '2 Invented Reedbed', 'Sam Reedmace, mainly here');
}, 120_000);

async function livesThere(name: string, pattern: string): Promise<void> {
  await visitor.page.getByLabel(`Does ${name} live there?`).selectOption(pattern);
}

test('an episode begins before the birth, and the twins who are born are both in it', async () => {
  await visitor.goto(baby);
  await visitor.follow('Start an episode');
  await visitor.fill({ reason: 'She asks for help before the baby comes.' });
  await visitor.press('Start the episode');
  episode = visitor.path().split('/').slice(0, 3).join('/');
  await visitor.goto(`${baby}/birth`);
  await visitor.date('bornOn', today);
  await visitor.page.getByText('Twins or triplets').click();
  await visitor.fill({ 'givenNames-0': 'Isla', 'givenNames-1': 'Noah' }, { 'sex-0': 'F', 'sex-1': 'M' });
  await visitor.press('Record the birth');
  await visitor.goto(episode);
  await visitor.picture('family-twins');
  await told('Isla Orchardson', 'Noah Orchardson');
  twin =
    (await visitor.page.getByRole('link', { name: 'Noah Orchardson' }).first().getAttribute('href')) ?? '';
  await visitor.goto(`${twin}/family`);
  await told('Isla Orchardson', 'Tilly Orchardson', '1 Invented Orchard');
}, 120_000);

test('the mother is one person in both families, and joins her children’s episode', async () => {
  await visitor.goto(`${twin}/family`);
  await visitor.follow(/^Link to their own record as a child\s*: Tilly/);
  await visitor.page.getByLabel('Tilly Orchardson, born').check();
  await visitor.picture('family-childhood');
  await visitor.press('Save');
  await told('Tilly Orchardson has a record as a child');
  await visitor.goto(`${episode}/children/new`);
  await visitor.page.getByLabel('Name of the child').fill('Tilly');
  await visitor.page.locator('main').getByRole('button', { name: 'Find' }).click();
  await visitor.picture('family-joins');
  await visitor.page.locator('main').getByRole('link', { name: 'choose Tilly Orchardson' }).click();
  await visitor.page.getByLabel('Tilly Orchardson').check();
  await visitor.fill({}, { reason: 'needs_help' });
  await visitor.date('happenedOn', today);
  await visitor.press('Add this child');
  await visitor.goto(`${episode}/children`);
  await told('Tilly Orchardson');
}, 60_000);

test('an adopted child’s old name is sealed: it finds no one, and the new one does', async () => {
  await visitor.goto(`${twin}/change`);
  await visitor.fill({ familyName: 'Larkfield' });
  await visitor.press('Save');
  await visitor.picture('family-former-name');
  await visitor.fill({}, { formerName: 'seal' });
  await visitor.fill({}, { sealReason: 'adoption' });
  await visitor.press('Save');
  await told('Noah Larkfield');
  const byOldName = await findsAnyChild('Orchardson');
  expect(byOldName).toContain('Isla Orchardson');
  expect(byOldName).not.toContain('Noah');
  expect(await findsAnyChild('Noah Larkfield')).toContain('Noah Larkfield');
}, 60_000);

test('the family is drawn by the names of today, on screen, in a person’s own colours and on paper', async () => {
  const { page } = visitor;
  await visitor.goto(`${twin}/family`);
  await visitor.follow('Genogram');
  await visitor.picture('family-genogram');
  await told(
    'Isla Orchardson and Noah Larkfield were born of one pregnancy.',
    'Child of Nora Orchardson: Tilly Orchardson.',
    'Tilly Orchardson: female, 16 years, mother.',
    'Sam Reedmace (mainly here)',
  );
  expect(await visitor.text()).not.toContain('Noah Orchardson');
  const symbols = page.locator('.app-family__person');
  expect(await symbols.count()).toBeGreaterThanOrEqual(5);
  const tops = (names: string[]) =>
    Promise.all(
      names.map(async (name) => {
        const box = await symbols.filter({ hasText: name }).first().boundingBox();
        return Math.round(box!.y);
      }),
    );
  const [grandmother, mother, isla, noah] = await tops(['Nora', 'Tilly', 'Isla', 'Noah']);
  expect([grandmother! < mother!, mother! < isla!, isla === noah]).toEqual([true, true, true]);
  // A line that has the colour of its ground is not there.
  const colours = (): Promise<string[]> =>
    page.evaluate(
      `[['.app-family__line polyline', 'stroke'], ['.app-family__symbol', 'fill']]
        .map(([selector, property]) => getComputedStyle(document.querySelector(selector))[property])`,
    );
  await page.emulateMedia({ forcedColors: 'active' });
  const [line, ground] = await colours();
  expect(line).not.toBe(ground);
  await visitor.picture('family-genogram-forced-colours');
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  const box = await page.locator('.app-family > svg').boundingBox();
  expect(box!.width).toBeLessThanOrEqual(page.viewportSize()!.width);
  await visitor.picture('family-genogram-print');
  await page.emulateMedia({ media: 'screen' });
  await visitor.follow('Ecomap');
  await visitor.picture('family-ecomap');
  await told('Noah Larkfield is in the middle', 'works with the family now');
}, 60_000);

test('a twin whom another agency recorded too is kept as one by two people, and parted again', async () => {
  await recordsChild(
    teacher,
    { givenNames: 'Isla', familyName: 'Orchardsen' },
    async () => {
      await teacher.fill({}, { sex: 'F', birthKind: 'exact' });
      await teacher.date('dateOfBirth', today);
    },
    {},
    { carerName: 'Tilly Orchardson', carerRelationship: 'mother', carerParentalResponsibility: 'yes' },
  );
  await teacher.press('Add this child');
  const other = childPath(teacher);
  await teacher.follow('Start an episode');
  await teacher.fill({ reason: 'Her mother asked the school.' });
  await teacher.press('Start the episode');

  await coordinator.goto('/duplicates');
  await coordinator.picture('family-duplicates');
  await coordinator.page
    .getByRole('listitem')
    .or(coordinator.page.getByRole('row'))
    .filter({ hasText: 'Orchardsen' })
    .getByRole('link')
    .first()
    .click();
  await coordinator.look();
  await coordinator.picture('family-compare');
  await coordinator.fill(
    { reason: 'The school and the health visitor both spoke to her mother.' },
    { answer: 'same', kept: baby.split('/').at(-1)! },
  );
  await coordinator.press('Record this');
  const merge = coordinator.path();

  await governance.goto(merge);
  await governance.fill({}, { decision: 'approved' });
  await governance.press('Record your decision');
  await coordinator.goto(other);
  expect(childPath(coordinator)).toBe(baby);
  await coordinator.picture('family-one-child');
  expect(await coordinator.text()).toContain('Another record of this child');
  // Who knows one record goes on with it, and learns nothing of the other.
  await teacher.goto(other);
  expect(childPath(teacher)).toBe(other);
  expect(await teacher.text()).not.toContain('Orchardson, born');

  await governance.goto(`${merge}/undoing`);
  await governance.fill({ reason: 'They are cousins.' });
  await governance.press(/undo|part/i);
  await coordinator.goto(other);
  expect(childPath(coordinator)).toBe(other);
}, 120_000);

test('no page of the family breaks a rule of accessibility', () => {
  expect(people.flatMap(({ violations }) => violations)).toEqual([]);
});
