import { EPISODE_PERMISSIONS, mayEver, RULES } from '#libs/access';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { agrees, openedEpisode } from '../support/scenarios.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/**
 * Who reaches which tier of one family's episode, and by which reach: the table of permissions as practice has it.
 * Written by hand; a person who is not named here reaches nothing.
 */
type Reached = Readonly<Record<string, readonly [tier: 0 | 1 | 2, ...reaches: string[]]>>;

const PUBLIC_TASK = {
  coordinatorNwl: [2, 'coordinator'],
  frontDoor: [1, 'front_door'],
  governance: [0, 'governance'],
} as const;
/** The panel's chair and its housing officer work for the council that the family agreed to. */
const HOUSING = { housingOfficer: [1, 'agency'], panelChair: [1, 'agency'] } as const;
const OWN_AGENCY = { healthVisitor: [2, 'author'], healthManager: [2, 'manager'] } as const;

let testApp: TestApp;
let episodeId: string;
let childId: string;
let consentId: string;

beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId, childId } = await openedEpisode(testApp, 'healthVisitor'));
}, 60_000);
afterAll(() => testApp.close());

/** One person's access, asked in four ways that must agree. */
async function reachOf(persona: string) {
  const raw = await testApp.sql<{ t0: boolean; t1: boolean; t2: boolean }>(
    persona,
    `select exists (select from episodes where id = $1) and exists (select from children where id = $2) as t0,
       exists (select from child_details where child_id = $2) as t1, exists (select from episode_records where episode_id = $1) as t2`,
    [episodeId, childId],
  );
  const abilities = await testApp.sql<{ permission: string; reach: string }>(
    persona,
    'select permission, reach from access.abilities($1)',
    [episodeId],
  );
  const may = await testApp.sql<{ permission: string }>(
    persona,
    'select p as permission from unnest($2::text[]) p where $1 in (select access.may(p))',
    [episodeId, EPISODE_PERMISSIONS],
  );
  const client = await testApp.as(persona);
  const answer = await client.get(`/episodes/${episodeId}`);
  const child = await client.get(`/children/${childId}`);
  return { raw: raw[0]!, abilities, may: may.map((row) => row.permission).sort(), answer, child };
}

async function expectReached(reached: Reached): Promise<void> {
  for (const { key } of PERSONAS) {
    const [tier, ...reaches] = reached[key] ?? [-1];
    const { raw, abilities, may, answer, child } = await reachOf(key);
    const who = { persona: key };
    expect({ ...who, ...raw }).toEqual({ ...who, t0: tier >= 0, t1: tier >= 1, t2: tier >= 2 });
    const permissions = [...new Set(abilities.map((row) => row.permission))].sort();
    expect({ ...who, reaches: [...new Set(abilities.map((row) => row.reach))].sort() }).toEqual({
      ...who,
      reaches: [...reaches].sort(),
    });
    expect({ ...who, may }).toEqual({ ...who, may: permissions });
    if (tier < 0) {
      // 403 only for a role that never reaches any episode; other roles get 404.
      expect({ ...who, status: answer.status }).toEqual({
        ...who,
        status: mayEver((await testApp.actor(key)).role, 'episode.list') ? 404 : 403,
      });
      continue;
    }
    expect({ ...who, status: answer.status, abilities: answer.body.abilities }).toEqual({
      ...who,
      status: 200,
      abilities: permissions,
    });
    expect({ ...who, record: answer.body.status !== null }).toEqual({ ...who, record: tier >= 2 });
    expect({ ...who, details: child.body.details !== null }).toEqual({ ...who, details: tier >= 1 });
  }
}

test('the rules of the application are the rules of the database, row for row', async () => {
  const rows = await testApp.sql<{ permission: string; role: string; reach: string; tier: number }>(
    'healthVisitor',
    'select permission, role, reach, tier from access.rules',
  );
  const key = (rule: { permission: string; role: string; reach: string; tier: number }) =>
    `${rule.permission} ${rule.role} ${rule.reach} ${rule.tier}`;
  expect(rows.map(key).sort()).toEqual(RULES.map(key).sort());
  expect(rows.length).toBeGreaterThan(100);
});

test('before the family agrees to anything, only the author and those who answer for the area reach the episode', async () => {
  await expectReached({ ...OWN_AGENCY, ...PUBLIC_TASK });
}, 60_000);

test('consent opens exactly what it names, to exactly the agencies it names', async () => {
  const excluded = await testApp.actor('castleRockAssistant');
  const agency = async (persona: string) => (await testApp.actor(persona)).agencyId;
  consentId = await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
    decision: 'given_in_part',
    agencies: [
      { agencyId: await agency('schoolTeacher'), tiers: ['T0', 'T1', 'T2'], topics: [] },
      { agencyId: await agency('housingOfficer'), tiers: ['T0', 'T1'], topics: [] },
      { agencyId: await agency('counsellor'), tiers: ['T0'], topics: [] },
    ],
    refusedAgencies: [await agency('yispWorker')],
    excludedAgencies: [await agency('connexionsAdviser')],
    excludedPeople: [excluded.practitionerId],
  });
  await expectReached({
    ...OWN_AGENCY,
    ...PUBLIC_TASK,
    schoolTeacher: [1, 'agency'],
    schoolManager: [1, 'agency'],
    ...HOUSING,
    counsellor: [0, 'agency'],
  });
}, 60_000);

test('consent that names the opening agency opens what it says to that agency’s other people, until it is withdrawn', async () => {
  const consent = await agrees(testApp, episodeId, 'healthVisitor', ['healthVisitor'], ['T0', 'T1']);
  const others = {
    ...PUBLIC_TASK,
    schoolTeacher: [1, 'agency'],
    schoolManager: [1, 'agency'],
    ...HOUSING,
    counsellor: [0, 'agency'],
  } as const;
  await expectReached({
    ...others,
    healthVisitor: [2, 'agency', 'author'],
    healthManager: [2, 'agency', 'manager'],
    schoolNurse: [1, 'agency'],
  });
  const { agencyId } = await testApp.actor('healthVisitor');
  const withdrawn = await (
    await testApp.as('healthVisitor')
  ).post(`/consents/${consent}/withdrawal`, {
    agencyId,
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
  });
  expect(withdrawn.status).toBe(201);
  await expectReached({ ...OWN_AGENCY, ...others });
}, 90_000);

test('joining the team opens the record to the member and to their manager', async () => {
  const teacher = await testApp.actor('schoolTeacher');
  const joined = await (
    await testApp.as('healthVisitor')
  ).post(`/episodes/${episodeId}/team`, { practitionerId: teacher.practitionerId, teamRole: 'member' });
  expect(joined.status).toBe(201);
  await expectReached({
    ...OWN_AGENCY,
    ...PUBLIC_TASK,
    schoolTeacher: [2, 'agency', 'team'],
    schoolManager: [2, 'agency', 'manager'],
    ...HOUSING,
    counsellor: [0, 'agency'],
  });
}, 60_000);

test('the front door reads the record while a step-up waits, and no longer once it is handed back', async () => {
  const visitor = await testApp.as('healthVisitor');
  const raised = await visitor.post(`/episodes/${episodeId}/step-ups`, {
    reason: 'Invented: worried.',
    familyAgreement: 'agreed',
  });
  expect(raised.status).toBe(201);
  const inside = {
    ...OWN_AGENCY,
    ...PUBLIC_TASK,
    schoolTeacher: [2, 'agency', 'team'],
    schoolManager: [2, 'agency', 'manager'],
    ...HOUSING,
    counsellor: [0, 'agency'],
  } as const;
  await expectReached({ ...inside, frontDoor: [2, 'front_door'] });
  const answered = await (
    await testApp.as('frontDoor')
  ).post(`/episodes/${episodeId}/step-ups/${raised.body.id}/outcome`, {
    outcome: 'advice',
    reason: 'Invented: carry on.',
  });
  expect(answered.status).toBeLessThan(300);
  await expectReached(inside);
}, 90_000);

test('consent that expires closes access by itself, and moving the clock back opens it again', async () => {
  await testApp.moveClock(new Date(Date.now() + 200 * 86_400_000).toISOString());
  await expectReached({ ...OWN_AGENCY, ...PUBLIC_TASK });
  await testApp.moveClock();
  expect((await (await testApp.as('housingOfficer')).get(`/episodes/${episodeId}`)).status).toBe(200);
}, 60_000);

test('withdrawing the school’s consent ends the school’s access at the next request, and no other agency’s', async () => {
  const { agencyId } = await testApp.actor('schoolTeacher');
  const body = {
    agencyId,
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
  };
  expect(
    (await (await testApp.as('healthVisitor')).post(`/consents/${consentId}/withdrawal`, body)).status,
  ).toBe(201);
  await expectReached({ ...OWN_AGENCY, ...PUBLIC_TASK, ...HOUSING, counsellor: [0, 'agency'] });
}, 60_000);

test('a practitioner who declares a relative loses every reach to them, and no one else is told', async () => {
  const coordinator = await testApp.as('coordinatorNwl');
  expect(
    (await coordinator.post(`/children/${childId}/relatives`, { relationship: 'aunt_or_uncle' })).status,
  ).toBeLessThan(300);
  const { coordinatorNwl: _cut, ...rest } = PUBLIC_TASK;
  await expectReached({ ...OWN_AGENCY, ...rest, ...HOUSING, counsellor: [0, 'agency'] });
}, 60_000);

test('thirty days after closure the record closes to all but the opening agency’s manager and the coordinator', async () => {
  const closed = await (
    await testApp.as('healthVisitor')
  ).post(`/episodes/${episodeId}/closure`, {
    reason: 'NEEDS_MET',
    summary: 'Invented: done.',
    outcomes: [],
    familyTold: true,
    finalLevel: 1,
  });
  expect(closed.status).toBe(201);
  await testApp.moveClock(new Date(Date.now() + 31 * 86_400_000).toISOString());
  await expectReached({
    healthVisitor: [1, 'author'],
    healthManager: [2, 'manager'],
    frontDoor: [1, 'front_door'],
    governance: [0, 'governance'],
    ...HOUSING,
    counsellor: [0, 'agency'],
  });
  await testApp.moveClock();
}, 60_000);

test('the stored grants equal the rules they are derived from', async () => {
  const [row] = await testApp.asOwner<{ held: string; derived: string; differences: string }>(
    `select (select count(*) from access.grants) as held, (select count(*) from access.derived_grants) as derived,
       (select count(*) from ((table access.grants except table access.derived_grants) union all (table access.derived_grants except table access.grants)) d) as differences`,
  );
  expect(Number(row!.held)).toBeGreaterThan(5);
  expect(row).toEqual({ held: row!.derived, derived: row!.derived, differences: '0' });
});
