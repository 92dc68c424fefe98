import { CHECKLIST, registeredEpisode, saveChecklist } from '../../support/assessing.js';
import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const YES = { answer: 'yes' };
const withoutInstance = ({ instance: _instance, ...body }: Record<string, unknown>) => body;

describe('the checklist', () => {
  it('is empty, of version 0, before it is started', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const answer = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/checklist`);
    expect(answer).toMatchObject({
      status: 200,
      etag: '"v0"',
      body: { answers: {}, complete: false, safeguarding: null },
    });
  });

  it('is saved as a draft while incomplete, and the episode keeps its status', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const draft = { answers: { healthy: YES }, discussedWithChild: false };
    const saved = await teacher.put(`/episodes/${episodeId}/checklist`, draft, { ifMatch: '"v0"' });
    expect(saved).toMatchObject({
      status: 200,
      etag: '"v1"',
      body: { answers: { healthy: YES }, discussedWithChild: false, complete: false },
    });
    expect((await teacher.get(`/episodes/${episodeId}`)).body.status).toBe('checklist');
  });

  it('registers the episode once it is complete and a common assessment is decided', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    expect((await teacher.get(`/episodes/${id}`)).body.status).toBe('registered');
    expect((await teacher.get(`/episodes/${id}/checklist`)).body).toMatchObject({
      complete: true,
      decision: 'common_assessment',
      decidedOn: '2020-01-06',
    });
  });

  it('is not complete while a question, a conversation or the decision is missing, and says which', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const bare = await teacher.put(
      `/episodes/${episodeId}/checklist`,
      { answers: { healthy: { answer: 'no' } }, complete: true },
      { ifMatch: '"v0"' },
    );
    expect(bare.status).toBe(422);
    expect(bare.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'answers.safe_from_harm',
      'answers.learning_and_developing',
      'answers.positive_impact',
      'answers.free_from_poverty',
      'extraHelp',
      'assessmentWouldHelp',
      'existingAssessment',
      'discussedWithChild',
      'discussedWithParent',
      'decision',
      'decidedOn',
    ]);
    const silent = await saveChecklist(teacher, episodeId, { discussedWithParent: false });
    expect(silent.body.errors).toEqual([
      { field: 'reasonNotDiscussed', message: 'Enter the reason it was not discussed' },
    ]);
    const early = await saveChecklist(teacher, episodeId, { decidedOn: '2999-01-01' });
    expect(early.body.errors[0].field).toBe('decidedOn');
    expect((await teacher.get(`/episodes/${episodeId}/checklist`)).etag).toBe('"v0"');
  });

  it('leads to safeguarding at once when a child does not appear safe, draft or not', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const unsafe = { answers: { safe_from_harm: { answer: 'no' } } };
    const saved = await (
      await testApp.as('schoolTeacher')
    ).put(`/episodes/${episodeId}/checklist`, unsafe, { ifMatch: '"v0"' });
    expect(saved.body.safeguarding.advice).toContain('Do not wait for this checklist');
  });

  it('leaves the episode with its author when no common assessment is needed', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    expect((await saveChecklist(teacher, episodeId, { decision: 'single_agency' })).body.complete).toBe(true);
    expect((await teacher.get(`/episodes/${episodeId}`)).body).toMatchObject({
      status: 'checklist',
      open: true,
    });
  });

  it('does not change once the next step has begun', async () => {
    const { id, teacher } = await registeredEpisode(testApp);
    const again = await teacher.put(`/episodes/${id}/checklist`, CHECKLIST, { ifMatch: '"v1"' });
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain('can no longer be edited');
  });

  it('refuses a stale version and a request without a version', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    await teacher.put(`/episodes/${episodeId}/checklist`, {}, { ifMatch: '"v0"' });
    expect((await teacher.put(`/episodes/${episodeId}/checklist`, {}, { ifMatch: '"v0"' })).status).toBe(412);
    expect((await teacher.put(`/episodes/${episodeId}/checklist`, {})).status).toBe(428);
  });

  it('gets 404 for a school nurse without the family’s consent, as if there were no episode', async () => {
    const { id } = await registeredEpisode(testApp);
    const nurse = await testApp.as('schoolNurse');
    const [hidden, unknown] = [
      await nurse.get(`/episodes/${id}/checklist`),
      await nurse.get(`/episodes/${NOWHERE}/checklist`),
    ];
    expect(hidden.status).toBe(404);
    expect(withoutInstance(hidden.body)).toEqual(withoutInstance(unknown.body));
  });
});
