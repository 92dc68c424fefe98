import { agreedEpisode, agrees, recordedChild } from '../../support/scenarios.js';
import { dayFromNow } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

let pregnancies = 0;
/** Unlike each other, so that none is taken for the same child. */
const FAMILIES = ['Oxenholme', 'Aldergrove', 'Wexcombe', 'Quillfeather', 'Thornbury', 'Mistledown'];
/** An episode for an expected baby whose mother is recorded, shared with the school nurse. */
async function expectedBaby() {
  const teacher = await testApp.as('schoolTeacher');
  const name = FAMILIES[pregnancies++]!;
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: 'Baby',
    familyName: name,
    sex: 'U',
    dateOfBirth: null,
    expectedDate: dayFromNow(5),
    details: { address: '1 Invented Street', postcode: 'LE67 3BP', firstLanguage: 'eng' },
    carers: [
      { name: `Mother ${name}`, relationship: 'mother', parentalResponsibility: 'yes', livesWithChild: true },
    ],
  });
  const opened = await teacher.post('/episodes', {
    childIds: [childId],
    reason: 'Invented: a baby is expected.',
  });
  expect(opened.status).toBe(201);
  const episodeId = opened.body.id as string;
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
  return { teacher, childId, episodeId, name };
}
const baby = (givenNames: string, familyName: string, sex = 'F') => ({ givenNames, familyName, sex });

it('makes the expected baby the child who was born, with the same record', async () => {
  const { teacher, childId, episodeId, name } = await expectedBaby();
  const answer = await teacher.post(`/children/${childId}/birth`, {
    bornOn: dayFromNow(-1),
    babies: [baby('Ottilie', name)],
  });
  expect([answer.status, answer.body]).toEqual([201, { childIds: [childId] }]);
  const { body } = await teacher.get(`/children/${childId}`);
  expect(body).toMatchObject({
    givenNames: 'Ottilie',
    sex: 'F',
    dateOfBirth: dayFromNow(-1),
    expectedDate: null,
  });
  expect(body.episodes).toEqual([{ id: episodeId, open: true }]);
  expect(
    await testApp.asOwner('select pregnancy_id, expected_on::text from births where child_id = $1', [
      childId,
    ]),
  ).toEqual([{ pregnancy_id: childId, expected_on: dayFromNow(5) }]);
});

it('gives twins a record each, in the same episode, with the same mother and home, known to the same agencies', async () => {
  const { teacher, childId, episodeId, name } = await expectedBaby();
  const [{ id: mother }] = (await teacher.get(`/children/${childId}`)).body.carers as [{ id: string }];
  const members = [
    { childId, pattern: 'shared' },
    { carerId: mother, pattern: 'main' },
  ];
  expect((await teacher.post(`/children/${childId}/homes`, { kind: 'family', members })).status).toBe(201);
  const answer = await teacher.post(`/children/${childId}/birth`, {
    bornOn: dayFromNow(-1),
    babies: [baby('Ida', name), baby('Ivo', name, 'M')],
  });
  expect(answer.status).toBe(201);
  const { homes } = (await teacher.get(`/children/${childId}/family`)).body;
  expect(homes[0].members).toContainEqual(
    expect.objectContaining({
      ...{ personId: answer.body.childIds[1], pattern: 'shared', beganOn: dayFromNow(-1), endedOn: null },
    }),
  );
  const [, twinId] = answer.body.childIds as [string, string];
  const { body } = await teacher.get(`/children/${twinId}`);
  expect(body).toMatchObject({ givenNames: 'Ivo', sex: 'M', details: { address: '1 Invented Street' } });
  expect(body.carers.map((carer: { name: string }) => carer.name)).toEqual([`Mother ${name}`]);
  expect(body.siblings.map((sibling: { id: string }) => sibling.id)).toEqual([childId]);
  const nurse = await testApp.as('schoolNurse');
  expect(
    (await nurse.get(`/episodes/${episodeId}`)).body.children.map((one: { id: string }) => one.id),
  ).toEqual([childId, twinId]);
  const { changes } = (await teacher.get(`/episodes/${episodeId}/children`)).body;
  expect(changes).toMatchObject([{ childId: twinId, kind: 'added', reason: 'twin' }]);
  expect((await teacher.get(`/episodes/${episodeId}/chronology`)).text).toContain('Ivo joined this episode');
});

it('twins of a pregnancy that joined later are known to an agency only as the pregnancy was', async () => {
  const family = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
  const teacher = await testApp.as('schoolTeacher');
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: 'Baby',
    familyName: 'Laterpregnancy',
    dateOfBirth: null,
    expectedDate: dayFromNow(3),
  });
  await teacher.post(`/episodes/${family.episodeId}/children`, {
    childId,
    reason: 'needs_help',
    happenedOn: dayFromNow(0),
  });
  const answer = await teacher.post(`/children/${childId}/birth`, {
    bornOn: dayFromNow(0),
    babies: [baby('Una', 'Laterpregnancy'), baby('Uma', 'Laterpregnancy')],
  });
  const nurse = await testApp.as('schoolNurse');
  const seen = async () =>
    (await nurse.get(`/episodes/${family.episodeId}`)).body.children.map((one: { id: string }) => one.id);
  expect(await seen()).toEqual([family.childId]);
  await agrees(testApp, family.episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], {
    childIds: answer.body.childIds,
  });
  expect(await seen()).toEqual([family.childId, ...answer.body.childIds]);
});

it('questions a date far from the expected one, and is recorded once', async () => {
  const { teacher, childId, name } = await expectedBaby();
  const birth = (bornOn: string) =>
    teacher.post(`/children/${childId}/birth`, { bornOn, babies: [baby('Rae', name)] });
  for (const [day, message] of [
    [dayFromNow(1), 'The date of birth must be today or in the past'],
    [dayFromNow(-300), 'more than 20 weeks before'],
  ] as const) {
    const { status, body } = await birth(day);
    expect([status, body.errors[0].field]).toEqual([422, 'bornOn']);
    expect(body.errors[0].message).toContain(message);
  }
  expect((await birth(dayFromNow(0))).status).toBe(201);
  expect((await birth(dayFromNow(0))).status).toBe(409);
});

it('is for those who may change the record: a stranger finds no child, a reader is refused', async () => {
  const { childId, name } = await expectedBaby();
  const birth = async (persona: string) =>
    (
      await (
        await testApp.as(persona)
      ).post(`/children/${childId}/birth`, { bornOn: dayFromNow(0), babies: [baby('Rae', name)] })
    ).status;
  expect([await birth('outsider'), await birth('schoolNurse')]).toEqual([404, 403]);
});

it('that is overdue is a task on the home page of those who may record it, until it is recorded or the pregnancy has ended', async () => {
  const family = await expectedBaby();
  const tasks = async (persona: string): Promise<boolean> =>
    (await (await testApp.browse(persona)).get('/')).text.includes(
      `href="/children/${family.childId}/birth"`,
    );
  const expectedOn = (day: string) =>
    testApp.asOwner('update children set expected_date = $2 where id = $1', [family.childId, day]);
  await expectedOn(dayFromNow(-13));
  expect(await tasks('schoolTeacher')).toBe(false);
  await expectedOn(dayFromNow(-20));
  for (const [persona, isAsked] of [
    ['schoolTeacher', true],
    ['schoolNurse', false],
    ['schoolManager', false],
    ['coordinatorNwl', false],
    ['outsider', false],
  ] as const)
    expect([persona, await tasks(persona)]).toEqual([persona, isAsked]);
  expect((await testApp.sql('schoolNurse', "select 1 from access.overdue_births('2999-01-01')")).length).toBe(
    0,
  );
  const death = { dateKnown: 'not_known', source: 'family' };
  expect((await family.teacher.post(`/children/${family.childId}/death`, death)).status).toBe(201);
  expect(await tasks('schoolTeacher')).toBe(false);
  const reason = { reason: 'The wrong child' };
  expect((await family.teacher.post(`/children/${family.childId}/death/undoing`, reason)).status).toBe(200);
  expect(await tasks('schoolTeacher')).toBe(true);
  const born = { bornOn: dayFromNow(-15), babies: [baby('Rae', family.name)] };
  expect((await family.teacher.post(`/children/${family.childId}/birth`, born)).status).toBe(201);
  expect(await tasks('schoolTeacher')).toBe(false);
});

it('an expected date more than 42 weeks ahead is questioned', async () => {
  const answer = await (
    await testApp.as('schoolTeacher')
  ).post('/children', {
    ...baby('Far', 'Off', 'U'),
    expectedDate: dayFromNow(296),
    localityId: (await (await testApp.as('schoolTeacher')).get('/localities')).body.items[0].id,
  });
  expect([answer.status, answer.body.errors[0]]).toEqual([
    422,
    { field: 'expectedDate', message: 'The expected date must be within the next 42 weeks' },
  ]);
});
