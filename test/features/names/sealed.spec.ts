import { UnitOfWork } from '#libs/platform';
import { CopiesService } from '#libs/oversight/copies';
import { agrees, openedEpisode, recordChild, recordedChild } from '../../support/scenarios.js';
import { NAUGHTY_STRINGS } from '../../support/naughty-strings.js';
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
const REASON = 'invented: her school asks';
const search = async (persona: string, name: string): Promise<Match[]> =>
  (await (await testApp.as(persona)).get(`/children?${new URLSearchParams({ name, reason: REASON })}`)).body
    .items;
const find = async (persona: string, name: string, id: string): Promise<Match | undefined> =>
  (await search(persona, name)).find((one) => one.id === id);

let families = 0;
/** A family of the school whose child is named so, which the school nurse may read and everyone may find. */
async function family(givenNames: string, familyName: string) {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  await testApp.asOwner('update children set given_names = $2, family_name = $3 where id = $1', [
    childId,
    givenNames,
    familyName,
  ]);
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1', 'T2'], {
    indexAgreed: true,
  });
  families += 1;
  return { episodeId, childId };
}
const change = async (childId: string, body: object, version = 1): Promise<number> =>
  (
    await (
      await testApp.as('schoolTeacher')
    ).patch(`/children/${childId}`, body, { ifMatch: `"v${version}"` })
  ).status;
const namesFor = async (persona: string, childId: string): Promise<object[]> =>
  (await (await testApp.as(persona)).get(`/children/${childId}`)).body.names;

describe('a name that has changed', () => {
  it('is kept as a former name, by which a school still finds the child', async () => {
    const { childId } = await family('Tamsin', 'Marshlight');
    expect(await change(childId, { familyName: 'Newbrook' })).toBe(200);
    expect(await find('outsider', 'Tamsin Marshlight', childId)).toMatchObject({
      matchedName: 'Tamsin Marshlight',
    });
    expect(await find('outsider', 'Tamsin Newbrook', childId)).toMatchObject({ matchedName: null });
    expect(await namesFor('schoolNurse', childId)).toMatchObject([
      { kind: 'former', givenNames: 'Tamsin', familyName: 'Marshlight', sealedAt: null },
    ]);
  });

  it('is dropped if it was a mistake', async () => {
    const { childId } = await family('Tamzin', 'Reedling');
    expect(await change(childId, { givenNames: 'Peregrina', formerName: { as: 'correct' } })).toBe(200);
    expect(await namesFor('schoolTeacher', childId)).toEqual([]);
    expect(await find('outsider', 'Tamzin', childId)).toBeUndefined();
  });

  it('asks for the reason why it is sealed', async () => {
    const { childId } = await family('Orla', 'Reedmace');
    expect(await change(childId, { familyName: 'Newmace', formerName: { as: 'seal' } })).toBe(422);
  });
});

describe('a sealed name', () => {
  it('is found and shown to no one but those who answer for the record', async () => {
    const { childId, episodeId } = await family('Linnea', 'Oldwater');
    const sealed = { familyName: 'Adopted', formerName: { as: 'seal', reason: 'adoption' } };
    expect(await change(childId, sealed)).toBe(200);
    for (const persona of ['schoolTeacher', 'schoolNurse', 'outsider', 'coordinatorNwl'])
      expect([persona, await find(persona, 'Oldwater', childId)]).toEqual([persona, undefined]);
    expect(await find('outsider', 'Linnea Adopted', childId)).toMatchObject({ matchedName: null });
    expect(await namesFor('schoolTeacher', childId)).toMatchObject([
      { familyName: 'Oldwater', sealReason: 'adoption' },
    ]);
    for (const persona of ['schoolNurse', 'coordinatorNwl', 'schoolManager']) {
      expect([persona, await namesFor(persona, childId)]).toEqual([persona, []]);
      const rows = await testApp.sql(persona, 'select id from child_names where child_id = $1', [childId]);
      expect([persona, rows]).toEqual([persona, []]);
    }
    const page = await (await testApp.browse('schoolNurse')).get(`/children/${childId}`);
    expect(page.text).not.toContain('Oldwater');
    const own = await (await testApp.browse('schoolTeacher')).get(`/children/${childId}`);
    expect(own.text).toContain('Sealed.');
    const author = await testApp.actor('schoolTeacher');
    const copy = await testApp.app
      .get(UnitOfWork)
      .run(author, () => testApp.app.get(CopiesService).copyOf(episodeId));
    expect(JSON.stringify(copy)).not.toContain('Oldwater');
    expect(
      await testApp.asOwner(
        "select act from audit.entries where child_id = $1 and detail::text like '%Oldwater%'",
        [childId],
      ),
    ).toEqual([]);
  });

  it('is no likely duplicate, and no match of a question to the index', async () => {
    const { childId } = await family('Ottilie', 'Fenwater');
    await change(childId, { familyName: 'Adoptee', formerName: { as: 'seal', reason: 'safety' } });
    const [{ born }] = (await testApp.asOwner<{ born: string }>(
      'select date_of_birth::text as born from children where id = $1',
      [childId],
    )) as [{ born: string }];
    const other = { givenNames: 'Zachary', familyName: 'Fenwater', dateOfBirth: born };
    expect((await recordChild(testApp, 'schoolTeacher', other)).status).toBe(201);
    const question = { ...other, reason: REASON };
    expect((await (await testApp.as('outsider')).post('/index-questions', question)).status).toBe(201);
    expect(
      await testApp.asOwner('select child_id from index_question_matches where child_id = $1', [childId]),
    ).toEqual([]);
  });

  it('stays sealed: it is neither unsealed nor changed, with any SQL', async () => {
    const { childId } = await family('Sunniva', 'Bogwater');
    await change(childId, { familyName: 'Adopter', formerName: { as: 'seal', reason: 'other' } });
    await testApp.sql(
      'schoolTeacher',
      'update child_names set sealed_at = null, sealed_by = null, seal_reason = null where child_id = $1',
      [childId],
    );
    expect(await namesFor('schoolTeacher', childId)).toMatchObject([{ sealReason: 'other' }]);
  });

  it('can be sealed later, by those who may change the record only', async () => {
    const { childId } = await family('Elowen', 'Saltwater');
    const teacher = await testApp.as('schoolTeacher');
    const added = await teacher.post(`/children/${childId}/other-names`, {
      kind: 'known_as',
      givenNames: 'Wennie',
    });
    expect(added.status).toBe(201);
    const [{ id }] = added.body.names as [{ id: string }];
    expect(await find('outsider', 'Wennie', childId)).toMatchObject({ matchedName: 'Wennie' });
    const at = `/children/${childId}/other-names/${id}/seal`;
    expect((await (await testApp.as('schoolNurse')).post(at, { reason: 'safety' })).status).toBe(403);
    expect((await (await testApp.as('outsider')).post(at, { reason: 'safety' })).status).toBe(404);
    expect((await teacher.post(at, { reason: 'safety' })).status).toBe(201);
    expect((await teacher.post(at, { reason: 'safety' })).status).toBe(409);
    expect(await find('outsider', 'Wennie', childId)).toBeUndefined();
    expect(families).toBeGreaterThan(5);
  });

  it('is sealed however often it is recorded, and not recorded again by those who can see it', async () => {
    const { childId } = await family('Merewen', 'Tidewrack');
    const teacher = await testApp.as('schoolTeacher');
    const names = `/children/${childId}/other-names`;
    const add = (kind: string, familyName: string) =>
      teacher.post(names, { kind, givenNames: 'Merewen', familyName });
    expect((await add('birth', 'Tidewrack')).status).toBe(201);
    expect((await add('other', 'Tidewräck')).status).toBe(201);
    await change(childId, { familyName: 'Newcome', formerName: { as: 'seal', reason: 'adoption' } });
    expect(await namesFor('schoolTeacher', childId)).toHaveLength(3);
    expect(await namesFor('schoolNurse', childId)).toEqual([]);
    expect(await find('outsider', 'Tidewrack', childId)).toBeUndefined();
    expect((await add('known_as', 'Tidewrack')).status).toBe(409);
  });

  it('is sealed with the names that have a part of it, except those said to be safe', async () => {
    const { childId } = await family('Rowena', 'Gullwater');
    const teacher = await testApp.as('schoolTeacher');
    const names = `/children/${childId}/other-names`;
    for (const [givenNames, familyName] of [
      ['Ronnie', 'Gullwater'],
      ['Wena', 'Gulwater'],
      ['Safe', 'Gullwater'],
      ['Roe', ''],
      ['Rowena', 'Netherby'],
    ])
      expect((await teacher.post(names, { kind: 'known_as', givenNames, familyName })).status).toBe(201);
    const { names: before } = (await teacher.get(`/children/${childId}`)).body as {
      names: { id: string; givenNames: string }[];
    };
    const stillFound = before.filter(({ givenNames }) => givenNames === 'Safe').map(({ id }) => id);
    const formerName = { as: 'seal', reason: 'safety', stillFound };
    expect(await change(childId, { familyName: 'Overby', formerName })).toBe(200);
    const after = (await namesFor('schoolTeacher', childId)) as {
      givenNames: string;
      familyName: string;
      sealedAt: string | null;
    }[];
    expect(
      after.filter(({ sealedAt }) => sealedAt === null).map((one) => `${one.givenNames} ${one.familyName}`),
    ).toEqual(['Safe Gullwater', 'Roe ', 'Rowena Netherby']);
    for (const name of ['Gullwater', 'Gulwater'])
      expect(await find('outsider', name, childId)).toMatchObject({ matchedName: 'Safe Gullwater' });
    // The one said to be safe can be sealed later by itself.
    expect((await teacher.post(`${names}/${stillFound[0]}/seal`, { reason: 'safety' })).status).toBe(201);
    for (const name of ['Gullwater', 'Gulwater'])
      expect([name, await find('outsider', name, childId)]).toEqual([name, undefined]);
  });

  it('takes with it the names that tell it when it is sealed from its page', async () => {
    const { childId } = await family('Sigrid', 'Ternwater');
    const api = await testApp.as('schoolTeacher');
    expect(await change(childId, { familyName: 'Landward' })).toBe(200);
    await api.post(`/children/${childId}/other-names`, {
      kind: 'known_as',
      givenNames: 'Siggy',
      familyName: 'Ternwater',
    });
    const { names } = (await api.get(`/children/${childId}`)).body as {
      names: { id: string; kind: string }[];
    };
    const [former, nickname] = ['former', 'known_as'].map(
      (kind) => names.find((one) => one.kind === kind)!.id,
    );
    const at = `/children/${childId}/other-names/${former}/seal`;
    const browser = await testApp.browse('schoolTeacher');
    const { text } = await browser.get(at);
    expect(text).toContain('Siggy Ternwater (known as)');
    expect(text).toMatch(new RegExp(`name="alsoSeal"[^>]*value="${nickname}"[^>]*checked`));
    const unexplained = await browser.submit(at, { listed: nickname!, alsoSeal: nickname! });
    expect(unexplained.status).toBe(422);
    expect(unexplained.text).toMatch(/name="alsoSeal"[^>]*checked/);
    expect(
      (await browser.submit(at, { sealReason: 'safety', listed: nickname!, alsoSeal: nickname! })).status,
    ).toBe(303);
    expect(await namesFor('schoolNurse', childId)).toEqual([]);
    expect(await find('outsider', 'Siggy', childId)).toBeUndefined();
  });

  it('is not told by the question which names have a part of it, save to those who may change the record', async () => {
    const { childId } = await family('Thora', 'Heronwater');
    await (
      await testApp.as('schoolTeacher')
    ).post(`/children/${childId}/other-names`, {
      kind: 'known_as',
      givenNames: 'Tor',
      familyName: 'Heronwater',
    });
    const ask = (persona: string): Promise<unknown[]> =>
      testApp.sql(persona, 'select access.names_telling_of($1, $2, $3)', [
        childId,
        'Thora Heronwater',
        'Thora New',
      ]);
    expect(await ask('schoolTeacher')).toHaveLength(1);
    for (const persona of ['schoolNurse', 'outsider', 'schoolManager'])
      expect([persona, await ask(persona)]).toEqual([persona, []]);
  });

  it('is stored once when the form is sent twice', async () => {
    const { childId } = await family('Isolde', 'Sandpiper');
    const browser = await testApp.browse('schoolTeacher');
    const at = `/children/${childId}/other-names/new`;
    const sent = [1, 2].map(() =>
      browser.submit(at, { kind: 'known_as', givenNames: 'Issy', familyName: '' }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await namesFor('schoolTeacher', childId)).toHaveLength(1);
  });
});

describe('a child with one name', () => {
  it.each([
    ['Sukarno', ''],
    ['', 'Brahmarishi'],
  ])('"%s" "%s" is recorded, found and shown', async (givenNames, familyName) => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames, familyName });
    const name = givenNames || familyName;
    expect(await find('schoolTeacher', name, id)).toBeDefined();
    const { text } = await (await testApp.browse('schoolTeacher')).get(`/children/${id}`);
    expect(text).toContain(`>${name}</h1>`);
    expect(text).not.toMatch(/undefined|null/);
  });

  it.each([
    { givenNames: '', familyName: '' },
    { givenNames: '-', familyName: 'Invented' },
    { givenNames: null, familyName: null },
  ])('is refused without any name: %j', async (name) => {
    await expect(recordedChild(testApp, 'schoolTeacher', name)).rejects.toThrow('422');
  });
});

test('every odd name is stored as it reads, or refused with a message beside its field, by API and page', async () => {
  const teacher = await testApp.as('schoolTeacher');
  const browser = await testApp.browse('schoolTeacher');
  const [{ id: localityId }] = (await teacher.get('/localities')).body.items as [{ id: string }];
  for (const [n, name] of NAUGHTY_STRINGS.entries()) {
    const body = { givenNames: name, familyName: `Odd${n}`, sex: 'U', dateOfBirth: '2014-02-02', localityId };
    const answer = await teacher.post('/children', body);
    expect([name, [201, 409, 422].includes(answer.status)]).toEqual([name, true]);
    if (answer.status === 201)
      expect((await teacher.get(`/children/${answer.body.id}`)).body.givenNames).toBe(answer.body.givenNames);
    if (answer.status === 422) expect(answer.body.errors[0].field).toBe('givenNames');
    const found = await teacher.get(
      `/children?${new URLSearchParams({ name: Buffer.from(name).toString(), reason: REASON })}`,
    );
    expect([name, [200, 422].includes(found.status)]).toEqual([name, true]);
    const page = await browser.submit('/children', { name, reason: REASON });
    expect([name, [200, 422].includes(page.status)]).toEqual([name, true]);
  }
}, 300_000);

test('a name is stored clean, whatever was pasted along with it', async () => {
  const id = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: '\u2068 Zoe\u0308 \u200b\u2069',
    familyName: 'Spaced   Out',
  });
  const { body } = await (await testApp.as('schoolTeacher')).get(`/children/${id}`);
  expect([body.givenNames, body.familyName]).toEqual(['Zo\u00eb', 'Spaced Out']);
  await expect(
    testApp.asOwner("update children set given_names = 'Zoe' || chr(776) where id = $1", [id]),
  ).rejects.toThrow('children_given_names_clean_check');
});

test('a name written from right to left is kept apart in the page', async () => {
  const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'محمد', familyName: 'سالم' });
  const { text } = await (await testApp.browse('schoolTeacher')).get(`/children/${id}`);
  expect(text).toContain('<bdi>محمد سالم</bdi></h1>');
});
