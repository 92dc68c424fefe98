import { openTestAppWithJobs, runJob } from '../../support/jobs.js';
import { agreedEpisode, agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestAppWithJobs();
}, 60_000);
afterAll(() => testApp.close());
afterEach(() => testApp.moveClock());

const NOTHING = '01a20081-4767-7483-8517-69c4e54bd0ce';
const daysOn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const goTo = (days: number) => testApp.moveClock(`${daysOn(days)}T09:00:00Z`);
const warningsAt = async (episodeId: string): Promise<number[]> =>
  (
    await testApp.asOwner<{ days: number }>(
      'select days from consent_warnings where episode_id = $1 order by sent_at, days desc',
      [episodeId],
    )
  ).map(({ days }) => days);
const toldTo = (persona: string, episodeId: string) =>
  testApp.sql<{ subject: string; body: string }>(
    persona,
    'select subject, body from messages where href = $1 order by sent_at',
    [`/episodes/${episodeId}/consents`],
  );
const ledgerOf = async (persona: string, episodeId: string) =>
  (await (await testApp.as(persona)).get(`/episodes/${episodeId}/consents`)).body as {
    endings: { daysLeft: number; step: number }[];
    prompts: { cause: string; age: number | null; sentence: string }[];
  };

test('the practitioners responsible for the family are reminded once at 30, 14 and 0 days, and the page says so', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, { validUntil: daysOn(60) });
  const home = async () => (await (await testApp.browse('healthVisitor')).get('/')).text;
  for (const [day, warned] of [
    [0, []],
    [29, []],
    [30, [30]],
    [31, [30]],
    [46, [30, 14]],
    [47, [30, 14]],
    [60, [30, 14, 0]],
    [60, [30, 14, 0]],
    [61, [30, 14, 0]],
  ] as const) {
    await goTo(day);
    const text = await home();
    expect([day, await warningsAt(episodeId)]).toEqual([day, warned]);
    expect([day, text.includes('consent to share ends')]).toEqual([day, day >= 30 && day <= 60]);
  }
  const messages = await toldTo('healthVisitor', episodeId);
  expect(messages.map(({ subject }) => subject)).toEqual([
    'Consent to share ends soon',
    'Consent to share ends soon',
    'Consent to share ends today',
  ]);
  expect(JSON.stringify(messages)).not.toMatch(/Test\d|Invented/);
  await goTo(50);
  expect((await ledgerOf('healthVisitor', episodeId)).endings).toMatchObject([{ daysLeft: 10, step: 14 }]);
  const page = (await (await testApp.browse('healthVisitor')).get(`/episodes/${episodeId}/consents`)).text;
  expect(page).toContain('ends in 10 days, for 1 agency');
}, 30_000);

test('a reminder not sent by a visit is sent by the console, once, to the lead', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, { validUntil: daysOn(12) });
  const teacher = await testApp.actor('schoolTeacher');
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now())`,
    [episodeId, teacher.practitionerId, teacher.agencyId],
  );
  expect(await runJob(testApp, 'consent-reminders')).toBeGreaterThan(0);
  expect(await warningsAt(episodeId)).toEqual([14]);
  expect(await toldTo('schoolTeacher', episodeId)).toHaveLength(1);
  expect(await toldTo('healthVisitor', episodeId)).toHaveLength(0);
  expect(await runJob(testApp, 'consent-reminders')).toBe(0);
}, 30_000);

test('consent that was withdrawn or superseded sends no reminder', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  await (
    await testApp.as('healthVisitor')
  ).post(`/consents/${consentId}/withdrawal`, {
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
  });
  const other = await openedEpisode(testApp, 'healthVisitor');
  await agrees(testApp, other.episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
    validUntil: daysOn(5),
  });
  await agrees(testApp, other.episodeId, 'healthVisitor', ['schoolTeacher']);
  await goTo(5);
  await (await testApp.browse('healthVisitor')).get('/');
  expect(await warningsAt(episodeId)).toEqual([]);
  expect(await warningsAt(other.episodeId)).toEqual([]);
}, 30_000);

test('the serving role sends only its own person’s reminders, and outsiders learn of no consent', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  for (const call of [
    'access.send_all_expiry_reminders()',
    `access.send_expiry_reminders(array['${episodeId}'::uuid])`,
  ])
    await expect(testApp.sql('healthVisitor', `select ${call}`)).rejects.toThrow(/permission denied/);
  const live = 'select * from access.live_agreements(array[$1::uuid])';
  expect(await testApp.sql('healthVisitor', live, [episodeId])).toHaveLength(1);
  expect(await testApp.sql('outsider', live, [episodeId])).toEqual([]);
  expect(await testApp.sql('schoolTeacher', live, [episodeId])).toEqual([]);
}, 30_000);

test.each([
  [12, /12 or over/],
  [16, /decide for themselves/],
])(
  'when a child has turned %d since the family was last asked, the child must be asked',
  async (age, sentence) => {
    const today = new Date();
    const born = `${today.getUTCFullYear() - age}-${daysOn(10).slice(5)}`;
    // Across a new year, the day ten days later is in the next year.
    const birthday = daysOn(10).startsWith(String(today.getUTCFullYear()))
      ? born
      : `${today.getUTCFullYear() + 1 - age}-${daysOn(10).slice(5)}`;
    const childId = await recordedChild(testApp, 'healthVisitor', { dateOfBirth: birthday });
    const opened = await (
      await testApp.as('healthVisitor')
    ).post('/episodes', { childIds: [childId], reason: 'Invented.' });
    const episodeId = opened.body.id as string;
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
    expect((await ledgerOf('healthVisitor', episodeId)).prompts).toEqual([]);
    await goTo(11);
    const { prompts } = await ledgerOf('healthVisitor', episodeId);
    expect(prompts).toMatchObject([{ cause: 'age', age, sentence: expect.stringMatching(sentence) }]);
    const home = (await (await testApp.browse('healthVisitor')).get('/')).text;
    expect(home).toContain('ask the family again');
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
      capacity: 'child',
      competence: 'competent',
      decidedBy: 'The child',
      decidedByChildId: childId,
    });
    expect((await ledgerOf('healthVisitor', episodeId)).prompts).toEqual([]);
  },
);

test('before a young person turns 18, and afterwards, they themselves must be asked', async () => {
  const year = Number(daysOn(40).slice(0, 4)) - 18;
  const childId = await recordedChild(testApp, 'healthVisitor', {
    dateOfBirth: `${year}-${daysOn(40).slice(5)}`,
  });
  const opened = await (
    await testApp.as('healthVisitor')
  ).post('/episodes', { childIds: [childId], reason: 'Invented.' });
  const episodeId = opened.body.id as string;
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
    reasonNotYoungPerson: 'Invented.',
  });
  const ages = async () => (await ledgerOf('healthVisitor', episodeId)).prompts.map(({ age }) => age);
  expect(await ages()).toEqual([]);
  await goTo(12);
  expect((await ledgerOf('healthVisitor', episodeId)).prompts[0]!.sentence).toContain('about to turn 18');
  await goTo(41);
  expect((await ledgerOf('healthVisitor', episodeId)).prompts[0]!.sentence).toContain(
    'so only they can decide',
  );
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
    capacity: 'adult',
    decidedBy: 'They',
  });
  expect(await ages()).toEqual([]);
}, 30_000);

test('when parental responsibility changes, or a court makes an order, the family must be asked again', async () => {
  const { episodeId, childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.as('healthVisitor');
  const causes = async () => (await ledgerOf('healthVisitor', episodeId)).prompts.map(({ cause }) => cause);
  const carer = { name: 'Invented Aunt', relationship: 'aunt_or_uncle', parentalResponsibility: 'no' };
  await visitor.post(`/children/${childId}/carers`, carer);
  expect(await causes()).toEqual([]);
  await visitor.post(`/children/${childId}/carers`, {
    ...carer,
    name: 'Invented Guardian',
    parentalResponsibility: 'yes',
  });
  expect(await causes()).toEqual(['parental_responsibility']);
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
  expect(await causes()).toEqual([]);
  await testApp.sql(
    'healthVisitor',
    "update child_carers set parental_responsibility = 'yes' where child_id = $1 and parental_responsibility = 'no'",
    [childId],
  );
  expect(await causes()).toEqual(['parental_responsibility']);
  expect((await visitor.post(`/episodes/${episodeId}/consent-changes`, { cause: 'care_order' })).status).toBe(
    201,
  );
  expect((await causes()).sort()).toEqual(['care_order', 'parental_responsibility']);
  const browser = await testApp.browse('healthVisitor');
  expect((await browser.submit(`/episodes/${episodeId}/consents/changes`, {})).status).toBe(422);
  expect(
    (await browser.submit(`/episodes/${episodeId}/consents/changes`, { cause: 'adoption' })).status,
  ).toBe(303);
  expect((await browser.get(`/episodes/${episodeId}/consents`)).text).toContain('The child is being adopted');
  const strip = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/urn:uuid:[^"]+/, ''),
  ];
  const outsider = await testApp.as('outsider');
  expect(strip(await outsider.post(`/episodes/${episodeId}/consent-changes`, { cause: 'adoption' }))).toEqual(
    strip(await outsider.post(`/episodes/${NOTHING}/consent-changes`, { cause: 'adoption' })),
  );
  expect(await testApp.sql('outsider', 'select 1 from consent_reasks')).toEqual([]);
}, 30_000);
