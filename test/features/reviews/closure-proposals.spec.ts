import { episodeOfMonthAgo, lostContact, proposedClosure, subjectsFor } from '../../support/closing.js';
import { dayFromNow, type Delivering } from '../../support/delivering.js';
import { agrees } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const closureOf = ({ episodeId }: { episodeId: string }): string => `/episodes/${episodeId}/closure`;
const isOpen = async ({ episodeId }: Delivering): Promise<boolean> => {
  const [row] = await testApp.asOwner<{ open: boolean }>(
    'select closed_at is null as open from episodes where id = $1',
    [episodeId],
  );
  return row!.open;
};
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    (rows) => `done: ${JSON.stringify(rows)}`,
    (error: Error & { constraint?: string }) => error.constraint ?? error.message,
  );

describe('a family who could not be contacted', () => {
  it('is closed by two people: proposed by the worker, with everything typed, and approved by the manager', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const teacher = await testApp.as('schoolTeacher');
    const manager = await testApp.as('schoolManager');
    const proposal = await lostContact(testApp, episode, { childView: 'I am fine.' });
    const proposed = await teacher.post(closureOf(episode), proposal);
    expect(proposed.status).toBe(201);
    expect(proposed.body).toMatchObject({
      status: 'awaiting_approval',
      proposal: {
        canBeApproved: true,
        manager: { id: (await testApp.actor('schoolManager')).practitionerId },
        closure: {
          reason: 'NOT_ENGAGED',
          summary: 'No one has answered for a month.',
          childView: 'I am fine.',
        },
      },
    });
    expect(proposed.headers['location']).toBe(`/api/v1/closure-proposals/${proposed.body.proposal.id}`);
    expect(await isOpen(episode)).toBe(true);
    expect((await manager.get(closureOf(episode))).body.status).toBe('awaiting_approval');
    const waiting = (await manager.get('/closure-proposals')).body.items as { episodeId: string }[];
    expect(waiting.map(({ episodeId }) => episodeId)).toContain(episode.episodeId);

    const approved = await manager.post(`/closure-proposals/${proposed.body.proposal.id}/approval`);
    expect([approved.status, approved.text]).toEqual([200, expect.any(String)]);
    expect(approved.body).toMatchObject({
      status: 'closed',
      reason: 'NOT_ENGAGED',
      familyToldNote: 'By letter to their home.',
      childView: 'I am fine.',
      recordedBy: (await testApp.actor('schoolTeacher')).practitionerId,
    });
    expect(await isOpen(episode)).toBe(false);
    const [outcome] = await testApp.asOwner('select result, current_score from plan_outcomes where id = $1', [
      episode.outcomeId,
    ]);
    expect(outcome).toEqual({ result: 'partly', current_score: 5 });
    const again = await manager.post(`/closure-proposals/${proposed.body.proposal.id}/approval`);
    expect([again.status, again.body.detail]).toEqual([409, 'This proposal has already been approved.']);
  });

  it('is announced to everyone concerned at each step, and to no one twice', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    expect(await subjectsFor(testApp, 'schoolManager', episode.episodeId)).toEqual([
      'You have been asked to approve a closure',
    ]);
    expect(await subjectsFor(testApp, 'healthVisitor', episode.episodeId)).toEqual(
      expect.arrayContaining(['A closure has been proposed']),
    );
    await (await testApp.as('schoolManager')).post(`/closure-proposals/${id}/approval`);
    expect(await subjectsFor(testApp, 'schoolTeacher', episode.episodeId)).toEqual([
      'Your closure was approved',
    ]);
    const visitor = await subjectsFor(testApp, 'healthVisitor', episode.episodeId);
    expect(visitor.filter((subject) => subject === 'An episode has closed')).toHaveLength(1);
    expect(await subjectsFor(testApp, 'healthManager', episode.episodeId)).toEqual(['An episode has closed']);
    expect(await subjectsFor(testApp, 'frontDoor', episode.episodeId)).toEqual([]);
  });

  it('stays open when the manager sends it back, with the reason, and can be proposed again', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    const manager = await testApp.as('schoolManager');
    const blank = await manager.post(`/closure-proposals/${id}/return`, { reason: '' });
    expect(blank.status).toBe(422);
    const returned = await manager.post(`/closure-proposals/${id}/return`, {
      reason: 'Visit the home first.',
    });
    expect(returned.body).toMatchObject({ status: 'returned', outcomeReason: 'Visit the home first.' });
    expect(await isOpen(episode)).toBe(true);
    expect(await subjectsFor(testApp, 'schoolTeacher', episode.episodeId)).toEqual([
      'Your closure was sent back',
    ]);
    expect((await manager.post(`/closure-proposals/${id}/approval`)).status).toBe(409);
    await proposedClosure(testApp, episode);
  });

  it('can be withdrawn only by its proposer, and then waits for no one', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    const manager = await testApp.as('schoolManager');
    expect((await manager.post(`/closure-proposals/${id}/withdrawal`)).status).toBe(403);
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.post(`/closure-proposals/${id}/withdrawal`)).body.status).toBe('withdrawn');
    expect((await manager.post(`/closure-proposals/${id}/approval`)).status).toBe(409);
    expect((await teacher.get(closureOf(episode))).status).toBe(404);
  });

  it('waits for one manager at a time', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    await proposedClosure(testApp, episode);
    const again = await (
      await testApp.as('schoolTeacher')
    ).post(closureOf(episode), await lostContact(testApp, episode));
    expect([again.status, again.body.detail]).toEqual([
      409,
      expect.stringContaining('has already been asked'),
    ]);
  });

  it('cannot be approved by anyone else: the proposer, another manager, the coordinator or the team', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    for (const persona of ['schoolTeacher', 'healthManager', 'coordinatorNwl', 'healthVisitor'])
      expect([
        persona,
        (await (await testApp.as(persona)).post(`/closure-proposals/${id}/approval`)).status,
      ]).toEqual([persona, 403]);
    expect((await (await testApp.as('cypsManager')).post(`/closure-proposals/${id}/approval`)).status).toBe(
      404,
    );
    expect(await isOpen(episode)).toBe(true);
  });

  it('can be put only to a person who may approve, and not to the proposer', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const manager = await testApp.as('schoolManager');
    for (const persona of ['cypsManager', 'healthVisitor', 'schoolManager']) {
      const { practitionerId } = await testApp.actor(persona);
      const answer = await manager.post(
        closureOf(episode),
        await lostContact(testApp, episode, { managerId: practitionerId }),
      );
      expect([persona, answer.status, answer.body.errors?.[0]?.field]).toEqual([persona, 422, 'managerId']);
    }
    const { practitionerId } = await testApp.actor('coordinatorNwl');
    const answer = await manager.post(
      closureOf(episode),
      await lostContact(testApp, episode, { managerId: practitionerId }),
    );
    expect(answer.body.status).toBe('awaiting_approval');
    expect(
      (
        await (
          await testApp.as('coordinatorNwl')
        ).post(`/closure-proposals/${answer.body.proposal.id}/approval`)
      ).status,
    ).toBe(200);
  });

  it('can be put to another manager when the first can no longer see the record', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const { practitionerId } = await testApp.actor('healthManager');
    const id = await proposedClosure(testApp, episode, { managerId: practitionerId });
    const teacher = await testApp.as('schoolTeacher');
    const { items } = (await teacher.get(`/episodes/${episode.episodeId}/team`)).body;
    const member = items.find((one: { practitioner: { name: string } }) => one.practitioner) as {
      id: string;
    };
    await testApp.asOwner('update team_members set left_at = now() where id = $1', [member.id]);
    expect((await teacher.get(`/closure-proposals/${id}`)).body.canBeApproved).toBe(false);
    expect((await (await testApp.as('healthManager')).post(`/closure-proposals/${id}/approval`)).status).toBe(
      404,
    );
    await proposedClosure(testApp, episode);
    expect((await teacher.get(`/closure-proposals/${id}`)).body.status).toBe('lapsed');
  });

  it('ends with the episode when that closes otherwise, and the manager who was asked is told', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    const closed = await (
      await testApp.as('coordinatorNwl')
    ).post(closureOf(episode), {
      reason: 'NEEDS_MET',
      summary: 'They came back, and all is well.',
      outcomes: [{ outcomeId: episode.outcomeId, result: 'achieved', closingScore: 9 }],
      familyTold: true,
    });
    expect(closed.body.status).toBe('closed');
    expect((await (await testApp.as('schoolTeacher')).get(`/closure-proposals/${id}`)).body.status).toBe(
      'superseded',
    );
    expect(await subjectsFor(testApp, 'schoolManager', episode.episodeId)).toContain('An episode has closed');
  });

  it('cannot be approved when the plan has changed since', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const id = await proposedClosure(testApp, episode);
    await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episode.episodeId}/plan/outcomes`, {
      description: 'She eats breakfast',
      everyChildMatters: 'be_healthy',
      startingScore: 2,
      targetScore: 7,
    });
    const answer = await (await testApp.as('schoolManager')).post(`/closure-proposals/${id}/approval`);
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('Send it back')]);
    expect(await isOpen(episode)).toBe(true);
  });
});

describe('raw SQL', () => {
  const CLOSES = `insert into closures (id, episode_id, closed_on, reason, summary, family_told, family_told_note, contact_attempts, recorded_by, closed_at)
    values (gen_random_uuid(), $1, current_date, $3, 'x', false, $4, $5::jsonb, $2, platform.now()) returning 1`;
  const PROPOSES = `insert into closure_proposals (id, episode_id, manager_id, closed_on, reason, summary, family_told, family_told_note, contact_attempts,
      proposed_by, proposed_role, proposed_at)
    values (gen_random_uuid(), $1, $3, current_date, 'NOT_ENGAGED', 'x', false, $4, $5::jsonb, $2, 'practitioner', platform.now()) returning id`;
  const on = (...days: number[]): string => JSON.stringify(days.map((day) => ({ on: dayFromNow(day) })));
  let episode: Delivering;
  let me: string;
  let manager: string;
  beforeAll(async () => {
    episode = await episodeOfMonthAgo(testApp);
    me = (await testApp.actor('schoolTeacher')).practitionerId;
    manager = (await testApp.actor('schoolManager')).practitionerId;
  });

  it('does not close as "could not be contacted" without an approved proposal', async () => {
    const values = [episode.episodeId, me, 'NOT_ENGAGED', 'x', on(-9, -5, -1)];
    expect(await refusal(testApp.sql('schoolTeacher', CLOSES, values))).toBe('closing_approval');
    const asManager = [episode.episodeId, manager, 'NOT_ENGAGED', 'x', on(-9, -5, -1)];
    expect(await refusal(testApp.sql('schoolManager', CLOSES, asManager))).toBe('closing_approval');
    expect(await isOpen(episode)).toBe(true);
  });

  it.each([
    ['on one day', 'closing_attempts', [0, 0, 0], 'x'],
    ['ahead', 'closing_attempts', [-2, -1, 1], 'x'],
    ['before the episode opened', 'closing_attempts', [-400, -2, -1], 'x'],
    ['without how the family was told', 'closing_family_told', [-9, -5, -1], ' '],
  ])('does not propose with attempts %s', async (_what, constraint, days, note) => {
    const values = [episode.episodeId, me, manager, note, on(...days)];
    expect(await refusal(testApp.sql('schoolTeacher', PROPOSES, values))).toBe(constraint);
  });

  it('does not propose to the proposer, to a person who may not approve, or in another person’s name', async () => {
    const attempts = on(-9, -5, -1);
    const policy = expect.stringMatching(/row-level security/);
    const outsider = (await testApp.actor('housingOfficer')).practitionerId;
    const propose = (...values: unknown[]) => refusal(testApp.sql('schoolTeacher', PROPOSES, values));
    expect(await propose(episode.episodeId, me, me, 'x', attempts)).toEqual(policy);
    expect(await propose(episode.episodeId, me, outsider, 'x', attempts)).toEqual(policy);
    expect(await propose(episode.episodeId, outsider, manager, 'x', attempts)).toEqual(policy);
  });

  it('lets only the manager who was asked approve, and only the proposer withdraw', async () => {
    const [proposal] = await testApp.sql<{ id: string }>('schoolTeacher', PROPOSES, [
      episode.episodeId,
      me,
      manager,
      'x',
      on(-9, -5, -1),
    ]);
    const answer = `update closure_proposals set outcome = $2, outcome_reason = 'x', outcome_at = platform.now(), outcome_by = $3
      where id = $1 returning outcome`;
    const resultOf = async (persona: string, outcome: string, by = persona): Promise<string> => {
      const { practitionerId } = await testApp.actor(by);
      return refusal(testApp.sql(persona, answer, [proposal!.id, outcome, practitionerId]));
    };
    expect(await resultOf('schoolTeacher', 'approved')).toMatch(/row-level security/);
    expect(await resultOf('schoolTeacher', 'approved', 'schoolManager')).toMatch(/row-level security/);
    expect(await resultOf('schoolManager', 'withdrawn')).toMatch(/row-level security/);
    expect(await resultOf('coordinatorNwl', 'approved')).toBe('done: []');
    expect(await resultOf('healthManager', 'approved')).toBe('done: []');
    expect(await isOpen(episode)).toBe(true);
    expect(await resultOf('schoolManager', 'approved')).toBe('done: [{"outcome":"approved"}]');
    expect(await isOpen(episode)).toBe(false);
    expect(await resultOf('schoolManager', 'returned')).toBe('done: []');
  });
});

describe('consent that was withdrawn', () => {
  const withdrawn = async (concern: boolean): Promise<Delivering> => {
    const episode = await episodeOfMonthAgo(testApp);
    const consentId = await agrees(testApp, episode.episodeId, 'schoolTeacher', ['housingOfficer']);
    const answer = await (
      await testApp.as('schoolTeacher')
    ).post(`/consents/${consentId}/withdrawal`, {
      withdrawnBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      safeguardingConcern: concern,
      ...(concern ? { safeguardingNote: 'Rang the school nurse.' } : {}),
    });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return episode;
  };
  const closing = async (episode: Delivering, reason: string, more: object = {}) =>
    (await testApp.as('schoolTeacher')).post(closureOf(episode), {
      reason,
      summary: 'The mother withdrew.',
      outcomes: [{ outcomeId: episode.outcomeId, result: 'not', closingScore: 3 }],
      safeguardingChecked: true,
      familyTold: true,
      ...more,
    });

  it('lets one person close when it left no safeguarding concern', async () => {
    expect((await closing(await withdrawn(false), 'CONSENT_WITHDRAWN')).body.status).toBe('closed');
  });

  it('requires two people while a safeguarding concern is recorded, whatever the reason for closing', async () => {
    const { practitionerId: managerId } = await testApp.actor('schoolManager');
    for (const reason of ['CONSENT_WITHDRAWN', 'NEEDS_MET']) {
      const episode = await withdrawn(true);
      const alone = await closing(episode, reason);
      expect([reason, alone.status, alone.body.errors?.[0]?.field]).toEqual([reason, 422, 'managerId']);
      const { practitionerId } = await testApp.actor('schoolTeacher');
      const bySql = testApp.sql(
        'schoolTeacher',
        `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
         values (gen_random_uuid(), $1, current_date, $2, 'x', true, $3, platform.now())`,
        [episode.episodeId, reason, practitionerId],
      );
      expect(await refusal(bySql)).toBe('closing_approval');
      expect((await closing(episode, reason, { managerId })).body.status).toBe('awaiting_approval');
    }
  });

  it('lets one person close again, except for the withdrawal itself, once a manager has signed the concern off', async () => {
    const episode = await withdrawn(true);
    const [row] = await testApp.asOwner<{ id: string }>(
      'select id from consent_withdrawals where episode_id = $1',
      [episode.episodeId],
    );
    const signed = await (
      await testApp.as('schoolManager')
    ).post(`/withdrawals/${row!.id}/sign-off`, { note: 'Looked at it with her.' });
    expect([signed.status, signed.text]).toEqual([expect.any(Number), expect.any(String)]);
    expect((await closing(episode, 'CONSENT_WITHDRAWN')).status).toBe(422);
    expect((await closing(episode, 'NEEDS_MET')).body.status).toBe('closed');
  });
});
