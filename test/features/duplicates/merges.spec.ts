import { agrees, openedEpisode, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  await testApp.asOwner('update index_limits set most = 10000');
}, 120_000);
afterAll(() => testApp.close());

const TEACHER = 'schoolTeacher';
const NURSE = 'schoolNurse';
const COORDINATOR = 'coordinatorNwl';
const SECOND = 'governance';

// Names so unlike one another that no search for one finds another.
const NAMES = (
  'Adelheid Bramblewick Columba Dunstanley Evadne Fossdyke Ghislaine Hartlebury Ignatia Jorvikstone Kunigunde Lyndhurstly ' +
  'Melisande Norrington Ottoline Pemberwell Quintessa Rutherglen Scholastica Threlkeld Ursulina Vanderpoel Xanthippe Wolverley ' +
  'Zenobia Brackenbury Cunegund Ravensthorpe Wilhelmina Abernathy Sigismund Blenkinsop Perpetua Chatterleigh Leocadia Dinglethorpe Thomasina Featherstone Gwendolen Oglethorpe ' +
  'Yolanthe Zouchworth Bathsheba Crickhowell Desdemona Eggleston Fredegund Gillamoor Hildegarda Inglethorpe Jocasta Kirkbride'
).split(' ');
/** The school's record of a child and that of a health visitor of another agency, each with an open episode of its own. */
async function twoRecords() {
  const name = NAMES.splice(0, 2).join(' ');
  const kept = await recordNamed(TEACHER, name);
  const other = await recordNamed(NURSE, `${name}s`);
  return { kept, other, name };
}
async function recordNamed(by: string, name: string): Promise<Scenario> {
  const scenario = await openedEpisode(testApp, by);
  const [givenNames, familyName] = name.split(' ');
  await testApp.asOwner(
    "update children set given_names = $2, family_name = $3, date_of_birth = '2012-03-14' where id = $1",
    [scenario.childId, givenNames, familyName],
  );
  return scenario;
}
const post = async (persona: string, path: string, body: object = {}) =>
  (await testApp.as(persona)).post(path, body);
const get = async (persona: string, path: string) => (await testApp.as(persona)).get(path);
const propose = async (kept: string, other: string): Promise<string> => {
  const answer = await post(COORDINATOR, '/duplicates/merges', {
    keptChildId: kept,
    otherChildId: other,
    reason: 'Invented: the same mother and school',
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.id as string;
};
async function merged(kept: string, other: string): Promise<string> {
  const id = await propose(kept, other);
  const answer = await post(SECOND, `/duplicates/merges/${id}/decision`, { decision: 'approved' });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return id;
}
const undo = (persona: string, id: string) =>
  post(persona, `/duplicates/merges/${id}/undoing`, { reason: 'Invented: they are cousins' });
const reads = async (persona: string, childId: string): Promise<number> =>
  (await get(persona, `/children/${childId}?alone=yes`)).status;
const found = async (persona: string, name: string): Promise<string[]> =>
  (await get(persona, `/children?${new URLSearchParams({ name, reason: 'Invented' })}`)).body.items.map(
    ({ id }: { id: string }) => id,
  );

describe('the list of likely duplicates', () => {
  const listed = async (persona: string): Promise<string[][]> =>
    (await get(persona, '/duplicates')).body.items.map((item: { children: { id: string }[] }) =>
      item.children.map(({ id }) => id).sort(),
    );

  it('explains a pair to the coordinator of both, and to no other role', async () => {
    const { kept, other } = await twoRecords();
    const { body } = await get(COORDINATOR, '/duplicates');
    const pair = body.items.find((item: { children: { id: string }[] }) =>
      item.children.some(({ id }) => id === kept.childId),
    );
    expect(pair.explanation).toBe('Other spelling of the name, same date of birth');
    expect(pair.children.map(({ id }: { id: string }) => id).sort()).toEqual(
      [kept.childId, other.childId].sort(),
    );
    for (const persona of [TEACHER, 'outsider', 'schoolManager', 'governance'])
      expect([persona, (await get(persona, '/duplicates')).status]).toEqual([persona, 403]);
  });

  it('does not hold a child of another locality', async () => {
    const { kept, other } = await twoRecords();
    const [elsewhere] = await testApp.asOwner<{ id: string }>(
      "select id from localities where name <> 'North West Leicestershire' limit 1",
    );
    await testApp.asOwner('update children set locality_id = $2 where id = $1', [
      other.childId,
      elsewhere!.id,
    ]);
    expect((await listed(COORDINATOR)).flat()).not.toContain(kept.childId);
    expect((await get(COORDINATOR, `/duplicates/pairs/${kept.childId}/and/${other.childId}`)).status).toBe(
      404,
    );
  });

  it('tells each of two coordinators of a pair in two localities, as far as each may be told of the other child', async () => {
    const { kept, other, name } = await twoRecords();
    const { localityId: charnwood } = await testApp.actor('coordinatorCharnwood');
    await testApp.asOwner('update children set locality_id = $2 where id = $1', [other.childId, charnwood]);
    const pairFor = async (persona: string) =>
      (await get(persona, '/duplicates')).body.items.find((item: { children: { id: string }[] }) =>
        item.children.some(({ id }) => [kept.childId, other.childId].includes(id)),
      ) ?? null;
    const FIRST = [COORDINATOR, 'coordinatorCharnwood'];
    for (const persona of FIRST) expect([persona, await pairFor(persona)]).toEqual([persona, null]);
    // The family of the second agrees that any practitioner may find them: the first coordinator may be told of both.
    await agrees(testApp, other.episodeId, NURSE, [NURSE], ['T0'], { indexAgreed: true });
    expect(await pairFor('coordinatorCharnwood')).toBeNull();
    const pair = await pairFor(COORDINATOR);
    expect(pair.explanation).toBe('Other spelling of the name, same date of birth');
    expect(pair.elsewhere.childId).toBe(other.childId);
    const path = `/duplicates/pairs/${pair.children[0].id}/and/${pair.children[1].id}`;
    expect((await get(COORDINATOR, path)).status).toBe(404);
    const coordinator = await testApp.browse(COORDINATOR);
    const list = (await coordinator.get('/duplicates')).text;
    expect(list).toContain(`${name}s is known in another locality. Ask`);
    expect(list).toContain(`${path}/apart`);
    await agrees(testApp, kept.episodeId, TEACHER, [TEACHER], ['T0'], { indexAgreed: true });
    expect((await pairFor('coordinatorCharnwood')).elsewhere.childId).toBe(kept.childId);
    // A number that both have is a detail that neither coordinator knows of the other child.
    for (const { childId } of [kept, other])
      await testApp.asOwner("update child_details set nhs_number = '9434765870' where child_id = $1", [
        childId,
      ]);
    expect((await pairFor(COORDINATOR)).grounds).toEqual(['near_name', 'same_birth']);
    await testApp.asOwner("update children set date_of_birth = '2011-01-01' where id = $1", [other.childId]);
    for (const persona of FIRST) expect([persona, await pairFor(persona)]).toEqual([persona, null]);
    await testApp.asOwner("update children set date_of_birth = '2012-03-14' where id = $1", [other.childId]);
    // Neither may propose a merge; each may say that it is another child, which ends the question for both.
    const proposal = { keptChildId: kept.childId, otherChildId: other.childId, reason: 'Invented' };
    expect((await post(COORDINATOR, '/duplicates/merges', proposal)).status).toBe(404);
    const bad = await coordinator.submit(`${path}/apart`, { reason: '' });
    expect(bad.status).toBe(422);
    for (const persona of ['coordinatorOadby', 'governance', TEACHER])
      expect(
        (
          await testApp.sql(persona, 'select access.can_keep_apart($1, $2) as may', [
            kept.childId,
            other.childId,
          ])
        )[0],
      ).toEqual({ may: false });
    expect((await coordinator.submit(`${path}/apart`, { reason: 'Other parents' })).location).toBe(
      '/duplicates',
    );
    for (const persona of FIRST) expect([persona, await pairFor(persona)]).toEqual([persona, null]);
  });

  it('names no child to a coordinator whom the family excluded, and none who is another coordinator’s alone', async () => {
    const { kept, other } = await twoRecords();
    const { localityId: charnwood } = await testApp.actor('coordinatorCharnwood');
    await testApp.asOwner('update children set locality_id = $2 where id = $1', [other.childId, charnwood]);
    const excludedPeople = [(await testApp.actor(COORDINATOR)).practitionerId];
    await agrees(testApp, other.episodeId, NURSE, [NURSE], ['T0'], { excludedPeople, indexAgreed: true });
    expect((await listed(COORDINATOR)).flat()).not.toContain(other.childId);
    expect((await listed(COORDINATOR)).flat()).not.toContain(kept.childId);
  });

  it('leaves out brothers and sisters', async () => {
    const { kept, other } = await twoRecords();
    await testApp.asOwner(
      `insert into child_ties (id, child_id, other_child_id, kind, recorded_by, recorded_at)
       select gen_random_uuid(), least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'full_sibling', recorded_by, now()
       from children where id = $1`,
      [kept.childId, other.childId],
    );
    expect((await listed(COORDINATOR)).flat()).not.toContain(kept.childId);
    expect(
      (
        await post(COORDINATOR, '/duplicates/merges', {
          keptChildId: kept.childId,
          otherChildId: other.childId,
          reason: 'Invented',
        })
      ).status,
    ).toBe(409);
  });

  it('asks no more of children who are recorded as not the same', async () => {
    const { kept, other } = await twoRecords();
    const apart = { childId: kept.childId, otherChildId: other.childId, reason: 'Cousins of one name' };
    expect((await post('schoolManager', '/duplicates/distinctions', apart)).status).toBe(403);
    expect((await post('coordinatorCharnwood', '/duplicates/distinctions', apart)).status).toBe(404);
    expect((await post(COORDINATOR, '/duplicates/distinctions', apart)).status).toBe(201);
    expect((await post(COORDINATOR, '/duplicates/distinctions', apart)).status).toBe(409);
    expect((await listed(COORDINATOR)).flat()).not.toContain(kept.childId);
    const { body } = await get(COORDINATOR, `/duplicates/pairs/${kept.childId}/and/${other.childId}`);
    expect(body.distinction).toMatchObject({ reason: 'Cousins of one name' });
    const proposal = { keptChildId: kept.childId, otherChildId: other.childId, reason: 'Invented' };
    expect((await post(COORDINATOR, '/duplicates/merges', proposal)).status).toBe(409);
  });

  it('finds the same NHS number whatever the name, and changed birth dates of one name', async () => {
    const [one, other] = [
      await recordNamed(TEACHER, 'Quilla Rushmere'),
      await recordNamed(NURSE, 'Otto Sandgate'),
    ];
    for (const { childId } of [one, other])
      await testApp.asOwner("update child_details set nhs_number = '9434765919' where child_id = $1", [
        childId,
      ]);
    const [third, fourth] = [
      await recordNamed(TEACHER, 'Rosa Swapgate'),
      await recordNamed(NURSE, 'Rosa Swapgate'),
    ];
    await testApp.asOwner("update children set date_of_birth = '2012-04-05' where id = $1", [third.childId]);
    await testApp.asOwner("update children set date_of_birth = '2012-05-04' where id = $1", [fourth.childId]);
    const all = await listed(COORDINATOR);
    expect(all).toContainEqual([one.childId, other.childId].sort());
    expect(all).toContainEqual([third.childId, fourth.childId].sort());
  });
});

describe('a merge', () => {
  it('takes two people, and a third person is told nothing', async () => {
    const { kept, other } = await twoRecords();
    const id = await propose(kept.childId, other.childId);
    expect(
      (await post(COORDINATOR, `/duplicates/merges/${id}/decision`, { decision: 'approved' })).status,
    ).toBe(403);
    for (const persona of ['coordinatorCharnwood', 'healthManager'])
      expect([persona, (await get(persona, `/duplicates/merges/${id}`)).status]).toEqual([persona, 404]);
    expect((await get(COORDINATOR, `/children/${other.childId}`)).body.id).toBe(other.childId);
    expect((await post(SECOND, `/duplicates/merges/${id}/decision`, { decision: 'approved' })).status).toBe(
      200,
    );
    expect((await post(SECOND, `/duplicates/merges/${id}/decision`, { decision: 'approved' })).status).toBe(
      409,
    );
    const [told] = await testApp.asOwner<{ subjects: string[] }>(
      `select array_agg(distinct subject order by subject) as subjects from messages
       where href in ('/duplicates/merges/' || $1, '/children/' || $2)`,
      [id, kept.childId],
    );
    expect(told!.subjects).toEqual([
      'Two records may be of one child',
      'Two records of one child are kept as one',
    ]);
  });

  it('is declined with a reason, or withdrawn by the person who proposed it', async () => {
    const { kept, other } = await twoRecords();
    const id = await propose(kept.childId, other.childId);
    expect((await post(SECOND, `/duplicates/merges/${id}/decision`, { decision: 'declined' })).status).toBe(
      422,
    );
    const declined = { decision: 'declined', decisionReason: 'Other parents' };
    expect((await post(SECOND, `/duplicates/merges/${id}/decision`, declined)).status).toBe(200);
    const again = await propose(other.childId, kept.childId);
    expect((await post(COORDINATOR, `/duplicates/merges/${again}/withdrawal`)).status).toBe(200);
    expect((await get(COORDINATOR, `/children/${kept.childId}`)).body.otherRecords).toEqual([]);
  });

  it('answers with the kept record, finds it by either name, and begins help there, for readers of both', async () => {
    const { kept, other, name } = await twoRecords();
    await agrees(testApp, kept.episodeId, TEACHER, [NURSE]);
    const id = await merged(kept.childId, other.childId);
    for (const persona of [COORDINATOR, NURSE]) {
      const answer = await get(persona, `/children/${other.childId}`);
      expect([answer.body.id, answer.body.otherRecords]).toEqual([kept.childId, [other.childId]]);
    }
    expect(await found(NURSE, `${name}s`)).toEqual([kept.childId]);
    // The teacher knows one of them alone.
    expect((await get(TEACHER, `/children/${kept.childId}`)).body.otherRecords).toEqual([]);
    expect(await found(TEACHER, `${name}s`)).toEqual([kept.childId]);
    expect((await get(TEACHER, `/duplicates/merges/${id}`)).status).toBe(403);
    await testApp.asOwner('update episodes set closed_at = now() where id = $1', [other.episodeId]);
    await testApp.asOwner('update episode_children set ended_at = now() where episode_id = $1', [
      other.episodeId,
    ]);
    const opened = await post(NURSE, '/episodes', { childIds: [other.childId], reason: 'Invented' });
    expect([opened.status, opened.text]).toEqual([409, expect.stringContaining('kept under another record')]);
  });

  it('cannot take in a record that is part of another merge', async () => {
    const { kept, other } = await twoRecords();
    await merged(kept.childId, other.childId);
    const { kept: third } = await twoRecords();
    for (const [one, two] of [
      [third.childId, other.childId],
      [third.childId, kept.childId],
      [other.childId, third.childId],
    ]) {
      const proposal = { keptChildId: one, otherChildId: two, reason: 'Invented' };
      const answer = await post(COORDINATOR, '/duplicates/merges', proposal);
      expect([one, two, answer.status, answer.text]).toEqual([one, two, 409, expect.anything()]);
    }
    // A third record of the child is kept under the same one.
    await merged(kept.childId, third.childId);
    expect((await get(COORDINATOR, `/children/${third.childId}`)).body.otherRecords.sort()).toEqual(
      [other.childId, third.childId].sort(),
    );
  });
});

describe('what a merge narrows', () => {
  /** Both records are shared with both agencies, so that each of their people reads both. */
  async function sharedRecords() {
    const pair = await twoRecords();
    await agrees(testApp, pair.kept.episodeId, TEACHER, [NURSE]);
    await agrees(testApp, pair.other.episodeId, NURSE, [TEACHER]);
    return pair;
  }
  const excludes = async (by: string, episodeId: string, personas: readonly string[]): Promise<void> => {
    const excludedPeople = [];
    for (const persona of personas) excludedPeople.push((await testApp.actor(persona)).practitionerId);
    const with_ = by === TEACHER ? [NURSE] : [TEACHER];
    await agrees(testApp, episodeId, by, with_, ['T0', 'T1', 'T2'], { excludedPeople });
  };
  const NURSES_COLLEAGUE = 'healthVisitor';

  it('keeps a person whom the family excluded from one record out of both, until it is undone', async () => {
    const { kept, other } = await sharedRecords();
    expect(await reads(NURSES_COLLEAGUE, kept.childId)).toBe(200);
    await excludes(NURSE, other.episodeId, [NURSES_COLLEAGUE]);
    expect(await reads(NURSES_COLLEAGUE, kept.childId)).toBe(200);
    const { body } = await get(COORDINATOR, `/duplicates/pairs/${kept.childId}/and/${other.childId}`);
    expect(body.keptOut).toBe(1);
    const id = await merged(kept.childId, other.childId);
    expect(await reads(NURSES_COLLEAGUE, kept.childId)).toBe(404);
    expect((await undo(SECOND, id)).status).toBe(200);
    expect(await reads(NURSES_COLLEAGUE, kept.childId)).toBe(200);
  });

  it('keeps a person out who is excluded, or declares a relative, after the merge', async () => {
    const { kept, other } = await sharedRecords();
    await merged(kept.childId, other.childId);
    expect(await reads(NURSES_COLLEAGUE, kept.childId)).toBe(200);
    await excludes(NURSE, other.episodeId, [NURSES_COLLEAGUE]);
    expect(await reads(NURSES_COLLEAGUE, kept.childId)).toBe(404);
    expect(await reads(NURSE, other.childId)).toBe(200);
    expect(
      (await post(NURSE, `/children/${kept.childId}/relatives`, { relationship: 'aunt_or_uncle' })).status,
    ).toBe(201);
    expect(await reads(NURSE, other.childId)).toBe(404);
  });

  it('hides where the child lives in both records under a shield of one', async () => {
    const { kept, other } = await sharedRecords();
    for (const { childId } of [kept, other])
      await testApp.asOwner("update child_contacts set address = '7 Invented Street' where child_id = $1", [
        childId,
      ]);
    const address = async (persona: string, childId: string) =>
      (await get(persona, `/children/${childId}?alone=yes`)).body.details?.address ?? null;
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await post(TEACHER, `/children/${kept.childId}/shields`, asked)).status).toBe(201);
    expect(await address(NURSE, other.childId)).toBe('7 Invented Street');
    const id = await merged(kept.childId, other.childId);
    expect([await address(NURSE, other.childId), await address(TEACHER, other.childId)]).toEqual([
      null,
      '7 Invented Street',
    ]);
    expect((await undo(COORDINATOR, id)).status).toBe(200);
    expect(await address(NURSE, other.childId)).toBe('7 Invented Street');
  });

  it('hides both records under a shield that is asked for after the merge', async () => {
    const { kept, other } = await sharedRecords();
    await testApp.asOwner("update child_contacts set address = '8 Invented Street' where child_id = $1", [
      kept.childId,
    ]);
    await merged(kept.childId, other.childId);
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await post(NURSE, `/children/${other.childId}/shields`, asked)).status).toBe(201);
    const { body } = await get(TEACHER, `/children/${kept.childId}?alone=yes`);
    expect([body.contactProtected, body.details.address]).toEqual([true, null]);
  });

  it('neither finds nor shows in one record a name that the other has sealed', async () => {
    const { kept, other } = await sharedRecords();
    const sealed = await post(TEACHER, `/children/${kept.childId}/other-names`, {
      kind: 'birth',
      givenNames: 'Sealedia',
      familyName: 'Formerly',
    });
    const nameId = sealed.body.names[0].id as string;
    await post(TEACHER, `/children/${kept.childId}/other-names/${nameId}/seal`, { reason: 'adoption' });
    await post(NURSE, `/children/${other.childId}/other-names`, {
      kind: 'former',
      givenNames: 'Sealedia',
      familyName: 'Formerly',
    });
    const namesFor = async (persona: string): Promise<unknown[]> =>
      (await get(persona, `/children/${other.childId}?alone=yes`)).body.names;
    expect(await found(TEACHER, 'Sealedia Formerly')).toEqual([other.childId]);
    expect(await namesFor(TEACHER)).toHaveLength(1);
    const id = await merged(kept.childId, other.childId);
    for (const persona of [TEACHER, NURSE, COORDINATOR])
      expect([persona, await found(persona, 'Sealedia Formerly')]).toEqual([persona, []]);
    expect(await namesFor(TEACHER)).toEqual([]);
    await undo(COORDINATOR, id);
    expect(await found(TEACHER, 'Sealedia Formerly')).toEqual([other.childId]);
  });
});

describe('a death in one of two records of a child', () => {
  const dies = async (persona: string, childId: string): Promise<void> => {
    const { status } = await post(persona, `/children/${childId}/death`, {
      diedOn: '2026-01-05',
      dateKnown: 'exact',
      source: 'family',
      note: 'A note for readers of this record.',
    });
    expect(status).toBe(201);
  };
  const hasDied = async (persona: string, { episodeId }: Scenario): Promise<boolean> =>
    (await get(persona, `/episodes/${episodeId}`)).body.children[0].hasDied;

  it('counts for the other while they are kept as one, as the bare fact for who reads that one alone', async () => {
    const { kept, other } = await twoRecords();
    const id = await merged(kept.childId, other.childId);
    expect(await hasDied(NURSE, other)).toBe(false);
    await dies(TEACHER, kept.childId);
    expect([await hasDied(TEACHER, kept), await hasDied(NURSE, other)]).toEqual([true, true]);
    expect((await get(NURSE, `/children/${other.childId}/death`)).body).toEqual({
      ...{ beforeBirth: false, diedOn: null, dateKnown: 'not_known', source: null, note: null },
      ...{ recordedBy: null, recordedAt: null },
    });
    const page = (await (await testApp.browse(NURSE)).get(`/children/${other.childId}`)).text;
    expect(page).toContain('has died');
    expect(page).not.toContain('A note for readers');
    expect(page).not.toMatch(/\(1\d years\)/);
    expect((await get(COORDINATOR, `/children/${other.childId}/death`)).body).toMatchObject({
      diedOn: '2026-01-05',
      note: 'A note for readers of this record.',
    });
    expect(
      (await post(NURSE, `/children/${other.childId}/death`, { dateKnown: 'not_known', source: 'health' }))
        .status,
    ).toBe(409);
    expect(
      await testApp.sql(NURSE, 'select 1 from child_deaths where child_id = $1', [kept.childId]),
    ).toEqual([]);
    expect(await testApp.sql('outsider', 'select 1 from access.dead_children()')).toEqual([]);
    // Nothing is late for either, and help for either asks why.
    for (const { episodeId } of [kept, other])
      expect(
        await testApp.sql(COORDINATOR, 'select 1 from access.bereaved_episodes() e (id) where e.id = $1', [
          episodeId,
        ]),
      ).toHaveLength(1);
    await testApp.asOwner('update episodes set closed_at = now() where id = $1', [other.episodeId]);
    await testApp.asOwner('update episode_children set ended_at = now() where episode_id = $1', [
      other.episodeId,
    ]);
    const opened = await post(NURSE, '/episodes', { childIds: [other.childId], reason: 'Invented' });
    expect([opened.status, opened.body.errors?.[0].field]).toEqual([422, 'afterDeathBecause']);
    expect((await undo(SECOND, id)).status).toBe(200);
    expect((await get(NURSE, `/children/${other.childId}/death`)).status).toBe(404);
    expect(await hasDied(TEACHER, kept)).toBe(true);
    expect((await post(NURSE, '/episodes', { childIds: [other.childId], reason: 'Invented' })).status).toBe(
      201,
    );
  });

  it('is asked about before a merge with a record of a child who is alive, and undone from either', async () => {
    const { kept, other } = await twoRecords();
    await agrees(testApp, kept.episodeId, TEACHER, [NURSE]);
    await dies(NURSE, other.childId);
    const pair = { keptChildId: kept.childId, otherChildId: other.childId, reason: 'Invented: one mother' };
    const asked = await post(COORDINATOR, '/duplicates/merges', pair);
    expect([asked.status, asked.body.errors?.[0].field]).toEqual([422, 'deathConfirmed']);
    const path = `/duplicates/pairs/${kept.childId}/and/${other.childId}`;
    expect(
      (await get(COORDINATOR, path)).body.records.map((one: { hasDied: boolean }) => one.hasDied),
    ).toEqual([false, true]);
    const coordinator = await testApp.browse(COORDINATOR);
    expect((await coordinator.get(path)).text).toContain('If it is one child, has the child died?');
    const answer = { answer: 'same', kept: kept.childId, reason: 'Invented: one mother and school' };
    const again = await coordinator.submit(path, answer);
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('Confirm that the child has died'),
    ]);
    expect(again.text).toContain(answer.reason);
    const proposed = await coordinator.submit(path, { ...answer, deathConfirmed: 'yes' });
    expect(proposed.status).toBe(303);
    expect((await get(SECOND, proposed.location!)).status).toBe(200);
    const decision = { decision: 'approved' };
    expect((await post(SECOND, `${proposed.location}/decision`, decision)).status).toBe(200);
    expect([await hasDied(TEACHER, kept), await hasDied(NURSE, other)]).toEqual([true, true]);
    // The nurse reads both, and recorded it: it is undone on the page that she is led to.
    const reason = { reason: 'Invented: the wrong child' };
    expect((await post(TEACHER, `/children/${kept.childId}/death/undoing`, reason)).status).toBe(403);
    expect((await post(NURSE, `/children/${kept.childId}/death/undoing`, reason)).status).toBe(200);
    expect([await hasDied(TEACHER, kept), await hasDied(NURSE, other)]).toEqual([false, false]);
  });

  it('is not asked about where both records say so', async () => {
    const { kept, other } = await twoRecords();
    await dies(TEACHER, kept.childId);
    await dies(NURSE, other.childId);
    await merged(kept.childId, other.childId);
    expect([await hasDied(TEACHER, kept), await hasDied(NURSE, other)]).toEqual([true, true]);
  });
});

it('a quality auditor who reads both records by a sample is led to the kept one, and of one alone learns of no other', async () => {
  const [both, alone] = [await twoRecords(), await twoRecords()];
  const { practitionerId, agencyId } = await testApp.actor('qualityAuditor');
  const [audit] = await testApp.asOwner<{ id: string }>(
    `insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
     select gen_random_uuid(), g.authority_id, $1, g.id, 'Invented', $3, now(), current_date + 10 from agencies g where g.id = $2
     returning id`,
    [practitionerId, agencyId, (await testApp.actor('governance')).practitionerId],
  );
  await testApp.asOwner(
    `insert into case_audit_draws (audit_id, episode_id, drawn_at) select $1, e.id, now() - interval '1 minute' from unnest($2::uuid[]) e (id)`,
    [audit!.id, [both.kept.episodeId, both.other.episodeId, alone.other.episodeId]],
  );
  await merged(both.kept.childId, both.other.childId);
  await merged(alone.kept.childId, alone.other.childId);
  const answered = async ({ other }: { other: Scenario }) => {
    const { body } = await get('qualityAuditor', `/children/${other.childId}`);
    return [body.id, body.otherRecords];
  };
  expect(await answered(both)).toEqual([both.kept.childId, [both.other.childId]]);
  expect(await answered(alone)).toEqual([alone.other.childId, []]);
  const page = await (await testApp.browse('qualityAuditor')).get(`/children/${both.other.childId}`);
  expect([page.status, page.location]).toEqual([303, `/children/${both.kept.childId}`]);
});

describe('undoing a merge', () => {
  it('makes two records again, by one of the two people, with a reason', async () => {
    const { kept, other } = await twoRecords();
    const id = await merged(kept.childId, other.childId);
    expect((await post('frontDoor', `/duplicates/merges/${id}/undoing`, { reason: 'Invented' })).status).toBe(
      403,
    );
    expect((await post(SECOND, `/duplicates/merges/${id}/undoing`, { reason: ' ' })).status).toBe(422);
    expect((await undo(SECOND, id)).status).toBe(200);
    expect((await undo(COORDINATOR, id)).status).toBe(409);
    expect((await get(COORDINATOR, `/children/${other.childId}`)).body).toMatchObject({
      id: other.childId,
      otherRecords: [],
    });
    const chronology = async (persona: string, { episodeId }: Scenario): Promise<string[]> =>
      (await get(persona, `/episodes/${episodeId}/chronology`)).body.items.map(
        ({ what }: { what: string }) => what,
      );
    const said = [
      expect.stringMatching(/^Another record of .* is kept as one with this record\.$/),
      expect.stringMatching(/^The other record of .* is of another child again\.$/),
    ];
    expect(await chronology(COORDINATOR, kept)).toEqual(expect.arrayContaining(said));
    // Who knows one record alone reads nothing of the other.
    expect(await chronology(TEACHER, kept)).not.toEqual(expect.arrayContaining([said[0]]));
    // They may be proposed anew.
    await merged(other.childId, kept.childId);
  });

  it('is refused after 28 days, with what helps', async () => {
    const { kept, other } = await twoRecords();
    const id = await merged(kept.childId, other.childId);
    await testApp.asOwner(
      "update child_merges set decided_at = decided_at - interval '28 days' where id = $1",
      [id],
    );
    const late = await undo(SECOND, id);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Tell information governance')]);
    await expect(
      testApp.sql(
        SECOND,
        `update child_merges set undone_at = platform.now(), undone_by = $2, undone_because = 'Invented' where id = $1`,
        [id, (await testApp.actor(SECOND)).practitionerId],
      ),
    ).rejects.toMatchObject({ constraint: 'child_merges_undo_days' });
  });
});
