import type { Browser } from '../../support/browser.js';
import { agrees, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  await testApp.asOwner('update index_limits set most = 10000');
}, 120_000);
afterAll(() => testApp.close());

interface Match {
  readonly id: string;
  readonly matchedName: string | null;
}
interface Family {
  readonly episodeId: string;
  readonly childId: string;
}

/** A family of the teacher's, shared with the school nurse. */
async function family(givenNames: string, familyName: string): Promise<Family> {
  const childId = await recordedChild(testApp, 'schoolTeacher', { givenNames, familyName });
  const { body } = await (
    await testApp.as('schoolTeacher')
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  const episodeId = body.id as string;
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1', 'T2']);
  return { episodeId, childId };
}

async function inApi(persona: string, name: string, childId: string): Promise<Match | undefined> {
  const { status, body } = await (await testApp.as(persona)).post('/children/own-searches', { name });
  expect(status).toBe(200);
  return (body.items as Match[]).find(({ id }) => id === childId);
}
/** The page to which a form with a name leads. */
async function shown(browser: Browser, path: string, fields: Record<string, string>): Promise<string> {
  const { status, location } = await browser.submit(path, fields);
  expect(status).toBe(303);
  return (await browser.get(location!)).text;
}
const inHeader = async (persona: string, name: string) =>
  shown(await testApp.browse(persona), '/children/own-searches', { quickName: name });
const inList = async (persona: string, name: string, scope = 'mine') =>
  shown(await testApp.browse(persona), '/episodes/searches', { name, scope });

/** Where a person finds this child of the families they work with. */
async function foundIn(persona: string, name: string, { childId, episodeId }: Family): Promise<string[]> {
  const places: [string, boolean][] = [
    ['API', (await inApi(persona, name, childId)) !== undefined],
    ['header', (await inHeader(persona, name)).includes(`href="/children/${childId}"`)],
    ['list', (await inList(persona, name)).includes(`href="/episodes/${episodeId}"`)],
  ];
  return places.filter(([, isFound]) => isFound).map(([place]) => place);
}
const EVERYWHERE = ['API', 'header', 'list'];

describe.each([
  ['Bengali, as stored', 'তাহমিনা', 'চৌধুরী', 'তাহমিনা চৌধুরী'],
  ['Arabic, the family name first', 'عائشة', 'المصري', 'المصري عائشة'],
  ['Cyrillic, in Latin letters', 'Оксана', 'Лысенко', 'Oksana Lysenko'],
  ['without accents', 'Gülşen', 'Yıldız', 'Gulsen Yildiz'],
  ['in another order', 'Perpetua', 'Quillfeather', 'quillfeather perpetua'],
  ['a nickname', 'Margaret', 'Thistlewick', 'Peggy Thistlewick'],
  ['mistyped', 'Cornelius', 'Winterbourne', 'Cornelus Winterborne'],
])('a child of one’s own families sought in this way: %s', (_way, given, family_, sought) => {
  it('is found by API, in the header and in the list, by those who work with the family only', async () => {
    const one = await family(given, family_);
    expect(await foundIn('schoolTeacher', sought, one)).toEqual(EVERYWHERE);
    expect(await inApi('schoolTeacher', sought, one.childId)).toMatchObject({ matchedName: null });
    expect(await foundIn('outsider', sought, one)).toEqual([]);
    expect(await foundIn('coordinatorNwl', sought, one)).toEqual([]);
  }, 120_000);
});

describe('a child whose name has changed', () => {
  let one: Family;
  beforeAll(async () => {
    one = await family('Rosamund', 'Cranesbill');
    const teacher = await testApp.as('schoolTeacher');
    expect(
      (await teacher.patch(`/children/${one.childId}`, { familyName: 'Newleaf' }, { ifMatch: '"v1"' }))
        .status,
    ).toBe(200);
  }, 120_000);

  it('is found by the former name, which the result and the list say', async () => {
    expect(await foundIn('schoolTeacher', 'Cranesbill Rosamund', one)).toEqual(EVERYWHERE);
    expect(await inApi('schoolTeacher', 'rosamund cranesbil', one.childId)).toMatchObject({
      matchedName: 'Rosamund Cranesbill',
    });
    for (const text of [
      await inHeader('schoolTeacher', 'Cranesbill'),
      await inList('schoolTeacher', 'Cranesbill'),
    ])
      expect(text).toContain('Also recorded as Rosamund Cranesbill');
  }, 120_000);

  it('is found by the present name as before, which needs no explanation', async () => {
    expect(await inApi('schoolTeacher', 'Rosamund Newleaf', one.childId)).toMatchObject({
      matchedName: null,
    });
    expect(await inApi('schoolTeacher', 'Rosamund', one.childId)).toMatchObject({ matchedName: null });
    for (const text of [
      await inHeader('schoolTeacher', 'Newleaf'),
      await inList('schoolTeacher', 'Newleaf'),
      (await (await testApp.browse('schoolTeacher')).get('/episodes?scope=mine')).text,
    ]) {
      expect(text).toContain('Rosamund Newleaf');
      expect(text).not.toContain('Also recorded as');
    }
  }, 120_000);

  it('is found by it in the list of a coordinator, and nowhere by those out of reach', async () => {
    const list = await inList('coordinatorNwl', 'Rosamund Cranesbill', 'all');
    expect(list).toContain('Also recorded as Rosamund Cranesbill');
    expect(await foundIn('outsider', 'Rosamund Cranesbill', one)).toEqual([]);
    expect(await inList('outsider', 'Rosamund Cranesbill', 'all')).not.toContain(one.episodeId);
  }, 120_000);

  it('is no longer found by a person who has declared to be a relative', async () => {
    expect(await foundIn('schoolNurse', 'Rosamund Cranesbill', one)).not.toContain('API');
    expect(await inList('schoolNurse', 'Rosamund Cranesbill', 'all')).toContain(one.episodeId);
    const nurse = await testApp.actor('schoolNurse');
    await testApp.asOwner(
      `insert into declared_relatives (practitioner_id, child_id, relationship, declared_at) values ($1, $2, 'aunt', now())`,
      [nurse.practitionerId, one.childId],
    );
    expect(await inList('schoolNurse', 'Rosamund Cranesbill', 'all')).not.toContain(one.episodeId);
  }, 120_000);
});

describe('a sealed name', () => {
  it('finds the child for no one, not for those who may read it either', async () => {
    const one = await family('Seraphina', 'Hiddenbrook');
    const teacher = await testApp.as('schoolTeacher');
    const sealed = { familyName: 'Openfield', formerName: { as: 'seal', reason: 'safety' } };
    expect((await teacher.patch(`/children/${one.childId}`, sealed, { ifMatch: '"v1"' })).status).toBe(200);
    expect((await teacher.get(`/children/${one.childId}`)).body.names).toMatchObject([
      { familyName: 'Hiddenbrook' },
    ]);
    for (const persona of ['schoolTeacher', 'schoolNurse', 'coordinatorNwl', 'outsider']) {
      expect([persona, await foundIn(persona, 'Hiddenbrook', one)]).toEqual([persona, []]);
      for (const name of ['Hiddenbrook', 'Seraphina Hiddenbrook'])
        expect([persona, await inList(persona, name, 'all')]).toEqual([
          persona,
          expect.not.stringContaining('Also recorded as'),
        ]);
    }
    // By the given name alone the child is found, and the old family name is not told.
    expect(await inApi('schoolTeacher', 'Seraphina', one.childId)).toMatchObject({ matchedName: null });
    expect(await inHeader('schoolTeacher', 'Seraphina')).not.toContain('Hiddenbrook');
  }, 120_000);
});

test('a child without an episode is found by the person who recorded them, and by no one else', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: 'Vendela',
    familyName: 'Justrecorded',
  });
  expect(await inApi('schoolTeacher', 'Vendela Justrecorded', childId)).toBeDefined();
  expect(await inApi('schoolManager', 'Vendela Justrecorded', childId)).toBeUndefined();
});

test('a name of signs alone finds nothing', async () => {
  for (const name of ['--', '…!', '%%'])
    expect(
      (await (await testApp.as('schoolTeacher')).post('/children/own-searches', { name })).body.items,
    ).toEqual([]);
});
