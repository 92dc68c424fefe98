import { everyRow, said } from '../../support/outputs.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** A counsellor whose agency is made a sensitive service here: a team member whose agency must not be named. */
const SECRETS = ['Eleanor Calmwater', 'Bridge Housing'];

let testApp: TestApp;
let episodeId: string;

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const read = async (persona: string, part = '') =>
  (await testApp.as(persona)).get(`/episodes/${episodeId}${part}`);

beforeAll(async () => {
  testApp = await openTestApp();
  await testApp.asOwner("update agencies set sensitive = true where name = 'Bridge Housing'");
  ({ episodeId } = await openedEpisode(testApp, 'healthVisitor'));
  await agrees(testApp, episodeId, 'healthVisitor', ['counsellor', 'schoolTeacher', 'yispWorker']);
  await agrees(testApp, episodeId, 'healthVisitor', ['connexionsAdviser'], ['T0', 'T1']);
  for (const persona of ['counsellor', 'schoolTeacher', 'yispWorker']) {
    const added = await (
      await testApp.as('healthVisitor')
    ).post(`/episodes/${episodeId}/team`, { practitionerId: await idOf(persona), teamRole: 'member' });
    expect([persona, added.status]).toEqual([persona, 201]);
  }
  expect((await read('counsellor')).status).toBe(200);
  const note = await (
    await testApp.as('counsellor')
  ).post(`/episodes/${episodeId}/chronology`, {
    ...{ happenedOn: '2026-01-05', category: 'contact', what: 'Invented: talked with the family.' },
  });
  expect([note.status, note.text]).toEqual([201, expect.anything()]);
}, 90_000);
afterAll(() => testApp.close());

const PARTS = [
  '',
  '/team',
  '/lead-professional',
  '/chronology',
  '/consents',
  '/access',
  '/plan',
  '/meetings',
];
const PAGES = ['', '/team', '/chronology', '/consents', '/access', '/plan', '/meetings', '/reviews'];

async function outputsOf(persona: string) {
  const outputs = [];
  for (const part of PARTS) outputs.push({ where: `API ${part}`, text: (await read(persona, part)).text });
  const browser = await testApp.browse(persona);
  for (const part of PAGES)
    outputs.push({ where: `page ${part}`, text: (await browser.get(`/episodes/${episodeId}${part}`)).text });
  for (const path of ['/', '/messages', '/episodes?scope=all'])
    outputs.push({ where: path, text: (await browser.get(path)).text });
  return outputs;
}

test('a reader without permission sees that a sensitive service is involved, and not which', async () => {
  for (const persona of ['yispWorker', 'schoolTeacher', 'healthManager']) {
    const outputs = await outputsOf(persona);
    expect([persona, said(outputs, SECRETS)]).toEqual([persona, []]);
    expect(said(outputs, ['A sensitive service is involved'])).toContain(
      'page : A sensitive service is involved',
    );
    expect((await read(persona)).body.sensitiveServiceInvolved).toBe(true);
  }
}, 60_000);

test('a reader of the basics sees the same, and a reader of the index nothing', async () => {
  expect((await read('connexionsAdviser')).body.sensitiveServiceInvolved).toBe(true);
  expect(said(await outputsOf('connexionsAdviser'), SECRETS)).toEqual([]);
  expect((await read('governance')).body.sensitiveServiceInvolved).toBe(false);
  expect(
    await testApp.sql('outsider', 'select access.sensitive_service_involved($1) as told', [episodeId]),
  ).toEqual([{ told: false }]);
}, 60_000);

test('its own people, the author and the coordinator see it by name', async () => {
  for (const persona of ['counsellor', 'healthVisitor', 'coordinatorNwl'])
    expect([persona, said(await outputsOf(persona), ['Eleanor Calmwater'])]).toEqual([
      persona,
      expect.arrayContaining(['page /team: Eleanor Calmwater', 'API /team: Eleanor Calmwater']),
    ]);
  // Information governance reads the ledger and the log in full.
  const { text } = await read('governance', '/consents');
  expect(text).toContain('Bridge Housing');
}, 60_000);

test('no row that names it is visible to the others, by any query', async () => {
  const counsellor = await testApp.actor('counsellor');
  const inEpisode = (await everyRow(testApp, 'yispWorker')).filter(
    ({ where }) => !/practitioners|posts|agencies|teams|directory|chronology_notes|panel/.test(where),
  );
  expect(said(inEpisode, [counsellor.practitionerId, counsellor.agencyId])).toEqual([]);
  const author = await testApp.sql('healthVisitor', 'select 1 from team_members where practitioner_id = $1', [
    counsellor.practitionerId,
  ]);
  expect(author).toHaveLength(1);
  const agreed = await testApp.sql(
    'yispWorker',
    'select 1 from access.consented_tiers($1) where agency_id = $2',
    [episodeId, counsellor.agencyId],
  );
  expect(agreed).toEqual([]);
}, 60_000);

test('a note by its practitioner is shown without a name', async () => {
  const { body } = await read('yispWorker', '/chronology');
  const note = (body.items as { what: string; by: { name: string; agency: string } }[]).find(({ what }) =>
    what.includes('talked with the family'),
  )!;
  expect(note.by).toMatchObject({
    name: 'A practitioner in a sensitive service',
    agency: 'A sensitive service',
  });
});

test('a practitioner without permission cannot add its people to the team, and learns nothing by trying', async () => {
  const manager = await testApp.as('healthManager');
  const ask = (practitionerId: string) =>
    manager.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
  const [nurse] = await testApp.asOwner<{ id: string }>(
    "select id from practitioners where name = 'Imogen Tidewell'",
  );
  const agreed = await ask(await idOf('counsellor'));
  const notAgreed = await ask(nurse!.id);
  expect([agreed.status, notAgreed.status]).toEqual([409, 409]);
  expect(agreed.body.detail).toBe(notAgreed.body.detail);
});

test('when it leads, neither a vacancy nor a name is shown; a practitioner asked to follow takes over', async () => {
  const propose = async (by: string, persona: string) =>
    (await testApp.as(by)).post(`/episodes/${episodeId}/lead-professional/proposals`, {
      ...{ practitionerId: await idOf(persona), familyPreference: 'They agree.', reason: 'Knows them best.' },
    });
  const accept = async (persona: string, proposal: string) =>
    (await testApp.as(persona)).post(
      `/episodes/${episodeId}/lead-professional/proposals/${proposal}/acceptance`,
    );
  const first = await propose('healthVisitor', 'counsellor');
  expect([first.status, first.text]).toEqual([201, expect.anything()]);
  const accepted = await accept('counsellor', first.body.id as string);
  expect(accepted.status).toBeLessThan(300);
  for (const persona of ['healthManager', 'yispWorker', 'frontDoor', 'connexionsAdviser']) {
    const { body } = await read(persona);
    expect([persona, body.lead, body.leadUnnamed, body.vacancyDays]).toEqual([
      persona,
      null,
      'sensitive',
      null,
    ]);
    expect([persona, said(await outputsOf(persona), SECRETS)]).toEqual([persona, []]);
  }
  const { body: late } = await (
    await testApp.as('healthManager')
  ).get('/episodes?scope=agency&exception=no_lead');
  expect((late.items as { id: string }[]).map(({ id }) => id)).not.toContain(episodeId);
  const second = await propose('healthVisitor', 'schoolTeacher');
  expect(second.status).toBe(201);
  expect((await accept('schoolTeacher', second.body.id as string)).status).toBeLessThan(300);
  expect((await read('yispWorker')).body.lead).toMatchObject({ name: 'Maureen Oakleaf' });
  const led = await testApp.asOwner(
    'select 1 from lead_professional_appointments where episode_id = $1 and ended_at is null',
    [episodeId],
  );
  expect(led).toHaveLength(1);
}, 90_000);

test('no one can preview as one of its people to learn whether they are involved', async () => {
  const manager = await testApp.as('healthManager');
  const previewFor = async (query: string) => manager.get(`/episodes/${episodeId}/preview?${query}`);
  const { practitionerId, agencyId } = await testApp.actor('counsellor');
  const [elsewhere] = await testApp.asOwner<{ id: string; agency: string }>(
    `select p.id, o.agency_id as agency from practitioners p join posts o on o.practitioner_id = p.id where p.name = 'Imogen Tidewell'`,
  );
  const asked = [
    await previewFor(`practitionerId=${practitionerId}`),
    await previewFor(`practitionerId=${elsewhere!.id}`),
  ];
  expect(asked.map(({ status }) => status)).toEqual([422, 422]);
  expect(asked[0]!.body.errors).toEqual(asked[1]!.body.errors);
  expect((await previewFor(`agencyId=${agencyId}`)).status).toBe(422);
  const author = await testApp.as('healthVisitor');
  expect((await author.get(`/episodes/${episodeId}/preview?practitionerId=${practitionerId}`)).status).toBe(
    200,
  );
});

test('a withdrawal by a person without permission counts its people, tells them, and names none', async () => {
  const counsellor = await testApp.actor('counsellor');
  const secrets = [...SECRETS, counsellor.practitionerId, counsellor.agencyId];
  for (const asked of ['access.viewers', 'access.topic_viewers']) {
    const rows = await testApp.sql('yispWorker', `select * from ${asked}($1)`, [episodeId]);
    expect(secrets.filter((secret) => JSON.stringify(rows).includes(secret))).toEqual([]);
  }
  // The functions that compute pseudonyms, or list viewers unfiltered, cannot be called.
  for (const closed of ['access.pseudonym($1, $1)', 'access.viewers_all($1)', 'access.topic_viewers_all($1)'])
    await expect(testApp.sql('yispWorker', `select ${closed}`, [episodeId])).rejects.toThrow(
      'permission denied',
    );
  const known = await testApp.sql('healthVisitor', 'select * from access.viewers($1)', [episodeId]);
  expect(secrets.filter((secret) => JSON.stringify(known).includes(secret))).toEqual(secrets);

  const [consent] = await testApp.asOwner<{ id: string }>(
    'select consent_id as id from consent_agencies where episode_id = $1 and agency_id = $2',
    [episodeId, counsellor.agencyId],
  );
  const path = `/consents/${consent!.id}/withdrawal`;
  const worker = await testApp.as('yispWorker');
  const preview = await worker.get(path);
  expect(preview.status).toBe(200);
  expect(secrets.filter((secret) => preview.text.includes(secret))).toEqual([]);
  expect(preview.body.affected).toContainEqual(
    expect.objectContaining({
      practitioner: { id: null, name: 'A practitioner in a sensitive service' },
      agency: 'A sensitive service',
      loses: ['T0', 'T1', 'T2'],
    }),
  );
  const page = await (await testApp.browse('yispWorker')).get(path);
  expect(page.text).toContain('A practitioner in a sensitive service');
  const before = await testApp.asOwner('select id from messages where recipient_id = $1', [
    counsellor.practitionerId,
  ]);
  const done = await worker.post(path, {
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
  });
  expect([done.status, done.text]).toEqual([201, expect.anything()]);
  const after = await testApp.asOwner<{ subject: string }>(
    'select subject from messages where recipient_id = $1 and id <> all($2::uuid[])',
    [counsellor.practitionerId, before.map(({ id }) => id)],
  );
  expect(after).toEqual([{ subject: 'Your access to a record has ended' }]);
  expect((await read('counsellor')).status).toBe(404);
}, 60_000);
