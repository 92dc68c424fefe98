import { newId } from '#libs/platform';
import { openedEpisode, recordedChild, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** A family moves: from North West Leicestershire, where tests record their children, to Charnwood. */
let testApp: TestApp;
let localities: Readonly<Record<string, string>>;
beforeAll(async () => {
  testApp = await openTestApp();
  const { body } = await (await testApp.as('schoolTeacher')).get('/localities');
  localities = Object.fromEntries(
    (body.items as { id: string; name: string }[]).map((one) => [one.name, one.id]),
  );
}, 120_000);
afterAll(() => testApp.close());

const [BEFORE, AFTER] = ['coordinatorNwl', 'coordinatorCharnwood'] as const;
const moves = async (childId: string, locality = 'Charnwood', by = 'schoolTeacher') => {
  const client = await testApp.as(by);
  const { headers } = await client.get(`/children/${childId}`);
  return client.patch(
    `/children/${childId}`,
    { localityId: localities[locality] },
    { ifMatch: headers['etag']! },
  );
};
const listed = async (persona: string, filter: string): Promise<string[]> => {
  const { status, body } = await (await testApp.as(persona)).get(`/episodes?${filter}&limit=200`);
  expect(status).toBe(200);
  return (body.items as { id: string }[]).map(({ id }) => id);
};
/** Where a coordinator finds the episode: opening it, their list, its filters, their caseload, raw SQL. */
const foundBy = async (persona: string, { episodeId }: Scenario) => {
  const client = await testApp.as(persona);
  const { localityId } = await testApp.actor(persona);
  const rows = await testApp.sql<{ id: string }>(persona, 'select id from episodes where locality_id = $1', [
    localityId,
  ]);
  return {
    opened: (await client.get(`/episodes/${episodeId}`)).status === 200,
    listed: (await listed(persona, 'scope=locality')).includes(episodeId),
    filtered: (await listed(persona, `scope=all&localityId=${localityId}`)).includes(episodeId),
    sql: rows.some(({ id }) => id === episodeId),
  };
};
const EVERYWHERE = { opened: true, listed: true, filtered: true, sql: true };
const NOWHERE = { opened: false, listed: false, filtered: false, sql: false };
/** How many families the caseload counts: in total, and in the row of the coordinator's own locality. */
const counted = async (persona: string) => {
  const { body } = await (await testApp.as(persona)).get('/caseload?by=locality');
  const { localityId } = await testApp.actor(persona);
  const row = (body.groups as { key: string; count: number }[]).find(({ key }) => key === localityId);
  return [body.total as number, row?.count ?? 0];
};
const messagesTo = (persona: string) =>
  testApp.sql<{ subject: string; body: string; href: string | null }>(
    persona,
    "select subject, body, href from messages where subject like 'A family has moved%' order by sent_at",
  );

test('the coordinator of the child’s new locality finds the family in every list and count, and the former one in none', async () => {
  const family = await openedEpisode(testApp, 'schoolTeacher');
  expect(await foundBy(BEFORE, family)).toEqual(EVERYWHERE);
  expect(await foundBy(AFTER, family)).toEqual(NOWHERE);
  const [before, after] = [await counted(BEFORE), await counted(AFTER)];

  expect((await moves(family.childId)).status).toBe(200);

  expect(await foundBy(BEFORE, family)).toEqual(NOWHERE);
  expect(await foundBy(AFTER, family)).toEqual(EVERYWHERE);
  expect(await counted(BEFORE)).toEqual(before.map((families) => families - 1));
  expect(await counted(AFTER)).toEqual(after.map((families) => families + 1));
});

test('both coordinators are told of the move without a name, and no one is told of a closed episode', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  const [was, is] = [(await messagesTo(BEFORE)).length, (await messagesTo(AFTER)).length];
  expect((await moves(childId)).status).toBe(200);
  const [left, ...otherOut] = (await messagesTo(BEFORE)).slice(was);
  const [came, ...otherIn] = (await messagesTo(AFTER)).slice(is);
  expect([otherOut, otherIn]).toEqual([[], []]);
  expect([left!.subject, left!.href]).toEqual(['A family has moved out of your locality', null]);
  expect([came!.subject, came!.href]).toEqual([
    'A family has moved into your locality',
    `/episodes/${episodeId}`,
  ]);
  expect(JSON.stringify([left, came])).not.toMatch(/Test\d+|Invented/);

  const teacher = await testApp.as('schoolTeacher');
  const closing = {
    reason: 'NEEDS_MET',
    summary: 'Invented: done.',
    outcomes: [],
    familyTold: true,
    finalLevel: 1,
  };
  expect((await teacher.post(`/episodes/${episodeId}/closure`, closing)).status).toBe(201);
  expect((await moves(childId, 'North West Leicestershire')).status).toBe(200);
  expect((await messagesTo(BEFORE)).length).toBe(was + 1);
});

test('a coordinator excluded by the family is not told that it moved into their locality', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  const { practitionerId, agencyId } = await testApp.actor(AFTER);
  const consent = await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episodeId}/consents`, {
    purpose: 'share_plan',
    decision: 'given',
    agencies: [{ agencyId, tiers: ['T0'], topics: [] }],
    excludedPeople: [practitionerId],
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    limitsExplained: true,
    form: 'written',
  });
  expect(consent.status).toBe(201);
  const is = (await messagesTo(AFTER)).length;
  expect((await moves(childId)).status).toBe(200);
  expect((await messagesTo(AFTER)).length).toBe(is);
  expect(await foundBy(AFTER, { episodeId, childId })).toEqual({ ...NOWHERE });
});

test('a second child who moves away does not move the family', async () => {
  const [first, second] = [
    await recordedChild(testApp, 'schoolTeacher'),
    await recordedChild(testApp, 'schoolTeacher'),
  ];
  const opened = await (
    await testApp.as('schoolTeacher')
  ).post('/episodes', {
    childIds: [first, second],
    reason: 'Invented: asks for help.',
  });
  expect(opened.status).toBe(201);
  const family = { episodeId: opened.body.id as string, childId: first };
  expect((await moves(second)).status).toBe(200);
  expect(await foundBy(BEFORE, family)).toEqual(EVERYWHERE);
  expect(await foundBy(AFTER, family)).toEqual(NOWHERE);
});

test('a child without a known locality is in no coordinator’s list, whatever the opener’s locality', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher');
  await testApp.asOwner('update children set locality_id = null where id = $1', [childId]);
  const opened = await (
    await testApp.as('schoolTeacher')
  ).post('/episodes', {
    childIds: [childId],
    reason: 'Invented: asks for help.',
  });
  const family = { episodeId: opened.body.id as string, childId };
  expect(await foundBy(BEFORE, family)).toEqual(NOWHERE);
  expect((await moves(childId)).status).toBe(200);
  expect(await foundBy(AFTER, family)).toEqual(EVERYWHERE);
});

test('an unanswered question to the coordinator moves with the child to the new coordinator', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  const reason = `Invented: the mother rang me about it ${newId()}`;
  const asked = await (await testApp.as('outsider')).post('/access-questions', { about: episodeId, reason });
  expect(asked.status).toBeLessThan(300);
  const waitsFor = async (persona: string): Promise<boolean> => {
    const { body } = await (await testApp.as(persona)).get('/access-questions');
    const rows = await testApp.sql(persona, 'select from access_questions where reason = $1', [reason]);
    const isListed = (body.items as { reason: string }[]).some((one) => one.reason === reason);
    expect(isListed).toBe(rows.length > 0);
    return isListed;
  };
  expect([await waitsFor(BEFORE), await waitsFor(AFTER)]).toEqual([true, false]);
  expect((await moves(childId)).status).toBe(200);
  expect([await waitsFor(BEFORE), await waitsFor(AFTER)]).toEqual([false, true]);
});

test('the locality of an episode cannot be written by raw SQL, and every episode has its first child’s locality', async () => {
  const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
  const sql = (text: string) => testApp.sql('schoolTeacher', text, [episodeId, localities['Charnwood']]);
  await expect(sql('update episodes set locality_id = $2 where id = $1')).rejects.toThrow(
    /permission denied/,
  );
  await expect(
    sql(`insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id, locality_id)
      select gen_random_uuid(), now(), e.authority_id, e.opened_by, e.opening_agency_id, $2 from episodes e where e.id = $1`),
  ).rejects.toThrow(/permission denied/);
  expect(
    await testApp.asOwner(`select e.id from episodes e join episode_children f on f.episode_id = e.id and f.position = 1
      join children k on k.id = f.child_id where e.locality_id is distinct from k.locality_id`),
  ).toEqual([]);
});
