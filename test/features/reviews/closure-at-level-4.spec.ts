import { episodeOfMonthAgo, lostContact, subjectsFor } from '../../support/closing.js';
import type { Delivering } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const closureOf = ({ episodeId }: { episodeId: string }): string => `/episodes/${episodeId}/closure`;
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    (rows) => `done: ${JSON.stringify(rows)}`,
    (error: Error & { constraint?: string }) => error.constraint ?? error.message,
  );

describe('level 4', () => {
  let episode: Delivering;
  const met = () => ({
    reason: 'NEEDS_MET',
    summary: 'Done.',
    outcomes: [{ outcomeId: episode.outcomeId, result: 'achieved', closingScore: 9 }],
    familyTold: true,
  });
  beforeAll(async () => {
    episode = await episodeOfMonthAgo(testApp);
    const raised = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episode.episodeId}/step-ups`, { reason: 'Bruises.', familyAgreement: 'agreed' });
    const accepted = await (
      await testApp.as('frontDoor')
    ).post(`/episodes/${episode.episodeId}/step-ups/${raised.body.id}/outcome`, {
      outcome: 'accepted',
      reason: 'Section 47.',
    });
    expect([accepted.status, accepted.text]).toEqual([200, expect.any(String)]);
  });

  it('cannot be closed by anyone, whatever the reason', async () => {
    for (const persona of ['schoolTeacher', 'schoolManager', 'coordinatorNwl']) {
      const answer = await (await testApp.as(persona)).post(closureOf(episode), met());
      expect([persona, answer.status, answer.body.detail]).toEqual([
        persona,
        409,
        'This episode is at level 4, so it cannot be closed. Ask social care’s front door to step it down first.',
      ]);
    }
    const proposed = await (
      await testApp.as('schoolTeacher')
    ).post(closureOf(episode), await lostContact(testApp, episode));
    expect(proposed.status).toBe(409);
  });

  it('is neither closed, proposed nor ended by raw SQL', async () => {
    for (const persona of ['schoolTeacher', 'schoolManager', 'coordinatorNwl']) {
      const { practitionerId } = await testApp.actor(persona);
      const closes = testApp.sql(
        persona,
        `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
         values (gen_random_uuid(), $1, current_date, 'NEEDS_MET', 'x', true, $2, platform.now())`,
        [episode.episodeId, practitionerId],
      );
      expect([persona, await refusal(closes)]).toEqual([persona, 'closing_level_4']);
    }
    // Recorded as coming from level 3, it would not look like a step-down.
    const stepsDown = testApp.sql(
      'schoolTeacher',
      `insert into level_decisions (id, episode_id, from_level, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
       values (gen_random_uuid(), $1, 3, 2, 'x', 'x', 'other', $2, 'practitioner', platform.now())`,
      [episode.episodeId, (await testApp.actor('schoolTeacher')).practitionerId],
    );
    expect(await refusal(stepsDown)).toMatch(/row-level security/);
  });

  it('ends by the front door’s step-down, which the team is told of; then the episode can close', async () => {
    const decision = { level: 3, reason: 'The risk has gone.', familyView: 'Relieved.' };
    const place = `/episodes/${episode.episodeId}/level-decisions`;
    expect((await (await testApp.as('coordinatorNwl')).post(place, decision)).status).toBe(403);
    const stepped = await (await testApp.as('frontDoor')).post(place, decision);
    expect([stepped.status, stepped.body.occasion]).toEqual([201, 'step_down']);
    for (const persona of ['schoolTeacher', 'healthVisitor'])
      expect(await subjectsFor(testApp, persona, episode.episodeId)).toContain(
        'Social care stepped an episode down',
      );
    const closed = await (await testApp.as('schoolTeacher')).post(closureOf(episode), met());
    expect([closed.status, closed.body.status]).toEqual([201, 'closed']);
    expect(await subjectsFor(testApp, 'frontDoor', episode.episodeId)).toContain('An episode has closed');
    expect(await subjectsFor(testApp, 'schoolManager', episode.episodeId)).toContain('An episode has closed');
  });
});
