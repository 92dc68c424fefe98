import { agreedEpisode, agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const MOTHER = {
  name: 'Kelly Invented',
  relationship: 'mother',
  parentalResponsibility: 'yes',
  livesWithChild: true,
  telephone: '07700 900123',
};
const FATHER = {
  name: 'Darren Invented',
  relationship: 'father',
  parentalResponsibility: 'yes',
  livesWithChild: false,
  telephone: '07700 900456',
  address: '9 Elsewhere Road',
};
const ADDRESS = { address: '1 Invented Street', postcode: 'LE67 3AA' };
const withoutId = (text: string): string => text.replace(/urn:uuid:[0-9a-f-]+/, '');

interface Family {
  readonly childId: string;
  readonly mother: string;
  readonly father: string;
}
async function family(by = 'healthVisitor', more: object = {}): Promise<Family> {
  const childId = await recordedChild(testApp, by, { details: ADDRESS, carers: [MOTHER, FATHER], ...more });
  const carers = (await familyOf(by, childId)).carers as { id: string; name: string }[];
  const idOf = (name: string): string => carers.find((one) => one.name === name)!.id;
  return { childId, mother: idOf(MOTHER.name), father: idOf(FATHER.name) };
}
async function openFamily(by = 'healthVisitor'): Promise<Family & { episodeId: string }> {
  const members = await family(by);
  const { body, status } = await (
    await testApp.as(by)
  ).post('/episodes', { childIds: [members.childId], reason: 'Invented: asks for help.' });
  expect(status).toBe(201);
  return { ...members, episodeId: body.id as string };
}
const familyOf = async (by: string, childId: string) =>
  (await (await testApp.as(by)).get(`/children/${childId}/family`)).body;
const versionOf = async (
  by: string,
  { childId }: Family,
  carerId: string,
  person = false,
): Promise<string> => {
  const carers = (await familyOf(by, childId)).carers as {
    id: string;
    version: number;
    personVersion: number;
  }[];
  const carer = carers.find(({ id }) => id === carerId)!;
  return `"v${person ? carer.personVersion : carer.version}"`;
};

describe('a parent or carer', () => {
  it('is corrected for every child they care for, and the trace says what stood there', async () => {
    const kin = await family();
    const worker = await testApp.as('healthVisitor');
    const path = `/children/${kin.childId}/carers/${kin.mother}/person`;
    const ifMatch = await versionOf('healthVisitor', kin, kin.mother, true);
    const changed = await worker.patch(
      path,
      { name: 'Kelly Renamed', telephone: '07700 900999' },
      { ifMatch },
    );
    expect([changed.status, changed.body.name, changed.body.telephone]).toEqual([
      200,
      'Kelly Renamed',
      '07700 900999',
    ]);
    expect((await worker.patch(path, { name: 'Again' }, { ifMatch })).status).toBe(412);
    const { changes } = await familyOf('healthVisitor', kin.childId);
    expect(changes[0]).toMatchObject({ field: 'name', was: 'Kelly Invented', became: 'Kelly Renamed' });
    expect(JSON.stringify(changes)).not.toContain('900999');
  });

  it('is not recorded twice for a child without a question', async () => {
    const kin = await family();
    const worker = await testApp.as('healthVisitor');
    const again = { ...MOTHER, name: ' kelly  INVENTED', telephone: '+44 7700 900123' };
    const asked = await worker.post(`/children/${kin.childId}/carers`, again);
    expect([asked.status, asked.body.current.possibleCarers.map((one: { id: string }) => one.id)]).toEqual([
      409,
      [kin.mother],
    ]);
    for (const name of ['Invented, Kélly', 'KELLY  INVENTÉD', 'Келлы Invented'])
      expect([
        name,
        (await worker.post(`/children/${kin.childId}/carers`, { ...again, name })).status,
      ]).toEqual([name, 409]);
    const other = await worker.post(`/children/${kin.childId}/carers`, {
      ...again,
      notTheSameAs: [kin.mother],
    });
    expect(other.status).toBe(201);
    const number = await worker.post(`/children/${kin.childId}/carers`, {
      ...FATHER,
      telephone: '07700 900888',
    });
    expect(number.status).toBe(201);
  });

  it('has parental responsibility for a reason that fits the law, with the paper that was seen', async () => {
    const kin = await family();
    const worker = await testApp.as('healthVisitor');
    const path = `/children/${kin.childId}/carers/${kin.father}`;
    const ifMatch = await versionOf('healthVisitor', kin, kin.father);
    const refused = async (body: object): Promise<string[]> => {
      const answer = await worker.patch(path, body, { ifMatch });
      expect(answer.status).toBe(422);
      return answer.body.errors.map((error: { field: string }) => error.field);
    };
    expect(await refused({ responsibilityBasis: 'birth_mother' })).toEqual(['responsibilityBasis']);
    expect(await refused({ responsibilityBasis: 'care_order' })).toEqual(['responsibilityBasis']);
    expect(await refused({ parentalResponsibility: 'no', responsibilityBasis: 'agreement' })).toEqual([
      'responsibilityBasis',
    ]);
    expect(await refused({ evidence: 'birth_certificate' })).toEqual(['evidenceSeenOn']);
    expect(await refused({ contactRestriction: 'supervised' })).toEqual([
      'restrictionBasis',
      'restrictedFrom',
    ]);
    const right = await worker.patch(
      path,
      {
        responsibilityBasis: 'birth_certificate',
        evidence: 'birth_certificate',
        evidenceSeenOn: '2026-01-05',
        changeReason: 'Seen at the home visit',
      },
      { ifMatch },
    );
    expect([right.status, right.body.evidenceSeenBy]).toEqual([
      200,
      (await testApp.actor('healthVisitor')).name,
    ]);
    const { changes } = await familyOf('healthVisitor', kin.childId);
    expect(changes).toContainEqual(
      expect.objectContaining({
        field: 'evidence',
        became: 'birth_certificate',
        reason: 'Seen at the home visit',
      }),
    );
  });

  it('who no longer cares for the child is of the past: out of the order, without contact details, and not changed any more', async () => {
    const kin = await openFamily();
    const worker = await testApp.as('healthVisitor');
    const order = await worker.put(`/children/${kin.childId}/emergency-contacts`, {
      carerIds: [kin.father, kin.mother],
    });
    expect(order.body.items.map((one: { emergencyOrder: number }) => one.emergencyOrder).sort()).toEqual([
      1, 2,
    ]);
    const path = `/children/${kin.childId}/carers/${kin.father}/ending`;
    const ifMatch = await versionOf('healthVisitor', kin, kin.father);
    const late = await worker.post(path, { endedOn: '2999-01-01', reason: 'moved_out' }, { ifMatch });
    expect([late.status, late.body.errors[0].field]).toEqual([422, 'endedOn']);
    const ended = await worker.post(path, { endedOn: '2026-03-01', reason: 'moved_out' }, { ifMatch });
    expect([ended.status, ended.body]).toEqual([200, { gaveConsent: false }]);
    const seen = await familyOf('healthVisitor', kin.childId);
    expect(seen.carers.map((one: { id: string }) => one.id)).toEqual([kin.mother]);
    expect(seen.pastCarers).toMatchObject([
      { id: kin.father, endedOn: '2026-03-01', emergencyOrder: null, telephone: null, address: null },
    ]);
    expect((await worker.post(path, { endedOn: '2026-03-01', reason: 'died' }, { ifMatch })).status).toBe(
      404,
    );
    await expect(
      testApp.sql('healthVisitor', "update child_carers set relationship = 'other' where carer_id = $1", [
        kin.father,
      ]),
    ).rejects.toMatchObject({ constraint: 'child_carers_has_ended' });
    // Coming back is a new time with the child; the earlier one stays.
    const back = await worker.post(`/children/${kin.childId}/carers`, {
      carerId: kin.father,
      relationship: 'father',
      parentalResponsibility: 'yes',
    });
    expect(back.status).toBe(201);
    expect((await familyOf('healthVisitor', kin.childId)).pastCarers).toHaveLength(1);
  });

  it('who gave consent leaves it standing, and the family is asked again and the lead told', async () => {
    const kin = await openFamily();
    await agrees(testApp, kin.episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1'], {
      decidedByCarerId: kin.mother,
    });
    const { practitionerId, agencyId } = await testApp.actor('schoolTeacher');
    await testApp.asOwner(
      `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
       values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
      [kin.episodeId, practitionerId, agencyId],
    );
    const ended = await (
      await testApp.as('healthVisitor')
    ).post(
      `/children/${kin.childId}/carers/${kin.mother}/ending`,
      { endedOn: '2026-03-01', reason: 'moved_out' },
      { ifMatch: await versionOf('healthVisitor', kin, kin.mother) },
    );
    expect(ended.body).toEqual({ gaveConsent: true });
    const told = await testApp.asOwner(
      "select 1 from messages where recipient_id = $1 and href = $2 and subject like 'A person who gave consent%'",
      [practitionerId, `/episodes/${kin.episodeId}/consents`],
    );
    expect(told).toHaveLength(1);
    expect(
      await testApp.asOwner(
        "select 1 from consent_reasks where episode_id = $1 and cause = 'parental_responsibility'",
        [kin.episodeId],
      ),
    ).toHaveLength(1);
    expect((await (await testApp.as('schoolTeacher')).get(`/children/${kin.childId}/family`)).status).toBe(
      200,
    );
  });

  it('loses with the end their way to the record as a parent', async () => {
    const kin = await openFamily();
    const reaches = () =>
      testApp.asOwner(
        "select 1 from access.grants where episode_id = $1 and reach = 'family' and subject_id = $2",
        [kin.episodeId, kin.father],
      );
    expect((await reaches()).length).toBeGreaterThan(0);
    await testApp.sql(
      'healthVisitor',
      `update child_carers set ended_on = '2026-03-01', ended_at = now(), ended_by = recorded_by, ending_reason = 'other'
       where carer_id = $1`,
      [kin.father],
    );
    expect(await reaches()).toEqual([]);
  });

  it('is changed by those who may change the family, and by no other reader', async () => {
    const kin = await openFamily();
    await agrees(testApp, kin.episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1', 'T2']);
    const ifMatch = '"v1"';
    const acts = (who: Awaited<ReturnType<typeof testApp.as>>, childId: string) => [
      who.patch(`/children/${childId}/carers/${kin.mother}`, { relationship: 'other' }, { ifMatch }),
      who.patch(`/children/${childId}/carers/${kin.mother}/person`, { name: 'X' }, { ifMatch }),
      who.post(
        `/children/${childId}/carers/${kin.mother}/ending`,
        { endedOn: '2026-03-01', reason: 'died' },
        { ifMatch },
      ),
      who.put(`/children/${childId}/emergency-contacts`, { carerIds: [] }),
      who.post(`/children/${childId}/homes`, { kind: 'family', members: [{ childId, pattern: 'main' }] }),
      who.post(`/children/${childId}/carer-ties`, {
        carerId: kin.mother,
        otherCarerId: kin.father,
        kind: 'partner',
      }),
    ];
    for (const one of acts(await testApp.as('schoolTeacher'), kin.childId))
      expect((await one).status).toBe(403);
    for (const one of acts(await testApp.as('outsider'), kin.childId))
      expect((await one).status).not.toBe(200);
    const outsider = await testApp.as('outsider');
    const hidden = await outsider.get(`/children/${kin.childId}/family`);
    const absent = await outsider.get(`/children/${UNKNOWN_ID}/family`);
    expect([hidden.status, withoutId(hidden.text)]).toEqual([404, withoutId(absent.text)]);
    expect(
      await testApp.sql('outsider', 'select 1 from child_carer_changes where child_id = $1', [kin.childId]),
    ).toEqual([]);
  });
});

describe('a person whose contact with the child is restricted', () => {
  it('is told of no other person in their copy, and no other copy tells of them', async () => {
    const kin = await openFamily();
    const worker = await testApp.as('healthVisitor');
    const offers = async (carerId: string): Promise<string[]> => {
      const { body } = await worker.get(`/episodes/${kin.episodeId}/preview?carerId=${carerId}`);
      return (body.contacts?.offers ?? []).map((one: { question: string }) => one.question);
    };
    const before = await offers(kin.father);
    expect(before.join()).toContain('Kelly Invented’s telephone number');
    const restricted = await worker.patch(
      `/children/${kin.childId}/carers/${kin.father}`,
      {
        contactRestriction: 'indirect_only',
        restrictionBasis: 'non_molestation_order',
        restrictedFrom: '2026-01-05',
      },
      { ifMatch: await versionOf('healthVisitor', kin, kin.father) },
    );
    expect(restricted.status).toBe(200);
    expect(await offers(kin.father)).toEqual([]);
    expect((await offers(kin.mother)).join()).not.toContain('Darren');
  });
});

describe('ties between children', () => {
  it('are one row that both children’s families show, for readers of both', async () => {
    const one = await family();
    const other = await recordedChild(testApp, 'healthVisitor', {
      carers: [{ carerId: one.mother, relationship: 'mother', parentalResponsibility: 'yes' }],
    });
    const worker = await testApp.as('healthVisitor');
    const suggested = (await familyOf('healthVisitor', one.childId)).suggestedChildren;
    expect(suggested).toMatchObject([{ id: other, sharesCarer: true }]);
    const tie = { otherChildId: other, kind: 'half_sibling', beganOn: '2020-02-02' };
    expect((await worker.post(`/children/${one.childId}/child-ties`, tie)).status).toBe(201);
    const twice = await worker.post(`/children/${other}/child-ties`, {
      otherChildId: one.childId,
      kind: 'cousin',
    });
    expect([twice.status, twice.body.errors[0].field]).toEqual([422, 'otherChildId']);
    for (const [mine, theirs] of [
      [one.childId, other],
      [other, one.childId],
    ] as const) {
      const { childTies, suggestedChildren } = await familyOf('healthVisitor', mine);
      expect(childTies).toMatchObject([{ kind: 'half_sibling', child: { id: theirs } }]);
      expect(suggestedChildren).toEqual([]);
    }
    const [{ id: tieId }] = (await familyOf('healthVisitor', one.childId)).childTies;
    await worker.post(`/children/${other}/child-ties/${tieId}/ending`, { endedOn: '2026-03-01' });
    expect((await familyOf('healthVisitor', one.childId)).childTies).toMatchObject([
      { endedOn: '2026-03-01' },
    ]);
  });

  it('say nothing of a child whom the reader does not reach, and cannot be made with one', async () => {
    const { childId, episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const other = await recordedChild(testApp, 'healthVisitor');
    const worker = await testApp.as('healthVisitor');
    await worker.post(`/children/${childId}/child-ties`, { otherChildId: other, kind: 'cousin' });
    expect((await familyOf('healthVisitor', childId)).childTies).toHaveLength(1);
    expect((await familyOf('schoolTeacher', childId)).childTies).toEqual([]);
    expect(await testApp.sql('schoolTeacher', 'select 1 from child_ties')).toEqual([]);
    const third = await recordedChild(testApp, 'outsider');
    const hidden = await worker.post(`/children/${childId}/child-ties`, {
      otherChildId: third,
      kind: 'cousin',
    });
    const absent = await worker.post(`/children/${childId}/child-ties`, {
      otherChildId: UNKNOWN_ID,
      kind: 'cousin',
    });
    expect([hidden.status, withoutId(hidden.text)]).toEqual([404, withoutId(absent.text)]);
    expect(episodeId).toBeDefined();
  });
});

describe('ties between adults', () => {
  it('are read from both sides', async () => {
    const kin = await family('healthVisitor', {
      carers: [
        MOTHER,
        FATHER,
        { name: 'Grandmother Invented', relationship: 'grandparent', parentalResponsibility: 'no' },
      ],
    });
    const worker = await testApp.as('healthVisitor');
    const grandmother = (await familyOf('healthVisitor', kin.childId)).carers.find(
      (one: { name: string }) => one.name === 'Grandmother Invented',
    ).id as string;
    for (const [carerId, otherCarerId, kind] of [
      [grandmother, kin.mother, 'parent_of'],
      [kin.mother, kin.father, 'former_partner'],
    ])
      expect(
        (await worker.post(`/children/${kin.childId}/carer-ties`, { carerId, otherCarerId, kind })).status,
      ).toBe(201);
    const ties = (await familyOf('healthVisitor', kin.childId)).carerTies as {
      kind: string;
      carer: { id: string };
      other: { id: string };
    }[];
    const ofGrandmother = ties.find(({ carer, other }) => [carer.id, other.id].includes(grandmother))!;
    expect(ofGrandmother.kind).toBe(ofGrandmother.carer.id === grandmother ? 'parent_of' : 'child_of');
    const again = await worker.post(`/children/${kin.childId}/carer-ties`, {
      carerId: kin.father,
      otherCarerId: kin.mother,
      kind: 'partner',
    });
    expect([again.status, again.body.errors[0].field]).toEqual([422, 'otherCarerId']);
  });

  it('lead from a mother to her own record as a child, for readers of both alone', async () => {
    const kin = await openFamily();
    await agrees(testApp, kin.episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1', 'T2']);
    const asChild = await recordedChild(testApp, 'healthVisitor', { dateOfBirth: '2009-05-05' });
    const worker = await testApp.as('healthVisitor');
    const path = `/children/${kin.childId}/carers/${kin.mother}/childhood`;
    expect((await worker.post(path, { childId: kin.childId })).status).toBe(422);
    expect((await worker.post(path, { childId: asChild })).status).toBe(201);
    expect((await worker.post(path, { childId: asChild })).status).toBe(422);
    expect((await familyOf('healthVisitor', kin.childId)).childhoods).toEqual([
      { carerId: kin.mother, childId: asChild },
    ]);
    expect((await familyOf('schoolTeacher', kin.childId)).childhoods).toEqual([]);
  });
});

describe('homes', () => {
  const home = (members: object[], more: object = {}) => ({ kind: 'family', ...more, members });

  it('take over the address that was told, and are the only place of it from then on', async () => {
    const kin = await family();
    const worker = await testApp.as('healthVisitor');
    const made = await worker.post(
      `/children/${kin.childId}/homes`,
      home([
        { childId: kin.childId, pattern: 'main', beganOn: '2020-01-01' },
        { carerId: kin.mother, pattern: 'main' },
      ]),
    );
    expect([made.status, made.body.address, made.body.members.length]).toEqual([201, ADDRESS.address, 2]);
    const corrected = await worker.patch(
      `/children/${kin.childId}/homes/${made.body.id}`,
      { address: '2 Corrected Street' },
      { ifMatch: made.etag! },
    );
    expect(corrected.status).toBe(200);
    const child = await worker.get(`/children/${kin.childId}`);
    expect(child.body.details.address).toBe('2 Corrected Street');
    expect(child.body.carers).toMatchObject([
      { name: 'Darren Invented' },
      { address: '2 Corrected Street', livesWithChild: true },
    ]);
    const elsewhere = await worker.patch(
      `/children/${kin.childId}`,
      { details: { address: '3 Other Street' } },
      { ifMatch: child.etag! },
    );
    expect([elsewhere.status, elsewhere.body.errors[0].field]).toEqual([422, 'details.address']);
    await testApp.sql(
      'healthVisitor',
      "update child_contacts set address = '3 Other Street' where child_id = $1",
      [kin.childId],
    );
    expect((await worker.get(`/children/${kin.childId}`)).body.details.address).toBe('2 Corrected Street');
    const second = await worker.post(
      `/children/${kin.childId}/homes`,
      home([{ childId: kin.childId, pattern: 'main' }]),
    );
    expect([second.status, second.body.errors[0].field]).toEqual([422, 'members']);
  });

  it('may be two: the weekend home counts as apart where an address is told', async () => {
    const kin = await family();
    const worker = await testApp.as('healthVisitor');
    await worker.post(
      `/children/${kin.childId}/homes`,
      home([
        { childId: kin.childId, pattern: 'main' },
        { carerId: kin.mother, pattern: 'main' },
      ]),
    );
    const weekends = await worker.post(
      `/children/${kin.childId}/homes`,
      home(
        [
          { childId: kin.childId, pattern: 'weekends' },
          { carerId: kin.father, pattern: 'main' },
        ],
        { kind: 'other_parent', address: '9 Elsewhere Road' },
      ),
    );
    expect(weekends.status).toBe(201);
    const { carers } = (await worker.get(`/children/${kin.childId}`)).body;
    expect(
      carers.map((one: { name: string; livesWithChild: boolean | null }) => [one.name, one.livesWithChild]),
    ).toEqual([
      ['Darren Invented', null],
      ['Kelly Invented', true],
    ]);
  });

  it('of a child with many adults work out nothing anew for those who do not live there', async () => {
    const kin = await openFamily();
    const worker = await testApp.as('healthVisitor');
    const written = async (): Promise<object[]> => [
      await testApp.asOwner(
        'select carer_id, xmin::text from child_carers where child_id = $1 order by carer_id',
        [kin.childId],
      ),
      await testApp.asOwner(
        'select reach, tier, xmin::text from access.grants where episode_id = $1 order by reach, subject_id, tier, topic',
        [kin.episodeId],
      ),
    ];
    const before = await written();
    const made = await worker.post(
      `/children/${kin.childId}/homes`,
      home([{ childId: kin.childId, pattern: 'shared' }]),
    );
    expect(made.status).toBe(201);
    expect(await written()).toEqual(before);
    // The mother who joins the child there is written, and no one’s way to the record is worked out anew.
    const joined = await worker.post(
      `/children/${kin.childId}/homes`,
      home([
        { childId: kin.childId, pattern: 'main' },
        { carerId: kin.mother, pattern: 'main' },
      ]),
    );
    expect(joined.status).toBe(201);
    expect((await written())[1]).toEqual(before[1]);
  });

  it('are left for the next on the day of a move, and the earlier one stays in the history', async () => {
    const kin = await family();
    const worker = await testApp.as('healthVisitor');
    const moved = await worker.post(`/children/${kin.childId}/moves`, {
      movedOn: '2026-03-01',
      household: { kind: 'family', address: '5 New Street', postcode: 'LE1 1AA' },
      carerIds: [kin.mother],
    });
    expect(moved.status).toBe(201);
    const { homes } = await familyOf('healthVisitor', kin.childId);
    const stays = homes.map(
      (one: { address: string; members: { personId: string; endedOn: string | null }[] }) => [
        one.address,
        one.members.map(({ endedOn }) => endedOn),
      ],
    );
    expect(stays).toContainEqual([ADDRESS.address, ['2026-03-01']]);
    expect(stays).toContainEqual(['5 New Street', [null, null]]);
    const { details, carers } = (await worker.get(`/children/${kin.childId}`)).body;
    expect([details.address, details.postcode]).toEqual(['5 New Street', 'LE1 1AA']);
    expect(carers.find((one: { id: string }) => one.id === kin.mother).livesWithChild).toBe(true);
    const back = homes.find((one: { address: string }) => one.address === ADDRESS.address).id as string;
    const early = await worker.post(`/children/${kin.childId}/moves`, {
      movedOn: '2026-02-01',
      householdId: back,
    });
    expect([early.status, early.body.errors[0].field]).toEqual([422, 'movedOn']);
    expect(
      (await worker.post(`/children/${kin.childId}/moves`, { movedOn: '2026-04-01', householdId: back }))
        .status,
    ).toBe(201);
    expect((await worker.get(`/children/${kin.childId}`)).body.details.address).toBe(ADDRESS.address);
  });

  it('of a shielded child are told to no one but those named: not in lists, history, refusals or by a brother’s record', async () => {
    const kin = await openFamily();
    await agrees(testApp, kin.episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1', 'T2']);
    const worker = await testApp.as('healthVisitor');
    const brother = await recordedChild(testApp, 'healthVisitor');
    await worker.post('/episodes', { childIds: [brother], reason: 'Invented: asks for help.' });
    const made = await worker.post(
      `/children/${kin.childId}/homes`,
      home(
        [
          { childId: kin.childId, pattern: 'main' },
          { childId: brother, pattern: 'main' },
        ],
        { kind: 'temporary', accommodation: 'refuge', address: '7 Secret Refuge', postcode: 'LE2 2AA' },
      ),
    );
    expect(made.status).toBe(201);
    const seen = () => familyOf('schoolTeacher', kin.childId);
    expect(JSON.stringify(await seen())).toContain('7 Secret Refuge');
    const asked = await worker.post(`/children/${kin.childId}/shields`, {
      grounds: 'refuge',
      requestedBy: 'Invented Refuge',
      requesterCapacity: 'refuge',
    });
    expect(asked.status).toBe(201);
    expect(JSON.stringify(await seen())).not.toContain('Secret');
    expect((await seen()).homes).toEqual([]);
    for (const table of ['households', 'child_stays', 'carer_stays'])
      expect(await testApp.sql('schoolTeacher', `select 1 from ${table}`)).toEqual([]);
    // The brother in the same home is hidden with the child.
    expect(
      await testApp.asOwner('select 1 from access.concealments where child_id = $1', [brother]),
    ).toHaveLength(1);
    expect(JSON.stringify(await familyOf('healthVisitor', kin.childId))).toContain('7 Secret Refuge');
    const teacher = await testApp.as('schoolTeacher');
    for (const answer of [
      await teacher.get(`/children/${kin.childId}`),
      await teacher.patch(
        `/children/${kin.childId}/homes/${made.body.id}`,
        { address: 'x' },
        { ifMatch: '"v1"' },
      ),
      await teacher.post(`/children/${kin.childId}/homes/${made.body.id}/stays`, {
        carerId: kin.mother,
        pattern: 'main',
      }),
    ])
      expect(answer.text).not.toContain('Secret');
  });

  it('of a shielded child are not told as the address of an adult who lives there and cares for another child', async () => {
    const kin = await openFamily();
    const worker = await testApp.as('healthVisitor');
    const { childId: other, episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const aunt = { carerId: kin.mother, relationship: 'aunt_or_uncle', parentalResponsibility: 'no' };
    expect((await worker.post(`/children/${other}/carers`, aunt)).status).toBe(201);
    await worker.post(
      `/children/${kin.childId}/homes`,
      home(
        [
          { childId: kin.childId, pattern: 'main' },
          { carerId: kin.mother, pattern: 'main' },
        ],
        { kind: 'temporary', address: '8 Secret Refuge' },
      ),
    );
    await worker.post(
      `/children/${kin.childId}/carers/${kin.mother}/ending`,
      { endedOn: '2026-03-01', reason: 'other' },
      { ifMatch: await versionOf('healthVisitor', kin, kin.mother) },
    );
    const address = () =>
      testApp.sql('schoolTeacher', 'select address from carer_contacts where carer_id = $1', [kin.mother]);
    expect(await address()).toEqual([{ address: '8 Secret Refuge' }]);
    const asked = await worker.post(`/children/${kin.childId}/shields`, {
      grounds: 'refuge',
      requestedBy: 'Invented Refuge',
      requesterCapacity: 'refuge',
    });
    expect(asked.status).toBe(201);
    expect(await address()).toEqual([]);
    expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/copy`)).text).not.toContain(
      'Secret',
    );
  });

  it('take no child whom the worker cannot reach', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    const other = await recordedChild(testApp, 'outsider');
    const worker = await testApp.as('healthVisitor');
    const answer = await worker.post(
      `/children/${childId}/homes`,
      home([
        { childId, pattern: 'main' },
        { childId: other, pattern: 'main' },
      ]),
    );
    expect(answer.status).toBe(404);
    expect(
      await testApp.asOwner('select 1 from child_stays where child_id in ($1, $2)', [childId, other]),
    ).toEqual([]);
  });
});
