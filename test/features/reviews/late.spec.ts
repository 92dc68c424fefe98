import { episodeOfMonthAgo } from '../../support/closing.js';
import { dayFromNow, type Delivering, reviewOf } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episode: Delivering;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());
beforeEach(async () => {
  episode = await episodeOfMonthAgo(testApp);
});

const LATEST = { heldOn: dayFromNow(-2), nextReviewOn: dayFromNow(77), level: 3 };
const OLDER = { heldOn: dayFromNow(-20), nextReviewOn: dayFromNow(1), level: 2 };
const scored = (worker: number) => [{ outcomeId: episode.outcomeId, scorer: 'worker', score: worker }];

async function hold(changes: object, by = 'schoolTeacher') {
  return (await testApp.as(by)).post(
    `/episodes/${episode.episodeId}/reviews`,
    reviewOf(episode.outcomeId, changes),
  );
}

/** What the record says now: the next date, the level and the current score. */
async function stands(): Promise<[string | null, number | undefined, number]> {
  const teacher = await testApp.as('schoolTeacher');
  const { nextReviewOn, level } = (await teacher.get(`/episodes/${episode.episodeId}`)).body;
  const plan = (await teacher.get(`/episodes/${episode.episodeId}/plan`)).body;
  return [nextReviewOn, level?.number, plan.outcomes[0].currentScore];
}
const decisions = async (): Promise<{ level: number; on: string }[]> => {
  const teacher = await testApp.as('schoolTeacher');
  const { items } = (await teacher.get(`/episodes/${episode.episodeId}/level-decisions`)).body;
  return items.map((one: { level: { number: number }; decidedOn: string }) => ({
    level: one.level.number,
    on: one.decidedOn,
  }));
};
const lastContact = async (): Promise<string | null> =>
  (await (await testApp.as('schoolTeacher')).get(`/episodes/${episode.episodeId}`)).body.lastContactOn;

describe('a review that is recorded late', () => {
  it('leaves the next date, level and score of the later one, whichever of two people types first', async () => {
    expect((await hold({ ...LATEST, scores: scored(9) }, 'coordinatorNwl')).status).toBe(201);
    const late = await hold({ ...OLDER, scores: scored(4) });
    expect([late.status, late.body.recordedAfterReviewOn]).toEqual([201, LATEST.heldOn]);
    expect(await stands()).toEqual([LATEST.nextReviewOn, 3, 9]);
    expect(await decisions()).toEqual([{ level: 3, on: LATEST.heldOn }]);
  });

  it('says the same as reviews that were typed in the order of their days', async () => {
    await hold({ ...OLDER, scores: scored(4) });
    expect(await stands()).toEqual([OLDER.nextReviewOn, 2, 4]);
    const later = await hold({ ...LATEST, scores: scored(9) }, 'coordinatorNwl');
    expect(later.body.recordedAfterReviewOn).toBeNull();
    expect(await stands()).toEqual([LATEST.nextReviewOn, 3, 9]);
    expect(await decisions()).toEqual([
      { level: 3, on: LATEST.heldOn },
      { level: 2, on: OLDER.heldOn },
    ]);
  });

  it('is listed at its day, with its own level and scores, and the scores are in the order of their days', async () => {
    await hold({ ...LATEST, scores: scored(9) });
    await hold({ ...OLDER, scores: scored(4) });
    const teacher = await testApp.as('schoolTeacher');
    const { items } = (await teacher.get(`/episodes/${episode.episodeId}/reviews`)).body;
    expect(
      items.map((one: { heldOn: string; level: number; recordedAfterReviewOn: string | null }) => [
        one.heldOn,
        one.level,
        one.recordedAfterReviewOn,
      ]),
    ).toEqual([
      [LATEST.heldOn, 3, null],
      [OLDER.heldOn, 2, LATEST.heldOn],
    ]);
    const plan = (await teacher.get(`/episodes/${episode.episodeId}/plan`)).body;
    const days = plan.outcomes[0].scores.map(({ scoredOn }: { scoredOn: string }) => scoredOn);
    expect(days).toEqual([...days].sort());
  });

  it('may say a next date that has passed since, and not one before itself', async () => {
    await hold(LATEST);
    expect((await hold({ ...OLDER, nextReviewOn: dayFromNow(-5) })).status).toBe(201);
    const refused = await hold({ ...OLDER, nextReviewOn: dayFromNow(-25) });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'nextReviewOn']);
  });

  it('scores an outcome for now where no later review scored it', async () => {
    await hold({ ...LATEST, scores: [] });
    await hold({ ...OLDER, scores: scored(7) });
    expect((await stands())[2]).toBe(7);
  });

  it('of the same day as another counts, because it was typed later', async () => {
    await hold({ ...LATEST, scores: scored(9) });
    const same = await hold({ ...LATEST, nextReviewOn: dayFromNow(50), level: 2, scores: scored(5) });
    expect(same.body.recordedAfterReviewOn).toBeNull();
    expect(await stands()).toEqual([dayFromNow(50), 2, 5]);
  });

  it('does not change a level that was decided after it, though it is the latest review', async () => {
    const teacher = await testApp.as('schoolTeacher');
    await teacher.post(`/episodes/${episode.episodeId}/level-decisions`, {
      level: 3,
      reason: 'More services are needed.',
      familyView: 'They agree.',
    });
    expect((await hold({ ...OLDER, scores: scored(4) })).status).toBe(201);
    expect(await stands()).toEqual([OLDER.nextReviewOn, 3, 4]);
    expect(await decisions()).toEqual([{ level: 3, on: dayFromNow(0) }]);
  });

  it('says on the page what stays as it is', async () => {
    await hold(LATEST);
    const browser = await testApp.browse('schoolTeacher');
    const place = `/episodes/${episode.episodeId}/reviews`;
    const answer = await browser.submit(place, {
      ...dated('heldOn', OLDER.heldOn),
      ...dated('nextReviewOn', OLDER.nextReviewOn),
      kind: 'scheduled',
      peoplePresent: 'Invented Mother, Mother',
      childComment: 'I like breakfast club.',
      parentCommentMissing: 'absent',
      whatHasChanged: 'Four days of five.',
      nextSteps: 'Carry on.',
      leadConfirmed: 'yes',
      level: '2',
      levelReason: 'Two services.',
      consentReaffirmed: 'same',
      next: 'review',
    });
    expect([answer.status, answer.location]).toEqual([303, place]);
    const { text } = await browser.get(place);
    expect(text).toContain(`This review was held before the latest one, on ${spoken(LATEST.heldOn)}.`);
    expect(text).toContain(`This review was recorded after the one held on ${spoken(LATEST.heldOn)}.`);
  });
});

describe('the level of need by raw SQL', () => {
  const decide = (decidedOn: string, level: number): Promise<unknown> =>
    testApp.sql(
      'schoolTeacher',
      `insert into level_decisions (id, episode_id, level, reason, family_view, occasion, decided_by, decided_role, decided_at, decided_on)
       values (gen_random_uuid(), $1, $2, 'x', 'y', 'other', access.me(), 'practitioner', platform.now(), $3)`,
      [episode.episodeId, level, decidedOn],
    );

  it('is the latest by the day it is about, and is never decided for a day to come', async () => {
    await decide(dayFromNow(-3), 3);
    await decide(dayFromNow(-10), 1);
    expect((await stands())[1]).toBe(3);
    await decide(dayFromNow(-3), 2);
    expect((await stands())[1]).toBe(2);
    await expect(decide(dayFromNow(1), 1)).rejects.toThrow('level_decisions_decided');
  });

  it('is not taken from before a later review that left it as it was', async () => {
    await decide(dayFromNow(-20), 3);
    await hold({ ...LATEST, scores: [] });
    await decide(dayFromNow(-10), 1);
    expect((await stands())[1]).toBe(3);
  });
});

describe('contact with the family', () => {
  it('is a review at which the child or a parent spoke or was there, on its own day and never moved back', async () => {
    await hold({ ...OLDER, childComment: undefined, childCommentMissing: 'absent' });
    expect(await lastContact()).toBeNull();
    await hold({ ...LATEST, childComment: undefined, childCommentMissing: 'chose_not_to' });
    expect(await lastContact()).toBe(LATEST.heldOn);
    await hold(OLDER);
    expect(await lastContact()).toBe(LATEST.heldOn);
  });

  it('is not a review without the family', async () => {
    await hold({ ...LATEST, childComment: undefined, childCommentMissing: 'too_young' });
    expect(await lastContact()).toBeNull();
    await hold({
      ...LATEST,
      childComment: undefined,
      childCommentMissing: 'not_asked',
      parentComment: 'It helps.',
      parentCommentMissing: undefined,
    });
    expect(await lastContact()).toBe(LATEST.heldOn);
  });
});

const dated = (name: string, day: string): Record<string, string> => {
  const [year, month, date] = day.split('-');
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! };
};
const spoken = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
