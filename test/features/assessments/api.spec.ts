import { registeredEpisode, saveChecklist } from '../../support/assessing.js';
import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const SECTIONS = {
  people_present: {
    people: [
      { name: 'Tess', role: 'Child' },
      { name: 'Tess’s mother', role: 'Mother' },
    ],
  },
  reason: { what_led: 'Tess stopped coming on Mondays.' },
  conclusions: {
    strengths_summary: 'A close family.',
    needs_summary: 'Sleep and mornings.',
    needs_category: 'additional',
    goals: 'Tess is in school every Monday.',
  },
  comments: { child_comment: 'I like drawing.', parent_comment_missing: 'absent' },
};
const ELEMENTS = [
  { element: 'A1a', strengths: 'Well', needs: 'Sleeps badly' },
  { element: 'B1', strengths: 'Warm and fed' },
  { element: 'C3', notExploredBecause: 'The family will talk about money next time' },
];

type Client = Awaited<ReturnType<TestApp['as']>>;

async function shared(): Promise<{ id: string; teacher: Client; visitor: Client }> {
  const { episodeId: id } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
  const teacher = await testApp.as('schoolTeacher');
  await saveChecklist(teacher, id);
  await joinTeam(id, 'healthVisitor');
  return { id, teacher, visitor: await testApp.as('healthVisitor') };
}

async function joinTeam(episodeId: string, persona: string): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, joined_at, added_by)
     values (gen_random_uuid(), $1, $2, $3, 'member', now() - interval '1 second', $2)`,
    [episodeId, practitionerId, agencyId],
  );
}

const etag = async (client: Client, id: string) => (await client.get(`/episodes/${id}/assessment`)).etag!;
const write = async (client: Client, id: string, body: object) =>
  client.patch(`/episodes/${id}/assessment`, body, { ifMatch: await etag(client, id) });

const withoutInstance = ({ instance: _instance, ...body }: Record<string, unknown>) => body;

describe('writing the common assessment', () => {
  it('begins with the first saved text, and the episode’s status becomes assessing', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    expect(await teacher.get(`/episodes/${id}/assessment`)).toMatchObject({
      status: 200,
      etag: '"v0"',
      body: { status: 'not_started', number: null },
    });
    const saved = await write(teacher, id, { sections: { reason: { what_led: '  Tess stopped coming. ' } } });
    expect(saved).toMatchObject({
      status: 200,
      body: { number: 1, status: 'draft', sections: { reason: { what_led: 'Tess stopped coming.' } } },
    });
    expect(saved.body.assessor.id).toBe((await testApp.actor('schoolTeacher')).practitionerId);
    expect((await teacher.get(`/episodes/${id}`)).body.status).toBe('assessing');
  });

  it('cannot begin before the checklist is complete', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const early = await write(await testApp.as('schoolTeacher'), episodeId, { elements: [ELEMENTS[0]] });
    expect(early.status).toBe(409);
    expect(early.body.detail).toBe('You cannot start the assessment now: its checklist is not complete.');
  });

  it('keeps existing text when a part is added, and removes a part when it is blank', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    await write(teacher, id, {
      sections: { conclusions: { strengths_summary: 'Close', goals: 'School' } },
      elements: [ELEMENTS[0]!],
    });
    const saved = await write(teacher, id, {
      sections: { conclusions: { goals: '' } },
      elements: [{ element: 'A1a', childsWords: 'I dream' }],
    });
    expect(saved.body.sections.conclusions).toEqual({ strengths_summary: 'Close' });
    expect(saved.body.elements).toMatchObject([
      { element: 'A1a', needs: 'Sleeps badly', childsWords: 'I dream', version: 2 },
    ]);
  });

  it('refuses parts that the form does not have, and says which', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    const body = {
      sections: {
        reason: { what_led: 'x', secret: 'y' },
        weather: {},
        conclusions: { needs_category: 'huge' },
        people_present: { people: [{ role: 'Father' }] },
      },
      elements: [{ element: 'A1a', strengths: 'x', notExploredBecause: 'y' }],
    };
    const refused = await write(teacher, id, body);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'sections.reason.secret',
      'sections.weather',
      'sections.conclusions.needs_category',
      'sections.people_present.people',
      'elements.0.notExploredBecause',
    ]);
    expect(
      (await write(teacher, id, { elements: [{ element: 'Z9', strengths: 'x' }] })).body.errors[0].field,
    ).toBe('elements.0.element');
    expect((await teacher.get(`/episodes/${id}/assessment`)).body.status).toBe('not_started');
  });

  it('does not let a stale version win: the second of two writers is shown what the first wrote', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    await write(teacher, id, { sections: { reason: { what_led: 'First' } } });
    const seen = await etag(teacher, id);
    await teacher.patch(
      `/episodes/${id}/assessment`,
      { sections: { reason: { what_led: 'Hers' } } },
      { ifMatch: seen },
    );
    const late = await teacher.patch(
      `/episodes/${id}/assessment`,
      { sections: { reason: { what_led: 'Mine' } } },
      { ifMatch: seen },
    );
    expect(late).toMatchObject({
      status: 412,
      body: { current: { sections: { reason: { what_led: 'Hers' } } } },
    });
  });

  it('lets a team member contribute an element but no section, and keeps its first writer', async () => {
    const { id, teacher, visitor } = await shared();
    await write(teacher, id, { elements: [ELEMENTS[0]!] });
    const added = await write(visitor, id, {
      elements: [
        { element: 'A1a', evidence: 'Red book' },
        { element: 'A1b', needs: 'Small' },
      ],
    });
    expect(added.status).toBe(200);
    const [first, second] = added.body.elements;
    expect(first).toMatchObject({
      evidence: 'Red book',
      strengths: 'Well',
      writtenBy: { id: (await testApp.actor('schoolTeacher')).practitionerId },
    });
    expect(first.savedBy.id).toBe((await testApp.actor('healthVisitor')).practitionerId);
    expect(second.writtenBy.id).toBe((await testApp.actor('healthVisitor')).practitionerId);
    expect((await write(visitor, id, { sections: SECTIONS })).status).toBe(403);
    expect((await visitor.post(`/episodes/${id}/assessment/completion`)).status).toBe(403);
  });

  it('under a topic is read by its writer and by those with consent for the topic, and by no one else', async () => {
    const { id, teacher, visitor } = await shared();
    await write(teacher, id, { elements: [ELEMENTS[0]!] });
    const secret = { element: 'C1', topic: 'mental_health', needs: 'A passage for few' };
    expect((await write(visitor, id, { elements: [secret] })).body.elements).toMatchObject([
      { element: 'A1a' },
      secret,
    ]);
    expect((await teacher.get(`/episodes/${id}/assessment`)).text).not.toContain('A passage for few');
    expect(
      await testApp.sql(
        'schoolTeacher',
        'select 1 from assessment_elements where episode_id = $1 and topic <> $2',
        [id, ''],
      ),
    ).toEqual([]);
    expect(
      await testApp.sql(
        'healthVisitor',
        'select 1 from assessment_elements where episode_id = $1 and topic <> $2',
        [id, ''],
      ),
    ).toHaveLength(1);
  });

  it('gives no sign of a hidden passage to a colleague who writes under the same topic', async () => {
    const { id, teacher, visitor } = await shared();
    await write(teacher, id, { elements: [ELEMENTS[0]!] });
    await write(visitor, id, { elements: [{ element: 'C1', topic: 'mental_health', needs: 'Hers' }] });
    const own = await write(teacher, id, {
      elements: [{ element: 'C1', topic: 'mental_health', needs: 'His' }],
    });
    expect(own.status).toBe(200);
    expect(own.body.elements.filter((each: { topic: string }) => each.topic)).toMatchObject([
      { needs: 'His', version: 1 },
    ]);
  });

  it('gets 404 for an agency without the family’s consent, to read or to write', async () => {
    const { id, teacher } = await shared();
    await write(teacher, id, { elements: [ELEMENTS[0]!] });
    const housing = await testApp.as('housingOfficer');
    expect(withoutInstance((await housing.get(`/episodes/${id}/assessment`)).body)).toEqual(
      withoutInstance((await housing.get(`/episodes/${NOWHERE}/assessment`)).body),
    );
    expect(
      (await housing.patch(`/episodes/${id}/assessment`, { elements: [ELEMENTS[0]] }, { ifMatch: '"v2"' }))
        .status,
    ).toBe(404);
    expect((await housing.get(`/episodes/${id}/assessment/versions`)).status).toBe(404);
  });
});

describe('completing the common assessment', () => {
  it('waits until a consent decision of the family is recorded', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    await write(teacher, id, { sections: SECTIONS, elements: ELEMENTS });
    const early = await teacher.post(`/episodes/${id}/assessment/completion`);
    expect(early.status).toBe(409);
    expect(early.body.detail).toContain('Record the family’s decision');
  });

  it('names every mandatory part that is missing', async () => {
    const { id, teacher } = await shared();
    await write(teacher, id, { elements: [ELEMENTS[0]!] });
    const refused = await teacher.post(`/episodes/${id}/assessment/completion`);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'sections.people_present.people',
      'sections.reason.what_led',
      'sections.conclusions.strengths_summary',
      'sections.conclusions.needs_summary',
      'sections.conclusions.needs_category',
      'sections.conclusions.goals',
      'sections.comments.child_comment',
      'sections.comments.parent_comment',
      'elements.B',
      'elements.C',
    ]);
    expect((await teacher.get(`/episodes/${id}`)).body.status).toBe('assessing');
  });

  it('freezes it, for the program and for SQL alike, and the episode is assessed', async () => {
    const { id, teacher } = await shared();
    await write(teacher, id, { sections: SECTIONS, elements: ELEMENTS });
    const complete = await teacher.post(`/episodes/${id}/assessment/completion`);
    expect(complete).toMatchObject({
      status: 200,
      body: { status: 'complete', number: 1, progress: { missing: [] } },
    });
    expect((await teacher.get(`/episodes/${id}`)).body.status).toBe('assessed');
    const late = await write(teacher, id, { elements: [{ element: 'A2', needs: 'Too late' }] });
    expect(late).toMatchObject({
      status: 409,
      body: { detail: 'This assessment is completed and can no longer be edited. Start a new version.' },
    });
    for (const change of [
      'update assessment_elements set needs = $2 where episode_id = $1',
      'update assessments set completed_at = null where episode_id = $1 and $2 <> $1::text',
    ])
      await expect(testApp.sql('schoolTeacher', change, [id, 'Changed'])).rejects.toThrow(
        'A completed assessment cannot be changed',
      );
  });

  it('happens once: a second person pressing the button is told so', async () => {
    const { id, teacher } = await shared();
    await write(teacher, id, { sections: SECTIONS, elements: ELEMENTS });
    await teacher.post(`/episodes/${id}/assessment/completion`);
    expect((await teacher.post(`/episodes/${id}/assessment/completion`)).status).toBe(409);
  });
});

describe('a new version', () => {
  it('begins as a copy of the last, with passages hidden from its author, and leaves the old one unchanged', async () => {
    const { id, teacher, visitor } = await shared();
    await write(teacher, id, { sections: SECTIONS, elements: ELEMENTS });
    await write(visitor, id, { elements: [{ element: 'C1', topic: 'mental_health', needs: 'Hers' }] });
    await teacher.post(`/episodes/${id}/assessment/completion`);
    const begun = await teacher.post(`/episodes/${id}/assessment`);
    expect(begun).toMatchObject({ status: 201, body: { number: 2, status: 'draft', sections: SECTIONS } });
    expect(begun.body.elements).toHaveLength(3);
    expect((await teacher.get(`/episodes/${id}`)).body.status).toBe('assessing');
    await write(teacher, id, { sections: { reason: { what_led: 'A year later.' } } });
    expect((await visitor.get(`/episodes/${id}/assessment`)).body.elements).toMatchObject([
      {},
      {},
      { needs: 'Hers', topic: 'mental_health' },
      {},
    ]);
    expect((await teacher.get(`/episodes/${id}/assessment/versions/1`)).body).toMatchObject({
      status: 'complete',
      sections: { reason: SECTIONS.reason },
    });
    expect((await teacher.get(`/episodes/${id}/assessment/versions`)).body.items).toMatchObject([
      { number: 2, status: 'draft' },
      { number: 1, status: 'complete' },
    ]);
    expect((await teacher.get(`/episodes/${id}/assessment/versions/3`)).status).toBe(404);
    expect((await teacher.post(`/episodes/${id}/assessment`)).status).toBe(409);
  });

  it('cannot be started by a practitioner who may not edit', async () => {
    const { id, teacher } = await shared();
    await write(teacher, id, { sections: SECTIONS, elements: ELEMENTS });
    await teacher.post(`/episodes/${id}/assessment/completion`);
    const [first] = await testApp.asOwner<{ id: string }>(
      'select id from assessments where episode_id = $1',
      [id],
    );
    await teacher.post(`/episodes/${id}/assessment`);
    const [second] = await testApp.asOwner<{ id: string }>(
      'select id from assessments where episode_id = $1 and number = 2',
      [id],
    );
    for (const persona of ['healthVisitor', 'housingOfficer', 'schoolTeacher'])
      await expect(
        testApp.sql(persona, 'select access.copy_assessment($1, $2)', [first!.id, second!.id]),
      ).rejects.toThrow('Only the last completed version');
  });

  it('always lists its parts in the same order, however its rows are stored', async () => {
    const { id, teacher } = await shared();
    await write(teacher, id, { sections: SECTIONS, elements: ELEMENTS });
    const before = await teacher.get(`/episodes/${id}/assessment`);
    for (const table of ['assessment_sections', 'assessment_elements'])
      await testApp.asOwner(`update ${table} set saved_at = saved_at where id =
        (select id from ${table} where episode_id = '${id}' order by ctid limit 1)`);
    const after = await teacher.get(`/episodes/${id}/assessment`);
    expect(after.text).toBe(before.text);
    const sections = Object.keys(after.body.sections as object);
    expect(sections).toEqual([...sections].sort());
  });
});
