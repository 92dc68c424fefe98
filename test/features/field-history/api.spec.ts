import { agreedEpisode, atStatus, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly changedBy: string | null;
  readonly about: string | null;
}
const changes = async (persona: string, childId: string): Promise<Change[]> =>
  (await (await testApp.as(persona)).get(`/children/${childId}/changes`)).body.items;
const fields = async (persona: string, childId: string): Promise<string[]> =>
  (await changes(persona, childId)).map(({ field }) => field).sort();

async function change(childId: string, body: object, persona = 'healthVisitor') {
  const by = await testApp.as(persona);
  const { version } = (await by.get(`/children/${childId}`)).body;
  const answer = await by.patch(`/children/${childId}`, body, { ifMatch: `"v${version}"` });
  expect(answer.status).toBe(200);
}

describe('the changes of a child’s details', () => {
  it('say who changed what, from what to what', async () => {
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    await change(childId, { sex: 'M', details: { religion: 'sikh', senNeeds: ['SLCN'] } });
    await change(childId, { details: { religion: 'none' } });
    const [latest, ...earlier] = await changes('healthVisitor', childId);
    expect(latest).toMatchObject({
      ...{ field: 'religion', before: 'sikh', after: 'none', changedBy: 'Rosalind Peachtree', about: null },
    });
    expect(earlier).toContainEqual(expect.objectContaining({ field: 'sex', before: 'F', after: 'M' }));
    expect(earlier).toContainEqual(expect.objectContaining({ field: 'senNeeds', before: '', after: 'SLCN' }));
    expect(await fields('schoolTeacher', childId)).toEqual(['religion', 'religion', 'senNeeds', 'sex']);
  });

  it('hold nothing when nothing changed, and nothing of a change that failed', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    await change(childId, { sex: 'F', details: { religion: null } });
    const refused = await (
      await testApp.as('healthVisitor')
    ).patch(`/children/${childId}`, { sex: 'M' }, { ifMatch: '"v1"' });
    expect(refused.status).toBe(412);
    expect(await changes('healthVisitor', childId)).toEqual([]);
  });

  it('hold a change by raw SQL, in the name of the practitioner who made it', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    await testApp.sql('healthVisitor', "update child_details set religion = 'sikh' where child_id = $1", [
      childId,
    ]);
    expect(await changes('healthVisitor', childId)).toMatchObject([
      { field: 'religion', after: 'sikh', changedBy: 'Rosalind Peachtree' },
    ]);
    await testApp.asOwner("update child_details set religion = 'none' where child_id = $1", [childId]);
    expect((await changes('healthVisitor', childId))[0]).toMatchObject({ after: 'none', changedBy: null });
  });

  it('hold those of a carer', async () => {
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    await (
      await testApp.as('healthVisitor')
    ).post(`/children/${childId}/carers`, {
      ...{ name: 'Invented Carer', relationship: 'mother', parentalResponsibility: 'not_known' },
    });
    const [carer] = await testApp.asOwner<{ id: string }>(
      'select carer_id as id from child_carers where child_id = $1',
      [childId],
    );
    await testApp.sql('healthVisitor', "update carers set name = 'Renamed Carer' where id = $1", [carer!.id]);
    expect(await changes('schoolTeacher', childId)).toMatchObject([
      { field: 'name', before: 'Invented Carer', after: 'Renamed Carer', about: 'Renamed Carer' },
    ]);
  });

  it('leave out names, of which one may be sealed', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    await change(childId, { familyName: 'Renamed', formerName: { as: 'keep' } });
    expect(await changes('healthVisitor', childId)).toEqual([]);
  });
});

describe('who reads them', () => {
  it('are those who may read the field now: T0 for the index of details, T1 for the rest', async () => {
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher'], ['T0']);
    await change(childId, { sex: 'M', details: { religion: 'sikh', address: '1 Invented Lane' } });
    expect(await fields('healthVisitor', childId)).toEqual(['address', 'religion', 'sex']);
    expect(await fields('schoolTeacher', childId)).toEqual(['sex']);
    for (const id of [childId, UNKNOWN_ID])
      expect((await (await testApp.as('outsider')).get(`/children/${id}/changes`)).status).toBe(404);
    expect(
      await testApp.sql('outsider', 'select 1 from child_changes where child_id = $1', [childId]),
    ).toEqual([]);
  });

  it('never includes an address, a school or a number under a shield, of the past either', async () => {
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const visitor = await testApp.as('healthVisitor');
    await change(childId, { details: { address: '1 Former Lane', educationSetting: 'Former School' } });
    await change(childId, { details: { address: '2 Present Lane', religion: 'sikh' } });
    expect(await fields('schoolTeacher', childId)).toEqual([
      'address',
      'address',
      'educationSetting',
      'religion',
    ]);
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await visitor.post(`/children/${childId}/shields`, asked)).status).toBe(201);
    expect(await fields('schoolTeacher', childId)).toEqual(['religion']);
    expect(await fields('healthVisitor', childId)).toEqual([
      'address',
      'address',
      'educationSetting',
      'religion',
    ]);
    const rows = await testApp.sql<{ scope: string }>(
      'schoolTeacher',
      'select scope from child_changes where child_id = $1',
      [childId],
    );
    expect(rows).toEqual([{ scope: 'details' }]);
    const page = await (await testApp.browse('schoolTeacher')).get(`/children/${childId}/changes`);
    expect(page.text).toContain('Sikh');
    expect(page.text).not.toMatch(/Former|Present/);
  });

  it('no one adds, changes or removes one', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    await change(childId, { sex: 'M' });
    for (const sql of [
      'update child_changes set after = \'"F"\' where child_id = $1',
      'delete from child_changes where child_id = $1',
      `insert into child_changes (id, child_id, relation, row_id, field, scope, changed_at)
         values (gen_random_uuid(), $1, 'children', $1, 'sex', 'identity', now())`,
    ])
      await expect(testApp.sql('healthVisitor', sql, [childId])).rejects.toThrow(/permission denied/);
  });
});

describe('the changes of a plan', () => {
  async function planned(topic = '') {
    const { episodeId, childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    await atStatus(testApp, episodeId, 'assessed');
    const visitor = await testApp.as('healthVisitor');
    const { practitionerId } = await testApp.actor('schoolTeacher');
    await visitor.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
    const outcome = await visitor.post(`/episodes/${episodeId}/plan/outcomes`, {
      ...{ description: 'Sleeps at night.', everyChildMatters: 'be_healthy', startingScore: 2 },
      ...(topic ? { topic } : {}),
    });
    const action = await visitor.post(`/episodes/${episodeId}/plan/actions`, {
      ...{ outcomeId: outcome.body.id, description: 'Ring the clinic.', doerName: 'Grandmother' },
      dueOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    });
    expect([outcome.status, action.status]).toEqual([201, 201]);
    return { episodeId, childId, actionId: action.body.id as string, outcomeId: outcome.body.id as string };
  }
  const planChanges = async (persona: string, episodeId: string) =>
    (await testApp.as(persona)).get(`/episodes/${episodeId}/plan/changes`);

  it('say who changed an outcome or action, for those who read the plan', async () => {
    const { episodeId, actionId } = await planned();
    await testApp.sql(
      'healthVisitor',
      "update plan_actions set description = 'Ring the school.' where id = $1",
      [actionId],
    );
    for (const persona of ['healthVisitor', 'schoolTeacher'])
      expect((await planChanges(persona, episodeId)).body.items).toMatchObject([
        {
          ...{ field: 'description', before: 'Ring the clinic.', after: 'Ring the school.' },
          ...{ about: 'Ring the school.', changedBy: 'Rosalind Peachtree' },
        },
      ]);
    expect((await planChanges('outsider', episodeId)).status).toBe(404);
  });

  it('of a sensitive one are for those who may know its topic', async () => {
    const { episodeId, outcomeId } = await planned('mental_health');
    await testApp.sql('healthVisitor', "update plan_outcomes set description = 'Sleeps.' where id = $1", [
      outcomeId,
    ]);
    expect((await planChanges('healthVisitor', episodeId)).body.items).toHaveLength(1);
    expect((await planChanges('schoolTeacher', episodeId)).body.items).toEqual([]);
  });

  it('and of the child stand in the chronology', async () => {
    const { episodeId, childId, actionId } = await planned();
    await change(childId, { details: { religion: 'sikh' } });
    await testApp.sql(
      'healthVisitor',
      "update plan_actions set description = 'Ring the school.' where id = $1",
      [actionId],
    );
    const { body } = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/chronology`);
    const said = body.items.map(({ what }: { what: string }) => what);
    expect(said).toContainEqual(
      expect.stringMatching(/^Religion of Test\d+ changed from nothing to “Sikh”\.$/),
    );
    expect(said).toContain('Description changed from “Ring the clinic.” to “Ring the school.”.');
  });
});
