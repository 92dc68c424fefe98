import type { Browser } from '../../support/browser.js';
import { recordedChild } from '../../support/scenarios.js';
import { searchFor } from '../../support/searching.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { MOVED, NEWCOMERS, PAIRS, type Pair } from './pairs.js';
import { addCommonChildren, liftLimits } from './same-name.js';

const [OLD_HOME, NEW_HOME] = ['LE67 3BP', 'LE11 1AA'];

let testApp: TestApp;
let teacher: Browser;
const ids = new Map<Pair, string>();
beforeAll(async () => {
  testApp = await openTestApp();
  await liftLimits(testApp);
  await addCommonChildren(testApp);
  for (const pair of [...PAIRS, ...MOVED]) {
    const [givenNames, familyName, dateOfBirth] = pair.stored;
    const details = { address: '1 Invented Street', postcode: OLD_HOME };
    const child = { givenNames, familyName, dateOfBirth, details };
    ids.set(pair, await recordedChild(testApp, 'schoolTeacher', child));
  }
  teacher = await testApp.browse('schoolTeacher');
}, 300_000);
afterAll(() => testApp.close());

function dateFields(iso: string): Record<string, string> {
  const [year, month, day] = iso.split('-') as [string, string, string];
  return { 'dateOfBirth-day': day, 'dateOfBirth-month': month, 'dateOfBirth-year': year };
}
/** The children of a result page, the nearest first. */
async function firstTen({ sought, born }: Pair, more: Record<string, string> = {}): Promise<string[]> {
  const { text } = await searchFor(teacher, { name: sought, ...(born ? dateFields(born) : {}), ...more });
  const who = text.matchAll(/app-found__who">\s*<a[^>]*href="\/children\/([0-9a-f-]{36})"/g);
  return [...who].map(([, id]) => id!).slice(0, 10);
}

test('a child is among the first ten of the result page in at least 95 of 100 realistic errors', async () => {
  const missed: string[] = [];
  for (const pair of PAIRS)
    if (!(await firstTen(pair)).includes(ids.get(pair)!)) missed.push(`${pair.because}: ${pair.sought}`);
  expect(missed.length <= PAIRS.length * 0.05 ? [] : missed).toEqual([]);
}, 300_000);

test.each(MOVED.map((pair) => [pair.because, pair] as const))(
  'a child who moved house is found whichever postcode is typed: %s',
  async (_because, pair) => {
    const sought = { name: pair.sought, reason: 'Invented: they moved' };
    for (const postcode of [OLD_HOME, NEW_HOME]) {
      expect(await firstTen(pair, { postcode })).toContain(ids.get(pair));
      const { body } = await (
        await testApp.as('schoolTeacher')
      ).post('/children/searches', { ...sought, postcode });
      expect(body.items.slice(0, 10).map(({ id }: { id: string }) => id)).toContain(ids.get(pair));
    }
  },
  120_000,
);

/** The form of a new child, sent as it is filled in. */
async function added(givenNames: string, familyName: string, born: string) {
  const [{ id: localityId }] = (await (await testApp.as('schoolTeacher')).get('/localities')).body.items as [
    { id: string },
  ];
  const fields = { givenNames, familyName, sex: 'U', birthKind: 'exact', ...dateFields(born), localityId };
  return teacher.submit('/children/new', { ...fields, postcode: NEW_HOME });
}

test('a child whom another practitioner writes down with such an error is asked about, with nothing lost', async () => {
  // A name on its own is asked about only where it is the same: the rest need the birth date as well.
  const unasked: string[] = [];
  const all = [...PAIRS, ...MOVED];
  for (const pair of all) {
    const [given, ...family] = pair.sought.split(' ');
    const { status, text } = await added(given!, family.join(' '), pair.born ?? pair.stored[2]);
    const asks = status === 422 && text.includes(`value="${ids.get(pair)}"`);
    if (!asks) unasked.push(`${pair.because}: ${pair.sought} (${status})`);
    else expect(text).toContain(`value="${given!.normalize('NFC')}"`);
  }
  expect(unasked.length <= all.length * 0.05 ? [] : unasked).toEqual([]);
}, 300_000);

test('at most one of twenty new children is asked about', async () => {
  const days = await testApp.asOwner<{ day: string }>(
    "select date_of_birth::text as day from children where family_name = 'Smith' order by 1 limit 20",
  );
  const asked: string[] = [];
  for (const [n, [givenNames, familyName]] of NEWCOMERS.entries()) {
    const { status } = await added(givenNames, familyName, days[n]!.day);
    expect([303, 422]).toContain(status);
    if (status === 422) asked.push(`${givenNames} ${familyName}`);
  }
  expect(asked.length <= 1 ? [] : asked).toEqual([]);
}, 120_000);
