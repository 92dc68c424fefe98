import { dayFromNow, deliveringEpisode, type Delivering, reviewOf } from '../../support/delivering.js';
import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const NOWHERE = '/episodes/019f0000-0000-7000-8000-000000000000/reviews';
const reviewsOf = ({ episodeId }: { episodeId: string }): string => `/episodes/${episodeId}/reviews`;

describe('a review', () => {
  let episode: Delivering;
  beforeAll(async () => {
    episode = await deliveringEpisode(testApp, 'schoolTeacher');
  });

  it('stores each person’s score separately, sets the next date and shows what changed', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const review = await teacher.post(reviewsOf(episode), reviewOf(episode.outcomeId));
    expect(review.status).toBe(201);
    expect(review.body).toMatchObject({
      whatHasChanged: 'She has come in on four days of five.',
      level: 2,
      toClose: false,
    });
    expect(review.body.scores).toHaveLength(2);
    expect(review.body.recordedBy.name).toBe((await testApp.actor('schoolTeacher')).name);
    const plan = await teacher.get(`/episodes/${episode.episodeId}/plan`);
    expect(plan.body.outcomes[0]).toMatchObject({ startingScore: 3, currentScore: 6 });
    expect((await teacher.get(`/episodes/${episode.episodeId}`)).body.nextReviewOn).toBe(dayFromNow(42));
  });

  it('adds the level to its history when it changed, with the family’s view, and not again when it did not', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const decisions = (): Promise<{ level: number; occasion: string; family_view: string }[]> =>
      testApp.sql(
        'schoolTeacher',
        'select level, occasion, family_view from level_decisions where episode_id = $1',
        [episode.episodeId],
      );
    expect(await decisions()).toEqual([
      { level: 2, occasion: 'review', family_view: 'Child: I like breakfast club.\nParent: Not present' },
    ]);
    expect((await teacher.post(reviewsOf(episode), reviewOf(episode.outcomeId))).status).toBe(201);
    expect(await decisions()).toHaveLength(1);
  });

  it('is read by a coordinator and a manager, and not found by an agency without consent', async () => {
    for (const insider of ['schoolManager', 'coordinatorNwl']) {
      const answer = await (await testApp.as(insider)).get(reviewsOf(episode));
      expect([insider, answer.status, answer.body.items?.length]).toEqual([insider, 200, 2]);
    }
    for (const outsider of ['housingOfficer', 'schoolNurse', 'coordinatorCharnwood']) {
      const client = await testApp.as(outsider);
      for (const [here, nowhere] of [
        [await client.get(reviewsOf(episode)), await client.get(NOWHERE)],
        [
          await client.post(reviewsOf(episode), reviewOf(episode.outcomeId)),
          await client.post(NOWHERE, reviewOf(episode.outcomeId)),
        ],
      ] as const) {
        expect([outsider, here.status]).toEqual([outsider, 404]);
        expect({ ...here.body, instance: '' }).toEqual({ ...nowhere.body, instance: '' });
      }
    }
  });

  it('is not held by a manager, who may read it', async () => {
    expect(
      (await (await testApp.as('schoolManager')).post(reviewsOf(episode), reviewOf(episode.outcomeId)))
        .status,
    ).toBe(403);
  });

  it.each([
    ['held tomorrow', { heldOn: dayFromNow(1) }, 'heldOn'],
    ['held before the episode was opened', { heldOn: '2001-01-01' }, 'heldOn'],
    ['with a day that does not exist', { heldOn: '2026-02-30' }, 'heldOn'],
    ['without anyone present', { peoplePresent: [] }, 'peoplePresent'],
    ['with neither a next date nor closing', { nextReviewOn: undefined }, 'nextReviewOn'],
    ['with a next date and closing', { toClose: true }, 'nextReviewOn'],
    ['with the next review on the same day', { nextReviewOn: dayFromNow(0) }, 'nextReviewOn'],
    ['without the child’s comment or a reason', { childComment: undefined }, 'childComment'],
    [
      'with a parent’s comment and a reason why there is none',
      { parentComment: 'It helps.' },
      'parentComment',
    ],
    ['that sets level 4', { level: 4 }, 'level'],
    [
      'with a score of eleven',
      { scores: [{ outcomeId: '019f0000-0000-7000-8000-000000000000', scorer: 'child', score: 11 }] },
      'scores.0.score',
    ],
    [
      'with an outcome of another plan',
      { scores: [{ outcomeId: '019f0000-0000-7000-8000-000000000000', scorer: 'child', score: 1 }] },
      'scores.0.outcomeId',
    ],
  ])('is refused beside the field when it is %s', async (_what, changes, field) => {
    const answer = await (
      await testApp.as('schoolTeacher')
    ).post(reviewsOf(episode), reviewOf(episode.outcomeId, changes));
    expect([answer.status, answer.body.errors?.map((error: { field: string }) => error.field)]).toEqual([
      422,
      expect.arrayContaining([field]),
    ]);
  });

  it('refuses one person scoring the same outcome twice', async () => {
    const twice = { outcomeId: episode.outcomeId, scorer: 'child', score: 5 };
    const answer = await (
      await testApp.as('schoolTeacher')
    ).post(reviewsOf(episode), reviewOf(episode.outcomeId, { scores: [twice, twice] }));
    expect(answer.body.errors).toEqual([
      { field: 'scores.1.outcomeId', message: 'Each person can score an outcome only once at a review' },
    ]);
  });

  it('removes the next date when the episode is to close', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const final = await teacher.post(
      reviewsOf(episode),
      reviewOf(episode.outcomeId, { kind: 'final', toClose: true, nextReviewOn: undefined }),
    );
    expect([final.status, final.body.toClose]).toEqual([201, true]);
    expect((await teacher.get(`/episodes/${episode.episodeId}`)).body.nextReviewOn).toBeNull();
  });
});

it('waits until there is a plan', async () => {
  const early = await openedEpisode(testApp, 'schoolTeacher');
  const answer = await (
    await testApp.as('schoolTeacher')
  ).post(reviewsOf(early), reviewOf('019f0000-0000-7000-8000-000000000000', { scores: [] }));
  expect([answer.status, answer.body.detail]).toEqual([
    409,
    'You cannot hold a review now: its checklist is not complete.',
  ]);
});
