import { recordsConsent } from '../../support/consenting.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** A colleague in the opening agency who does not work with the family: the school's assistant. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const COLLEAGUE = 'castleRockAssistant';
const seenBy = async (persona: string, episodeId: string, childId: string) => {
  const client = await testApp.as(persona);
  const child = await client.get(`/children/${childId}`);
  const [raw] = await testApp.sql<{ t0: boolean; t1: boolean; t2: boolean }>(
    persona,
    `select exists (select from episodes where id = $1) as t0, exists (select from child_details where child_id = $2) as t1,
       exists (select from episode_records where episode_id = $1) as t2`,
    [episodeId, childId],
  );
  return {
    api: (await client.get(`/episodes/${episodeId}`)).status,
    plan: (await client.get(`/episodes/${episodeId}/plan`)).status,
    details: child.status === 200 && child.body.details !== null,
    ...raw!,
  };
};
const NOTHING = { api: 404, plan: 404, details: false, t0: false, t1: false, t2: false };
const INDEX = { ...NOTHING, api: 200, t0: true };
const BASICS = { ...INDEX, details: true, t1: true };

test('the school’s assistant sees nothing of a teacher’s episode while consent does not name the school', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  expect(await seenBy(COLLEAGUE, episodeId, childId)).toEqual(NOTHING);
  await agrees(testApp, episodeId, 'schoolTeacher', ['healthVisitor']);
  expect(await seenBy(COLLEAGUE, episodeId, childId)).toEqual(NOTHING);
});

test.each([
  [['T0'], INDEX],
  [['T0', 'T1'], BASICS],
  // The plan is for those who work with the family, in this agency as in any other.
  [['T0', 'T1', 'T2'], BASICS],
])('the assistant sees exactly what the family agrees that the school may know (%p)', async (tiers, seen) => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], tiers);
  expect(await seenBy(COLLEAGUE, episodeId, childId)).toEqual(seen);
});

test('it ends for the assistant when the school’s consent is withdrawn; they are listed beforehand and told', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  const consentId = await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1']);
  const teacher = await testApp.as('schoolTeacher');
  const { agencyId, name } = { ...(await testApp.actor(COLLEAGUE)) };
  const affected = await teacher.get(`/consents/${consentId}/withdrawal?agencyId=${agencyId}`);
  expect([affected.status, affected.text.includes(name)]).toEqual([200, true]);
  // A practitioner who works with the family keeps access to their own agency's record.
  expect(affected.text).not.toContain((await testApp.actor('schoolTeacher')).name);
  const messages = async () =>
    (await testApp.sql(COLLEAGUE, "select from messages where subject = 'Your access to a record has ended'"))
      .length;
  const before = await messages();
  const withdrawn = await teacher.post(`/consents/${consentId}/withdrawal`, {
    agencyId,
    withdrawnBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    safeguardingConcern: false,
  });
  expect(withdrawn.status).toBe(201);
  expect(await seenBy(COLLEAGUE, episodeId, childId)).toEqual(NOTHING);
  expect(await messages()).toBe(before + 1);
  expect((await teacher.get(`/episodes/${episodeId}/plan`)).status).toBe(200);
});

test('the reason the assistant sees it is the family’s consent, with who agreed and until when', async () => {
  const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1']);
  const { body } = await (await testApp.as(COLLEAGUE)).get(`/episodes/${episodeId}/access`);
  expect(body.why).toEqual([
    expect.stringMatching(
      /^You can see the basic details because the family agreed to share this with your agency: Invented Mother said so on .+; consent ends .+\.$/,
    ),
  ]);
  const { body: own } = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/access`);
  expect(own.why).toContain(
    'You can see the basic details, the assessment and the plan because you started this episode or are its assessor.',
  );
});

test('a colleague who may see the basics by consent can be asked to lead, and one who sees nothing cannot', async () => {
  const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  const asked = {
    practitionerId: (await testApp.actor(COLLEAGUE)).practitionerId,
    familyPreference: 'Invented: they like her.',
    reason: 'Invented.',
  };
  const refused = await teacher.post(`/episodes/${episodeId}/lead-professional/proposals`, asked);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    'This colleague does not work with the family yet, so cannot see the record. Add them to the team first.',
  ]);
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1']);
  const proposal = await teacher.post(`/episodes/${episodeId}/lead-professional/proposals`, asked);
  expect(proposal.status).toBe(201);
  const answer = await (
    await testApp.as(COLLEAGUE)
  ).post(`/episodes/${episodeId}/lead-professional/proposals/${proposal.body.id}/acceptance`);
  expect(answer.status).toBe(201);
});

test('the pages offer the opening school like any other agency, explain what that means, and record it', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  const { agencyId, agencyName } = await testApp.actor('schoolTeacher');
  const teacher = await testApp.browse('schoolTeacher');
  const choosing = await teacher.get(`/episodes/${episodeId}/consents/new`);
  expect(choosing.text).toContain(`>${agencyName}: staff who do not work with the family</label>`);
  const asking = await teacher.get(`/episodes/${episodeId}/consents/new?agency=${agencyId}`);
  expect(asking.text).toContain('Tick what the family agrees other staff there can see.');
  // The opening agency cannot be excluded from its own record.
  expect(asking.text).not.toContain('Never share with this agency');
  const recorded = await recordsConsent(teacher, episodeId, {
    agency: agencyId,
    [`standing-${agencyId}`]: 'agreed',
    [`tiers-${agencyId}`]: ['T0', 'T1'],
    ...{
      decision: 'given',
      purpose: 'share_plan',
      decidedBy: 'Invented Mother',
      capacity: 'parental_responsibility',
    },
    ...{ limitsExplained: 'yes', form: 'written' },
  });
  expect(recorded.status).toBe(303);
  expect(await seenBy(COLLEAGUE, episodeId, childId)).toEqual(BASICS);
});
