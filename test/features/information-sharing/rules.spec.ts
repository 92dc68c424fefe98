import { agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const agencyOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).agencyId;
const errorsOf = (answer: { body: { errors?: { field: string }[] } }): string[] =>
  (answer.body.errors ?? []).map((error) => error.field);
const agreement = async (more: object = {}) => ({
  purpose: 'share_plan',
  decision: 'given',
  agencies: [{ agencyId: await agencyOf('schoolTeacher'), tiers: ['T0', 'T1', 'T2'], topics: [] }],
  decidedBy: 'Invented Mother',
  capacity: 'parental_responsibility',
  limitsExplained: true,
  ...more,
});
const record = async (episodeId: string, more: object = {}) =>
  (await testApp.as('healthVisitor')).post(`/episodes/${episodeId}/consents`, await agreement(more));

async function episodeOf(children: readonly object[], carers: readonly object[] = []) {
  const visitor = await testApp.as('healthVisitor');
  const childIds: string[] = [];
  for (const child of children)
    childIds.push(
      await recordedChild(testApp, 'healthVisitor', { ...child, carers, notTheSameAs: childIds }),
    );
  const opened = await visitor.post('/episodes', { childIds, reason: 'Invented.' });
  if (opened.status !== 201) throw new Error(opened.text);
  const episodeId = opened.body.id as string;
  const people = await testApp.asOwner<{ id: string; name: string }>(
    'select c.id, c.name from carers c join child_carers l on l.carer_id = c.id where l.child_id = any($1)',
    [childIds],
  );
  return { episodeId, childIds, carerId: people[0]?.id };
}
const yearsAgo = (years: number, days = 0): string => {
  const today = new Date();
  return new Date(Date.UTC(today.getUTCFullYear() - years, today.getUTCMonth(), today.getUTCDate() + days))
    .toISOString()
    .slice(0, 10);
};
/** Inserts one consent decision directly, as a person who may record it. */
const insert = (episodeId: string, values: Record<string, unknown>, id = crypto.randomUUID()) => {
  const row: Record<string, unknown> = {
    id,
    episode_id: episodeId,
    purpose: 'share_plan',
    decision: 'given',
    decided_by: 'x',
    capacity: 'parental_responsibility',
    limits_explained: true,
    decided_on: yearsAgo(0),
    valid_until: yearsAgo(0, 10),
    recorded_at: '2020-01-01',
    recorded_by: values['recorded_by'],
    ...values,
  };
  return testApp.sql<{ recorded_at: Date }>(
    'healthVisitor',
    `insert into consents (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map((_k, i) => `$${i + 1}`)
      .join(', ')}) returning recorded_at`,
    Object.values(row),
  );
};

test('every field of a consent is stored and returned', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const input = {
    childAsked: true,
    whoDisagreed: 'Invented Grandmother: too many people.',
    otherParentObjects: true,
    interpreter: 'bsl',
    explainedHow: 'Invented: with the leaflet.',
    explainedLanguage: 'eng',
    leafletVersion: '2026-1',
    questionsAsked: 'Invented: who reads it?',
    askedAt: 'registration',
    competence: 'not_competent',
    competenceNote: 'Invented: four years old.',
    form: 'verbal_witnessed',
    witness: 'Invented Aunt',
    lawfulBasis: 'public_task',
    note: 'Invented.',
    reviewOn: yearsAgo(0, 30),
    validUntil: yearsAgo(0, 60),
  };
  const created = await record(episodeId, input);
  expect([created.status, created.text]).toEqual([201, expect.any(String)]);
  expect(created.body).toMatchObject({
    ...input,
    competenceAssessor: (await testApp.actor('healthVisitor')).name,
  });
  // A manager, who can read it, is told of the other parent's objection.
  const [message] = await testApp.sql<{ href: string; body: string }>(
    'healthManager',
    'select href, body from messages where href = $1',
    [`/episodes/${episodeId}/consents`],
  );
  const manager = await testApp.browse('healthManager');
  const page = await manager.get(message!.href);
  for (const words of [
    'Invented Aunt',
    'leaflet 2026-1',
    'Public task',
    'Invented: who reads it?',
    'Invented Grandmother',
  ])
    expect(page.text).toContain(words);
}, 30_000);

test('the required fields are enough; renewal is set for the end, which is six months on', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const created = await record(episodeId, { form: 'written' });
  expect([created.status, created.body.reviewOn]).toEqual([201, created.body.validUntil]);
}, 30_000);

test('a person without parental responsibility cannot consent for the child, by page, API or SQL', async () => {
  const { episodeId, carerId } = await episodeOf(
    [{}],
    [{ name: 'Invented Stepfather', relationship: 'step_father', parentalResponsibility: 'no' }],
  );
  const refused = await record(episodeId, { decidedByCarerId: carerId });
  expect([refused.status, errorsOf(refused)]).toEqual([422, ['decidedByCarerId']]);
  expect(refused.text).toContain('cannot decide for the child');
  const me = (await testApp.actor('healthVisitor')).practitionerId;
  await expect(insert(episodeId, { decided_by_carer_id: carerId, recorded_by: me })).rejects.toThrow(
    /parental responsibility/,
  );
  const browser = await testApp.browse('healthVisitor');
  const agency = await agencyOf('schoolTeacher');
  const typed = {
    agency,
    decision: 'given',
    [`standing-${agency}`]: 'agreed',
    [`tiers-${agency}`]: ['T0'],
    decidedBy: 'Invented Stepfather',
    decider: `carer ${carerId}`,
    capacity: 'parental_responsibility',
    limitsExplained: 'yes',
  };
  const page = await browser.submit(`/episodes/${episodeId}/consents`, typed);
  expect([page.status, page.text.includes('cannot decide for the child')]).toEqual([422, true]);
  expect((await record(episodeId)).status).toBe(201);
}, 30_000);

test('where parental responsibility is not known, a note says what is known', async () => {
  const { episodeId, carerId } = await episodeOf(
    [{}],
    [{ name: 'Invented Father', relationship: 'father', parentalResponsibility: 'not_known' }],
  );
  expect(errorsOf(await record(episodeId, { decidedByCarerId: carerId }))).toEqual(['note']);
  expect(
    (await record(episodeId, { decidedByCarerId: carerId, note: 'Invented: birth certificate asked for.' }))
      .status,
  ).toBe(201);
}, 30_000);

test('the person who decided belongs to this family', async () => {
  const other = await episodeOf(
    [{}],
    [{ name: 'Invented Other', relationship: 'mother', parentalResponsibility: 'yes' }],
  );
  const { episodeId } = await episodeOf([{}]);
  expect(errorsOf(await record(episodeId, { decidedByCarerId: other.carerId }))).toEqual([
    'decidedByCarerId',
  ]);
  expect(
    errorsOf(
      await record(episodeId, {
        decidedByChildId: other.childIds[0],
        capacity: 'child',
        competence: 'competent',
      }),
    ),
  ).toEqual(['decidedByChildId']);
  const me = (await testApp.actor('healthVisitor')).practitionerId;
  await expect(insert(episodeId, { decided_by_carer_id: other.carerId, recorded_by: me })).rejects.toThrow(
    /must care for a child/,
  );
  await expect(
    insert(episodeId, { decided_by_child_id: other.childIds[0], recorded_by: me }),
  ).rejects.toThrow(/on the episode/);
}, 30_000);

test('at 18 only the young person decides, and what a parent decided ends the day before', async () => {
  const grown = await episodeOf([{ dateOfBirth: yearsAgo(18) }]);
  expect(errorsOf(await record(grown.episodeId, { reasonNotYoungPerson: 'Invented.' }))).toEqual([
    'capacity',
  ]);
  const me = (await testApp.actor('healthVisitor')).practitionerId;
  await expect(insert(grown.episodeId, { reason_not_young_person: 'x', recorded_by: me })).rejects.toThrow(
    /only the young person can decide/,
  );
  expect((await record(grown.episodeId, { capacity: 'adult', decidedBy: 'The young adult' })).status).toBe(
    201,
  );

  const nearly = await episodeOf([{}, { dateOfBirth: yearsAgo(18, 20) }]);
  const reason = { reasonNotYoungPerson: 'Invented: in hospital.' };
  const created = await record(nearly.episodeId, reason);
  expect([created.status, created.body.validUntil]).toEqual([201, yearsAgo(0, 19)]);
  expect(errorsOf(await record(nearly.episodeId, { ...reason, validUntil: yearsAgo(0, 20) }))).toEqual([
    'validUntil',
  ]);
  await expect(
    insert(nearly.episodeId, { reason_not_young_person: 'x', valid_until: yearsAgo(0, 20), recorded_by: me }),
  ).rejects.toThrow(/18th birthday/);
  expect(
    (
      await record(nearly.episodeId, {
        capacity: 'child',
        decidedBy: 'The young person',
        decidedByChildId: nearly.childIds[1],
      })
    ).body.validUntil > yearsAgo(0, 20),
  ).toBe(true);
}, 30_000);

test('on the birthday a parent’s consent no longer counts for an 18-year-old', async () => {
  const { episodeId } = await episodeOf([{ dateOfBirth: yearsAgo(18, 5) }]);
  await record(episodeId, { reasonNotYoungPerson: 'Invented.' });
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(200);
  await testApp.moveClock(`${yearsAgo(0, 5)}T09:00:00Z`);
  try {
    expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(404);
  } finally {
    await testApp.moveClock();
  }
}, 30_000);

test('the database enforces the ledger’s rules against any SQL', async () => {
  const { episodeId } = await episodeOf([{ dateOfBirth: yearsAgo(16) }]);
  const me = (await testApp.actor('healthVisitor')).practitionerId;
  const reason = { reason_not_young_person: 'x', recorded_by: me };
  await expect(insert(episodeId, { recorded_by: me })).rejects.toThrow(/At 16/);
  await expect(insert(episodeId, { ...reason, valid_until: null })).rejects.toThrow(/6 months at most/);
  await expect(insert(episodeId, { ...reason, valid_until: '2099-01-01' })).rejects.toThrow(
    /6 months at most/,
  );
  await expect(
    insert(episodeId, { ...reason, decided_on: '2099-01-01', valid_until: '2099-02-01' }),
  ).rejects.toThrow(/today or in the past/);
  await expect(insert(episodeId, { ...reason, limits_explained: false })).rejects.toThrow(/consents_limits/);
  await expect(insert(episodeId, { ...reason, form: 'verbal_witnessed', witness: ' ' })).rejects.toThrow(
    /consents_witness/,
  );
  await expect(insert(episodeId, { ...reason, decision: 'not_sought' })).rejects.toThrow(
    /consents_not_sought/,
  );
  await expect(
    insert(episodeId, { ...reason, recorded_by: (await testApp.actor('schoolTeacher')).practitionerId }),
  ).rejects.toThrow(/row-level security/);
  const [row] = await insert(episodeId, reason);
  expect(row!.recorded_at.getFullYear()).toBeGreaterThan(2020);
  const young = await episodeOf([{}]);
  await expect(insert(young.episodeId, { capacity: 'child', recorded_by: me })).rejects.toThrow(/competent/);
}, 30_000);

test('a competent child’s decision prevails over a parent’s later one, unless a reason is given', async () => {
  const { episodeId } = await episodeOf([{ dateOfBirth: yearsAgo(14) }]);
  const school = await agencyOf('schoolTeacher');
  const child = {
    capacity: 'child',
    decidedBy: 'The child',
    competence: 'competent',
    competenceNote: 'Invented.',
  };
  expect(
    (await record(episodeId, { ...child, decision: 'refused', agencies: [], refusedAgencies: [school] }))
      .status,
  ).toBe(201);
  const against = await record(episodeId);
  expect([against.status, errorsOf(against)]).toEqual([422, ['reasonContraryToChild']]);
  const id = crypto.randomUUID();
  const me = (await testApp.actor('healthVisitor')).practitionerId;
  await insert(episodeId, { recorded_by: me }, id);
  await expect(
    testApp.sql(
      'healthVisitor',
      `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers) values ($1, $2, $3, 'included', '{0}')`,
      [id, episodeId, school],
    ),
  ).rejects.toThrow(/competent child/);
  expect(
    (
      await record(episodeId, {
        agencies: [{ agencyId: await agencyOf('housingOfficer'), tiers: ['T0'], topics: [] }],
      })
    ).status,
  ).toBe(201);
  const reason = { reasonContraryToChild: 'Invented: at risk of harm.' };
  const created = await record(episodeId, reason);
  expect([created.status, created.body.reasonContraryToChild]).toEqual([201, reason.reasonContraryToChild]);
}, 30_000);

test('an adult’s health is shared only by that adult’s own decision', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const school = await agencyOf('schoolTeacher');
  const agencies = [{ agencyId: school, tiers: ['T0', 'T1', 'T2', 'T3'], topics: ['adult_health'] }];
  expect(errorsOf(await record(episodeId, { agencies }))).toEqual(['consentingAdult']);
  const id = crypto.randomUUID();
  await insert(episodeId, { recorded_by: (await testApp.actor('healthVisitor')).practitionerId }, id);
  await expect(
    testApp.sql(
      'healthVisitor',
      `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers, topics) values ($1, $2, $3, 'included', '{3}', '{adult_health}')`,
      [id, episodeId, school],
    ),
  ).rejects.toThrow(/Only the adult can agree/);
  expect(
    (await record(episodeId, { agencies, consentingAdult: 'Invented Mother' })).body.consentingAdult,
  ).toBe('Invented Mother');
}, 30_000);

test('the lawful basis is the agency’s, separate from the family’s consent, unless the record states another', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  expect((await record(episodeId)).body.lawfulBasis).toBeNull();
  const administrator = await testApp.as('systemAdministrator');
  const { etag } = await administrator.get('/settings/information-sharing');
  await administrator.put(
    '/settings/information-sharing',
    { duty16la: false, goldenRulesEdition: '2024', defaultLawfulBasis: 'public_task' },
    { ifMatch: etag! },
  );
  expect((await record(episodeId)).body.lawfulBasis).toBe('public_task');
  const health = await agencyOf('healthVisitor');
  for (const basis of ['consent', 'legal_obligation'])
    expect(
      (await administrator.put(`/settings/information-sharing/agencies/${health}`, { lawfulBasis: basis }))
        .status,
    ).toBe(200);
  expect((await record(episodeId)).body.lawfulBasis).toBe('legal_obligation');
  expect((await record(episodeId, { lawfulBasis: 'vital_interests' })).body.lawfulBasis).toBe(
    'vital_interests',
  );
  expect(
    (
      await (
        await testApp.as('healthVisitor')
      ).put(`/settings/information-sharing/agencies/${health}`, { lawfulBasis: 'consent' })
    ).status,
  ).toBe(403);
}, 30_000);

test('the ledger can be filtered by purpose', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
  await record(episodeId, { purpose: 'evaluation', decidedBy: 'Invented Father' });
  const browser = await testApp.browse('healthVisitor');
  const all = await browser.get(`/episodes/${episodeId}/consents`);
  const one = await browser.get(`/episodes/${episodeId}/consents?purpose=evaluation`);
  expect([all.text, one.text].map((text) => /Consent given by Invented Mother/.test(text))).toEqual([
    true,
    false,
  ]);
  expect(one.text).toContain('Consent given by Invented Father');
}, 30_000);
