import { agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const look = (name: string) =>
  `/children?${new URLSearchParams({ name, reason: 'invented: her mother asks for help' })}`;

async function appointed(episodeId: string, persona: string): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
    [episodeId, practitionerId, agencyId],
  );
}

async function localityId(): Promise<string> {
  return (await (await testApp.as('schoolTeacher')).get('/localities')).body.items[0].id;
}

describe('finding a child', () => {
  it('needs a reason and something to search by', async () => {
    const { status, body } = await (await testApp.as('schoolTeacher')).get('/children');
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual(['name', 'reason']);
  });

  it('finds a child within reach in spite of a misspelling', async () => {
    await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Araminta', familyName: 'Quillfeather' });
    const { body } = await (await testApp.as('schoolTeacher')).get(look('araminta quilfether'));
    expect(
      body.items.map((child: { givenNames: string; withinReach: boolean }) => [
        child.givenNames,
        child.withinReach,
      ]),
    ).toEqual([['Araminta', true]]);
  });

  it('gives a practitioner out of reach the same answer as for a child who was never recorded', async () => {
    const outsider = await testApp.as('outsider');
    const before = await outsider.get(look('Peregrine Nightgale'));
    await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Peregrine', familyName: 'Nightgale' });
    const after = await outsider.get(look('Peregrine Nightgale'));
    expect(after.text).toBe(before.text);
    expect(after.body.items).toEqual([]);
    expect(after.body.advice).toContain('coordinator');
  });

  it('says who to contact about a child in the index, and nothing more', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    await appointed(episodeId, 'schoolTeacher');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { indexAgreed: true });
    const { body } = await (
      await testApp.as('outsider')
    ).get(
      look(
        (
          await testApp.asOwner<{ name: string }>(
            "select given_names || ' ' || family_name as name from children where id = $1",
            [childId],
          )
        )[0]!.name,
      ),
    );
    const match = body.items.find((child: { id: string }) => child.id === childId);
    expect(match).toMatchObject({
      withinReach: false,
      episode: { id: episodeId, open: true, lead: { name: 'Maureen Oakleaf' } },
    });
    expect(Object.keys(match).sort()).toEqual([
      'birthPeriod',
      'dateOfBirth',
      'episode',
      'estimatedAge',
      'estimatedOn',
      'expectedDate',
      'familyName',
      'givenNames',
      'id',
      'likeness',
      'matchedName',
      'sex',
      'withinReach',
    ]);
    expect((await (await testApp.as('outsider')).get(`/children/${childId}`)).status).toBe(404);
  });

  it('says of a lead in a sensitive service only that there is one', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    await appointed(episodeId, 'yispWorker');
    await testApp.asOwner('update agencies set sensitive = true where id = $1', [
      (await testApp.actor('yispWorker')).agencyId,
    ]);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { indexAgreed: true });
    const rows = (persona: string) =>
      testApp.sql(persona, 'select lead_agency, lead_telephone from access.index_entries($1)', [[childId]]);
    expect(await rows('outsider')).toEqual([{ lead_agency: 'A sensitive service', lead_telephone: null }]);
    expect(await rows('schoolTeacher')).toMatchObject([
      { lead_agency: (await testApp.actor('yispWorker')).agencyName },
    ]);
  });

  it('shows nothing of the index to a role that may not search', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { indexAgreed: true });
    expect(
      await testApp.sql('outsider', 'select child_id from access.index_entries($1)', [[childId]]),
    ).toEqual([{ child_id: childId }]);
    expect(
      await testApp.sql('agencyAdministrator', 'select child_id from access.index_entries($1)', [[childId]]),
    ).toEqual([]);
    expect(await testApp.sql(null, 'select child_id from access.index_entries($1)', [[childId]])).toEqual([]);
  });

  it('shows nothing of the index to an agency excluded by the family, with no end date', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    const { agencyId } = await testApp.actor('outsider');
    const entries = (persona: string) =>
      testApp.sql(persona, 'select child_id from access.index_entries($1)', [[childId]]);
    const opens = (persona: string) =>
      testApp.sql<{ may: boolean }>(persona, 'select access.may_open_for($1) as may', [childId]);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], {
      indexAgreed: true,
      excludedAgencies: [agencyId],
    });
    // A later decision that does not name the agency leaves the exclusion in force; so does its end date.
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { indexAgreed: true });
    await testApp.asOwner(
      "update consents set valid_until = decided_on, review_on = null where episode_id = $1 and id in (select consent_id from consent_agencies where standing = 'excluded')",
      [episodeId],
    );
    expect(await entries('outsider')).toEqual([]);
    expect(await opens('outsider')).toEqual([{ may: false }]);
    expect(await entries('housingOfficer')).toEqual([{ child_id: childId }]);
    expect(await opens('housingOfficer')).toEqual([{ may: true }]);
    await agrees(testApp, episodeId, 'schoolTeacher', ['outsider'], ['T0'], { indexAgreed: true });
    expect(await entries('outsider')).toEqual([{ child_id: childId }]);
  });

  it('opens no episode from the index for an excluded practitioner or a relative', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], {
      indexAgreed: true,
      excludedPeople: [(await testApp.actor('outsider')).practitionerId],
    });
    for (const [persona, may] of [
      ['outsider', false],
      ['housingOfficer', true],
    ] as const)
      expect([
        persona,
        await testApp.sql(persona, 'select access.may_open_for($1) as may', [childId]),
      ]).toEqual([persona, [{ may }]]);
    await testApp.asOwner(
      `insert into declared_relatives (practitioner_id, child_id, relationship, declared_at)
       values ($1, $2, 'aunt_or_uncle', now())`,
      [(await testApp.actor('housingOfficer')).practitionerId, childId],
    );
    expect(await testApp.sql('housingOfficer', 'select access.may_open_for($1) as may', [childId])).toEqual([
      { may: false },
    ]);
  });
});

describe('recording a child', () => {
  it('shows likely matches first, and records once each is confirmed to be another child', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const child = {
      givenNames: 'Ottilie',
      familyName: 'Marchwood',
      sex: 'F',
      dateOfBirth: '2014-05-06',
      localityId: await localityId(),
    };
    const first = await teacher.post('/children', child);
    const refused = await teacher.post('/children', { ...child, givenNames: 'Otilie' });
    expect([first.status, refused.status]).toEqual([201, 409]);
    expect(refused.body.current.possibleDuplicates.map((one: { id: string }) => one.id)).toEqual([
      first.body.id,
    ]);
    expect(
      (await teacher.post('/children', { ...child, givenNames: 'Otilie', notTheSameAs: [first.body.id] }))
        .status,
    ).toBe(201);
  });

  it('shows each error beside its field', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const child = { givenNames: 'Ann', familyName: 'Faulty', sex: 'F', localityId: await localityId() };
    const refused = [];
    for (const more of [
      {},
      { dateOfBirth: '2015-02-30' },
      { dateOfBirth: '2015-03-01', expectedDate: '2015-03-01' },
      { dateOfBirth: '2015-03-01', details: { postcode: 'nowhere' } },
      { dateOfBirth: '2015-03-01', givenNames: 'A\u0000' },
      { dateOfBirth: '2015-03-01', localityId: UNKNOWN_ID },
    ]) {
      const answer = await teacher.post('/children', { ...child, ...more });
      refused.push([answer.status, answer.body.errors[0].field]);
    }
    expect(refused).toEqual([
      [422, 'dateOfBirth'],
      [422, 'dateOfBirth'],
      [422, 'expectedDate'],
      [422, 'details.postcode'],
      [422, 'givenNames'],
      [422, 'localityId'],
    ]);
  });

  it('refuses a change to a version that another practitioner has changed', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Stalefield' });
    expect((await teacher.patch(`/children/${id}`, { sex: 'U' }, { ifMatch: '"v1"' })).status).toBe(200);
    expect((await teacher.patch(`/children/${id}`, { sex: 'M' }, { ifMatch: '"v1"' })).status).toBe(412);
  });

  it('shows brothers and sisters, who share a carer', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const first = await recordedChild(testApp, 'schoolTeacher', {
      givenNames: 'Barnaby',
      carers: [{ name: 'Invented Mother', relationship: 'mother', parentalResponsibility: 'yes' }],
    });
    const { body } = await teacher.get(`/children/${first}`);
    const second = await recordedChild(testApp, 'schoolTeacher', {
      givenNames: 'Clementine',
      carers: [{ carerId: body.carers[0].id, relationship: 'mother', parentalResponsibility: 'not_known' }],
    });
    expect(
      (await teacher.get(`/children/${first}`)).body.siblings.map((one: { id: string }) => one.id),
    ).toEqual([second]);
  });
});

describe('a practitioner’s own family', () => {
  it('is out of their reach once declared, even before any episode, as if it did not exist', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const id = await recordedChild(testApp, 'schoolTeacher', {
      givenNames: 'Kinsley',
      familyName: 'Oakleafson',
    });
    expect((await teacher.get(`/children/${id}`)).status).toBe(200);
    expect((await teacher.post(`/children/${id}/relatives`, { relationship: 'aunt_or_uncle' })).status).toBe(
      201,
    );
    const ownRelative = await teacher.get(`/children/${id}`);
    const unknownChild = await teacher.get(`/children/${UNKNOWN_ID}`);
    expect([ownRelative.status, ownRelative.body.detail]).toEqual([404, unknownChild.body.detail]);
    expect((await teacher.get(look('Kinsley Oakleafson'))).body.items).toEqual([]);
    expect(await testApp.sql('schoolTeacher', 'select id from children where id = $1', [id])).toEqual([]);
  });
});
