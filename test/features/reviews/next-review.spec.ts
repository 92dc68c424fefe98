import { episodeOfMonthAgo } from '../../support/closing.js';
import { dayFromNow, type Delivering, reviewOf } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episode: Delivering;
let place: string;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());
beforeEach(async () => {
  episode = await episodeOfMonthAgo(testApp);
  place = `/episodes/${episode.episodeId}/next-review`;
});

const set = async (body: object, by = 'schoolTeacher') => (await testApp.as(by)).put(place, body);
const stands = async (): Promise<string | null> =>
  (await (await testApp.as('schoolTeacher')).get(`/episodes/${episode.episodeId}`)).body.nextReviewOn;

describe('the date of the next review', () => {
  it('is set before the first review, and moved with a reason that stays', async () => {
    expect((await set({ reviewOn: dayFromNow(30) })).body).toMatchObject({ reviewOn: dayFromNow(30) });
    const refused = await set({ reviewOn: dayFromNow(40) });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ field: 'reason', message: 'Enter why the date is moved' }],
    ]);
    const moved = await set({ reviewOn: dayFromNow(40), reason: 'The school is closed.' }, 'coordinatorNwl');
    expect(moved.body.changes).toMatchObject([
      { reviewOn: dayFromNow(40), movedFrom: dayFromNow(30), reason: 'The school is closed.' },
      { reviewOn: dayFromNow(30), movedFrom: null, reason: null },
    ]);
    expect(await stands()).toBe(dayFromNow(40));
    const { items } = (
      await (await testApp.as('healthVisitor')).get(`/episodes/${episode.episodeId}/chronology?kind=review`)
    ).body;
    expect(items[0].what).toMatch(/^Next review moved from .* The school is closed\.$/);
  });

  it.each([
    ['a day that has passed', () => dayFromNow(-1)],
    ['a day years away', () => '2999-01-01'],
  ])('is never %s', async (_what, day) => {
    const refused = await set({ reviewOn: day() });
    expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, 'reviewOn']);
    const review = await (
      await testApp.as('schoolTeacher')
    ).post(
      `/episodes/${episode.episodeId}/reviews`,
      reviewOf(episode.outcomeId, { heldOn: dayFromNow(-20), nextReviewOn: day() }),
    );
    expect([review.status, review.body.errors?.[0].field]).toEqual([422, 'nextReviewOn']);
  });

  it('that was set after a review stays when that review is written up, and gives way to a later one', async () => {
    await set({ reviewOn: dayFromNow(30) });
    const teacher = await testApp.as('schoolTeacher');
    const reviews = `/episodes/${episode.episodeId}/reviews`;
    await teacher.post(
      reviews,
      reviewOf(episode.outcomeId, { heldOn: dayFromNow(-3), nextReviewOn: dayFromNow(9) }),
    );
    expect(await stands()).toBe(dayFromNow(30));
    await teacher.post(reviews, reviewOf(episode.outcomeId, { nextReviewOn: dayFromNow(50) }));
    expect(await stands()).toBe(dayFromNow(50));
  });

  it('is read by the team and a manager, set by neither, and not found by outsiders', async () => {
    for (const reader of ['healthVisitor', 'schoolManager']) {
      expect([reader, (await (await testApp.as(reader)).get(place)).status]).toEqual([reader, 200]);
      expect([reader, (await set({ reviewOn: dayFromNow(30) }, reader)).status]).toEqual([reader, 403]);
    }
    const housing = await testApp.as('housingOfficer');
    expect([
      (await housing.get(place)).status,
      (await housing.put(place, { reviewOn: dayFromNow(30) })).status,
    ]).toEqual([404, 404]);
    expect(await stands()).toBeNull();
  });

  it('is written by raw SQL in the writer’s own name, and what it was before is not theirs to say', async () => {
    const insert = (by: string, author: string, reason: string | null): Promise<unknown> =>
      testApp.sql(
        by,
        `insert into next_review_dates (id, episode_id, review_on, moved_from, reason, recorded_by, recorded_at)
         values (gen_random_uuid(), $1, $2, null, $3, $4, platform.now())`,
        [episode.episodeId, dayFromNow(20), reason, author],
      );
    const me = (await testApp.actor('schoolTeacher')).practitionerId;
    const other = (await testApp.actor('healthVisitor')).practitionerId;
    await expect(insert('schoolTeacher', other, null)).rejects.toThrow('row-level security');
    await expect(insert('healthVisitor', other, null)).rejects.toThrow('row-level security');
    await insert('schoolTeacher', me, null);
    await expect(insert('schoolTeacher', me, null)).rejects.toThrow('next_review_dates_moved');
    expect(await stands()).toBe(dayFromNow(20));
  });
});

describe('the pages', () => {
  it('offer six weeks after the plan was agreed, take the date, and show it in the header', async () => {
    await testApp.asOwner('update delivery_plans set agreed_on = $2 where episode_id = $1', [
      episode.episodeId,
      dayFromNow(-7),
    ]);
    const browser = await testApp.browse('schoolTeacher');
    const reviews = `/episodes/${episode.episodeId}/reviews`;
    expect((await browser.get(reviews)).text).toContain('Set the date');
    const form = (await browser.get(`${reviews}/next`)).text;
    const [year, month, day] = dayFromNow(35).split('-');
    for (const part of [year, month, day]) expect(form).toContain(`value="${part}"`);
    const typed = { 'reviewOn-year': year!, 'reviewOn-month': month!, 'reviewOn-day': day! };
    expect((await browser.submit(`${reviews}/next`, typed)).location).toBe(reviews);
    const shown = (await browser.get(reviews)).text;
    expect(shown).toContain('Move the date');
    expect(shown).toMatch(/<strong>Review, \d+ \w+ \d{4}<\/strong>/);
    const again = await browser.submit(`${reviews}/next`, {
      ...typed,
      'reviewOn-year': String(Number(year) + 9),
    });
    expect([again.status, again.text.includes('must be within 12 months')]).toEqual([422, true]);
    expect(again.text).toContain('Enter why the date is moved');
  });

  it('name the next meeting in the header where it comes before the review', async () => {
    await set({ reviewOn: dayFromNow(30) });
    const teacher = await testApp.as('schoolTeacher');
    const meeting = await teacher.post(`/episodes/${episode.episodeId}/meetings`, {
      ...{ kind: 'review', startsAt: `${dayFromNow(5)}T10:00:00Z`, place: 'School', purpose: 'To plan' },
    });
    expect(meeting.status).toBe(201);
    const { text } = await (await testApp.browse('healthVisitor')).get(`/episodes/${episode.episodeId}`);
    expect(text).toMatch(/<strong>Meeting, /);
  });

  it('are not for a reader who may not set the date', async () => {
    const browser = await testApp.browse('schoolManager');
    const reviews = `/episodes/${episode.episodeId}/reviews`;
    expect((await browser.get(reviews)).text).not.toContain('Set the date');
    expect((await browser.get(`${reviews}/next`)).status).toBe(403);
    expect((await (await testApp.browse('housingOfficer')).get(`${reviews}/next`)).status).toBe(404);
  });
});
