import { proposedClosure } from '../../support/closing.js';
import { dayFromNow, deliveringEpisode, type Delivering, reviewOf } from '../../support/delivering.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const closureOf = ({ episodeId }: { episodeId: string }): string => `/episodes/${episodeId}/closure`;
const met = ({ outcomeId }: Delivering, changes: object = {}): object => ({
  reason: 'NEEDS_MET',
  summary: 'School and breakfast club are enough now.',
  outcomes: [{ outcomeId, result: 'achieved', closingScore: 9 }],
  familyTold: true,
  childView: 'I am fine.',
  ratings: { fairness: 5, respect: 4 },
  ...changes,
});
const attempts = (...days: number[]) =>
  days.map((day) => ({ on: dayFromNow(day), how: 'Telephone', result: 'No answer' }));

describe('closing', () => {
  it('ends the episode with a result and a score for every outcome, and only once', async () => {
    const episode = await deliveringEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const closed = await teacher.post(closureOf(episode), met(episode));
    expect(closed.status).toBe(201);
    expect(closed.body).toMatchObject({
      reason: 'NEEDS_MET',
      closedOn: dayFromNow(0),
      familyTold: true,
      ratings: { fairness: 5, respect: 4 },
    });
    const plan = (await teacher.get(`/episodes/${episode.episodeId}/plan`)).body;
    expect(plan.outcomes[0]).toMatchObject({ result: 'achieved', currentScore: 9 });
    expect((await teacher.get(`/episodes/${episode.episodeId}`)).body).toMatchObject({
      open: false,
      status: 'closed',
    });
    const again = await teacher.post(closureOf(episode), met(episode));
    expect([again.status, again.body.detail]).toEqual([
      409,
      'This episode is closed. Nothing more can be added to it.',
    ]);
    const review = await teacher.post(`/episodes/${episode.episodeId}/reviews`, reviewOf(episode.outcomeId));
    expect(review.status).toBe(409);
  });

  it('takes no more work by raw SQL either, while it can still be read', async () => {
    const episode = await deliveringEpisode(testApp, 'schoolTeacher');
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const work = [
      `insert into chronology_notes (id, episode_id, happened_on, category, what, written_by, written_at)
       values (gen_random_uuid(), $1, current_date, 'contact', 'Invented.', $2, now())`,
      `insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, 'assess', 'refused', 'Invented', 'adult', platform.london_date(platform.now()), $2, now())`,
      `insert into step_ups (id, episode_id, reason, family_agreement, raised_by, raised_role, raised_at)
       values (gen_random_uuid(), $1, 'Invented.', 'agreed', $2, 'practitioner', platform.now())`,
      `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
       select gen_random_uuid(), $1, o.practitioner_id, o.agency_id, 'member', $2, platform.now() from posts o
       where o.practitioner_id <> $2 and o.agency_id = (select agency_id from posts where practitioner_id = $2 limit 1)
         and o.ended_at is null and o.role = 'practitioner'
         and not exists (select from team_members m where m.episode_id = $1 and m.practitioner_id = o.practitioner_id) limit 1`,
    ];
    const results = async (): Promise<string[]> => {
      const answers = [];
      for (const text of work)
        answers.push(
          await testApp.sql('schoolTeacher', text, [episode.episodeId, practitionerId]).then(
            () => 'written',
            (error: Error) => error.message.replace(/ for table.*/, ''),
          ),
        );
      return answers;
    };
    expect(await results()).toEqual(work.map(() => 'written'));
    await testApp.asOwner('delete from team_members where episode_id = $1', [episode.episodeId]);
    await testApp.asOwner(
      "update step_ups set outcome = 'advice', outcome_reason = 'x', outcome_by = raised_by, outcome_at = raised_at where episode_id = $1",
      [episode.episodeId],
    );
    const teacher = await testApp.as('schoolTeacher');
    const closed = await teacher.post(closureOf(episode), met(episode));
    expect([closed.status, closed.text]).toEqual([201, expect.any(String)]);
    expect((await teacher.get(`/episodes/${episode.episodeId}/plan`)).status).toBe(200);
    expect(await results()).toEqual(
      work.map(() => expect.stringMatching(/^new row violates row-level security policy/)),
    );
  });

  it('lets a new episode be opened for the child afterwards', async () => {
    const episode = await deliveringEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const again = { childIds: [episode.childId], reason: 'Invented: asks for help again.' };
    expect((await teacher.post('/episodes', again)).status).toBe(409);
    expect((await teacher.post(closureOf(episode), met(episode))).status).toBe(201);
    expect((await teacher.post('/episodes', again)).status).toBe(201);
  });

  it.each(['schoolManager', 'coordinatorNwl'])(
    'may be done by %s, who records the results too',
    async (persona) => {
      const episode = await deliveringEpisode(testApp, 'schoolTeacher');
      const closed = await (await testApp.as(persona)).post(closureOf(episode), met(episode));
      expect([persona, closed.status]).toEqual([persona, 201]);
      const [outcome] = await testApp.asOwner(
        'select result, current_score from plan_outcomes where id = $1',
        [episode.outcomeId],
      );
      expect(outcome).toEqual({ result: 'achieved', current_score: 9 });
    },
  );

  it('tells the team, withdraws an open question about leading, and names no child in the message', async () => {
    const episode = await deliveringEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const teacher = await testApp.as('schoolTeacher');
    const visitor = await testApp.actor('healthVisitor');
    const joined = await teacher.post(`/episodes/${episode.episodeId}/team`, {
      practitionerId: visitor.practitionerId,
      teamRole: 'member',
    });
    expect(joined.status).toBe(201);
    const asked = await teacher.post(`/episodes/${episode.episodeId}/lead-professional/proposals`, {
      practitionerId: visitor.practitionerId,
      familyPreference: 'They would like her.',
      reason: 'She knows the family.',
    });
    expect(asked.status).toBe(201);
    expect((await teacher.post(closureOf(episode), met(episode))).status).toBe(201);
    const [proposal] = await testApp.asOwner(
      'select answer from lead_professional_proposals where episode_id = $1',
      [episode.episodeId],
    );
    expect(proposal).toEqual({ answer: 'superseded' });
    const messages = await testApp.sql<{ subject: string; body: string }>(
      'healthVisitor',
      'select subject, body from messages where subject = $1',
      ['An episode has closed'],
    );
    expect(messages).toHaveLength(1);
    expect(`${messages[0]!.subject} ${messages[0]!.body}`).not.toMatch(/Test\d|Invented/);
  });
});

describe('closing cancels meetings to come', () => {
  async function planned() {
    const episode = await deliveringEpisode(testApp, 'schoolTeacher', ['healthVisitor', 'housingOfficer']);
    const { episodeId } = episode;
    const teacher = await testApp.as('schoolTeacher');
    const [visitor, officer] = [await testApp.actor('healthVisitor'), await testApp.actor('housingOfficer')];
    for (const { practitionerId } of [visitor, officer]) {
      const member = { practitionerId, teamRole: 'member' };
      expect((await teacher.post(`/episodes/${episodeId}/team`, member)).status).toBe(201);
    }
    const ids: string[] = [];
    for (const on of [7, -2]) {
      const meeting = await teacher.post(`/episodes/${episodeId}/meetings`, {
        ...{ kind: 'review', startsAt: `${dayFromNow(on)}T10:00:00Z`, purpose: 'Plan', place: 'School' },
        ...{ chairId: visitor.practitionerId, invited: [{ practitionerId: officer.practitionerId }] },
      });
      expect(meeting.status).toBe(201);
      ids.push(meeting.body.id as string);
    }
    await testApp.asOwner("update episodes set opened_at = opened_at - interval '30 days' where id = $1", [
      episodeId,
    ]);
    await testApp.asOwner('delete from messages');
    return { episode, coming: ids[0]!, past: ids[1]! };
  }
  const cancelledFor = async (persona: string): Promise<unknown[]> =>
    testApp.asOwner(
      `select href, about_kind as kind, about_id as id, body from messages
       where recipient_id = $1 and subject = 'A meeting has been cancelled'`,
      [(await testApp.actor(persona)).practitionerId],
    );
  const statusOf = async (id: string) =>
    (await testApp.asOwner<{ status: string }>('select status from tac_meetings where id = $1', [id]))[0]!
      .status;

  it('and tells those who were invited, unless they no longer come to the family', async () => {
    const { episode, coming, past } = await planned();
    const [consent] = await testApp.asOwner<{ id: string }>('select id from consents where episode_id = $1', [
      episode.episodeId,
    ]);
    const withdrawn = await (
      await testApp.as('schoolTeacher')
    ).post(`/consents/${consent!.id}/withdrawal`, {
      ...{ agencyId: (await testApp.actor('housingOfficer')).agencyId, withdrawnBy: 'Invented Mother' },
      ...{ capacity: 'parental_responsibility', safeguardingConcern: false },
    });
    expect(withdrawn.status).toBe(201);
    const closed = await (await testApp.as('schoolTeacher')).post(closureOf(episode), met(episode));
    expect([closed.status, closed.text]).toEqual([201, expect.any(String)]);
    expect([await statusOf(coming), await statusOf(past)]).toEqual(['cancelled', 'planned']);
    expect(await cancelledFor('healthVisitor')).toEqual([
      {
        ...{
          href: `/episodes/${episode.episodeId}/meetings/${coming}`,
          kind: 'cancelled_meeting',
          id: coming,
        },
        body: 'The episode has closed, so a meeting that you were invited to is cancelled.',
      },
    ]);
    for (const persona of ['housingOfficer', 'schoolTeacher'])
      expect([persona, await cancelledFor(persona)]).toEqual([persona, []]);
    // Recorded as cancelling it alone is, so that systems of agencies are told.
    const entries = await testApp.asOwner(
      `select practitioner_id, subject_kind, subject_id from audit.entries where act = 'cancel meeting' and episode_id = $1`,
      [episode.episodeId],
    );
    const { practitionerId } = await testApp.actor('schoolTeacher');
    expect(entries).toEqual([
      { practitioner_id: practitionerId, subject_kind: 'tac_meeting', subject_id: coming },
    ]);
  });

  it('also when a manager approves the closure, and undoing it does not plan them anew', async () => {
    const { episode, coming } = await planned();
    const id = await proposedClosure(testApp, episode);
    expect(await statusOf(coming)).toBe('planned');
    const manager = await testApp.as('schoolManager');
    expect((await manager.post(`/closure-proposals/${id}/approval`)).status).toBe(200);
    expect(await cancelledFor('healthVisitor')).toHaveLength(1);
    expect(await cancelledFor('housingOfficer')).toHaveLength(1);
    expect((await manager.post(`${closureOf(episode)}/undoing`, { reason: 'Wrong one' })).status).toBe(200);
    expect(await statusOf(coming)).toBe('cancelled');
  });

  it('and a meeting of a closed episode is no longer asked for', async () => {
    const { episode, past } = await planned();
    await testApp.asOwner("update tac_meetings set starts_at = now() - interval '10 minutes' where id = $1", [
      past,
    ]);
    const isAsked = async (): Promise<boolean> =>
      (
        await testApp.asOwner<{ asked: boolean }>(
          `select access.is_still_asked('meeting', $1, gen_random_uuid()) as asked`,
          [past],
        )
      )[0]!.asked;
    expect(await isAsked()).toBe(true);
    const closed = await (await testApp.as('schoolTeacher')).post(closureOf(episode), met(episode));
    expect([closed.status, await statusOf(past), await isAsked()]).toEqual([201, 'planned', false]);
  });
});

describe('closing is refused beside the field', () => {
  let episode: Delivering;
  beforeAll(async () => {
    episode = await deliveringEpisode(testApp, 'schoolTeacher');
    const review = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episode.episodeId}/reviews`, reviewOf(episode.outcomeId));
    expect(review.status).toBe(201);
  });

  it.each<[string, object, string]>([
    ['while an outcome is left blank', { outcomes: [] }, 'outcomes'],
    ['when one agency is to finish and none is named', { reason: 'SINGLE_AGENCY' }, 'namedAgencyId'],
    [
      'when the agency named is unknown',
      { reason: 'SINGLE_AGENCY', namedAgencyId: '019f0000-0000-7000-8000-000000000000' },
      'namedAgencyId',
    ],
    [
      'when the family cannot be reached after two attempts',
      { reason: 'NOT_ENGAGED', safeguardingChecked: true, contactAttempts: attempts(0, -1) },
      'contactAttempts',
    ],
    [
      'when all three attempts were on one day',
      { reason: 'NOT_ENGAGED', safeguardingChecked: true, contactAttempts: attempts(0, 0, 0) },
      'contactAttempts',
    ],
    [
      'when an attempt lies ahead',
      { reason: 'NOT_ENGAGED', safeguardingChecked: true, contactAttempts: attempts(0, -1, 1) },
      'contactAttempts.2.on',
    ],
    [
      'when an attempt was before the episode opened',
      { reason: 'NOT_ENGAGED', safeguardingChecked: true, contactAttempts: attempts(0, -1, -400) },
      'contactAttempts.2.on',
    ],
    [
      'when the family could not be contacted, has been told, and it is not said how',
      { reason: 'NOT_ENGAGED', safeguardingChecked: true, familyTold: true },
      'familyToldNote',
    ],
    [
      'when the family could not be contacted and no manager is named',
      { reason: 'NOT_ENGAGED', safeguardingChecked: true },
      'managerId',
    ],
    [
      'when no check was made that the child is safe',
      { reason: 'NOT_ENGAGED', contactAttempts: attempts(0, -1, -2) },
      'safeguardingChecked',
    ],
    [
      'when consent was withdrawn and no check was made',
      { reason: 'CONSENT_WITHDRAWN' },
      'safeguardingChecked',
    ],
    [
      'when help was declined and no check was made',
      { reason: 'DECLINED', safeguardingChecked: false },
      'safeguardingChecked',
    ],
    ['when the family moved and no authority receives them', { reason: 'MOVED_LA' }, 'receivingAuthority'],
    ['when social care has not accepted a step-up', { reason: 'STEP_UP_CIN' }, 'reason'],
    ['when it lies before the last review', { closedOn: dayFromNow(-1) }, 'closedOn'],
    ['when it lies ahead', { closedOn: dayFromNow(1) }, 'closedOn'],
    ['when it would set level 4', { finalLevel: 4 }, 'finalLevel'],
    ['when a rating is six of five', { ratings: { fairness: 6 } }, 'ratings.fairness'],
  ])('%s', async (_what, changes, field) => {
    const answer = await (await testApp.as('schoolTeacher')).post(closureOf(episode), met(episode, changes));
    expect([answer.status, answer.body.errors?.map((error: { field: string }) => error.field)]).toEqual([
      422,
      expect.arrayContaining([field]),
    ]);
  });

  it('and succeeds once each error is corrected', async () => {
    const mended = {
      reason: 'DECLINED',
      safeguardingChecked: true,
      finalLevel: 1,
    };
    expect(
      (await (await testApp.as('schoolTeacher')).post(closureOf(episode), met(episode, mended))).status,
    ).toBe(201);
    const [decision] = await testApp.asOwner(
      'select level, occasion from level_decisions where episode_id = $1 order by decided_at desc limit 1',
      [episode.episodeId],
    );
    expect(decision).toEqual({ level: 1, occasion: 'closure' });
  });
});

it('gets 404 for a person out of reach, and 403 for a team member', async () => {
  const episode = await openedEpisode(testApp, 'schoolTeacher');
  await agrees(testApp, episode.episodeId, 'schoolTeacher', ['schoolTeacher', 'healthVisitor']);
  const visitor = await testApp.actor('healthVisitor');
  await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episode.episodeId}/team`, {
    practitionerId: visitor.practitionerId,
    teamRole: 'member',
  });
  const closure = { reason: 'ERROR', summary: 'Opened by mistake.', familyTold: false };
  const outsider = await testApp.as('housingOfficer');
  const here = await outsider.post(closureOf(episode), closure);
  const unknown = await outsider.post('/episodes/019f0000-0000-7000-8000-000000000000/closure', closure);
  expect(here.status).toBe(404);
  expect({ ...here.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  expect((await (await testApp.as('healthVisitor')).post(closureOf(episode), closure)).status).toBe(403);
  expect((await (await testApp.as('schoolTeacher')).post(closureOf(episode), closure)).status).toBe(201);
});
