import { londonDate } from '#libs/platform';
import { agreedEpisode, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

test('one episode is opened for all children of a family together', async () => {
  const visitor = await testApp.as('healthVisitor');
  const childIds = [
    await recordedChild(testApp, 'healthVisitor'),
    await recordedChild(testApp, 'healthVisitor'),
  ];
  const opened = await visitor.post('/episodes', { childIds, reason: 'Invented.' });
  expect(opened.status).toBe(201);
  expect(opened.body.children.map((child: { id: string }) => child.id)).toEqual(childIds);
  expect(opened.body).toMatchObject({
    open: true,
    status: 'checklist',
    lead: null,
    vacancyDays: 0,
    level: null,
  });
});

test('a child has one open episode at a time', async () => {
  const { childId } = await openedEpisode(testApp, 'healthVisitor');
  const again = await (
    await testApp.as('healthVisitor')
  ).post('/episodes', { childIds: [childId], reason: 'Invented.' });
  expect(again.status).toBe(409);
  expect(again.body.detail).toContain('already has an open episode');
});

test('two practitioners who open at the same moment open one episode', async () => {
  const visitor = await testApp.as('healthVisitor');
  const childId = await recordedChild(testApp, 'healthVisitor');
  const both = await Promise.all(
    [1, 2].map(() => visitor.post('/episodes', { childIds: [childId], reason: 'Invented.' })),
  );
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('the people present when help was asked for are in the assessment from the start', async () => {
  const visitor = await testApp.as('healthVisitor');
  const childId = await recordedChild(testApp, 'healthVisitor');
  const presentPeople = [{ name: 'Invented Mother', role: 'Mother' }];
  const { body } = await visitor.post('/episodes', {
    childIds: [childId],
    reason: 'Invented.',
    presentPeople,
  });
  const checklist = {
    answers: Object.fromEntries(
      ['healthy', 'safe_from_harm', 'learning_and_developing', 'positive_impact', 'free_from_poverty'].map(
        (key) => [key, { answer: 'yes' }],
      ),
    ),
    assessmentWouldHelp: 'yes',
    existingAssessment: 'none',
    discussedWithChild: true,
    discussedWithParent: true,
    decision: 'common_assessment',
    decidedOn: londonDate(new Date()),
    complete: true,
  };
  const done = await visitor.put(`/episodes/${body.id}/checklist`, checklist, { ifMatch: '"v0"' });
  expect(done.status).toBe(200);
  expect((await visitor.post(`/episodes/${body.id}/assessment`)).status).toBe(201);
  const assessment = (await visitor.get(`/episodes/${body.id}/assessment`)).body;
  expect(assessment.sections.people_present.people).toEqual([expect.objectContaining(presentPeople[0]!)]);
});

test('for a reader who knows only that an episode exists, everything above is null', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher'], ['T0']);
  const seen = (await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}`)).body;
  expect(seen).toMatchObject({
    open: true,
    status: null,
    reason: null,
    level: null,
    openingAgency: null,
    nextReviewOn: null,
  });
  expect(seen.children).toHaveLength(1);
  expect(seen.abilities).toEqual(['episode.read', 'rights.register', 'shield.request']);
});

test.each([
  ['no child', { childIds: [], reason: 'x' }, 'childIds'],
  ['no reason', { childIds: ['01a20081-4767-7483-8517-69c4e54bd0ce'] }, 'reason'],
  [
    'the same child twice',
    {
      childIds: ['01a20081-4767-7483-8517-69c4e54bd0ce', '01a20081-4767-7483-8517-69c4e54bd0ce'],
      reason: 'x',
    },
    'childIds',
  ],
])('%s is refused beside the field', async (_what, body, field) => {
  const answer = await (await testApp.as('healthVisitor')).post('/episodes', body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
});

test('a child of another family cannot be added by id', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher');
  const answer = await (
    await testApp.as('healthVisitor')
  ).post('/episodes', { childIds: [childId], reason: 'Invented.' });
  expect(answer.status).toBe(404);
  expect(await testApp.asOwner('select 1 from episode_children where child_id = $1', [childId])).toEqual([]);
});
