import { agrees, openedEpisode } from '../../support/scenarios.js';
import { dayFromNow } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let panelId: string;
let meetingId: string;
let itemId: string;
const NOWHERE = '00000000-0000-7000-8000-000000000000';
const person = async (persona: string) => (await testApp.actor(persona)).practitionerId;
const reads = async (persona: string) =>
  (await (await testApp.as(persona)).get(`/episodes/${episodeId}`)).status;

beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId } = await openedEpisode(testApp, 'schoolTeacher'));
}, 60_000);
afterAll(() => testApp.close());

const refer = async (by: string, more: object = {}) =>
  (await testApp.as(by)).post(`/panel-meetings/${meetingId}/items`, {
    episodeId,
    question: 'Invented: which help with the tenancy?',
    ...more,
  });

test('the chair sets up a panel, its members and its meeting; others do not', async () => {
  const chair = await testApp.as('panelChair');
  const made = await chair.post('/panels', { name: 'Invented panel', purpose: 'Homes for young people' });
  expect(made.status).toBe(201);
  panelId = made.body.id as string;
  for (const [persona, chairs] of [
    ['panelChair', true],
    ['panelMember', false],
  ] as const)
    expect(
      (await chair.post(`/panels/${panelId}/members`, { practitionerId: await person(persona), chairs }))
        .status,
    ).toBe(201);
  expect(
    (await chair.post(`/panels/${panelId}/members`, { practitionerId: await person('panelMember') })).status,
  ).toBe(409);
  expect((await chair.post(`/panels/${panelId}/meetings`, { heldOn: '2020-01-06' })).status).toBe(422);
  const meeting = await chair.post(`/panels/${panelId}/meetings`, {
    heldOn: dayFromNow(7),
    place: 'Town hall',
  });
  expect(meeting.status).toBe(201);
  meetingId = meeting.body.id as string;
  expect(
    (await (await testApp.as('schoolTeacher')).post('/panels', { name: 'x', purpose: 'x' })).status,
  ).toBe(403);
  expect((await chair.get(`/panels/${NOWHERE}`)).status).toBe(404);
}, 60_000);

test('a case goes to a panel only with the family’s consent for it', async () => {
  expect((await refer('schoolTeacher')).status).toBe(409);
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse']);
  expect((await refer('schoolTeacher')).body.detail).toContain('Refer to a panel');
  await expect(
    testApp.sql(
      'schoolTeacher',
      `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at)
      values (gen_random_uuid(), $1, $2, 'x', $3, now())`,
      [meetingId, episodeId, await person('schoolTeacher')],
    ),
  ).rejects.toThrow('row-level security');
  await agrees(testApp, episodeId, 'schoolTeacher', ['panelMember', 'panelChair'], ['T0', 'T1', 'T2'], {
    purpose: 'panel_referral',
  });
  expect(await reads('panelChair')).toBe(404);
  const put = await refer('schoolTeacher');
  expect(put.status).toBe(201);
  itemId = put.body.id as string;
  expect([await reads('panelChair'), await reads('panelMember')]).toEqual([200, 200]);
  expect((await refer('schoolTeacher')).status).toBe(409);
  expect((await refer('outsider')).status).toBe(404);
}, 60_000);

test('its question is part of the record: a reader who knows only of the episode does not see it', async () => {
  expect(await testApp.sql('governance', 'select 1 from panel_items')).toEqual([]);
  expect(await testApp.sql('outsider', 'select 1 from panel_items')).toEqual([]);
  expect((await (await testApp.as('outsider')).get(`/panel-meetings/${meetingId}/items`)).body.items).toEqual(
    [],
  );
  const agenda = await (await testApp.as('panelMember')).get(`/panel-meetings/${meetingId}/items`);
  expect(agenda.body.items).toHaveLength(1);
}, 60_000);

test('the panel’s chair records its decision, once, and the referrer is told', async () => {
  const decision = { decision: 'Invented: a key worker for six months.' };
  expect(
    (await (await testApp.as('panelMember')).post(`/panel-items/${itemId}/decision`, decision)).status,
  ).toBe(403);
  await expect(
    testApp.sql(
      'schoolTeacher',
      `update panel_items set decision = 'x', decided_by = $2, decided_at = now() where id = $1`,
      [itemId, await person('schoolTeacher')],
    ),
  ).rejects.toThrow('Only the chair of this panel can record its decision');
  const chair = await testApp.as('panelChair');
  expect((await chair.post(`/panel-items/${itemId}/decision`, { decision: ' ' })).status).toBe(422);
  const decided = await chair.post(`/panel-items/${itemId}/decision`, decision);
  expect([decided.status, decided.body.decision]).toEqual([200, decision.decision]);
  expect((await chair.post(`/panel-items/${itemId}/decision`, decision)).status).toBe(409);
  expect((await chair.post(`/panel-items/${itemId}/removal`)).status).toBe(409);
  const teacher = await testApp.browse('schoolTeacher');
  expect((await teacher.get(`/episodes/${episodeId}/panel`)).text).toContain('a key worker for six months');
  expect((await teacher.get('/messages')).text).toContain('A panel has decided on a case');
}, 60_000);

test('the pages of the chair: panels, agenda, papers', async () => {
  const chair = await testApp.browse('panelChair');
  expect((await chair.get('/panels')).text).toContain('Invented panel');
  expect((await chair.get(`/panels/${panelId}`)).text).toContain('Town hall');
  const agenda = await chair.get(`/panel-meetings/${meetingId}`);
  expect(agenda.text).toContain('which help with the tenancy');
  expect((await chair.get(`/episodes/${episodeId}/copy`)).status).toBe(200);
  const member = await testApp.browse('panelMember');
  expect((await member.get(`/panel-meetings/${meetingId}`)).text).not.toContain('Save decision');
  const teacher = await testApp.browse('schoolTeacher');
  expect((await teacher.get(`/episodes/${episodeId}`)).text).toContain('Take to a panel');
  const empty = await teacher.submit(
    `/episodes/${episodeId}/panel`,
    { meetingId: '', question: 'Kept' },
    `/episodes/${episodeId}/panel`,
  );
  expect([empty.status, empty.text.includes('Select the meeting'), empty.text.includes('Kept')]).toEqual([
    422,
    true,
    true,
  ]);
}, 60_000);

test('off the agenda, the papers are closed at once', async () => {
  const second = await (
    await testApp.as('panelChair')
  ).post(`/panels/${panelId}/meetings`, { heldOn: dayFromNow(14) });
  await testApp.asOwner(
    'update panel_items set decision = null, decided_by = null, decided_at = null, removed_at = platform.now()',
  );
  expect(await reads('panelMember')).toBe(404);
  meetingId = second.body.id as string;
  const put = await refer('schoolTeacher');
  expect([put.status, await reads('panelMember')]).toEqual([201, 200]);
  expect((await (await testApp.as('schoolTeacher')).post(`/panel-items/${put.body.id}/removal`)).status).toBe(
    200,
  );
  expect(await reads('panelMember')).toBe(404);
  expect((await refer('schoolTeacher')).status).toBe(201);
}, 60_000);

test('ten working days after the meeting the papers close by themselves', async () => {
  const [{ last, after }] = (await testApp.asOwner<{ last: string; after: string }>(
    `select platform.working_days_after(held_on, 10)::text as last, (platform.working_days_after(held_on, 10) + 1)::text as after
     from panel_meetings where id = $1`,
    [meetingId],
  )) as [{ last: string; after: string }];
  await testApp.moveClock(`${last}T23:30:00Z`);
  expect(await reads('panelMember')).toBe(200);
  await testApp.moveClock(`${after}T00:30:00Z`);
  expect(await reads('panelMember')).toBe(404);
  expect(await testApp.sql('panelMember', 'select 1 from panel_items')).toEqual([]);
  await testApp.moveClock();
}, 60_000);
