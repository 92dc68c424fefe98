import { atStatus, agrees } from '../../support/scenarios.js';
import { dayFromNow, deliveringEpisode, reviewOf } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let outcomeId: string;
let hiddenId: string;
const person = async (persona: string) => (await testApp.actor(persona)).practitionerId;
const at = async (persona: string, path: string) =>
  (await testApp.as(persona)).get(`/episodes/${episodeId}${path}`);
const outcome = (more: object = {}) => ({
  description: 'She feels safe to talk about her low days',
  everyChildMatters: 'be_healthy',
  startingScore: 2,
  ...more,
});

/** Health may know of mental health, housing may not; both are in the team. */
beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher', [
    'schoolNurse',
    'housingOfficer',
  ]));
  await agrees(testApp, episodeId, 'schoolTeacher', [], [], {
    agencies: [
      {
        agencyId: (await testApp.actor('schoolNurse')).agencyId,
        tiers: ['T0', 'T1', 'T2', 'T3'],
        topics: ['mental_health'],
      },
    ],
  });
  const teacher = await testApp.as('schoolTeacher');
  for (const persona of ['schoolNurse', 'housingOfficer'])
    await teacher.post(`/episodes/${episodeId}/team`, {
      practitionerId: await person(persona),
      teamRole: 'member',
    });
  const made = await teacher.post(
    `/episodes/${episodeId}/plan/outcomes`,
    outcome({ topic: 'mental_health' }),
  );
  expect(made.status).toBe(201);
  expect(made.body.topic).toBe('mental_health');
  hiddenId = made.body.id as string;
}, 120_000);
afterAll(() => testApp.close());

const action = async (doer: string, more: object = {}) =>
  (await testApp.as('schoolTeacher')).post(`/episodes/${episodeId}/plan/actions`, {
    outcomeId: hiddenId,
    description: 'Meets her every Tuesday to talk',
    doerPractitionerId: await person(doer),
    dueOn: dayFromNow(7),
    familyAgreement: 'yes',
    ...more,
  });

test('a sensitive outcome is seen by its writer and where its topic was agreed, and by no one else', async () => {
  expect((await action('schoolNurse')).status).toBe(201);
  const sees = { schoolTeacher: 2, schoolNurse: 2, housingOfficer: 1, schoolManager: 1, coordinatorNwl: 1 };
  for (const [persona, outcomes] of Object.entries(sees)) {
    const { body } = await at(persona, '/plan');
    expect([persona, body.outcomes.length]).toEqual([persona, outcomes]);
    const chronology = (await at(persona, '/chronology')).text;
    expect([persona, chronology.includes('low days')]).toEqual([persona, outcomes === 2]);
    expect([persona, chronology.includes('every Tuesday')]).toEqual([persona, outcomes === 2]);
    for (const table of ['plan_outcomes', 'plan_actions', 'outcome_scores']) {
      const rows = await testApp.sql(
        persona,
        `select 1 from ${table} where episode_id = $1 and topic <> ''`,
        [episodeId],
      );
      expect([persona, table, rows.length]).toEqual([persona, table, outcomes - 1]);
    }
  }
  for (const persona of ['housingOfficer', 'schoolManager', 'coordinatorNwl']) {
    const browser = await testApp.browse(persona);
    for (const path of ['', '/plan', '/reviews', '/chronology'])
      expect((await browser.get(`/episodes/${episodeId}${path}`)).text).not.toMatch(/low days|every Tuesday/);
  }
}, 60_000);

test('an action is not assigned to a practitioner who may not know its topic', async () => {
  const refused = await action('housingOfficer');
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('has not agreed to share this topic');
  // Nor by SQL, under any topic: an action for a sensitive outcome is equally sensitive.
  const insert = `insert into plan_actions (id, outcome_id, episode_id, description, doer_practitioner_id, due_on, status,
      family_agreement, written_by, written_at, changed_at)
    values (gen_random_uuid(), $1, $2, 'x', $3, current_date, 'not_started', 'yes', $4, now(), now())`;
  const [housing, teacher] = [await person('housingOfficer'), await person('schoolTeacher')];
  await expect(testApp.sql('schoolTeacher', insert, [hiddenId, episodeId, housing, teacher])).rejects.toThrow(
    'row-level security',
  );
  await expect(
    testApp.sql('schoolTeacher', `update plan_actions set doer_practitioner_id = $1 where outcome_id = $2`, [
      housing,
      hiddenId,
    ]),
  ).rejects.toThrow('cannot see this topic');
  // A writer who cannot see an outcome cannot attach anything to it.
  await expect(
    testApp.sql(
      'coordinatorNwl',
      `insert into outcome_scores (id, outcome_id, episode_id, scorer, score, scored_on, recorded_by)
      values (gen_random_uuid(), $1, $2, 'worker', 9, current_date, $3)`,
      [hiddenId, episodeId, await person('coordinatorNwl')],
    ),
  ).rejects.toThrow('row-level security');
}, 60_000);

test('a sensitive note on a meeting or a review is seen only under its topic', async () => {
  const teacher = await testApp.as('schoolTeacher');
  const meeting = await teacher.post(`/episodes/${episodeId}/meetings`, {
    kind: 'review',
    startsAt: '2027-01-12T15:00:00Z',
    place: 'School',
    purpose: 'To look at the plan',
  });
  expect(meeting.status).toBe(201);
  const noted = await teacher.post(`/episodes/${episodeId}/meetings/${meeting.body.id}/notes`, {
    topic: 'mental_health',
    text: 'She spoke of the hospital.',
  });
  expect([noted.status, noted.body.notes.length]).toEqual([201, 1]);
  const review = await teacher.post(`/episodes/${episodeId}/reviews`, reviewOf(outcomeId));
  expect(review.status).toBe(201);
  const beside = await teacher.post(`/episodes/${episodeId}/reviews/${review.body.id}/notes`, {
    topic: 'mental_health',
    text: 'She spoke of the clinic.',
  });
  expect(beside.status).toBe(201);
  for (const [persona, sees] of [
    ['schoolNurse', true],
    ['housingOfficer', false],
    ['coordinatorNwl', false],
  ] as const) {
    const texts = (await at(persona, '/meetings')).text + (await at(persona, '/reviews')).text;
    expect([persona, texts.includes('hospital'), texts.includes('clinic')]).toEqual([persona, sees, sees]);
    const rows = await testApp.sql(
      persona,
      'select 1 from meeting_notes union all select 1 from review_notes',
    );
    expect([persona, rows.length]).toEqual([persona, sees ? 2 : 0]);
  }
  const browser = await testApp.browse('schoolTeacher');
  const path = `/episodes/${episodeId}/meetings/${meeting.body.id}`;
  expect((await browser.get(path)).text).toContain('She spoke of the hospital.');
  const empty = await browser.submit(`${path}/notes`, { topic: '', text: 'Kept' }, `${path}/notes`);
  expect([empty.status, empty.text.includes('Select a topic'), empty.text.includes('Kept')]).toEqual([
    422,
    true,
    true,
  ]);
  const kept = await browser.submit(
    `${path}/notes`,
    { topic: 'offending', text: 'A caution.' },
    `${path}/notes`,
  );
  expect(kept.status).toBe(303);
  expect(
    (
      await (
        await testApp.as('outsider')
      ).post(`/episodes/${episodeId}/meetings/${meeting.body.id}/notes`, { topic: 'offending', text: 'x' })
    ).status,
  ).toBe(404);
  await expect(
    testApp.sql(
      'schoolTeacher',
      `insert into meeting_notes values (gen_random_uuid(), $1, $2, 'mental_health', 'x', $3, now())`,
      [meeting.body.id, episodeId, await person('schoolNurse')],
    ),
  ).rejects.toThrow('row-level security');
}, 60_000);

test('a practitioner who cannot see a sensitive outcome can still review and close, and leaves it unchanged', async () => {
  const coordinator = await testApp.as('coordinatorNwl');
  const review = await coordinator.post(`/episodes/${episodeId}/reviews`, reviewOf(outcomeId, { level: 2 }));
  expect(review.status).toBe(201);
  const foreign = await coordinator.post(`/episodes/${episodeId}/reviews`, reviewOf(hiddenId));
  expect(foreign.status).toBe(422);
  await atStatus(testApp, episodeId, 'delivering');
  const closed = await coordinator.post(`/episodes/${episodeId}/closure`, {
    reason: 'NEEDS_MET',
    summary: 'Invented: better now.',
    outcomes: [{ outcomeId, result: 'achieved' }],
    familyTold: true,
  });
  expect([closed.status, closed.text]).toEqual([201, closed.text]);
  const [hidden] = await testApp.asOwner<{ result: null; current_score: number }>(
    'select result, current_score from plan_outcomes where id = $1',
    [hiddenId],
  );
  expect(hidden).toEqual({ result: null, current_score: 2 });
}, 60_000);

test('sensitive items are marked on the page where they are written', async () => {
  const fresh = await deliveringEpisode(testApp, 'schoolTeacher');
  const browser = await testApp.browse('schoolTeacher');
  const form = `/episodes/${fresh.episodeId}/plan/outcomes/new`;
  expect((await browser.get(form)).text).toContain('Is it sensitive?');
  const added = await browser.submit(
    `/episodes/${fresh.episodeId}/plan/outcomes`,
    {
      description: 'She is not afraid at home',
      everyChildMatters: 'stay_safe',
      startingScore: '1',
      topic: 'domestic_abuse',
    },
    form,
  );
  expect(added.status).toBe(303);
  expect((await browser.get(`/episodes/${fresh.episodeId}/plan`)).text).toContain(
    'Sensitive: domestic abuse',
  );
}, 60_000);
