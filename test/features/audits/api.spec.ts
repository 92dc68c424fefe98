import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function commissioned(changes: object = {}) {
  const governance = await testApp.as('governance');
  const { practitionerId: auditorId } = await testApp.actor('qualityAuditor');
  return governance.post('/audits', {
    auditorId,
    question: 'Does every plan carry the child’s own words?',
    most: 50,
    endsOn: day(14),
    ...changes,
  });
}

test('the auditor reads the drawn episodes, none of their own agency; ended early, the audit gives 404', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const own = await openedEpisode(testApp, 'familySupportWorker');
  const auditor = await testApp.as('qualityAuditor');
  expect((await auditor.get(`/episodes/${episodeId}`)).status).toBe(404);
  const made = await commissioned();
  expect(made.status).toBe(201);

  const list = await auditor.get('/audits');
  const audit = list.body.items.find(({ id }: { id: string }) => id === made.body.id);
  expect(audit).toMatchObject({ endsOn: day(14), running: true, drawn: audit.episodes.length });
  const drawn = audit.episodes.map(({ id }: { id: string }) => id);
  expect(drawn).toContain(episodeId);
  expect(drawn).not.toContain(own.episodeId);
  expect((await auditor.get(`/episodes/${episodeId}`)).status).toBe(200);
  expect((await auditor.get(`/episodes/${own.episodeId}`)).status).toBe(404);
  expect((await auditor.post(`/episodes/${episodeId}/chronology`, { text: 'A note' })).status).toBe(403);
  expect((await (await testApp.as('analyst')).get('/audits')).status).toBe(403);

  const home = await testApp.browse('qualityAuditor');
  expect((await home.get('/')).text).toContain(`/episodes/${episodeId}`);
  const page = await (await testApp.browse('governance')).get('/audits');
  expect(page.text).toContain('Does every plan carry');
  expect(page.text).not.toContain(`/episodes/${episodeId}`);

  const governance = await testApp.as('governance');
  expect((await auditor.post(`/audits/${made.body.id}/ending`, {})).status).toBe(403);
  expect((await governance.post(`/audits/${made.body.id}/ending`, {})).status).toBe(200);
  expect((await governance.post(`/audits/${made.body.id}/ending`, {})).status).toBe(409);
  expect((await auditor.get(`/episodes/${episodeId}`)).status).toBe(404);
  const after = (await auditor.get('/audits')).body.items.find(
    ({ id }: { id: string }) => id === made.body.id,
  );
  expect(after).toMatchObject({ running: false, episodes: [], drawn: 0 });
}, 30_000);

test('no more episodes are drawn than requested', async () => {
  await openedEpisode(testApp, 'healthVisitor');
  await openedEpisode(testApp, 'healthVisitor');
  const made = await commissioned({ most: 1 });
  const auditor = await testApp.as('qualityAuditor');
  const audit = (await auditor.get('/audits')).body.items.find(
    ({ id }: { id: string }) => id === made.body.id,
  );
  expect(audit.episodes).toHaveLength(1);
}, 30_000);

test('an audit needs an auditor, an end within three months, and episodes to draw from', async () => {
  const { practitionerId } = await testApp.actor('schoolTeacher');
  expect((await commissioned({ auditorId: practitionerId })).body.errors[0].field).toBe('auditorId');
  expect((await commissioned({ endsOn: day(120) })).body.errors[0].field).toBe('endsOn');
  expect((await commissioned({ endsOn: day(-2) })).body.errors[0].field).toBe('endsOn');
  const before = (await (await testApp.as('governance')).get('/audits')).body.items.length;
  expect((await commissioned({ level: 1 })).status).toBe(409);
  expect((await (await testApp.as('governance')).get('/audits')).body.items).toHaveLength(before);
}, 30_000);

test('the form keeps the typed text and shows each error beside its field', async () => {
  const browser = await testApp.browse('governance');
  await browser.get('/audits');
  const refused = await browser.submit('/audits', { question: 'Why so?', most: '0' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Why so?');
  expect(refused.text).toContain('Select the auditor');
}, 30_000);
