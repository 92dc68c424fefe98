import { ActionsDueService, PlansService } from '#libs/casework/plans';
import { UnitOfWork } from '#libs/platform';
import { agreedEpisode, agrees, atStatus, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const OUTCOME = {
  description: 'Comes to school every day.',
  everyChildMatters: 'enjoy_and_achieve',
  startingScore: 3,
  targetScore: 8,
};

/** An assessed episode of the teacher's with consent for health, whose health visitor is in the team. */
async function assessed(tiers?: string[]): Promise<string> {
  const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor'], tiers);
  const teacher = await testApp.as('schoolTeacher');
  await teacher.post(`/episodes/${episodeId}/team`, {
    practitionerId: await idOf('healthVisitor'),
    teamRole: 'member',
  });
  await atStatus(testApp, episodeId, 'assessed');
  return episodeId;
}
async function planned(): Promise<{ episodeId: string; outcomeId: string }> {
  const episodeId = await assessed();
  const { status, body } = await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episodeId}/plan/outcomes`, OUTCOME);
  expect(status).toBe(201);
  return { episodeId, outcomeId: body.id };
}
const addAction = async (episodeId: string, outcomeId: string, more: object = {}) =>
  (await testApp.as('schoolTeacher')).post(`/episodes/${episodeId}/plan/actions`, {
    outcomeId,
    description: 'Ring the school nurse.',
    doerName: 'Grandmother',
    dueOn: inDays(5),
    ...more,
  });
const change = async (by: string, episodeId: string, id: string, body: object, version = 1) =>
  (await testApp.as(by)).patch(`/episodes/${episodeId}/plan/actions/${id}`, body, {
    ifMatch: `"v${version}"`,
  });

describe('the delivery plan', () => {
  it('begins with its first outcome, which moves the episode on and stores the starting score as the worker’s', async () => {
    const { episodeId, outcomeId } = await planned();
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.get(`/episodes/${episodeId}`)).body.status).toBe('delivering');
    const { body, etag } = await teacher.get(`/episodes/${episodeId}/plan`);
    expect(etag).toBe('"v1"');
    expect(body.outcomes).toEqual([
      expect.objectContaining({
        id: outcomeId,
        startingScore: 3,
        currentScore: 3,
        targetScore: 8,
        actions: [],
        scores: [{ scorer: 'worker', score: 3, progress: null, scoredOn: inDays(0), reviewId: null }],
      }),
    ]);
  });

  it('does not begin before the assessment is complete', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const refused = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episodeId}/plan/outcomes`, OUTCOME);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('checklist is not complete'),
    ]);
    const none = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/plan`);
    expect([none.status, none.body.outcomes]).toEqual([200, []]);
  });

  it('shows each error of an outcome beside its field', async () => {
    const episodeId = await assessed();
    const bad = { description: '', everyChildMatters: 'be_happy', startingScore: 11 };
    const refused = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episodeId}/plan/outcomes`, bad);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((one: { field: string }) => one.field).sort()).toEqual([
      'description',
      'everyChildMatters',
      'startingScore',
    ]);
  });

  it('lets an outcome be reworded, but not from a stale version', async () => {
    const { episodeId, outcomeId } = await planned();
    const teacher = await testApp.as('schoolTeacher');
    const path = `/episodes/${episodeId}/plan/outcomes/${outcomeId}`;
    expect((await teacher.patch(path, { description: 'Likes coming.' })).status).toBe(428);
    const better = await teacher.patch(path, { description: 'Likes coming.' }, { ifMatch: '"v1"' });
    expect([better.status, better.etag, better.body.description]).toEqual([200, '"v2"', 'Likes coming.']);
    const stale = await teacher.patch(path, { description: 'Old.' }, { ifMatch: '"v1"' });
    expect([stale.status, stale.body.current.description]).toEqual([412, 'Likes coming.']);
    expect((await teacher.patch(path, { startingScore: 1 }, { ifMatch: '"v2"' })).status).toBe(422);
    expect((await teacher.patch(path, { description: null }, { ifMatch: '"v2"' })).status).toBe(422);
  });

  it('is hidden from an outsider, and a team member with actions cannot change what was agreed', async () => {
    const { episodeId, outcomeId } = await planned();
    const housing = await testApp.as('housingOfficer');
    expect((await housing.get(`/episodes/${episodeId}/plan`)).status).toBe(404);
    expect((await housing.post(`/episodes/${episodeId}/plan/outcomes`, OUTCOME)).status).toBe(404);
    const visitor = await testApp.as('healthVisitor');
    expect((await visitor.get(`/episodes/${episodeId}/plan`)).body.outcomes).toHaveLength(1);
    expect((await visitor.post(`/episodes/${episodeId}/plan/outcomes`, OUTCOME)).status).toBe(403);
    const path = `/episodes/${episodeId}/plan/outcomes/${outcomeId}`;
    expect((await visitor.patch(path, { description: 'Mine.' }, { ifMatch: '"v1"' })).status).toBe(403);
  });
});

describe('an action of the plan', () => {
  it('may be assigned to a family member, whose agreement is stored with it', async () => {
    const { episodeId, outcomeId } = await planned();
    const { status, body } = await addAction(episodeId, outcomeId, { familyAgreement: 'yes' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      doer: { name: 'Grandmother', practitioner: null },
      status: 'not_started',
      familyAgreement: 'yes',
    });
    expect((await addAction(episodeId, outcomeId)).body.familyAgreement).toBe('not_asked');
  });

  it('has one assignee, and a due date that has not passed', async () => {
    const { episodeId, outcomeId } = await planned();
    const both = await addAction(episodeId, outcomeId, { doerPractitionerId: await idOf('healthVisitor') });
    expect([both.status, both.body.errors[0].field]).toEqual([422, 'doerPractitionerId']);
    expect((await addAction(episodeId, outcomeId, { doerName: undefined })).status).toBe(422);
    const late = await addAction(episodeId, outcomeId, { dueOn: inDays(-1) });
    expect([late.status, late.body.errors[0].field]).toEqual([422, 'dueOn']);
    expect((await addAction(episodeId, outcomeId, { dueOn: inDays(0) })).status).toBe(201);
  });

  it('is not assigned to a practitioner who may not reach the plan', async () => {
    const { episodeId, outcomeId } = await planned();
    const give = async (who: string) =>
      addAction(episodeId, outcomeId, { doerName: undefined, doerPractitionerId: await idOf(who) });
    const stranger = await give('housingOfficer');
    expect([stranger.status, stranger.body.errors[0].field]).toEqual([422, 'doerPractitionerId']);
    expect((await give('healthVisitor')).status).toBe(201);
    expect((await give('schoolTeacher')).status).toBe(201);
    await agrees(testApp, episodeId, 'schoolTeacher', ['healthVisitor'], ['T0', 'T1']);
    const narrowed = await give('healthVisitor');
    expect([narrowed.status, narrowed.body.detail]).toEqual([
      409,
      expect.stringContaining('cannot see the plan'),
    ]);
  });

  it('is reported on by its assignee, who changes nothing else of it', async () => {
    const { episodeId, outcomeId } = await planned();
    const mine = await addAction(episodeId, outcomeId, {
      doerName: undefined,
      doerPractitionerId: await idOf('healthVisitor'),
    });
    const theirs = await addAction(episodeId, outcomeId);
    const going = await change('healthVisitor', episodeId, mine.body.id, {
      status: 'on_track',
      progressNote: 'Rang twice.',
    });
    expect([going.status, going.etag, going.body.progressNote]).toEqual([200, '"v2"', 'Rang twice.']);
    expect((await change('healthVisitor', episodeId, mine.body.id, { dueOn: inDays(30) }, 2)).status).toBe(
      403,
    );
    expect((await change('healthVisitor', episodeId, theirs.body.id, { status: 'on_track' })).status).toBe(
      403,
    );
    expect((await change('housingOfficer', episodeId, mine.body.id, { status: 'on_track' }, 2)).status).toBe(
      404,
    );
    const done = await change(
      'healthVisitor',
      episodeId,
      mine.body.id,
      { status: 'done', doneOn: inDays(0) },
      2,
    );
    expect([done.status, done.body.doneOn]).toEqual([200, inDays(0)]);
  });

  it('is done on a date not in the future, dropped for a reason, and stays in the plan', async () => {
    const { episodeId, outcomeId } = await planned();
    const { body } = await addAction(episodeId, outcomeId);
    const refusedFor = async (changes: object) => {
      const { status, body: problem } = await change('schoolTeacher', episodeId, body.id, changes);
      return [status, problem.errors?.[0].field];
    };
    expect(await refusedFor({ status: 'done' })).toEqual([422, 'doneOn']);
    expect(await refusedFor({ status: 'done', doneOn: inDays(1) })).toEqual([422, 'doneOn']);
    expect(await refusedFor({ status: 'dropped' })).toEqual([422, 'droppedBecause']);
    expect(await refusedFor({ dueOn: inDays(-3) })).toEqual([422, 'dueOn']);
    expect(
      (
        await change('schoolTeacher', episodeId, body.id, {
          status: 'dropped',
          droppedBecause: 'No longer needed.',
        })
      ).status,
    ).toBe(200);
    const plan = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/plan`);
    expect(plan.body.outcomes[0].actions).toEqual([
      expect.objectContaining({ status: 'dropped', droppedBecause: 'No longer needed.' }),
    ]);
    const again = await change('schoolTeacher', episodeId, body.id, { status: 'on_track' }, 2);
    expect(again.body).toMatchObject({ status: 'on_track', droppedBecause: null, doneOn: null });
  });

  it('tells the person who does it once when its date or wording changes, and when it is dropped', async () => {
    const { episodeId, outcomeId } = await planned();
    const doerPractitionerId = (await testApp.actor('healthVisitor')).practitionerId;
    const action = await addAction(episodeId, outcomeId, { doerPractitionerId, doerName: undefined });
    expect(action.status).toBe(201);
    await testApp.asOwner('delete from messages');
    const told = async (): Promise<string[]> =>
      (
        await testApp.asOwner<{ subject: string }>('select subject from messages where recipient_id = $1', [
          doerPractitionerId,
        ])
      ).map(({ subject }) => subject);
    await change('schoolTeacher', episodeId, action.body.id, { dueOn: inDays(20), description: 'Another.' });
    expect(await told()).toEqual(['An action of yours has changed']);
    await change(
      'schoolTeacher',
      episodeId,
      action.body.id,
      { familyAgreement: 'yes', dueOn: inDays(20) },
      2,
    );
    await change('healthVisitor', episodeId, action.body.id, { status: 'on_track' }, 3);
    expect(await told()).toHaveLength(1);
    const dropped = { status: 'dropped', droppedBecause: 'No longer needed.' };
    expect((await change('schoolTeacher', episodeId, action.body.id, dropped, 4)).status).toBe(200);
    expect((await told()).sort()).toEqual([
      'An action of yours has changed',
      'An action of yours was dropped',
    ]);
  });

  it('cannot be overwritten from a version before its last change', async () => {
    const { episodeId, outcomeId } = await planned();
    const { body } = await addAction(episodeId, outcomeId);
    expect((await change('schoolTeacher', episodeId, body.id, { status: 'delayed' })).status).toBe(200);
    const stale = await change('schoolTeacher', episodeId, body.id, { status: 'on_track' });
    expect([stale.status, stale.body.current.status]).toEqual([412, 'delayed']);
  });

  it('of a closed episode no longer changes', async () => {
    const { episodeId, outcomeId } = await planned();
    const { body } = await addAction(episodeId, outcomeId);
    await atStatus(testApp, episodeId, 'closed');
    expect((await change('schoolTeacher', episodeId, body.id, { status: 'delayed' })).status).toBe(409);
    expect((await addAction(episodeId, outcomeId)).status).toBe(409);
  });

  it('cannot be changed by raw SQL of a team member who is not its assignee', async () => {
    const { episodeId, outcomeId } = await planned();
    const { body } = await addAction(episodeId, outcomeId);
    const changed = await testApp.sql(
      'healthVisitor',
      "update plan_actions set status = 'delayed' where id = $1 returning id",
      [body.id],
    );
    expect(changed).toEqual([]);
  });
});

describe('the actions of a practitioner', () => {
  const mine = async (persona: string) =>
    testApp.app
      .get(UnitOfWork)
      .run(await testApp.actor(persona), () => testApp.app.get(ActionsDueService, { strict: false }).mine());

  it('are listed across families: late ones separately from those due this week, and no other practitioner’s', async () => {
    const { episodeId, outcomeId } = await planned();
    const doerPractitionerId = await idOf('healthVisitor');
    const give = async (dueOn: string) =>
      (await addAction(episodeId, outcomeId, { doerName: undefined, doerPractitionerId, dueOn })).body.id;
    const [late, soon, far, done] = [
      await give(inDays(1)),
      await give(inDays(6)),
      await give(inDays(20)),
      await give(inDays(2)),
    ];
    await testApp.asOwner('update plan_actions set due_on = current_date - 2 where id = $1', [late]);
    await change('healthVisitor', episodeId, done, { status: 'done', doneOn: inDays(0) });
    const due = await mine('healthVisitor');
    const ids = (list: readonly { id: string }[]) =>
      list.map(({ id }) => id).filter((id) => [late, soon, far, done].includes(id));
    expect([ids(due.late), ids(due.thisWeek)]).toEqual([[late], [soon]]);
    const teachers = await mine('schoolTeacher');
    expect(ids([...teachers.late, ...teachers.thisWeek])).toEqual([]);
  });

  it('are no longer listed once their agency may no longer see the plan', async () => {
    const { episodeId, outcomeId } = await planned();
    const doerPractitionerId = await idOf('healthVisitor');
    const { body } = await addAction(episodeId, outcomeId, {
      doerName: undefined,
      doerPractitionerId,
      dueOn: inDays(1),
    });
    await agrees(testApp, episodeId, 'schoolTeacher', ['healthVisitor'], ['T0', 'T1']);
    expect((await mine('healthVisitor')).thisWeek.map(({ id }) => id)).not.toContain(body.id);
  });
});

describe('scores and results', () => {
  const as = async <T>(persona: string, work: (plans: PlansService) => Promise<T>): Promise<T> =>
    testApp.app
      .get(UnitOfWork)
      .run(await testApp.actor(persona), () => work(testApp.app.get(PlansService, { strict: false })));

  it('are stored separately for child, parent and worker; the worker’s says where the outcome stands', async () => {
    const { episodeId, outcomeId } = await planned();
    await as('schoolTeacher', (plans) =>
      plans.recordScores(episodeId, null, inDays(0), [
        { outcomeId, scorer: 'child', score: 9 },
        { outcomeId, scorer: 'worker', score: 6, progress: 'Comes daily.' },
      ]),
    );
    const { body } = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/plan`);
    expect(body.outcomes[0]).toMatchObject({ startingScore: 3, currentScore: 6, version: 2 });
    expect(
      body.outcomes[0].scores.map((one: { scorer: string; score: number }) => [one.scorer, one.score]),
    ).toEqual(
      expect.arrayContaining([
        ['worker', 3],
        ['child', 9],
        ['worker', 6],
      ]),
    );
  });

  it('are not recorded for another family’s outcome', async () => {
    const { episodeId } = await planned();
    const other = await planned();
    const foreign = [{ outcomeId: other.outcomeId, scorer: 'worker' as const, score: 6 }];
    await expect(
      as('schoolTeacher', (plans) => plans.recordScores(episodeId, null, inDays(0), foreign)),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('say how every outcome ended, also when the manager closes; none is left blank', async () => {
    const { episodeId, outcomeId } = await planned();
    await expect(as('schoolManager', (plans) => plans.setResults(episodeId, []))).rejects.toMatchObject({
      status: 422,
    });
    await as('schoolManager', (plans) =>
      plans.setResults(episodeId, [{ outcomeId, result: 'partly', closingScore: 5 }]),
    );
    const { body } = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/plan`);
    expect(body.outcomes[0]).toMatchObject({ result: 'partly', currentScore: 5 });
  });
});
