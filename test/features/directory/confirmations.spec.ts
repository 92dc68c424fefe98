import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

it('an administrator confirms the people of their agency as they stood on the page', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const before = (await administrator.get('/people-confirmations')).body;
  expect(before.last).toBeNull();
  const { practitionerId } = await testApp.actor('schoolNurse');
  const mine = before.posts.map(({ personId }: { personId: string }) => personId);
  expect(mine).toContain(practitionerId);
  expect(mine).not.toContain((await testApp.actor('schoolTeacher')).practitionerId);
  const added = { name: 'Invented Newcomer', jobTitle: 'Nurse', role: 'practitioner' };
  expect((await administrator.post('/practitioners', added)).status).toBe(201);
  expect((await administrator.post('/people-confirmations', { shown: before.shown })).status).toBe(409);
  const { shown, posts } = (await administrator.get('/people-confirmations')).body;
  const confirmed = await administrator.post('/people-confirmations', { shown });
  expect([confirmed.status, confirmed.body.posts]).toEqual([201, posts.length]);
  expect(posts).toHaveLength(before.posts.length + 1);
});

it('is for administrators of the agency only', async () => {
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get('/people-confirmations')).status).toBe(403);
  expect((await teacher.post('/people-confirmations', { shown: 'x' })).status).toBe(403);
  expect(await testApp.sql('schoolTeacher', 'select * from people_confirmations')).toEqual([]);
});
