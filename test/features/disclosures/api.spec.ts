import { agreedEpisode, agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const NOTHING = '01a20081-4767-7483-8517-69c4e54bd0ce';
const agencyOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).agencyId;
const errorsOf = (answer: { body: { errors?: { field: string }[] } }): string[] =>
  (answer.body.errors ?? []).map((error) => error.field).sort();
const decision = async (persona: string, more: object = {}) => ({
  toAgencyId: await agencyOf(persona),
  askedByName: 'Invented Caller',
  askedByAgency: 'Invented Hospital',
  askedFor: 'Invented: where she goes to school.',
  purpose: 'To arrange a visit',
  tiers: ['T0', 'T1'],
  decision: 'shared',
  familyTold: 'told',
  familyToldNote: 'Invented: told at home.',
  ...more,
});
const outside = { basis: 'recognised_legitimate_interest', reason: 'Invented: she may be at risk.' };
const record = async (persona: string, episodeId: string, body: object) =>
  (await testApp.as(persona)).post(`/episodes/${episodeId}/disclosures`, body);
const count = async (episodeId: string): Promise<number> =>
  (
    await testApp.asOwner<{ n: number }>('select count(*)::int as n from disclosures where episode_id = $1', [
      episodeId,
    ])
  )[0]!.n;

test('within consent, a disclosure needs only the recipient, the content and the purpose', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const created = await record('healthVisitor', episodeId, await decision('schoolTeacher'));
  expect({ status: created.status, ...created.body }).toMatchObject({
    status: 201,
    outsideConsent: false,
    basis: 'within_consent',
    tiers: ['T0', 'T1'],
    askedBy: { practitioner: null, name: 'Invented Caller', agency: 'Invented Hospital' },
  });
}, 30_000);

test.each([
  ['an agency that the family has not agreed to', 'schoolTeacher', {}],
  ['more than the family agreed to', 'housingOfficer', { tiers: ['T0', 'T1', 'T2'] }],
  [
    'a sensitive topic that the family did not name',
    'housingOfficer',
    { tiers: ['T3'], topics: ['offending'] },
  ],
  ['a person outside the directory', 'outside', { toAgencyId: undefined, toName: 'Invented Court' }],
])(
  'sharing with %s cannot be saved without basis and reason',
  async (_what, persona, more) => {
    const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['housingOfficer'], ['T0', 'T1']);
    const body = await decision(persona === 'outside' ? 'housingOfficer' : persona, more);
    for (const [given, errors] of [
      [{}, ['basis', 'reason']],
      [{ basis: 'within_consent', reason: 'Invented.' }, ['basis']],
      [{ basis: 'public_task', reason: '  ' }, ['reason']],
    ] as const) {
      const refused = await record('healthVisitor', episodeId, { ...body, ...given });
      expect([refused.status, errorsOf(refused)]).toEqual([422, errors]);
    }
    expect(await count(episodeId)).toBe(0);
    const created = await record('healthVisitor', episodeId, { ...body, ...outside });
    expect([created.status, created.body.outsideConsent]).toEqual([201, true]);
  },
  30_000,
);

test('the database decides whether the family agreed; SQL of the serving role cannot change that', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const me = await testApp.actor('healthVisitor');
  const insert = (values: Record<string, unknown>) => {
    const row: Record<string, unknown> = {
      id: crypto.randomUUID(),
      episode_id: episodeId,
      to_agency_id: '',
      asked_for: 'x',
      purpose: 'x',
      tiers: '{1}',
      decision: 'shared',
      family_told: 'told',
      family_told_note: 'x',
      outside_consent: false,
      decided_at: '2020-01-01',
      recorded_by: me.practitionerId,
      ...values,
    };
    return testApp.sql<{ outside_consent: boolean; decided_at: Date }>(
      'healthVisitor',
      `insert into disclosures (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_k, i) => `$${i + 1}`)
        .join(', ')})
       returning outside_consent, decided_at`,
      Object.values(row),
    );
  };
  const to = { to_agency_id: await agencyOf('schoolTeacher') };
  await expect(insert(to)).rejects.toThrow(/disclosures_basis/);
  await expect(insert({ ...to, basis: 'within_consent', reason: 'x' })).rejects.toThrow(/disclosures_basis/);
  await expect(insert({ ...to, basis: 'public_task' })).rejects.toThrow(/disclosures_reason/);
  await expect(insert({ ...to, basis: 'public_task', reason: ' \n' })).rejects.toThrow(/disclosures_reason/);
  await expect(insert({ ...to, basis: 'duty_16la', reason: 'x', detriment_considered: 'x' })).rejects.toThrow(
    /duty is not in force/,
  );
  await expect(insert({ ...to, decision: 'not_shared' })).rejects.toThrow(/disclosures_reason/);
  const other = (await testApp.actor('schoolTeacher')).practitionerId;
  await expect(insert({ ...to, basis: 'public_task', reason: 'x', recorded_by: other })).rejects.toThrow(
    /row-level security/,
  );
  const [row] = await insert({ ...to, basis: 'public_task', reason: 'x' });
  expect(row!.outside_consent).toBe(true);
  expect(row!.decided_at.getFullYear()).toBeGreaterThan(2020);
  for (const change of ['update disclosures set reason = null', 'delete from disclosures'])
    await expect(testApp.sql('healthVisitor', change)).rejects.toThrow(/permission denied/);
}, 30_000);

test('not sharing is a decision of its own, and needs its reason', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const body = await decision('schoolTeacher', { decision: 'not_shared' });
  expect(errorsOf(await record('healthVisitor', episodeId, body))).toEqual(['reason']);
  const created = await record('healthVisitor', episodeId, {
    ...body,
    reason: 'Invented: not theirs to know.',
  });
  expect({ ...created.body }).toMatchObject({ decision: 'not_shared', outsideConsent: false, basis: null });
}, 30_000);

test.each([
  ['nothing was named that it is about', { tiers: [] }, ['tiers']],
  ['a sensitive tier has no topic', { tiers: ['T3'] }, ['topics']],
  ['a part was shared and not said which', { decision: 'shared_in_part' }, ['whatWasShared']],
  ['it is not said what the family was told', { familyToldNote: '' }, ['familyToldNote']],
  [
    'it is not said why the family is not told',
    { familyTold: 'not_told', familyToldNote: '' },
    ['familyToldNote'],
  ],
  ['it is not said when the family will be told', { familyTold: 'to_be_told' }, ['tellFamilyOn']],
  [
    'the family would be told yesterday',
    { familyTold: 'to_be_told', tellFamilyOn: '2020-01-01' },
    ['tellFamilyOn'],
  ],
  ['no recipient is named', { toAgencyId: undefined }, ['toName']],
  ['the agency is not in the directory', { toAgencyId: NOTHING }, ['toAgencyId']],
  ['the basis is unknown', { basis: 'because' }, ['basis']],
])(
  'it is refused beside the field when %s, and nothing is written',
  async (_what, more, fields) => {
    const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const answer = await record('healthVisitor', episodeId, await decision('schoolTeacher', { ...more }));
    expect([answer.status, errorsOf(answer)]).toEqual([422, fields]);
    expect(await count(episodeId)).toBe(0);
  },
  30_000,
);

test('a decision to share never opens the record to its recipient', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const grants = () =>
    testApp.asOwner('select * from access.grants where episode_id = $1 order by 1, 2, 3, 4, 5', [episodeId]);
  const before = await grants();
  const created = await record(
    'healthVisitor',
    episodeId,
    await decision('schoolTeacher', { ...outside, tiers: ['T0', 'T1', 'T2'] }),
  );
  expect(created.status).toBe(201);
  expect(await grants()).toEqual(before);
  expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}`)).status).toBe(404);
  expect(await testApp.sql('schoolTeacher', 'select 1 from disclosures')).toEqual([]);
}, 30_000);

test('the manager is told of sharing without consent, and can read it; no child is named', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'healthVisitor');
  await record('healthVisitor', episodeId, await decision('schoolTeacher', outside));
  const messages = await testApp.sql<{ subject: string; body: string; href: string }>(
    'healthManager',
    'select subject, body, href from messages where href like $1',
    [`%${episodeId}%`],
  );
  expect(messages).toHaveLength(1);
  const [child] = await testApp.asOwner<{ given_names: string }>(
    'select given_names from children where id = $1',
    [childId],
  );
  expect(JSON.stringify(messages)).not.toContain(child!.given_names);
  const manager = await testApp.browse('healthManager');
  const disclosurePage = await manager.get(messages[0]!.href);
  expect(disclosurePage.status).toBe(200);
  expect(disclosurePage.text).toContain('Shared without consent');
  // Sharing within consent is not announced.
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher']);
  await record('healthVisitor', episodeId, await decision('schoolTeacher'));
  expect(
    await testApp.sql('healthManager', 'select 1 from messages where href like $1', [`%${episodeId}%`]),
  ).toHaveLength(1);
}, 30_000);

test('a decision about a sensitive topic is read by its writer and by those who may know that topic', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const topic = { tiers: ['T3'], topics: ['mental_health'] };
  await agrees(testApp, episodeId, 'healthVisitor', [], undefined, {
    agencies: [
      {
        agencyId: await agencyOf('schoolTeacher'),
        tiers: ['T0', 'T1', 'T2', 'T3'],
        topics: ['mental_health'],
      },
      { agencyId: await agencyOf('housingOfficer'), tiers: ['T0', 'T1', 'T2'], topics: [] },
    ],
  });
  const visitor = await testApp.as('healthVisitor');
  for (const persona of ['schoolTeacher', 'housingOfficer'])
    expect(
      (
        await visitor.post(`/episodes/${episodeId}/team`, {
          practitionerId: (await testApp.actor(persona)).practitionerId,
          teamRole: 'member',
        })
      ).status,
    ).toBe(201);
  expect((await record('healthVisitor', episodeId, await decision('schoolTeacher', topic))).status).toBe(201);
  expect((await record('healthVisitor', episodeId, await decision('schoolTeacher'))).status).toBe(201);
  const seenBy = async (persona: string): Promise<number[]> => [
    (await (await testApp.as(persona)).get(`/episodes/${episodeId}/disclosures`)).body.items.length,
    (await testApp.sql(persona, 'select 1 from disclosures where episode_id = $1', [episodeId])).length,
  ];
  expect(await seenBy('healthVisitor')).toEqual([2, 2]);
  expect(await seenBy('schoolTeacher')).toEqual([2, 2]);
  expect(await seenBy('housingOfficer')).toEqual([1, 1]);
  expect(await seenBy('healthManager')).toEqual([1, 1]);
  expect(await seenBy('governance')).toEqual([1, 1]);
  expect(
    (await (await testApp.browse('housingOfficer')).get(`/episodes/${episodeId}/disclosures`)).text,
  ).not.toContain('Mental health');
  // The access log shows information governance that it happened.
  const log = await testApp.sql<{ n: number }>(
    'governance',
    `select count(*)::int as n from audit.entries where episode_id = $1 and act = 'record disclosure'`,
    [episodeId],
  );
  expect(log[0]!.n).toBe(2);
}, 30_000);

test('outsiders cannot tell a decision from one that never existed', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  await record('healthVisitor', episodeId, await decision('schoolTeacher', outside));
  const strip = ({ status, text }: { status: number; text: string }) => [
    status,
    text.replace(/urn:uuid:[^"]+/, ''),
  ];
  const outsider = await testApp.as('outsider');
  const body = await decision('schoolTeacher', outside);
  expect(strip(await outsider.get(`/episodes/${episodeId}/disclosures`))).toEqual(
    strip(await outsider.get(`/episodes/${NOTHING}/disclosures`)),
  );
  expect(strip(await outsider.post(`/episodes/${episodeId}/disclosures`, body))).toEqual(
    strip(await outsider.post(`/episodes/${NOTHING}/disclosures`, body)),
  );
  const browser = await testApp.browse('outsider');
  for (const page of ['disclosures', 'disclosures/new'])
    expect((await browser.get(`/episodes/${episodeId}/${page}`)).status).toBe(404);
}, 30_000);

test('an agency that knows the basics reads no decision, and governance reads but records none', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1']);
  await record('healthVisitor', episodeId, await decision('schoolTeacher'));
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get(`/episodes/${episodeId}/disclosures`)).status).toBe(403);
  expect(
    await testApp.sql('schoolTeacher', 'select 1 from disclosures where episode_id = $1', [episodeId]),
  ).toEqual([]);
  const governance = await testApp.as('governance');
  expect((await governance.get(`/episodes/${episodeId}/disclosures`)).body.items).toHaveLength(1);
  expect((await record('governance', episodeId, await decision('schoolTeacher'))).status).toBe(403);
}, 30_000);

test('the section 16LA duty is available as a basis only while it is switched on, and asks about harm to the child', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const body = await decision('schoolTeacher', {
    basis: 'duty_16la',
    reason: 'Invented.',
    detrimentConsidered: 'Invented: none.',
  });
  expect(errorsOf(await record('healthVisitor', episodeId, body))).toEqual(['basis']);
  const practitioner = await testApp.as('healthVisitor');
  const settings = await practitioner.get('/settings/information-sharing');
  expect(settings.body.goldenRules.rules).toHaveLength(7);
  const on = { duty16la: true, goldenRulesEdition: '2018' };
  expect(
    (await practitioner.put('/settings/information-sharing', on, { ifMatch: settings.etag! })).status,
  ).toBe(403);
  expect(
    await testApp.sql(
      'healthVisitor',
      'update information_sharing_settings set duty_16la = true returning 1',
    ),
  ).toEqual([]);
  const administrator = await testApp.as('systemAdministrator');
  expect((await administrator.put('/settings/information-sharing', on)).status).toBe(428);
  expect(
    (
      await administrator.put(
        '/settings/information-sharing',
        { ...on, goldenRulesEdition: '1066' },
        { ifMatch: settings.etag! },
      )
    ).status,
  ).toBe(422);
  const changed = await administrator.put('/settings/information-sharing', on, { ifMatch: settings.etag! });
  expect([changed.status, changed.body.duty16la, changed.body.goldenRules.edition]).toEqual([
    200,
    true,
    '2018',
  ]);
  expect(
    (await administrator.put('/settings/information-sharing', on, { ifMatch: settings.etag! })).status,
  ).toBe(412);
  expect(errorsOf(await record('healthVisitor', episodeId, { ...body, detrimentConsidered: '' }))).toEqual([
    'detrimentConsidered',
  ]);
  expect((await record('healthVisitor', episodeId, body)).status).toBe(201);
  const [entry] = await testApp.asOwner<{ act: string; detail: object }>(
    "select act, detail from audit.entries where act = 'change sharing settings'",
  );
  expect(entry!.detail).toMatchObject({ duty16la: true });
  const browser = await testApp.browse('systemAdministrator');
  const page = await browser.get('/settings');
  expect(page.text).toContain('section 16LA');
  const off = await browser.submit(
    '/settings/information-sharing',
    { duty16la: 'no', goldenRulesEdition: '2024', version: '2' },
    '/settings',
  );
  expect([off.status, off.location]).toEqual([303, '/settings']);
  expect(errorsOf(await record('healthVisitor', episodeId, body))).toEqual(['basis']);
  expect((await (await testApp.browse('healthVisitor')).get('/settings')).status).toBe(403);
}, 30_000);

test('the page records a decision, keeps the typed text, and shows errors beside their fields', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const browser = await testApp.browse('healthVisitor');
  const searchPage = await browser.get(`/episodes/${episodeId}/disclosures/new?name=castle`);
  const agency = await agencyOf('schoolTeacher');
  expect(searchPage.text).toContain(`?agency=${agency}`);
  const form = await browser.get(`/episodes/${episodeId}/disclosures/new?agency=${agency}`);
  expect(form.text).toContain('Golden rules for sharing information');
  const typed = {
    toAgencyId: agency,
    askedFor: 'Invented: whether she is safe.',
    purpose: 'To check on her',
    tiers: ['T0'],
    decision: 'shared',
    familyTold: 'to_be_told',
    'tellFamilyOn-day': '1',
    'tellFamilyOn-month': '1',
    'tellFamilyOn-year': '2099',
  };
  const refused = await browser.submit(`/episodes/${episodeId}/disclosures`, typed);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('The family has not agreed to this. Select the lawful basis for sharing');
  expect(refused.text).toContain('Invented: whether she is safe.');
  const done = await browser.submit(`/episodes/${episodeId}/disclosures`, { ...typed, ...outside });
  expect([done.status, done.location]).toEqual([303, `/episodes/${episodeId}/disclosures`]);
  const list = await browser.get(`/episodes/${episodeId}/disclosures`);
  expect(list.text).toContain('Invented: she may be at risk.');
  const outsideDirectory = await browser.get(`/episodes/${episodeId}/disclosures/new?outside=yes`);
  expect(outsideDirectory.text).toContain('name="toName"');
}, 30_000);
