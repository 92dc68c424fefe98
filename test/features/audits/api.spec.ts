import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let world: TestApp;
beforeAll(async () => {
  world = await openTestApp();
}, 60_000);
afterAll(() => world.close());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function commissioned(changes: object = {}) {
  const governance = await world.as('governance');
  const { practitionerId: auditorId } = await world.actor('qualityAuditor');
  return governance.post('/audits', {
    auditorId,
    question: 'Does every plan carry the child’s own words?',
    most: 50,
    endsOn: day(14),
    ...changes,
  });
}

test('the auditor reads the drawn episodes, none of their own agency; ended early, the audit gives 404', async () => {
  const { episodeId } = await agreedEpisode(world, 'healthVisitor', ['schoolTeacher']);
  const own = await openedEpisode(world, 'familySupportWorker');
  const auditor = await world.as('qualityAuditor');
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
  expect((await (await world.as('analyst')).get('/audits')).status).toBe(403);

  const home = await world.browse('qualityAuditor');
  expect((await home.get('/')).text).toContain(`/episodes/${episodeId}`);
  const page = await (await world.browse('governance')).get('/audits');
  expect(page.text).toContain('Does every plan carry');
  expect(page.text).not.toContain(`/episodes/${episodeId}`);

  const governance = await world.as('governance');
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
  await openedEpisode(world, 'healthVisitor');
  await openedEpisode(world, 'healthVisitor');
  const made = await commissioned({ most: 1 });
  const auditor = await world.as('qualityAuditor');
  const audit = (await auditor.get('/audits')).body.items.find(
    ({ id }: { id: string }) => id === made.body.id,
  );
  expect(audit.episodes).toHaveLength(1);
}, 30_000);

test('an audit needs an auditor, an end within three months, and episodes to draw from', async () => {
  const { practitionerId } = await world.actor('schoolTeacher');
  expect((await commissioned({ auditorId: practitionerId })).body.errors[0].field).toBe('auditorId');
  expect((await commissioned({ endsOn: day(120) })).body.errors[0].field).toBe('endsOn');
  expect((await commissioned({ endsOn: day(-2) })).body.errors[0].field).toBe('endsOn');
  const before = (await (await world.as('governance')).get('/audits')).body.items.length;
  expect((await commissioned({ level: 1 })).status).toBe(409);
  expect((await (await world.as('governance')).get('/audits')).body.items).toHaveLength(before);
}, 30_000);

test('the form keeps the typed text and shows each error beside its field', async () => {
  const browser = await world.browse('governance');
  await browser.get('/audits');
  const refused = await browser.submit('/audits', { question: 'Why so?', most: '0' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Why so?');
  expect(refused.text).toContain('Select the auditor');
}, 30_000);
