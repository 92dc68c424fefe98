import { UNDO_CLOSURE_DAYS } from '#libs/casework/reviews';
import { episodeOfMonthAgo, proposedClosure, subjectsFor } from '../../support/closing.js';
import type { Delivering } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());
afterEach(() => testApp.moveClock());

const DAY = 86_400_000;
const closureOf = ({ episodeId }: { episodeId: string }): string => `/episodes/${episodeId}/closure`;
const undo = async (persona: string, episode: Delivering, reason = 'Closed the wrong one.') =>
  (await testApp.as(persona)).post(`${closureOf(episode)}/undoing`, { reason });
async function closed(): Promise<Delivering> {
  const episode = await episodeOfMonthAgo(testApp);
  const answer = await (
    await testApp.as('schoolTeacher')
  ).post(closureOf(episode), {
    reason: 'NEEDS_MET',
    summary: 'Done.',
    outcomes: [{ outcomeId: episode.outcomeId, result: 'achieved', closingScore: 9 }],
    familyTold: true,
  });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return episode;
}

test('a manager undoes a closure, and the episode continues with its previous status', async () => {
  const episode = await closed();
  const teacher = await testApp.as('schoolTeacher');
  const place = `/episodes/${episode.episodeId}`;
  const before = (await teacher.get(`${place}/team`)).body;
  const answer = await undo('schoolManager', episode);
  expect([answer.status, answer.body]).toEqual([
    200,
    { episodeId: episode.episodeId, open: true, status: 'delivering' },
  ]);
  expect((await teacher.get(place)).body).toMatchObject({ open: true, status: 'delivering' });
  expect((await teacher.get(closureOf(episode))).status).toBe(404);
  expect((await teacher.get(`${place}/team`)).body).toEqual(before);
  const [outcome] = (await teacher.get(`${place}/plan`)).body.outcomes;
  expect(outcome).toMatchObject({ result: null, currentScore: 9 });
  const [child] = await testApp.asOwner('select ended_at from episode_children where episode_id = $1', [
    episode.episodeId,
  ]);
  expect(child).toEqual({ ended_at: null });
  const note = { happenedOn: new Date().toISOString().slice(0, 10), category: 'contact', what: 'They rang.' };
  expect((await teacher.post(`${place}/chronology`, note)).status).toBe(201);
  const chronology = (await teacher.get(`${place}/chronology`)).text;
  expect(chronology).toContain('Closure undone. The episode is open again: Closed the wrong one.');
  const [grants] = await testApp.asOwner<{ differences: string }>(
    'select count(*) as differences from ((table access.grants except table access.derived_grants) union all (table access.derived_grants except table access.grants)) d',
  );
  expect(grants!.differences).toBe('0');
});

test('everyone who was told of the closure is told of the undoing', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const id = await proposedClosure(testApp, episode);
  expect((await (await testApp.as('schoolManager')).post(`/closure-proposals/${id}/approval`)).status).toBe(
    200,
  );
  expect((await undo('coordinatorNwl', episode)).status).toBe(200);
  for (const persona of ['schoolTeacher', 'healthVisitor', 'healthManager', 'schoolManager'])
    expect([
      persona,
      (await subjectsFor(testApp, persona, episode.episodeId)).filter(
        (one) => one === 'A closure was undone',
      ),
    ]).toEqual([persona, ['A closure was undone']]);
});

test('it can be closed again afterwards, and that closure undone as well', async () => {
  const episode = await closed();
  expect((await undo('schoolManager', episode)).status).toBe(200);
  const again = await (
    await testApp.as('schoolTeacher')
  ).post(closureOf(episode), {
    reason: 'NEEDS_MET',
    summary: 'Done after all.',
    outcomes: [{ outcomeId: episode.outcomeId, result: 'partly', closingScore: 8 }],
    familyTold: true,
  });
  expect(again.status).toBe(201);
  expect((await undo('schoolManager', episode)).status).toBe(200);
});

test('only a manager or coordinator who reaches it can undo it, with a reason', async () => {
  const episode = await closed();
  for (const persona of ['schoolTeacher', 'healthVisitor'])
    expect([persona, (await undo(persona, episode)).status]).toEqual([persona, 403]);
  expect((await undo('cypsManager', episode)).status).toBe(404);
  const blank = await undo('schoolManager', episode, '');
  expect([blank.status, blank.body.errors[0].field]).toEqual([422, 'reason']);
  expect((await undo('coordinatorNwl', episode)).status).toBe(200);
  expect((await undo('coordinatorNwl', episode)).body.detail).toBe('This episode is open.');
});

test('it can be undone for 28 days and not an hour longer, by raw SQL either', async () => {
  const [row] = await testApp.asOwner<{ days: number }>('select access.undo_closure_days() as days');
  expect(row!.days).toBe(UNDO_CLOSURE_DAYS);
  const episode = await closed();
  const { practitionerId } = await testApp.actor('schoolManager');
  const bySql = () =>
    testApp
      .sql(
        'schoolManager',
        "update closures set undone_by = $2, undone_at = now(), undone_because = 'x' where episode_id = $1 returning 1",
        [episode.episodeId, practitionerId],
      )
      .then(
        () => 'undone',
        (error: { constraint?: string }) => error.constraint,
      );
  await testApp.moveClock(new Date(Date.now() + UNDO_CLOSURE_DAYS * DAY + 60_000).toISOString());
  expect((await undo('schoolManager', episode)).body.detail).toMatch(/^A closure can be undone for 28 days/);
  expect(await bySql()).toBe('closure_undo_days');
  await testApp.moveClock(new Date(Date.now() + UNDO_CLOSURE_DAYS * DAY - 3_600_000).toISOString());
  expect((await undo('schoolManager', episode)).status).toBe(200);
});

test('nothing else reopens a closed episode', async () => {
  const episode = await closed();
  const { practitionerId } = await testApp.actor('schoolTeacher');
  const statements = [
    `update closures set undone_by = '${practitionerId}', undone_at = now(), undone_because = 'x' where episode_id = $1 returning 1`,
    `update episode_records set status = 'delivering' where episode_id = $1 returning 1`,
  ];
  const [byTeacher, byStatus] = [
    await testApp.sql('schoolTeacher', statements[0]!, [episode.episodeId]),
    await testApp
      .sql('schoolTeacher', statements[1]!, [episode.episodeId])
      .catch((error: { constraint?: string }) => error.constraint),
  ];
  expect([byTeacher, byStatus]).toEqual([[], 'episode_step']);
  await expect(
    testApp.sql('schoolManager', 'update episodes set closed_at = null where id = $1', [episode.episodeId]),
  ).rejects.toThrow('permission denied');
});

test('it cannot be undone once a new episode is open for the child', async () => {
  const episode = await closed();
  const again = { childIds: [episode.childId], reason: 'Invented: asks for help again.' };
  expect((await (await testApp.as('schoolTeacher')).post('/episodes', again)).status).toBe(201);
  const answer = await undo('schoolManager', episode);
  expect([answer.status, answer.body.detail]).toEqual([
    409,
    'This child may already have an open episode. Ask the coordinator for the locality.',
  ]);
});
