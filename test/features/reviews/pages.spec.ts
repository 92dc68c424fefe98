import { dayFromNow, deliveringEpisode, type Delivering } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episode: Delivering;
beforeAll(async () => {
  testApp = await openTestApp();
  episode = await deliveringEpisode(testApp, 'schoolTeacher');
}, 60_000);
afterAll(() => testApp.close());

const dated = (name: string, day: string): Record<string, string> => {
  const [year, month, date] = day.split('-');
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! };
};
const review = (changes: Record<string, string> = {}): Record<string, string> => ({
  ...dated('heldOn', dayFromNow(0)),
  ...dated('nextReviewOn', dayFromNow(30)),
  kind: 'scheduled',
  peoplePresent: 'Invented Mother, Mother\nA friend',
  childComment: 'I like breakfast club.',
  parentCommentMissing: 'absent',
  whatHasChanged: 'Four days of five.',
  nextSteps: 'Carry on.',
  [`score-${episode.outcomeId}-worker`]: '6',
  [`score-${episode.outcomeId}-child`]: '5',
  leadConfirmed: 'yes',
  level: '2',
  levelReason: 'Two services.',
  consentReaffirmed: 'same',
  next: 'review',
  ...changes,
});

describe('the pages of reviews', () => {
  it('keep everything typed when something is missing, and say what', async () => {
    const browser = await testApp.browse('schoolTeacher');
    const answer = await browser.submit(
      `/episodes/${episode.episodeId}/reviews`,
      review({ whatHasChanged: '', [`score-${episode.outcomeId}-child`]: '12' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter what has changed');
    expect(answer.text).toContain('The score of the child must be between 0 and 10');
    expect(answer.text).toContain('I like breakfast club.');
  });

  it('show the service’s error beside what was typed', async () => {
    const browser = await testApp.browse('schoolTeacher');
    const answer = await browser.submit(
      `/episodes/${episode.episodeId}/reviews`,
      review({ childCommentMissing: 'too_young' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(
      'Enter what the child says, or select why there is no comment, but not both',
    );
  });

  it('record a review and show it, the child first, with each score and the previous answers alongside', async () => {
    const browser = await testApp.browse('schoolTeacher');
    const answer = await browser.submit(
      `/episodes/${episode.episodeId}/reviews`,
      review({ leadConfirmed: 'no' }),
    );
    expect([answer.status, answer.location]).toEqual([303, `/episodes/${episode.episodeId}/reviews`]);
    const { text } = await browser.get(answer.location!);
    expect(text).toContain('Propose another lead professional on the team page.');
    expect(text).toMatch(/app-quote">I like breakfast club\.<footer>The child/);
    expect(text).toContain('last time 6');
    expect(text).toContain('Invented Mother, Mother; A friend, Present');
  });

  it('give no form to a person who may only read', async () => {
    const { status, text } = await (
      await testApp.browse('schoolManager')
    ).get(`/episodes/${episode.episodeId}/reviews`);
    expect([status, text.includes('Record the review'), text.includes('I like breakfast club.')]).toEqual([
      200,
      false,
      true,
    ]);
  });
});

describe('the pages of the chronology and of access', () => {
  it('take a note and show it', async () => {
    const browser = await testApp.browse('schoolTeacher');
    const place = `/episodes/${episode.episodeId}/chronology`;
    const refused = await browser.submit(place, {
      ...dated('happenedOn', dayFromNow(-1)),
      category: 'contact',
      what: '',
    });
    expect([refused.status, refused.text.includes('Enter what happened')]).toEqual([422, true]);
    const answer = await browser.submit(place, {
      ...dated('happenedOn', dayFromNow(-1)),
      category: 'contact',
      what: 'Rang <home>.',
    });
    expect(answer.status).toBe(303);
    const { text } = await browser.get(`${place}?kind=note`);
    expect(text).toContain('Rang &lt;home&gt;.');
    expect(text).not.toContain('Episode started by');
  });

  it('explain access, and show the log only to those who may read it', async () => {
    const place = `/episodes/${episode.episodeId}/access`;
    const own = await (await testApp.browse('schoolTeacher')).get(place);
    expect(own.text).toContain('because you started this episode or are its assessor.');
    expect(own.text).toContain('Who has looked, and what they did');
    const frontDoor = await (await testApp.browse('frontDoor')).get(place);
    expect([frontDoor.status, frontDoor.text.includes('Who looked')]).toEqual([200, false]);
    expect((await (await testApp.browse('housingOfficer')).get(place)).status).toBe(404);
  });
});

describe('the page that closes', () => {
  const closing = (changes: Record<string, string> = {}): Record<string, string> => ({
    reason: 'NEEDS_MET',
    ...dated('closedOn', dayFromNow(0)),
    summary: 'School is enough now.',
    [`result-${episode.outcomeId}`]: 'achieved',
    [`score-${episode.outcomeId}`]: '9',
    familyTold: 'yes',
    'rating-respect': '5',
    ...changes,
  });

  it('says first who is affected, and asks for what the reason needs', async () => {
    const browser = await testApp.browse('schoolTeacher');
    const place = `/episodes/${episode.episodeId}/closure`;
    const { text } = await browser.get(place);
    expect(text.indexOf('app-affected')).toBeLessThan(text.indexOf('Why are you closing it?'));
    const refused = await browser.submit(place, closing({ reason: 'NOT_ENGAGED' }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Enter at least 3 attempts at contact');
    expect(refused.text).toContain('Confirm that you checked whether the child is safe');
    expect(refused.text).toContain('Select the manager who will approve this closure');
    expect(refused.text).toContain('School is enough now.');
  });

  it('closes, and then shows the closure without any buttons', async () => {
    const browser = await testApp.browse('schoolTeacher');
    const place = `/episodes/${episode.episodeId}/closure`;
    expect((await browser.submit(place, closing())).location).toBe(place);
    const { text } = await browser.get(place);
    expect(text).toContain('Needs met: universal services are enough');
    expect(text).toContain('We were listened to with respect');
    expect(text).not.toContain('Close this episode');
  });
});
