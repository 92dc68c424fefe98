import { newId } from '#libs/platform';
import { bare } from '../../support/emergencies.js';
import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let namingId: string;
beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId } = await openedEpisode(testApp, 'familySupportWorker'));
}, 120_000);
afterAll(() => testApp.close());

const idOf = async (who: string) => (await testApp.actor(who)).practitionerId;
const name = async (by: string, supporter: string) =>
  (await testApp.as(by)).post('/support', { supporterId: await idOf(supporter) });
const note = async (who: string, more: object = {}) =>
  (await testApp.as(who)).post(`/episodes/${episodeId}/chronology`, {
    happenedOn: '2026-03-03',
    category: 'contact',
    what: 'Rang the mother, as asked.',
    ...more,
  });
const open = async (who: string, id = episodeId) => (await testApp.as(who)).get(`/episodes/${id}`);

test('business support sees nothing until a practitioner of the same team names them', async () => {
  expect(bare(await open('businessSupport'))).toEqual(bare(await open('businessSupport', newId())));
  expect((await open('businessSupport')).status).toBe(404);
  for (const [by, supporter, status] of [
    ['schoolTeacher', 'businessSupport', 422],
    ['familySupportWorker', 'youthWorker', 422],
    ['businessSupport', 'businessSupport', 403],
    ['familySupportWorker', 'businessSupport', 201],
    ['familySupportWorker', 'businessSupport', 409],
  ] as const)
    expect([by, supporter, (await name(by, supporter)).status]).toEqual([by, supporter, status]);
  namingId = (await (await testApp.as('familySupportWorker')).get('/support')).body.items[0].id as string;
  expect((await (await testApp.as('outsider')).get('/support')).body.items).toEqual([]);
  await expect(
    testApp.sql(
      'familySupportWorker',
      'insert into support_namings (id, practitioner_id, supporter_id, team_id, named_at) values ($1, $2, $3, $4, now())',
      [
        newId(),
        await idOf('familySupportWorker'),
        await idOf('youthWorker'),
        (await testApp.actor('familySupportWorker')).teamId,
      ],
    ),
  ).rejects.toThrow(/row-level security/);
});

test('they see what the practitioner sees, and their entries are marked as entered on behalf of', async () => {
  const seen = await open('businessSupport');
  expect([seen.status, seen.body.status]).toEqual([200, 'checklist']);
  expect(seen.body.abilities).not.toContain('assessment.edit');
  expect((await note('businessSupport')).status).toBe(201);
  expect((await note('businessSupport', { topic: 'mental_health' })).status).toBe(409);
  expect((await note('familySupportWorker', { what: 'My own.' })).status).toBe(201);
  const { body } = await (
    await testApp.as('familySupportWorker')
  ).get(`/episodes/${episodeId}/chronology?kind=note`);
  const worker = (await testApp.actor('familySupportWorker')).name;
  expect(
    body.items.map((entry: { what: string; enteredFor: string | null }) => [entry.what, entry.enteredFor]),
  ).toEqual(
    expect.arrayContaining([
      ['Rang the mother, as asked.', worker],
      ['My own.', null],
    ]),
  );
  const browser = await testApp.browse('familySupportWorker');
  expect((await browser.get(`/episodes/${episodeId}/chronology`)).text).toContain(
    `entered on behalf of ${worker}`,
  );
  const [entry] = await testApp.asOwner<{ for: string }>(
    `select detail ->> 'enteredFor' as for from audit.entries where act = 'add chronology note' and role = 'business_support' and episode_id = $1`,
    [episodeId],
  );
  expect(entry!.for).toBe(await idOf('familySupportWorker'));
  const [record] = await testApp.asOwner<{ on: string }>(
    'select last_contact_on::text as on from episode_records where episode_id = $1',
    [episodeId],
  );
  expect(record!.on).toBe('2026-03-03');
  // The only name they can sign with is that of the practitioner they support.
  await testApp.sql(
    'businessSupport',
    `insert into chronology_notes (id, episode_id, happened_on, category, what, topic, written_by, written_at, entered_for)
     values ($1, $2, current_date, 'other', 'raw', '', $3, now(), $4)`,
    [newId(), episodeId, await idOf('businessSupport'), await idOf('schoolTeacher')],
  );
  const [raw] = await testApp.asOwner<{ entered_for: string }>(
    `select entered_for from chronology_notes where what = 'raw'`,
  );
  expect(raw!.entered_for).toBe(await idOf('familySupportWorker'));
}, 30_000);

test('minutes written by business support name the practitioner; the practitioner’s own edit removes the mark', async () => {
  const worker = await testApp.as('familySupportWorker');
  const planned = await worker.post(`/episodes/${episodeId}/meetings`, {
    kind: 'first',
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    place: 'School',
    purpose: 'To begin.',
  });
  expect(planned.status).toBe(201);
  const path = `/episodes/${episodeId}/meetings/${planned.body.id}`;
  const write = async (who: string) => {
    const client = await testApp.as(who);
    const { etag } = await client.get(path);
    return client.patch(path, { decisions: `Written by ${who}` }, { ifMatch: etag! });
  };
  const minuted = await write('businessSupport');
  expect([minuted.status, minuted.body.enteredFor]).toEqual([
    200,
    (await testApp.actor('familySupportWorker')).name,
  ]);
  expect((await write('familySupportWorker')).body.enteredFor).toBeNull();
});

test('their home lists whom they support and their families; support ends at once', async () => {
  const browser = await testApp.browse('businessSupport');
  const home = await browser.get('/');
  const worker = (await testApp.actor('familySupportWorker')).name;
  expect(home.text).toContain(`Supporting ${worker}`);
  expect(home.text).toContain(`/episodes/${episodeId}`);
  expect((await browser.get(`/episodes/${episodeId}`)).status).toBe(200);
  const mine = await testApp.browse('familySupportWorker');
  expect((await mine.get('/support')).text).toContain((await testApp.actor('businessSupport')).name);
  expect((await (await testApp.as('outsider')).post(`/support/${namingId}/ending`)).status).toBe(404);
  expect((await mine.submit(`/support/${namingId}/ending`, {})).status).toBe(303);
  expect((await browser.get(`/episodes/${episodeId}`)).status).toBe(404);
  expect((await note('businessSupport')).status).toBe(404);
  expect((await browser.get('/')).text).toContain('No practitioner has added you yet');
}, 30_000);
