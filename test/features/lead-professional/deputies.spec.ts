import { newId } from '#libs/platform';
import { bare } from '../../support/emergencies.js';
import { agreedEpisode, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterEach(() => testApp.moveClock());
afterAll(() => testApp.close());

const NOON = '2026-12-01T12:00:00Z';
const idOf = async (who: string) => (await testApp.actor(who)).practitionerId;
const to = (episodeId: string) => `/episodes/${episodeId}/lead-professional`;
const days = { beginsOn: '2026-12-07', endsOn: '2026-12-11' };

/** Led by the teacher who opened it; the family consented to health for everything and to housing for the basics. */
async function led(): Promise<Scenario> {
  await testApp.moveClock(NOON);
  const scenario = await agreedEpisode(testApp, 'schoolTeacher', ['schoolTeacher', 'healthVisitor']);
  await leads(scenario.episodeId, 'schoolTeacher');
  return scenario;
}
async function leads(episodeId: string, who: string): Promise<void> {
  const { body } = await (
    await testApp.as('schoolTeacher')
  ).post(`${to(episodeId)}/proposals`, {
    practitionerId: await idOf(who),
    familyPreference: 'Mother asked for her.',
    reason: 'Knows the family best.',
  });
  const accepted = await (await testApp.as(who)).post(`${to(episodeId)}/proposals/${body.id}/acceptance`);
  expect(accepted.status).toBe(201);
}
const name = async (by: string, episodeId: string, who: string, more: object = {}) =>
  (await testApp.as(by)).post(`${to(episodeId)}/deputies`, {
    practitionerId: await idOf(who),
    ...days,
    ...more,
  });
const plan = async (who: string, episodeId: string) =>
  (
    await (
      await testApp.as(who)
    ).post(`/episodes/${episodeId}/chronology`, {
      happenedOn: '2026-12-01',
      category: 'other',
      what: 'Written by the deputy.',
    })
  ).status;

test('a deputy reaches the record on their dates, and on no other day', async () => {
  const { episodeId } = await led();
  expect((await name('schoolTeacher', episodeId, 'healthVisitor')).status).toBe(201);
  const asked = await testApp.asOwner('select 1 from messages where recipient_id = $1 and href = $2', [
    await idOf('healthVisitor'),
    `/episodes/${episodeId}`,
  ]);
  expect(asked).toHaveLength(1);
  for (const [moment, status] of [
    ['2026-12-01T13:00:00Z', 403],
    ['2026-12-06T23:59:59Z', 403],
    ['2026-12-07T00:00:00Z', 201],
    ['2026-12-11T23:59:59Z', 201],
    ['2026-12-12T00:00:00Z', 403],
  ] as const) {
    await testApp.moveClock(moment);
    expect([moment, await plan('healthVisitor', episodeId)]).toEqual([moment, status]);
  }
  await testApp.moveClock('2026-12-08T10:00:00Z');
  const lead = await (await testApp.as('healthVisitor')).get(to(episodeId));
  expect(lead.body.current.practitioner.id).toBe(await idOf('schoolTeacher'));
  const listed = await (await testApp.as('schoolTeacher')).get(`${to(episodeId)}/deputies`);
  expect(listed.body.items[0]).toMatchObject({ ...days, current: true });
});

test('a deputyship ends at once when it is ended, and when the lead changes', async () => {
  const { episodeId } = await led();
  const { body } = await name('schoolTeacher', episodeId, 'healthVisitor', { beginsOn: '2026-12-01' });
  expect(await plan('healthVisitor', episodeId)).toBe(201);
  const path = `${to(episodeId)}/deputies/${body.id}/ending`;
  expect((await (await testApp.as('schoolTeacher')).post(path)).body.current).toBe(false);
  expect(await plan('healthVisitor', episodeId)).toBe(403);
  expect((await (await testApp.as('schoolTeacher')).post(path)).status).toBe(409);
  await name('schoolTeacher', episodeId, 'schoolNurse', { beginsOn: '2026-12-01' });
  expect(await plan('schoolNurse', episodeId)).toBe(201);
  await leads(episodeId, 'healthVisitor');
  expect(await plan('schoolNurse', episodeId)).toBe(403);
});

test('only the lead, a manager or the coordinator names a deputy, of an agency with the family’s consent', async () => {
  const { episodeId } = await led();
  for (const [by, status] of [
    ['schoolManager', 201],
    ['coordinatorNwl', 409],
    ['healthVisitor', 403],
    ['outsider', 404],
    ['governance', 403],
  ] as const)
    expect([by, (await name(by, episodeId, 'schoolNurse')).status]).toEqual([by, status]);
  expect(bare(await name('outsider', episodeId, 'schoolNurse'))).toEqual(
    bare(await name('outsider', newId(), 'schoolNurse')),
  );
  expect((await name('schoolTeacher', episodeId, 'housingOfficer')).status).toBe(409);
  expect((await name('schoolTeacher', episodeId, 'schoolTeacher')).status).toBe(409);
  const past = await name('schoolTeacher', episodeId, 'healthVisitor', { beginsOn: '2026-11-30' });
  expect([past.status, past.body.errors[0].field]).toEqual([422, 'beginsOn']);
  const long = await name('schoolTeacher', episodeId, 'healthVisitor', { endsOn: '2027-04-01' });
  expect([long.status, long.body.errors[0].field]).toEqual([422, 'endsOn']);
  const [{ id: appointment }] = (await testApp.asOwner(
    'select id from lead_professional_appointments where episode_id = $1',
    [episodeId],
  )) as [{ id: string }];
  const housing = await testApp.actor('housingOfficer');
  await expect(
    testApp.sql(
      'schoolTeacher',
      `insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
       values ($1, $2, $3, $4, $5, '2026-12-07', '2026-12-11', $6, now())`,
      [
        newId(),
        appointment,
        episodeId,
        housing.practitionerId,
        housing.agencyId,
        await idOf('schoolTeacher'),
      ],
    ),
  ).rejects.toThrow(/family has not agreed/);
});

test('the team page names the deputy, and offers the form to those who may name one', async () => {
  const { episodeId } = await led();
  const browser = await testApp.browse('schoolTeacher');
  const form = `/episodes/${episodeId}/lead-professional/deputies`;
  expect((await browser.get(`/episodes/${episodeId}/team`)).text).toContain(`${form}/new`);
  const health = (await testApp.actor('healthVisitor')).agencyId;
  expect((await browser.get(`${form}/new?agency=${health}`)).text).toContain('Rosalind Peachtree');
  const missing = await browser.submit(form, { agency: health, practitionerId: '' });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('Choose a person');
  const named = await browser.submit(form, {
    agency: health,
    practitionerId: await idOf('healthVisitor'),
    ...{ 'beginsOn-day': '7', 'beginsOn-month': '12', 'beginsOn-year': '2026' },
    ...{ 'endsOn-day': '11', 'endsOn-month': '12', 'endsOn-year': '2026' },
  });
  expect([named.status, named.location]).toEqual([303, `/episodes/${episodeId}/team`]);
  expect((await browser.get(`/episodes/${episodeId}/team`)).text).toContain(
    'deputy from 7 December 2026 to 11 December 2026',
  );
  expect((await (await testApp.browse('outsider')).get(`${form}/new`)).status).toBe(404);
}, 30_000);
