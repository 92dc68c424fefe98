import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const to = (episodeId: string) => `/episodes/${episodeId}/lead-professional`;
const propose = async (by: string, episodeId: string, who: string, more: object = {}) =>
  (await testApp.as(by)).post(`${to(episodeId)}/proposals`, {
    practitionerId: await idOf(who),
    familyPreference: 'Mother asked for her.',
    reason: 'Knows the family best.',
    ...more,
  });
const accept = async (by: string, episodeId: string, id: string) =>
  (await testApp.as(by)).post(`${to(episodeId)}/proposals/${id}/acceptance`);
const leads = async (episodeId: string) =>
  testApp.asOwner<{ practitioner_id: string }>(
    'select practitioner_id from lead_professional_appointments where episode_id = $1 and ended_at is null',
    [episodeId],
  );

/** An episode with consent for health and housing, led by the teacher who opened it. */
async function ledEpisode(tiers?: string[]): Promise<string> {
  const { episodeId } = await agreedEpisode(
    testApp,
    'schoolTeacher',
    ['healthVisitor', 'housingOfficer'],
    tiers,
  );
  const { body } = await propose('schoolTeacher', episodeId, 'schoolTeacher');
  expect((await accept('schoolTeacher', episodeId, body.id)).status).toBe(201);
  return episodeId;
}

describe('the lead professional', () => {
  it('is vacant at first, and the days of the vacancy are counted', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { body } = await (await testApp.as('schoolTeacher')).get(to(episodeId));
    expect(body).toEqual({ current: null, unnamed: null, vacancyDays: 0, proposal: null, history: [] });
  });

  it('is asked first, with the family’s preference and a reason, and begins by accepting', async () => {
    const episodeId = await ledEpisode();
    const proposal = await propose('schoolTeacher', episodeId, 'healthVisitor', {
      changeReason: 'parent_asked',
    });
    expect(proposal.status).toBe(201);
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.get(to(episodeId))).body.current.practitioner.id).toBe(await idOf('schoolTeacher'));
    const accepted = await accept('healthVisitor', episodeId, proposal.body.id);
    expect(accepted.status).toBe(201);
    expect(accepted.body.current.practitioner.id).toBe(await idOf('healthVisitor'));
    const [before, after] = accepted.body.history;
    expect(before.endedAt).toBe(after.beganAt);
    expect(await leads(episodeId)).toHaveLength(1);
    const messages = await testApp.sql<{ subject: string }>(
      'schoolTeacher',
      'select subject from messages order by sent_at desc',
    );
    expect(messages.map((one) => one.subject)).toContain('A lead professional accepted');
  });

  it('needs the family’s preference and the reason', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const refused = await propose('schoolTeacher', episodeId, 'schoolTeacher', {
      familyPreference: ' ',
      reason: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((one: { field: string }) => one.field).sort()).toEqual([
      'familyPreference',
      'reason',
    ]);
  });

  it('can be asked of a practitioner whose agency may know only the basics, and they can answer', async () => {
    const episodeId = await ledEpisode(['T0', 'T1']);
    const proposal = await propose('schoolTeacher', episodeId, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    const waiting = await visitor.get('/proposals');
    expect(waiting.body.items.map((one: { id: string }) => one.id)).toContain(proposal.body.id);
    expect((await visitor.get(`/episodes/${episodeId}/plan`)).status).toBe(404);
    expect((await accept('healthVisitor', episodeId, proposal.body.id)).status).toBe(201);
    expect((await visitor.get('/proposals')).body.items.map((one: { id: string }) => one.id)).not.toContain(
      proposal.body.id,
    );
  });

  it('cannot be asked of a practitioner whose agency does not have the family’s consent', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const refused = await propose('schoolTeacher', episodeId, 'healthVisitor');
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('has not agreed')]);
  });

  it('is asked of one person at a time, until the question is answered or withdrawn', async () => {
    const episodeId = await ledEpisode();
    const first = await propose('schoolTeacher', episodeId, 'healthVisitor');
    expect((await propose('schoolTeacher', episodeId, 'housingOfficer')).status).toBe(409);
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.post(`${to(episodeId)}/proposals/${first.body.id}/withdrawal`)).status).toBe(201);
    const late = await accept('healthVisitor', episodeId, first.body.id);
    expect([late.status, late.body.detail]).toEqual([409, 'This request was withdrawn.']);
    expect((await propose('schoolTeacher', episodeId, 'housingOfficer')).status).toBe(201);
  });

  it('answers for themselves: no one accepts for another', async () => {
    const episodeId = await ledEpisode();
    const { body } = await propose('schoolTeacher', episodeId, 'healthVisitor');
    expect((await accept('schoolTeacher', episodeId, body.id)).status).toBe(403);
    expect((await accept('housingOfficer', episodeId, body.id)).status).toBe(404);
    expect((await accept('yispWorker', episodeId, body.id)).status).toBe(404);
    expect((await leads(episodeId))[0]!.practitioner_id).toBe(await idOf('schoolTeacher'));
  });

  it('may refuse with a reason, and the outgoing lead remains', async () => {
    const episodeId = await ledEpisode();
    const { body } = await propose('schoolTeacher', episodeId, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    const path = `${to(episodeId)}/proposals/${body.id}/refusal`;
    expect((await visitor.post(path, {})).status).toBe(422);
    const refused = await visitor.post(path, { reason: 'Leaves in May.' });
    expect([refused.status, refused.body.proposal]).toEqual([201, null]);
    expect(refused.body.current.practitioner.id).toBe(await idOf('schoolTeacher'));
    expect((await accept('healthVisitor', episodeId, body.id)).status).toBe(409);
  });

  it('can step down, which leaves a vacancy, and the coordinator of the locality is told', async () => {
    const episodeId = await ledEpisode();
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.post(`${to(episodeId)}/ending`, {})).status).toBe(422);
    const ended = await teacher.post(`${to(episodeId)}/ending`, { reason: 'Changes schools.' });
    expect([ended.status, ended.body.endingReason]).toEqual([201, 'Changes schools.']);
    expect((await teacher.get(to(episodeId))).body).toMatchObject({ current: null, vacancyDays: 0 });
    const href = `/episodes/${episodeId}/team`;
    const messages = await testApp.sql<{ subject: string }>(
      'coordinatorNwl',
      'select subject from messages where href = $1',
      [href],
    );
    expect(messages).toEqual([{ subject: 'A family has no lead professional' }]);
    expect(
      await testApp.sql('coordinatorCharnwood', 'select 1 from messages where href = $1', [href]),
    ).toEqual([]);
    const again = await (
      await testApp.as('coordinatorNwl')
    ).post(`${to(episodeId)}/ending`, { reason: 'Again.' });
    expect(again.status).toBe(409);
  });

  it('is not ended by a team member or by an agency that knows only of the episode', async () => {
    const episodeId = await ledEpisode();
    expect(
      (await (await testApp.as('healthVisitor')).post(`${to(episodeId)}/ending`, { reason: 'x' })).status,
    ).toBe(403);
    expect(
      (await (await testApp.as('yispWorker')).post(`${to(episodeId)}/ending`, { reason: 'x' })).status,
    ).toBe(404);
  });

  it('keeps the reasons for endings from a reader who knows only that there is a lead', async () => {
    const episodeId = await ledEpisode(['T0', 'T1']);
    await (
      await testApp.as('schoolTeacher')
    ).post(`${to(episodeId)}/ending`, { reason: 'Falling out with the father.' });
    const { body, text } = await (await testApp.as('healthVisitor')).get(to(episodeId));
    expect(body.history).toHaveLength(1);
    expect(text).not.toContain('Falling out');
  });

  it('is one person, however many accept at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const episodeId = await ledEpisode();
      const { body } = await propose('schoolTeacher', episodeId, 'healthVisitor');
      const answers = await Promise.all([1, 2, 3].map(() => accept('healthVisitor', episodeId, body.id)));
      expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
      expect(await leads(episodeId)).toEqual([{ practitioner_id: await idOf('healthVisitor') }]);
    }
  });

  it('is one person, when a successor accepts while the outgoing lead steps down', async () => {
    for (let round = 0; round < 4; round++) {
      const episodeId = await ledEpisode();
      const { body } = await propose('schoolTeacher', episodeId, 'healthVisitor');
      const teacher = await testApp.as('schoolTeacher');
      const [accepted] = await Promise.all([
        accept('healthVisitor', episodeId, body.id),
        teacher.post(`${to(episodeId)}/ending`, { reason: 'Leaves.' }),
      ]);
      expect(accepted.status).toBe(201);
      expect(await leads(episodeId)).toEqual([{ practitioner_id: await idOf('healthVisitor') }]);
    }
  });

  it('cannot be two people even by raw SQL: the database refuses', async () => {
    const episodeId = await ledEpisode();
    const { agencyId, practitionerId } = await testApp.actor('schoolTeacher');
    await expect(
      testApp.asOwner(
        `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
         values (gen_random_uuid(), $1, $2, $3, now())`,
        [episodeId, practitionerId, agencyId],
      ),
    ).rejects.toThrow('one_lead_at_a_time');
  });
});
