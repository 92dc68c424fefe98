import { recordsConsent } from '../../support/consenting.js';
import { agreedEpisode, agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const agencyOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).agencyId;
const agreement = async (persona: string, more: object = {}) => ({
  purpose: 'share_plan',
  decision: 'given',
  agencies: [{ agencyId: await agencyOf(persona), tiers: ['T0', 'T1', 'T2'], topics: [] }],
  decidedBy: 'Invented Mother',
  capacity: 'parental_responsibility',
  limitsExplained: true,
  ...more,
});
const errorsOf = (answer: { body: { errors?: { field: string }[] } }): string[] =>
  (answer.body.errors ?? []).map((error) => error.field);

test('the ledger keeps every decision, and the latest about an agency is in force', async () => {
  const visitor = await testApp.as('healthVisitor');
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', [
    'schoolTeacher',
    'housingOfficer',
  ]);
  await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], ['T0']);
  const { body } = await visitor.get(`/episodes/${episodeId}/consents`);
  expect(body.items).toHaveLength(2);
  expect(body.items.find((item: { id: string }) => item.id === consentId).state).toBe('live');
  const standing = Object.fromEntries(
    body.standing.map((row: { agency: { id: string }; tiers: string[]; state: string }) => [
      row.agency.id,
      [row.state, ...row.tiers],
    ]),
  );
  expect(standing).toEqual({
    [await agencyOf('schoolTeacher')]: ['agreed', 'T0'],
    [await agencyOf('housingOfficer')]: ['agreed', 'T0', 'T1', 'T2'],
  });
  expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}`)).body.abilities).toEqual([
    'episode.read',
    'rights.register',
    'shield.request',
  ]);
});

test('consent to an evaluation does not replace consent to share, which can still be withdrawn', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.as('healthVisitor');
  const evaluationId = await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], ['T0'], {
    purpose: 'evaluation',
  });
  const { items, standing } = (await visitor.get(`/episodes/${episodeId}/consents`)).body;
  const states = items.map(({ id, state }: { id: string; state: string }) => [id, state]);
  expect(Object.fromEntries(states)).toEqual({ [consentId]: 'live', [evaluationId]: 'live' });
  expect(standing).toMatchObject([{ consentId, state: 'agreed' }]);
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(200);
  const withdrawal = await visitor.post(`/consents/${consentId}/withdrawal`, {
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
  });
  expect(withdrawal.status).toBe(201);
  expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(404);
});

test('a refusal of everything ends earlier consent', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(200);
  const refusal = {
    purpose: 'share_plan',
    decision: 'refused',
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
  };
  expect(
    (await (await testApp.as('healthVisitor')).post(`/episodes/${episodeId}/consents`, refusal)).status,
  ).toBe(201);
  expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(404);
});

test('before a withdrawal is confirmed it lists who will lose what, and changes nothing', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', [
    'schoolTeacher',
    'housingOfficer',
  ]);
  const visitor = await testApp.as('healthVisitor');
  const teacher = await testApp.actor('schoolTeacher');
  await visitor.post(`/episodes/${episodeId}/team`, {
    practitionerId: teacher.practitionerId,
    teamRole: 'member',
  });
  const { body } = await visitor.get(`/consents/${consentId}/withdrawal?agencyId=${teacher.agencyId}`);
  const loss = body.affected.find(
    (row: { practitioner: { id: string } }) => row.practitioner.id === teacher.practitionerId,
  );
  expect(loss).toMatchObject({ loses: ['T0', 'T1', 'T2'], keeps: [] });
  const agencies = new Set(body.affected.map((row: { agency: string }) => row.agency));
  expect([...agencies]).toEqual([teacher.agencyName]);
  expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}`)).status).toBe(200);
  expect((await visitor.get(`/episodes/${episodeId}/consents`)).body.items[0].withdrawals).toEqual([]);
});

test('those who lose access are told that it ended, not why, and no child is named', async () => {
  const { episodeId, childId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['housingOfficer']);
  const [child] = await testApp.asOwner<{ given_names: string; family_name: string }>(
    'select given_names, family_name from children where id = $1',
    [childId],
  );
  const withdrawal = {
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
    reason: 'Invented: fell out.',
  };
  expect(
    (await (await testApp.as('healthVisitor')).post(`/consents/${consentId}/withdrawal`, withdrawal)).status,
  ).toBe(201);
  const messages = await testApp.sql<{ subject: string; body: string; href: string | null }>(
    'housingOfficer',
    'select subject, body, href from messages',
  );
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(messages)).not.toMatch(new RegExp(`${child!.family_name}|${episodeId}|fell out`));
  const again = await (
    await testApp.as('healthVisitor')
  ).post(`/consents/${consentId}/withdrawal`, withdrawal);
  expect(again.status).toBe(409);
});

test('outsiders cannot tell a consent from one that never existed', async () => {
  const { episodeId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const outsider = await testApp.as('outsider');
  const nothing = '01a20081-4767-7483-8517-69c4e54bd0ce';
  const strip = (answer: { status: number; text: string }) => [
    answer.status,
    answer.text.replace(/urn:uuid:[^"]+/, ''),
  ];
  for (const [real, invented] of [
    [`/episodes/${episodeId}/consents`, `/episodes/${nothing}/consents`],
    [`/consents/${consentId}`, `/consents/${nothing}`],
    [`/consents/${consentId}/withdrawal`, `/consents/${nothing}/withdrawal`],
  ])
    expect(strip(await outsider.get(real!))).toEqual(strip(await outsider.get(invented!)));
  expect(strip(await outsider.post(`/episodes/${episodeId}/consents`, await agreement('outsider')))).toEqual(
    strip(await outsider.post(`/episodes/${nothing}/consents`, await agreement('outsider'))),
  );
});

test('information governance reads the ledger of every episode, and no content', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const governance = await testApp.as('governance');
  expect((await governance.get(`/episodes/${episodeId}/consents`)).body.items).toHaveLength(1);
  const seen = (await governance.get(`/episodes/${episodeId}`)).body;
  expect([seen.status, seen.reason, seen.level]).toEqual([null, null, null]);
});

test.each([
  ['the decider is missing', { decidedBy: '' }, 'decidedBy'],
  ['limits were not explained', { limitsExplained: false }, 'limitsExplained'],
  ['it would last longer than six months', { validUntil: '2099-01-01' }, 'validUntil'],
  ['it was decided tomorrow', { decidedOn: '2099-01-01' }, 'decidedOn'],
  ['a date cannot be', { decidedOn: '2026-02-30' }, 'decidedOn'],
  [
    'an agency is not in the directory',
    { agencies: [{ agencyId: '01a20081-4767-7483-8517-69c4e54bd0ce', tiers: ['T0'], topics: [] }] },
    'agencies',
  ],
  [
    'sensitive topics are not named',
    { agencies: [{ agencyId: '01a20081-4767-7483-8517-69c4e54bd0ce', tiers: ['T3'], topics: [] }] },
    'agencies',
  ],
  [
    'an unknown tier',
    { agencies: [{ agencyId: '01a20081-4767-7483-8517-69c4e54bd0ce', tiers: ['T9'], topics: [] }] },
    'agencies.0.tiers',
  ],
  ['a young child decided and was not judged competent', { capacity: 'child' }, 'competence'],
  ['a field is unknown', { shareEverything: true }, 'shareEverything'],
])('it is refused beside the field when %s, and nothing is written', async (_what, more, field) => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const visitor = await testApp.as('healthVisitor');
  const answer = await visitor.post(
    `/episodes/${episodeId}/consents`,
    await agreement('schoolTeacher', more),
  );
  expect({ status: answer.status, fields: errorsOf(answer) }).toEqual({
    status: 422,
    fields: expect.arrayContaining([field]),
  });
  expect((await visitor.get(`/episodes/${episodeId}/consents`)).body.items).toEqual([]);
});

test('for a young person of 16 a parent’s decision alone needs a reason', async () => {
  const visitor = await testApp.as('healthVisitor');
  const childId = await recordedChild(testApp, 'healthVisitor', { dateOfBirth: '2009-05-05' });
  const opened = await visitor.post('/episodes', { childIds: [childId], reason: 'Invented.' });
  const path = `/episodes/${opened.body.id}/consents`;
  expect(errorsOf(await visitor.post(path, await agreement('schoolTeacher')))).toEqual([
    'reasonNotYoungPerson',
  ]);
  expect(
    (
      await visitor.post(
        path,
        await agreement('schoolTeacher', { reasonNotYoungPerson: 'Invented: in hospital.' }),
      )
    ).status,
  ).toBe(201);
  expect(
    (
      await visitor.post(
        path,
        await agreement('schoolTeacher', { capacity: 'child', decidedBy: 'The young person' }),
      )
    ).status,
  ).toBe(201);
});

test('the same consent sent twice with one key is stored once in the ledger', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const visitor = await testApp.as('healthVisitor');
  const body = await agreement('schoolTeacher');
  const first = await visitor.post(`/episodes/${episodeId}/consents`, body, { key: 'once-only' });
  const second = await visitor.post(`/episodes/${episodeId}/consents`, body, { key: 'once-only' });
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect((await visitor.get(`/episodes/${episodeId}/consents`)).body.items).toHaveLength(1);
  const other = await visitor.post(`/episodes/${episodeId}/consents`, await agreement('housingOfficer'), {
    key: 'once-only',
  });
  expect(other.status).toBe(409);
});

test('a practitioner excluded by the family’s decision can still record it, and reads nothing afterwards', async () => {
  const refusal = {
    purpose: 'assess',
    decision: 'refused',
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
  };
  const mine = await agencyOf('schoolTeacher');
  const theirs = await agencyOf('housingOfficer');
  const { practitionerId } = await testApp.actor('schoolTeacher');
  const words = [
    { ...refusal, refusedAgencies: [mine], excludedAgencies: [theirs] },
    { ...refusal, excludedAgencies: [mine], refusedAgencies: [theirs], excludedPeople: [practitionerId] },
    await agreement('housingOfficer', {
      decision: 'given_in_part',
      refusedAgencies: [mine],
      form: 'written',
    }),
  ];
  const ledOf = async (): Promise<string> => {
    const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher', 'housingOfficer']);
    const path = `/episodes/${episodeId}/lead-professional/proposals`;
    const visitor = await testApp.as('healthVisitor');
    const asked = { practitionerId, familyPreference: 'Invented.', reason: 'Invented.' };
    const proposal = await visitor.post(path, asked);
    expect([proposal.status, proposal.text]).toEqual([201, expect.any(String)]);
    const accepted = await (
      await testApp.as('schoolTeacher')
    ).post(`${path}/${proposal.body.id}/acceptance`, {});
    expect(accepted.status).toBeLessThan(300);
    return episodeId;
  };
  const teacher = await testApp.as('schoolTeacher');
  for (const word of words) {
    const episodeId = await ledOf();
    const answer = await teacher.post(`/episodes/${episodeId}/consents`, word);
    expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String), episodeId }]);
    const written = await testApp.asOwner(
      'select standing from consent_agencies where consent_id = $1 order by standing',
      [answer.body.id],
    );
    expect(written).toHaveLength(2);
    expect((await teacher.get(`/consents/${answer.body.id}`)).status).toBe(404);
    expect((await teacher.get(`/episodes/${episodeId}/plan`)).status).toBe(404);
    const { body } = await (await testApp.as('healthVisitor')).get(`/episodes/${episodeId}/consents`);
    expect(body.items[0]).toMatchObject({ id: answer.body.id });
    // The decision is complete: its recorder can add nothing to it later.
    await expect(
      testApp.sql(
        'schoolTeacher',
        "insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers) values ($1, $2, $3, 'included', '{0}')",
        [answer.body.id, episodeId, await agencyOf('yispWorker')],
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      testApp.sql(
        'schoolTeacher',
        "insert into consent_people (consent_id, episode_id, practitioner_id, standing) values ($1, $2, $3, 'excluded')",
        [answer.body.id, episodeId, (await testApp.actor('yispWorker')).practitionerId],
      ),
    ).rejects.toThrow('row-level security');
  }
  const browser = await testApp.browse('schoolTeacher');
  const episodeId = await ledOf();
  const sent = await recordsConsent(browser, episodeId, {
    purpose: 'assess',
    decision: 'refused',
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    agency: mine,
    [`standing-${mine}`]: 'refused',
  });
  expect([sent.status, sent.location]).toEqual([303, '/']);
}, 60_000);
