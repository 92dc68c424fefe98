import { agreedEpisode, agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const NOTHING = '01a20081-4767-7483-8517-69c4e54bd0ce';
const withdrawal = {
  withdrawnBy: 'Invented Mother',
  capacity: 'parental_responsibility',
  safeguardingConcern: false,
};
const join = async (episodeId: string, persona: string) =>
  expect(
    (
      await (
        await testApp.as('healthVisitor')
      ).post(`/episodes/${episodeId}/team`, {
        practitionerId: (await testApp.actor(persona)).practitionerId,
        teamRole: 'member',
      })
    ).status,
  ).toBe(201);

test('pages left open answer the next click like pages that never existed', async () => {
  const { episodeId, childId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  await join(episodeId, 'schoolTeacher');
  const browser = await testApp.browse('schoolTeacher');
  const open = ['', '/assessment', '/consents', '/team', '/plan', '/reviews', '/chronology', '/access'].map(
    (part) => `/episodes/${episodeId}${part}`,
  );
  open.push(`/children/${childId}`, `/consents/${consentId}/withdrawal`);
  for (const path of open) expect([path, (await browser.get(path)).status]).toEqual([path, 200]);
  expect(
    (await (await testApp.as('healthVisitor')).post(`/consents/${consentId}/withdrawal`, withdrawal)).status,
  ).toBe(201);
  const strip = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/(name="_csrf" value|nonce)="[^"]+"/g, ''),
  ];
  for (const path of open) {
    const never = await browser.get(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, NOTHING));
    expect([path, never.status, strip(await browser.get(path))]).toEqual([path, 404, strip(never)]);
  }
  const posted = await browser.submit(`/episodes/${episodeId}/chronology`, { what: 'Invented.' });
  expect(posted.status).toBe(404);
}, 30_000);

test('before it is confirmed it lists who loses which sensitive topic', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const teacher = await testApp.actor('schoolTeacher');
  const consentId = await agrees(testApp, episodeId, 'healthVisitor', [], undefined, {
    agencies: [
      { agencyId: teacher.agencyId, tiers: ['T0', 'T1', 'T2', 'T3'], topics: ['mental_health', 'offending'] },
    ],
  });
  await join(episodeId, 'schoolTeacher');
  const path = `/consents/${consentId}/withdrawal`;
  const { body } = await (await testApp.as('healthVisitor')).get(path);
  const affected = body.affected.find(
    (row: { practitioner: { id: string } }) => row.practitioner.id === teacher.practitionerId,
  );
  expect(affected).toMatchObject({
    loses: ['T0', 'T1', 'T2'],
    keeps: [],
    losesTopics: ['mental_health', 'offending'],
  });
  const page = await (await testApp.browse('healthVisitor')).get(path);
  expect(page.text).toContain('sensitive information about mental health');
  expect(await testApp.sql('outsider', 'select * from access.topic_viewers($1)', [episodeId])).toEqual([]);
  expect(await testApp.sql('schoolTeacher', 'select 1 from consent_withdrawals')).toEqual([]);
}, 30_000);

test('one agency, the whole, and a narrower consent each remove exactly what they say', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', [
    'schoolTeacher',
    'housingOfficer',
  ]);
  const visitor = await testApp.as('healthVisitor');
  const tiersOf = async (persona: string) =>
    [
      ...new Set(
        (
          await testApp.sql<{ tier: number }>(
            'healthVisitor',
            'select tier from access.consented_tiers($1) where agency_id = $2',
            [episodeId, (await testApp.actor(persona)).agencyId],
          )
        ).map(({ tier }) => tier),
      ),
    ].sort();
  expect([await tiersOf('schoolTeacher'), await tiersOf('housingOfficer')]).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1']);
  expect([await tiersOf('schoolTeacher'), await tiersOf('housingOfficer')]).toEqual([
    [0, 1],
    [0, 1, 2],
  ]);
  const agencyId = (await testApp.actor('housingOfficer')).agencyId;
  expect((await visitor.post(`/consents/${consentId}/withdrawal`, { ...withdrawal, agencyId })).status).toBe(
    201,
  );
  expect([await tiersOf('schoolTeacher'), await tiersOf('housingOfficer')]).toEqual([[0, 1], []]);
}, 30_000);

test('a withdrawal that leaves a safeguarding concern is signed off by a manager, and not by the person who recorded it', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.as('healthVisitor');
  const created = await visitor.post(`/consents/${consentId}/withdrawal`, {
    ...withdrawal,
    safeguardingConcern: true,
    safeguardingNote: 'Invented: rang the front door.',
  });
  const path = `/withdrawals/${created.body.id}/sign-off`;
  const messages = await testApp.sql<{ href: string }>(
    'healthManager',
    "select href from messages where subject like 'Concern about a child after consent%' and href = $1",
    [`/episodes/${episodeId}/consents`],
  );
  expect(messages).toHaveLength(1);
  expect((await visitor.post(path, { note: 'x' })).status).toBe(403);
  const me = await testApp.actor('healthVisitor');
  const insert = (persona: string, by: string) =>
    testApp.sql(
      persona,
      "insert into withdrawal_sign_offs (withdrawal_id, episode_id, note, signed_by, signed_at) values ($1, $2, 'x', $3, now())",
      [created.body.id, episodeId, by],
    );
  await expect(insert('healthVisitor', me.practitionerId)).rejects.toThrow(/row-level security/);
  await expect(insert('healthManager', me.practitionerId)).rejects.toThrow(/row-level security/);
  const browser = await testApp.browse('healthManager');
  expect((await browser.get(`/episodes/${episodeId}/consents`)).text).toContain('Needs a manager’s sign-off');
  expect(
    (
      await browser.submit(`/episodes/${episodeId}/consents/sign-offs`, {
        withdrawalId: created.body.id,
        note: '',
      })
    ).status,
  ).toBe(422);
  const manager = await testApp.as('healthManager');
  expect((await manager.post(path, { note: 'Invented: front door has it.' })).status).toBe(201);
  expect((await manager.post(path, { note: 'Again.' })).status).toBe(409);
  const noteTold = async (persona: string) =>
    (await (await testApp.as(persona)).get(`/consents/${consentId}`)).body.withdrawals[0].safeguardingNote;
  expect([await noteTold('healthManager'), await noteTold('governance')]).toEqual([
    'Invented: rang the front door.',
    null,
  ]);
  expect((await browser.get(`/episodes/${episodeId}/consents`)).text).toContain(
    'Invented: front door has it.',
  );
  const strip = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/urn:uuid:[^"]+/, ''),
  ];
  const stranger = await testApp.as('coordinatorCharnwood');
  expect(strip(await stranger.post(path, { note: 'x' }))).toEqual(
    strip(await stranger.post(`/withdrawals/${NOTHING}/sign-off`, { note: 'x' })),
  );
}, 30_000);

test('a manager who recorded the withdrawal cannot sign it off', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const manager = await testApp.as('healthManager');
  const created = await manager.post(`/consents/${consentId}/withdrawal`, {
    ...withdrawal,
    safeguardingConcern: true,
    safeguardingNote: 'Invented.',
  });
  expect(created.status).toBe(201);
  expect((await manager.post(`/withdrawals/${created.body.id}/sign-off`, { note: 'x' })).status).toBe(409);
  const id = (await testApp.actor('healthManager')).practitionerId;
  await expect(
    testApp.sql(
      'healthManager',
      "insert into withdrawal_sign_offs (withdrawal_id, episode_id, note, signed_by, signed_at) values ($1, $2, 'x', $3, now())",
      [created.body.id, episodeId, id],
    ),
  ).rejects.toThrow(/row-level security/);
  expect(
    (
      await (
        await testApp.as('coordinatorNwl')
      ).post(`/withdrawals/${created.body.id}/sign-off`, { note: 'Invented.' })
    ).status,
  ).toBe(201);
}, 30_000);

test('consent can be withdrawn after the episode has closed, while it still gives access', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  await join(episodeId, 'schoolTeacher');
  const visitor = await testApp.as('healthVisitor');
  const teacher = await testApp.as('schoolTeacher');
  const closed = await visitor.post(`/episodes/${episodeId}/closure`, {
    reason: 'NEEDS_MET',
    summary: 'Invented: done.',
    outcomes: [],
    familyTold: true,
    finalLevel: 1,
  });
  expect([closed.status, closed.text]).toEqual([201, expect.any(String)]);
  expect((await teacher.get(`/episodes/${episodeId}/plan`)).status).toBe(200);
  const ledger = await (await testApp.browse('healthVisitor')).get(`/episodes/${episodeId}/consents`);
  expect(ledger.text).toContain(`/consents/${consentId}/withdrawal`);
  expect(ledger.text).not.toContain(`/episodes/${episodeId}/consents/new`);
  const stranger = await (await testApp.as('outsider')).post(`/consents/${consentId}/withdrawal`, withdrawal);
  expect(stranger.status).toBe(404);
  expect((await visitor.post(`/consents/${consentId}/withdrawal`, withdrawal)).status).toBe(201);
  expect((await teacher.get(`/episodes/${episodeId}/plan`)).status).toBe(404);
  expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(404);
  expect((await visitor.post(`/consents/${consentId}/withdrawal`, withdrawal)).status).toBe(409);
}, 30_000);
