import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const SCHOOL = { setting: 'Invented Primary', attendance: 'on_roll', yearGroup: 'Y3', fromOn: '2020-09-01' };

/** A child of the health visitor whose family shares basic details with the school. */
async function shared(topics: string[] = []): Promise<{ childId: string; episodeId: string }> {
  const opened = await openedEpisode(testApp, 'healthVisitor');
  await agrees(testApp, opened.episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1', 'T2']);
  if (topics.length > 0) {
    const agencyId = (await testApp.actor('schoolTeacher')).agencyId;
    await agrees(testApp, opened.episodeId, 'healthVisitor', [], [], {
      agencies: [{ agencyId, tiers: ['T0', 'T1', 'T2', 'T3'], topics }],
    });
  }
  return opened;
}
const context = async (persona: string, childId: string) =>
  (await (await testApp.as(persona)).get(`/children/${childId}/context`)).body;
const version = async (childId: string): Promise<string> =>
  `"v${(await (await testApp.as('healthVisitor')).get(`/children/${childId}`)).body.version}"`;

describe('the details of a child', () => {
  const FULL = {
    ...{
      ethnicity: 'ASKN',
      otherLanguages: ['pol', 'urd'],
      interpreter: 'spoken',
      interpreterArranged: 'no',
    },
    ...{ accessNeeds: ['large_print', 'transport'], accessNeedsArranged: ['transport'] },
    ...{ senProvision: 'K', senNeeds: ['SLCN', 'ASD'], youngCarer: 'yes', exclusionRisk: 'not_known' },
    ...{ lookedAfter: 'accommodated', lookedAfterFrom: '2024-01-01', lookedAfterUntil: '2024-06-01' },
    ...{ nhsNumber: '9990123454', uln: '1000000043', upn: 'E855200106001' },
  };

  it('hold identity and context in full, and read as they were given', async () => {
    const { childId } = await shared();
    const visitor = await testApp.as('healthVisitor');
    const changed = await visitor.patch(
      `/children/${childId}`,
      { details: FULL },
      { ifMatch: await version(childId) },
    );
    expect([changed.status, changed.body.details]).toMatchObject([200, FULL]);
    const teacher = await (await testApp.as('schoolTeacher')).get(`/children/${childId}`);
    expect(teacher.body.details).toMatchObject(FULL);
    expect((await (await testApp.as('outsider')).get(`/children/${childId}`)).status).toBe(404);
  });

  it.each([
    [{ nhsNumber: '9990123455' }, 'details.nhsNumber'],
    [{ uln: '1000000044' }, 'details.uln'],
    [{ upn: 'A855200106001' }, 'details.upn'],
    [{ accessNeeds: ['transport'], accessNeedsArranged: ['braille'] }, 'details.accessNeedsArranged'],
    [{ senNeeds: ['SLCN', 'ASD', 'PD'] }, 'details.senNeeds'],
    [{ lookedAfterFrom: '2090-01-01' }, 'details.lookedAfterFrom'],
    [{ lookedAfterUntil: '2024-01-01' }, 'details.lookedAfterFrom'],
    [{ lookedAfterFrom: '2024-02-01', lookedAfterUntil: '2024-01-01' }, 'details.lookedAfterUntil'],
    [{ youngCarer: 'perhaps' }, 'details.youngCarer'],
  ])('show what is wrong with %j beside %s', async (details, field) => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    const { status, body } = await (
      await testApp.as('healthVisitor')
    ).patch(`/children/${childId}`, { details }, { ifMatch: await version(childId) });
    expect([status, body.errors?.[0].field]).toEqual([422, field]);
  });
});

describe('schools and settings', () => {
  it('are kept with their dates, the present one first, and become the school of the child', async () => {
    const { childId } = await shared();
    const visitor = await testApp.as('healthVisitor');
    await visitor.post(`/children/${childId}/schools`, {
      ...SCHOOL,
      ...{ setting: 'Invented Nursery', attendance: 'early_years', untilOn: '2020-12-31' },
    });
    const added = await visitor.post(`/children/${childId}/schools`, SCHOOL);
    expect(added.status).toBe(201);
    expect(added.body.schools.map(({ setting }: { setting: string }) => setting)).toEqual([
      'Invented Primary',
      'Invented Nursery',
    ]);
    expect((await visitor.get(`/children/${childId}`)).body.details.educationSetting).toBe(
      'Invented Primary',
    );
    expect((await context('schoolTeacher', childId)).schools).toHaveLength(2);
    const [present] = added.body.schools;
    const change = (changes: object) => visitor.patch(`/children/${childId}/schools/${present.id}`, changes);
    const schoolNow = async () => (await visitor.get(`/children/${childId}`)).body.details.educationSetting;
    expect((await change({ setting: 'Invented Junior' })).body.schools[0]).toMatchObject({
      ...SCHOOL,
      setting: 'Invented Junior',
    });
    expect(await schoolNow()).toBe('Invented Junior');
    const ended = await change({ untilOn: '2021-07-20' });
    expect([ended.status, ended.body.schools[0]]).toMatchObject([
      200,
      { setting: 'Invented Junior', untilOn: '2021-07-20' },
    ]);
    expect(await schoolNow()).toBeNull();
  });

  it('end on or after the day they began, and not in the future', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    for (const untilOn of ['2020-08-31', '2090-01-01']) {
      const { status, body } = await visitor.post(`/children/${childId}/schools`, { ...SCHOOL, untilOn });
      expect([status, body.errors[0].field]).toEqual([422, 'untilOn']);
    }
  });

  it('are hidden by a shield from all who are not named, with the numbers in other systems', async () => {
    const { childId } = await shared();
    const visitor = await testApp.as('healthVisitor');
    await visitor.post(`/children/${childId}/schools`, SCHOOL);
    await visitor.post(`/children/${childId}/references`, { system: 'Invented', number: 'AB 12' });
    expect((await context('schoolTeacher', childId)).references).toMatchObject([{ number: 'AB12' }]);
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await visitor.post(`/children/${childId}/shields`, asked)).status).toBe(201);
    expect(await context('schoolTeacher', childId)).toEqual({ schools: [], references: [], immigration: [] });
    expect((await context('healthVisitor', childId)).schools).toHaveLength(1);
    for (const table of ['child_schools', 'child_references'])
      expect(
        await testApp.sql('schoolTeacher', `select 1 from ${table} where child_id = $1`, [childId]),
      ).toEqual([]);
    const page = await (await testApp.browse('schoolTeacher')).get(`/children/${childId}`);
    expect(page.text).not.toContain('Invented Primary');
  });
});

describe('a number in another system', () => {
  it('belongs to one child of those whom the writer may know, and says nothing of the others', async () => {
    const mine = await openedEpisode(testApp, 'healthVisitor');
    const second = await openedEpisode(testApp, 'healthVisitor');
    const theirs = await openedEpisode(testApp, 'housingOfficer');
    const visitor = await testApp.as('healthVisitor');
    const add = async (persona: string, childId: string) =>
      (await testApp.as(persona)).post(`/children/${childId}/references`, {
        system: 'Mosaic',
        number: 'X77',
      });
    expect((await add('healthVisitor', mine.childId)).status).toBe(201);
    const twice = await add('healthVisitor', second.childId);
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('belongs to another child')]);
    expect((await add('housingOfficer', theirs.childId)).status).toBe(201);
    const [reference] = (await context('healthVisitor', mine.childId)).references;
    const ended = await visitor.post(`/children/${mine.childId}/references/${reference.id}/end`);
    expect([ended.status, ended.body.references]).toEqual([200, []]);
    expect((await add('healthVisitor', second.childId)).status).toBe(201);
  });

  it('is once in a system, and of letters and digits', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    const add = (number: string) =>
      visitor.post(`/children/${childId}/references`, { system: 'Liquidlogic', number });
    expect((await add('L-1')).status).toBe(201);
    const second = await add('L-2');
    expect([second.status, second.body.errors[0].field]).toEqual([422, 'system']);
    const wrong = await add('L/1');
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'number']);
  });
});

describe('immigration status', () => {
  it('is for the person who recorded it and for those with the topic, and stays when another is recorded', async () => {
    const { childId } = await shared();
    const visitor = await testApp.as('healthVisitor');
    for (const status of ['asylum_family', 'refugee']) {
      const recorded = await visitor.post(`/children/${childId}/immigration-statuses`, {
        status,
        note: 'Invented',
      });
      expect(recorded.status).toBe(201);
    }
    expect((await context('healthVisitor', childId)).immigration).toMatchObject([
      { status: 'refugee' },
      { status: 'asylum_family' },
    ]);
    // The school reads the basic details and not this.
    expect((await context('schoolTeacher', childId)).immigration).toEqual([]);
    const rows = 'select status from child_immigration_statuses where child_id = $1';
    expect(await testApp.sql('schoolTeacher', rows, [childId])).toEqual([]);
    expect(await testApp.sql('healthVisitor', rows, [childId])).toHaveLength(2);
  });

  it('opens to a team member whose agency the family agreed the topic for', async () => {
    const { childId, episodeId } = await shared(['immigration']);
    const visitor = await testApp.as('healthVisitor');
    await visitor.post(`/children/${childId}/immigration-statuses`, { status: 'refugee' });
    expect((await context('schoolTeacher', childId)).immigration).toEqual([]);
    const { practitionerId } = await testApp.actor('schoolTeacher');
    await visitor.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
    expect((await context('schoolTeacher', childId)).immigration).toMatchObject([{ status: 'refugee' }]);
  });
});

it('nothing of a child out of reach is there, read or written', async () => {
  const { childId } = await openedEpisode(testApp, 'healthVisitor');
  const outsider = await testApp.as('outsider');
  const answers = [];
  for (const id of [childId, UNKNOWN_ID])
    answers.push([
      (await outsider.get(`/children/${id}/context`)).status,
      (await outsider.post(`/children/${id}/schools`, SCHOOL)).status,
      (await outsider.post(`/children/${id}/references`, { system: 'x', number: '1' })).status,
      (await outsider.post(`/children/${id}/immigration-statuses`, { status: 'refugee' })).status,
    ]);
  expect(answers).toEqual([
    [404, 404, 404, 404],
    [404, 404, 404, 404],
  ]);
});
