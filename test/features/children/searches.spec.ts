import type { Browser } from '../../support/browser.js';
import { agrees, openedEpisode, recordedChild, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 300_000);
afterAll(() => testApp.close());

const entriesOf = async (persona: string, act: string) =>
  testApp.asOwner<{ reason: string | null; detail: { found: number } }>(
    'select reason, detail from audit.entries where act = $1 and practitioner_id = $2 order by at',
    [act, (await testApp.actor(persona)).practitionerId],
  );
const searchesOf = async (persona: string): Promise<number> =>
  (
    await testApp.asOwner('select 1 from index_searches where practitioner_id = $1', [
      (await testApp.actor(persona)).practitionerId,
    ])
  ).length;

/** A child of the school's whose family agreed that every practitioner may find them. */
async function indexedChild(givenNames: string, familyName: string): Promise<Scenario> {
  const childId = await recordedChild(testApp, 'schoolTeacher', { givenNames, familyName });
  const { body } = await (
    await testApp.as('schoolTeacher')
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  await agrees(testApp, body.id as string, 'schoolTeacher', ['schoolTeacher'], ['T0'], { indexAgreed: true });
  return { episodeId: body.id as string, childId };
}

async function searched(browser: Browser, fields: Record<string, string>): Promise<string> {
  const { status, location } = await browser.submit('/children', { reason: 'asked', ...fields });
  expect(status).toBe(303);
  return location!;
}

describe('the result of a search', () => {
  it('has an address without the name and the reason, and can be gone back to and loaded again', async () => {
    await indexedChild('Ginevra', 'Backbutton');
    const outsider = await testApp.browse('outsider');
    const [entries, searches] = [
      (await entriesOf('outsider', 'search children')).length,
      await searchesOf('outsider'),
    ];
    const result = await searched(outsider, {
      name: 'Ginevra Backbutton',
      reason: 'other',
      reasonInWords: 'Invented: the court asked',
    });
    expect(result).toMatch(/^\/children\/searches\/[0-9a-f-]{36}$/);
    for (let view = 0; view < 3; view++) {
      const { status, text } = await outsider.get(result);
      expect(status).toBe(200);
      expect(text).toContain('Ginevra Backbutton</strong>');
      expect(text).toContain('value="Ginevra Backbutton"');
      expect(text).toContain('value="Invented: the court asked"');
    }
    // One search is one entry and counts once, however often its result is shown.
    const logged = await entriesOf('outsider', 'search children');
    expect(logged.slice(entries)).toEqual([
      expect.objectContaining({
        reason: 'Invented: the court asked',
        detail: expect.objectContaining({ found: 1 }),
      }),
    ]);
    expect(await searchesOf('outsider')).toBe(searches + 1);
  }, 120_000);

  it('is for the person who searched, in the session and the post in which they did', async () => {
    const outsider = await testApp.browse('outsider');
    const result = await searched(outsider, { name: 'Ginevra Backbutton' });
    const unknown = await outsider.get('/children/searches/018f0000-0000-7000-8000-00000000dead');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('This search is no longer available');
    for (const other of [await testApp.browse('outsider'), await testApp.browse('schoolTeacher')]) {
      const { status, text } = await other.get(result);
      expect(status).toBe(404);
      expect(text).not.toContain('Ginevra');
    }
    await testApp.asOwner('update auth.kept_inputs set post_id = gen_random_uuid()');
    expect((await outsider.get(result)).status).toBe(404);
  }, 120_000);

  it('is kept encrypted, and deleted when the person signs out', async () => {
    await testApp.asOwner('delete from auth.kept_inputs');
    const outsider = await testApp.browse('outsider');
    await searched(outsider, { name: 'Ginevra Backbutton' });
    const [kept] = await testApp.asOwner<{ content: Buffer }>('select content from auth.kept_inputs');
    expect(kept!.content.toString('latin1')).not.toContain('Ginevra');
    await outsider.submit('/sign-out', {});
    expect(await testApp.asOwner('select 1 from auth.kept_inputs')).toEqual([]);
  }, 120_000);

  it('asks the permissions again: a child who may no longer be found is gone from it', async () => {
    const { episodeId } = await indexedChild('Hortensia', 'Withdrawn');
    const outsider = await testApp.browse('outsider');
    const result = await searched(outsider, { name: 'Hortensia Withdrawn' });
    expect((await outsider.get(result)).text).toContain('Hortensia Withdrawn</strong>');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0'], { indexAgreed: false });
    const { text } = await outsider.get(result);
    expect(text).not.toContain('Hortensia Withdrawn</strong>');
    expect(text).toContain('No children listed');
  }, 120_000);

  it('is no look-out: a child who can be found only since then takes a new search', async () => {
    const outsider = await testApp.browse('outsider');
    const result = await searched(outsider, { name: 'Isidora Laterfound' });
    await indexedChild('Isidora', 'Laterfound');
    expect((await outsider.get(result)).text).toContain('No children listed');
    expect((await outsider.get(await searched(outsider, { name: 'Isidora Laterfound' }))).text).toContain(
      'Isidora Laterfound</strong>',
    );
  }, 120_000);

  it('of an API search with the search in the body is the same as with it in the address', async () => {
    const api = await testApp.as('outsider');
    const inBody = await api.post('/children/searches', { name: 'Isidora Laterfound', reason: 'Invented' });
    expect(inBody.status).toBe(200);
    const inAddress = await api.get('/children?name=Isidora%20Laterfound&reason=Invented');
    expect(inBody.body).toEqual(inAddress.body);
    expect(inBody.body.items).toHaveLength(1);
    const refused = await api.post('/children/searches', { name: 'Isidora Laterfound' });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'reason' })],
    ]);
  }, 120_000);
});

describe('the search among one’s own families', () => {
  it('needs no reason, and finds no child whose family the person does not work with', async () => {
    await indexedChild('Jocasta', 'Familiar');
    const [teacher, outsider] = [await testApp.browse('schoolTeacher'), await testApp.browse('outsider')];
    const searches = await searchesOf('schoolTeacher');
    const { status, location } = await teacher.submit('/children/own-searches', { quickName: 'jocasta' });
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/children\/own-searches\/[0-9a-f-]{36}$/),
    ]);
    const own = await teacher.get(location!);
    expect(own.text).toContain('Jocasta Familiar</a>');
    expect(own.text).toContain('You work with this family');
    // The wider search begins with the same name, and asks for a reason.
    expect(own.text).toContain('Search more widely');
    expect(own.text).toContain('value="jocasta"');
    expect(await searchesOf('schoolTeacher')).toBe(searches);
    expect(await entriesOf('schoolTeacher', 'search own families')).toEqual([
      expect.objectContaining({ detail: { found: 1 } }),
    ]);

    const other = await outsider.submit('/children/own-searches', { quickName: 'Jocasta Familiar' });
    const nothing = await outsider.get(other.location!);
    expect(nothing.text).toContain('no children listed');
    expect(nothing.text).not.toContain('Jocasta Familiar</');
  }, 120_000);

  it('gives a coordinator no child of the locality in whose family they do no work', async () => {
    await indexedChild('Kitty', 'Areawide');
    const coordinator = await testApp.as('coordinatorNwl');
    const wide = await coordinator.post('/children/searches', { name: 'Kitty Areawide', reason: 'Invented' });
    expect(wide.body.items).toEqual([expect.objectContaining({ givenNames: 'Kitty', withinReach: true })]);
    const own = await coordinator.post('/children/own-searches', { name: 'Kitty Areawide' });
    expect([own.status, own.body.items]).toEqual([200, []]);
  }, 120_000);

  it('asks for at least two letters, beside the field', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    for (const [name, message] of [
      ['', 'Enter a name'],
      ['J', 'Enter at least two letters of the name'],
    ] as const) {
      const { status, text } = await teacher.submit('/children/own-searches', { quickName: name });
      expect([name, status]).toEqual([name, 422]);
      expect(text).toMatch(new RegExp(`id="name-error"[^]*${message}`));
    }
  }, 120_000);

  it('is in the header of every page of those who may search, and of no others', async () => {
    expect((await (await testApp.browse('schoolTeacher')).get('/help')).text).toContain('id="quick-search"');
    expect((await (await testApp.browse('systemAdministrator')).get('/help')).text).not.toContain(
      'id="quick-search"',
    );
    const refused = await (
      await testApp.browse('systemAdministrator')
    ).submit('/children/own-searches', { quickName: 'Jocasta' });
    expect(refused.status).toBe(403);
  }, 120_000);
});

describe('a name in the list of episodes', () => {
  it('narrows the list without being in its address, and goes with the other filters and pages', async () => {
    const wanted = await indexedChild('Leopoldina', 'Listed');
    const other = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.browse('schoolTeacher');
    const searches = await searchesOf('schoolTeacher');
    const { status, location } = await teacher.submit('/episodes/searches', {
      name: 'leopoldina',
      scope: 'mine',
      status: 'open',
    });
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/episodes\?scope=mine&status=open&search=[0-9a-f-]{36}$/),
    ]);
    const { text } = await teacher.get(location!);
    expect(text).toContain(`/episodes/${wanted.episodeId}`);
    expect(text).not.toContain(`/episodes/${other.episodeId}`);
    expect(text).toContain('with a child named like “leopoldina”');
    expect(await searchesOf('schoolTeacher')).toBe(searches);
    const elsewhere = await (await testApp.browse('schoolTeacher')).get(location!);
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.text).toContain('Enter the name again');
  }, 120_000);

  it('counts as a search beyond the families that the person works with, and shows none out of reach', async () => {
    const { episodeId } = await indexedChild('Mehitabel', 'Beyond');
    const searches = await searchesOf('coordinatorNwl');
    const coordinator = await testApp.browse('coordinatorNwl');
    const narrowed = await coordinator.submit('/episodes/searches', { name: 'Mehitabel', scope: 'all' });
    expect((await coordinator.get(narrowed.location!)).text).toContain(`/episodes/${episodeId}`);
    expect(await searchesOf('coordinatorNwl')).toBe(searches + 1);
    const outsider = await testApp.browse('outsider');
    const none = await outsider.submit('/episodes/searches', { name: 'Mehitabel', scope: 'all' });
    expect((await outsider.get(none.location!)).text).not.toContain(`/episodes/${episodeId}`);
  }, 120_000);

  it('keeps the filter and the name when the name is too short', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const { status, text } = await teacher.submit('/episodes/searches', {
      name: 'L',
      scope: 'all',
      level: '3',
    });
    expect(status).toBe(422);
    expect(text).toContain('Enter at least two letters of the name');
    expect(text).toContain('value="L"');
    expect(text).toContain('<option value="3" selected>');
  }, 120_000);
});
