import { episodeOfMonthAgo, proposedClosure } from '../../support/closing.js';
import { dayFromNow, deliveringEpisode } from '../../support/delivering.js';
import { agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());
beforeEach(() => testApp.asOwner('delete from messages'));
afterEach(() => testApp.moveClock());

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const homeOf = async (persona: string): Promise<string> =>
  (await (await testApp.browse(persona)).get('/')).text;
const succeed = async (persona: string, path: string, body: object = {}): Promise<string> => {
  const answer = await (await testApp.as(persona)).post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body?.id as string;
};

/** The subject on the page of all messages, with "done" behind it. */
async function isMarkedDone(persona: string, subject: string): Promise<boolean> {
  const { text } = await (await testApp.browse(persona)).get('/messages');
  const item = text.split('<li').find((one) => one.includes(subject));
  if (!item) throw new Error(`${persona} has no message ${subject}`);
  return item.includes('>done</span>');
}

async function proposeToLead(episodeId: string, persona: string): Promise<string> {
  return succeed('schoolTeacher', `/episodes/${episodeId}/lead-professional/proposals`, {
    practitionerId: await idOf(persona),
    familyPreference: 'Mother asked for her.',
    reason: 'Knows the family best.',
  });
}

describe('a request leaves the home page once it is done', () => {
  const ASKED = 'You have been asked to be a lead professional';

  it('to lead: refused by the person asked', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const id = await proposeToLead(episodeId, 'healthVisitor');
    const before = await homeOf('healthVisitor');
    // Once, as a task with its button, and not as a message besides.
    expect(before).toContain('asks you to be lead professional for');
    expect(before).not.toContain(ASKED);
    expect(await isMarkedDone('healthVisitor', ASKED)).toBe(false);
    await succeed('healthVisitor', `/episodes/${episodeId}/lead-professional/proposals/${id}/refusal`, {
      reason: 'I am leaving in May.',
    });
    expect(await homeOf('healthVisitor')).not.toContain('asks you to be lead professional for');
    expect(await isMarkedDone('healthVisitor', ASKED)).toBe(true);
    // The proposer is asked to propose another, until they do.
    expect(await homeOf('schoolTeacher')).toContain('A proposal to lead was refused');
    await proposeToLead(episodeId, 'schoolTeacher');
    expect(await homeOf('schoolTeacher')).not.toContain('A proposal to lead was refused');
  });

  it('to lead after another: its refusal is told, by email too, though no one is missing', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const own = await proposeToLead(episodeId, 'schoolTeacher');
    await succeed('schoolTeacher', `/episodes/${episodeId}/lead-professional/proposals/${own}/acceptance`);
    const id = await proposeToLead(episodeId, 'healthVisitor');
    await succeed('healthVisitor', `/episodes/${episodeId}/lead-professional/proposals/${id}/refusal`, {
      reason: 'I am leaving in May.',
    });
    expect(await homeOf('schoolTeacher')).toContain('A proposal to lead was refused');
    expect(
      await testApp.asOwner(
        `select m.subject from mails e cross join lateral access.messages_to_mail(e.id) m
         where e.recipient_id = $1 and m.subject = 'A proposal to lead was refused'`,
        [await idOf('schoolTeacher')],
      ),
    ).toHaveLength(1);
  });

  it('to lead: withdrawn by the person who asked, so April’s request no longer stands in November', async () => {
    await testApp.moveClock('2027-04-05T09:00:00Z');
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const id = await proposeToLead(episodeId, 'healthVisitor');
    await succeed('schoolTeacher', `/episodes/${episodeId}/lead-professional/proposals/${id}/withdrawal`);
    await testApp.moveClock('2027-11-05T09:00:00Z');
    expect(await isMarkedDone('healthVisitor', ASKED)).toBe(true);
    expect(await homeOf('healthVisitor')).not.toContain('asks you to be lead professional for');
  });

  it('to do an action: done by them, or dropped by another', async () => {
    const { episodeId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    await succeed('schoolTeacher', `/episodes/${episodeId}/team`, {
      ...{ practitionerId: await idOf('healthVisitor'), teamRole: 'member' },
    });
    const given = 'You have been given an action in a plan';
    for (const [by, change] of [
      ['healthVisitor', { status: 'done', doneOn: dayFromNow(0) }],
      ['schoolTeacher', { status: 'dropped', droppedBecause: 'No longer needed.' }],
    ] as const) {
      const id = await succeed('schoolTeacher', `/episodes/${episodeId}/plan/actions`, {
        ...{ outcomeId, description: 'Ring housing', dueOn: dayFromNow(30) },
        ...{ doerPractitionerId: await idOf('healthVisitor'), familyAgreement: 'yes' },
      });
      expect(await homeOf('healthVisitor')).toContain(given);
      const changed = await (
        await testApp.as(by)
      ).patch(`/episodes/${episodeId}/plan/actions/${id}`, change, { ifMatch: '"v1"' });
      expect([by, changed.status]).toEqual([by, 200]);
      expect(await homeOf('healthVisitor')).not.toContain(given);
      await testApp.asOwner('delete from messages');
    }
  });

  it('to approve a closure: answered by the manager', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    expect(await homeOf('schoolManager')).toContain('proposes to close the episode for');
    await succeed('schoolManager', `/closure-proposals/${id}/return`, { reason: 'Visit once more.' });
    expect(await homeOf('schoolManager')).not.toContain('proposes to close the episode for');
    expect(await isMarkedDone('schoolManager', 'You have been asked to approve a closure')).toBe(true);
    expect(await homeOf('schoolTeacher')).toContain('Your closure was sent back');
    await proposedClosure(testApp, episode);
    expect(await homeOf('schoolTeacher')).not.toContain('Your closure was sent back');
  });

  it('to help with a page: answered by one coordinator, for all of them', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const before = await homeOf('coordinatorNwl');
    const outsider = await testApp.browse('outsider');
    await outsider.submit('/access-questions', {
      ...{ about: `/episodes/${episodeId}`, reason: 'The family is in my class.' },
    });
    expect(before).not.toContain('could not open a page');
    expect(await homeOf('coordinatorNwl')).toContain(
      '1 practitioner could not open a page and asked for help',
    );
    const coordinator = await testApp.as('coordinatorNwl');
    const [question] = (await coordinator.get('/access-questions')).body.items as [{ id: string }];
    await succeed('coordinatorNwl', `/access-questions/${question.id}/answer`, { answer: 'Ring me.' });
    expect(await homeOf('coordinatorNwl')).not.toContain('could not open a page');
    expect(await isMarkedDone('coordinatorNwl', 'Someone has asked for your help')).toBe(true);
  });

  it('that a reader can no longer see asks nothing of them', async () => {
    const { episodeId, consentId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    await succeed('schoolTeacher', `/episodes/${episodeId}/team`, {
      ...{ practitionerId: await idOf('healthVisitor'), teamRole: 'member' },
    });
    await succeed('schoolTeacher', `/episodes/${episodeId}/meetings`, {
      ...{ kind: 'first', startsAt: new Date(Date.now() + 86_400_000).toISOString(), place: 'School' },
      ...{ purpose: 'Plan', invited: [{ practitionerId: await idOf('healthVisitor') }] },
    });
    expect(await homeOf('healthVisitor')).toContain('Open meeting');
    await succeed('schoolTeacher', `/consents/${consentId}/withdrawal`, {
      ...{ withdrawnBy: 'Invented Mother', capacity: 'parental_responsibility', safeguardingConcern: false },
    });
    expect(await homeOf('healthVisitor')).not.toContain('Open meeting');
    expect(await isMarkedDone('healthVisitor', 'You are invited to a meeting of a team around a child')).toBe(
      true,
    );
  });
});

it('every kind of request can be asked about, by readers and by the outbox', async () => {
  const [row] = await testApp.asOwner<{ body: string }>(
    `select prosrc as body from pg_proc where proname = 'is_still_asked'`,
  );
  const kinds = [...row!.body.matchAll(/when '(\w+)'/g)].map(([, kind]) => kind!);
  expect(kinds.length).toBeGreaterThan(15);
  const ask = `select access.is_still_asked($1, gen_random_uuid(), gen_random_uuid()) as asked`;
  for (const kind of kinds)
    for (const persona of ['schoolTeacher', 'coordinatorNwl', 'governance', 'agencyAdministrator'])
      expect([kind, await testApp.sql(persona, ask, [kind])]).toEqual([kind, [{ asked: false }]]);
});

describe('the to-do list has', () => {
  it('a meeting of the reader’s until its time has passed, then its minutes for the person who keeps them', async () => {
    await testApp.moveClock('2027-07-05T08:00:00Z');
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    await succeed('schoolTeacher', `/episodes/${episodeId}/team`, {
      ...{ practitionerId: await idOf('healthVisitor'), teamRole: 'member' },
    });
    const id = await succeed('schoolTeacher', `/episodes/${episodeId}/meetings`, {
      ...{ kind: 'first', startsAt: '2027-07-05T13:00:00Z', endsAt: '2027-07-05T14:00:00Z', place: 'School' },
      ...{ purpose: 'Plan', noteTakerId: await idOf('schoolTeacher') },
      invited: [{ practitionerId: await idOf('healthVisitor') }],
    });
    for (const persona of ['healthVisitor']) {
      const home = await homeOf(persona);
      expect(home).toMatch(/Team meeting for Test\d+ at 2pm/);
      expect(home).toContain(`/episodes/${episodeId}/meetings/${id}`);
    }
    await testApp.moveClock('2027-07-06T08:00:00Z');
    expect(await homeOf('healthVisitor')).not.toContain(`/meetings/${id}`);
    expect(await homeOf('schoolTeacher')).toContain('Write the minutes');
    const teacher = await testApp.as('schoolTeacher');
    const { etag } = await teacher.get(`/episodes/${episodeId}/meetings/${id}`);
    const path = `/episodes/${episodeId}/meetings/${id}`;
    expect((await teacher.patch(path, { status: 'cancelled' }, { ifMatch: etag! })).status).toBe(200);
    expect(await homeOf('schoolTeacher')).not.toContain(`/meetings/${id}`);
    expect(await homeOf('healthVisitor')).toContain('A meeting has been cancelled');
  });

  it('what the reader began and has not finished, and no one else’s', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const draft = `/episodes/${episodeId}/assessment"`;
    expect(await homeOf('schoolTeacher')).not.toContain(draft);
    await testApp.asOwner(
      `insert into assessments (id, episode_id, number, assessor_id, started_at)
       values (gen_random_uuid(), $1, 1, $2, now())`,
      [episodeId, await idOf('schoolTeacher')],
    );
    const home = await homeOf('schoolTeacher');
    expect(home).toMatch(/Assessment for Test\d+/);
    expect(home).toContain(draft);
    expect(await homeOf('healthVisitor')).not.toContain(draft);
    await testApp.asOwner(
      'update assessments set completed_at = now(), completed_by = assessor_id where episode_id = $1',
      [episodeId],
    );
    expect(await homeOf('schoolTeacher')).not.toContain(draft);
  });
});
