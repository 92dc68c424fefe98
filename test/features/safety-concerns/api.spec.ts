import type { ApiClient } from '../../support/api-client.js';
import { agreedEpisode, agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const UNSAFE = { safe_from_harm: { answer: 'no', note: 'Bruises on both arms' } };
const NEVER = '01a00000-0000-7000-8000-00000000dead';
const ANSWER = {
  actionTaken: 'Rang the front door, who will visit today',
  actionAt: '2026-01-05T10:30:00Z',
  spokenTo: 'Duty social worker',
  reference: 'LCC 1234',
};

async function saves(episodeId: string, version: number, body: object, by = 'schoolTeacher') {
  const client = await testApp.as(by);
  return client.put(`/episodes/${episodeId}/checklist`, body, { ifMatch: `"v${version}"` });
}
async function standingFor(persona: string, episodeId: string) {
  return (await (await testApp.as(persona)).get(`/episodes/${episodeId}`)).body.safetyConcerns;
}
async function unsafeEpisode(personas: readonly string[] = [], tiers?: string[]) {
  const { episodeId, childId } = await agreedEpisode(
    testApp,
    'schoolTeacher',
    ['schoolTeacher', ...personas],
    tiers,
  );
  expect((await saves(episodeId, 0, { answers: UNSAFE })).status).toBe(200);
  const [concern] = await standingFor('schoolTeacher', episodeId);
  return { episodeId, childId, concernId: concern.id as string };
}
const messagesTo = async (episodeId: string, subject: string): Promise<string[]> =>
  (
    await testApp.asOwner<{ name: string }>(
      `select p.name from messages m join practitioners p on p.id = m.recipient_id
       where m.href like '/episodes/' || $1 || '%' and m.subject = $2 order by 1`,
      [episodeId, subject],
    )
  ).map(({ name }) => name);
const postAnswer = (client: ApiClient, episodeId: string, id: string, more: object = {}) =>
  client.post(`/episodes/${episodeId}/safety-concerns/${id}/answer`, { ...ANSWER, ...more });

describe('a safety concern', () => {
  it('is raised by a checklist that says the child is not safe, draft or not, and is shown on the episode', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    expect(await standingFor('schoolTeacher', episodeId)).toEqual([]);
    await saves(episodeId, 0, { answers: UNSAFE });
    const [concern] = await standingFor('schoolTeacher', episodeId);
    expect(concern).toMatchObject({
      ground: 'not_safe',
      said: 'Bruises on both arms',
      checklistVersion: 1,
      raisedRole: 'practitioner',
      answer: null,
    });
    expect(
      await testApp.asOwner('select child_id from safety_concerns where episode_id = $1', [episodeId]),
    ).toEqual([{ child_id: childId }]);
  });

  it('is raised by the decision to follow safeguarding procedures', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    await saves(episodeId, 0, { decision: 'safeguarding' });
    expect(await standingFor('schoolTeacher', episodeId)).toMatchObject([{ ground: 'procedures' }]);
  });

  it('stays when the checklist says that the child is safe again', async () => {
    const { episodeId } = await unsafeEpisode();
    expect((await saves(episodeId, 1, { answers: { safe_from_harm: { answer: 'yes' } } })).status).toBe(200);
    expect(await standingFor('schoolTeacher', episodeId)).toHaveLength(1);
  });

  it('is announced at once to the lead’s and author’s managers and the front door, without the child’s name', async () => {
    const { episodeId } = await unsafeEpisode();
    expect(await messagesTo(episodeId, 'A child may not be safe')).toEqual([
      'Desmond Farthingale',
      'Ruth Gatehouse',
    ]);
    const [{ texts }] = (await testApp.asOwner<{ texts: string }>(
      "select string_agg(subject || ' ' || body, ' ') as texts from messages where href like '/episodes/' || $1 || '%'",
      [episodeId],
    )) as [{ texts: string }];
    expect(texts).not.toMatch(/Test|Invented|Bruises/);
  });

  it('is not announced to a manager excluded by the family', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { practitionerId } = await testApp.actor('schoolManager');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], undefined, {
      excludedPeople: [practitionerId],
    });
    await saves(episodeId, 0, { answers: UNSAFE });
    expect(await messagesTo(episodeId, 'A child may not be safe')).toEqual(['Ruth Gatehouse']);
  });

  it('is seen by the author, the manager, the coordinator and the front door, and by no one below T2', async () => {
    const { episodeId, concernId } = await unsafeEpisode(['housingOfficer'], ['T0', 'T1']);
    for (const persona of ['schoolTeacher', 'schoolManager', 'coordinatorNwl', 'frontDoor'])
      expect([persona, (await standingFor(persona, episodeId))?.length]).toEqual([persona, 1]);
    const housing = await testApp.as('housingOfficer');
    const seen = await housing.get(`/episodes/${episodeId}`);
    expect([seen.status, seen.body.safetyConcerns]).toEqual([200, null]);
    const list = await housing.get(`/episodes/${episodeId}/safety-concerns`);
    const absent = await housing.get(`/episodes/${NEVER}/safety-concerns`);
    expect([list.status, absent.status]).toEqual([404, 404]);
    expect({ ...list.body, instance: '', requestId: '' }).toEqual({
      ...absent.body,
      instance: '',
      requestId: '',
    });
    const real = await postAnswer(housing, episodeId, concernId);
    const none = await postAnswer(housing, episodeId, NEVER);
    expect([real.status, real.body.detail]).toEqual([none.status, none.body.detail]);
    expect(real.status).toBe(403);
    for (const persona of ['housingOfficer', 'outsider', 'governance', 'analyst'])
      expect(
        await testApp.sql(persona, 'select id from safety_concerns where episode_id = $1', [episodeId]),
      ).toEqual([]);
    expect((await postAnswer(await testApp.as('outsider'), episodeId, concernId)).status).toBe(404);
  });

  it('is answered once, with what was done, when and with whom, and stays in the chronology', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    const teacher = await testApp.as('schoolTeacher');
    const done = await postAnswer(teacher, episodeId, concernId);
    expect(done.status).toBe(200);
    expect(done.body.answer).toMatchObject({
      actionTaken: ANSWER.actionTaken,
      spokenTo: 'Duty social worker',
      reference: 'LCC 1234',
    });
    expect(await standingFor('schoolTeacher', episodeId)).toEqual([]);
    expect((await postAnswer(teacher, episodeId, concernId)).status).toBe(409);
    const { items } = (await teacher.get(`/episodes/${episodeId}/chronology`)).body;
    const sentences = items.map(({ what }: { what: string }) => what);
    expect(sentences).toContain('Safety concern raised: Bruises on both arms.');
    expect(sentences).toContain(
      'Safety concern answered: Rang the front door, who will visit today. Spoke to Duty social worker. Reference: LCC 1234.',
    );
    expect(await messagesTo(episodeId, 'A safety concern has been answered')).toEqual([
      'Desmond Farthingale',
      'Ruth Gatehouse',
    ]);
    // The request for an answer is closed.
    expect(
      await testApp.asOwner(
        `select subject from messages where href like '%/safety-concerns/' || $1 and read_at is null
           and access.is_still_asked(about_kind, about_id, recipient_id)`,
        [concernId],
      ),
    ).toEqual([]);
  });

  it('cannot be answered with a future act, or with nothing', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    const teacher = await testApp.as('schoolTeacher');
    const early = await postAnswer(teacher, episodeId, concernId, { actionAt: '2999-01-01T10:00:00Z' });
    expect([early.status, early.body.errors[0].field]).toEqual([422, 'actionAt']);
    const bare = await teacher.post(`/episodes/${episodeId}/safety-concerns/${concernId}/answer`, {});
    expect(bare.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['actionTaken', 'actionAt', 'spokenTo']),
    );
    expect(await standingFor('schoolTeacher', episodeId)).toHaveLength(1);
  });

  it('can be answered by the front door, who does not reach the record', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    const door = await testApp.as('frontDoor');
    expect((await door.get(`/episodes/${episodeId}/checklist`)).status).toBe(404);
    expect((await postAnswer(door, episodeId, concernId)).status).toBe(200);
    expect(await standingFor('schoolTeacher', episodeId)).toEqual([]);
  });

  it('raised later is not answered by an act for an earlier one', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    await saves(episodeId, 1, {
      answers: { safe_from_harm: { answer: 'no', note: 'Bruises, and afraid to go home' } },
    });
    expect(await standingFor('schoolTeacher', episodeId)).toHaveLength(2);
    await postAnswer(await testApp.as('schoolTeacher'), episodeId, concernId);
    expect(await standingFor('schoolTeacher', episodeId)).toMatchObject([
      { said: 'Bruises, and afraid to go home' },
    ]);
  });

  it('is shown to the front door only while it is open', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    const rows = () =>
      testApp.sql('frontDoor', 'select id from safety_concerns where episode_id = $1', [episodeId]);
    expect(await rows()).toHaveLength(1);
    await postAnswer(await testApp.as('schoolTeacher'), episodeId, concernId);
    expect(await rows()).toEqual([]);
  });

  it('keeps the episode from closing until it is answered, by raw SQL too', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    const teacher = await testApp.as('schoolTeacher');
    const CLOSING = { reason: 'ERROR', summary: 'Opened for the wrong child', familyTold: true };
    const refused = await teacher.post(`/episodes/${episodeId}/closure`, CLOSING);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'You cannot close this episode yet. Record what was done about the safety concern first.',
    ]);
    await expect(
      testApp.asOwner('update episodes set closed_at = now() where id = $1', [episodeId]),
    ).rejects.toMatchObject({ constraint: 'safety_concern_standing' });
    await postAnswer(teacher, episodeId, concernId);
    expect((await teacher.post(`/episodes/${episodeId}/closure`, CLOSING)).status).toBe(201);
  });

  it('cannot change once it has been answered, by raw SQL either, and cannot be deleted by any role', async () => {
    const { episodeId, concernId } = await unsafeEpisode();
    await postAnswer(await testApp.as('schoolTeacher'), episodeId, concernId);
    expect(
      await testApp.sql(
        'schoolTeacher',
        "update safety_concerns set action_taken = 'Nothing', answered_by = access.me() where id = $1 returning id",
        [concernId],
      ),
    ).toEqual([]);
    await expect(
      testApp.asOwner("update safety_concerns set action_taken = 'Nothing' where id = $1", [concernId]),
    ).rejects.toMatchObject({ constraint: 'safety_concern_answered' });
    await expect(
      testApp.sql('schoolTeacher', 'delete from safety_concerns where id = $1', [concernId]),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the front door’s telephone numbers', () => {
  const NUMBERS = {
    name: 'North West front door',
    telephone: '01632 960111',
    hours: 'Monday to Friday, 9am to 5pm',
    outOfHoursTelephone: '01632 960222',
  };
  it('are set for the area or a locality by a system administrator alone', async () => {
    const admin = await testApp.as('systemAdministrator');
    const localities = (await admin.get('/localities')).body.items as { id: string; name: string }[];
    const { id } = localities.find(({ name }) => name === 'North West Leicestershire')!;
    const path = `/settings/front-doors/localities/${id}`;
    const refused = await (
      await testApp.as('schoolTeacher')
    ).put(path, NUMBERS, {
      ifMatch: '"v0"',
    });
    expect(refused.status).toBe(403);
    const bad = await admin.put(path, { ...NUMBERS, telephone: 'ask Joan' }, { ifMatch: '"v0"' });
    expect([bad.status, bad.body.errors[0].field]).toEqual([422, 'telephone']);
    expect((await admin.put(path, NUMBERS, { ifMatch: '"v0"' })).body.items).toMatchObject([
      { locality: null },
      { ...NUMBERS, locality: { id } },
    ]);
    expect((await admin.put(path, NUMBERS, { ifMatch: '"v0"' })).status).toBe(412);
    expect((await admin.put(path, NUMBERS, { ifMatch: '"v1"' })).status).toBe(200);
  });
});
