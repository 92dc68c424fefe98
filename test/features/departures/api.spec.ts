import { deriveKey, signClaim } from '#libs/platform';
import { TEST_SECRET } from '../../support/cluster.js';
import { agreedEpisode, agrees, atStatus, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** A person leaves a post: what they do for families is handed over or ends, and those concerned are told. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const FAMILY = /Test\d+|Invented/;

async function leave(persona: string, more: object = {}) {
  const administrator = await testApp.as('agencyAdministrator');
  const { practitionerId } = await testApp.actor(persona);
  const { etag } = await administrator.get(`/practitioners/${practitionerId}`);
  return administrator.patch(`/practitioners/${practitionerId}`, { left: true, ...more }, { ifMatch: etag! });
}

async function lead(episodeId: string, persona: string): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
    [episodeId, practitionerId, agencyId],
  );
}

const messagesTo = async (
  persona: string,
): Promise<{ subject: string; body: string; href: string | null }[]> => {
  const { practitionerId } = await testApp.actor(persona);
  return testApp.asOwner(
    'select subject, body, href from messages where recipient_id = $1 order by sent_at, id',
    [practitionerId],
  );
};

/** A day so many days from today. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The teacher leads; the nurse has an action, chairs a meeting, is deputy and in the team, and is asked to lead. */
async function sharedFamily() {
  const teacher = await testApp.as('schoolTeacher');
  const { episodeId, childId } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse']);
  const [nurse, me] = [await testApp.actor('schoolNurse'), await testApp.actor('schoolTeacher')];
  await lead(episodeId, 'schoolTeacher');
  await atStatus(testApp, episodeId, 'assessed');
  const must = async (path: string, body: object): Promise<string> => {
    const answer = await teacher.post(`/episodes/${episodeId}/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body.id as string;
  };
  const memberId = await must('team', { practitionerId: nurse.practitionerId, teamRole: 'key_worker' });
  const outcomeId = await must('plan/outcomes', {
    ...{ description: 'Sleeps better', everyChildMatters: 'be_healthy', startingScore: 3 },
  });
  const actionId = await must('plan/actions', {
    ...{ outcomeId, description: 'Sleep clinic', doerPractitionerId: nurse.practitionerId, dueOn: day(30) },
  });
  const meetingId = await must('meetings', {
    ...{ kind: 'review', startsAt: `${day(7)}T10:00:00Z`, purpose: 'Plan', place: 'School' },
    chairId: nurse.practitionerId,
    invited: [{ practitionerId: nurse.practitionerId }, { practitionerId: me.practitionerId }],
  });
  const deputyId = await must('lead-professional/deputies', {
    ...{ practitionerId: nurse.practitionerId, beginsOn: day(0), endsOn: day(10) },
  });
  const proposalId = await must('lead-professional/proposals', {
    ...{ practitionerId: nurse.practitionerId, familyPreference: 'Her', reason: 'Knows them' },
  });
  return { episodeId, childId, memberId, actionId, meetingId, deputyId, proposalId, nurse, me };
}

describe('a nurse who leaves', () => {
  let family: Awaited<ReturnType<typeof sharedFamily>>;
  beforeAll(async () => {
    await testApp.as('schoolNurse');
    family = await sharedFamily();
  }, 120_000);

  it('is shown to the administrator as kinds and numbers, without a family', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const { status, body, text } = await administrator.get(
      `/practitioners/${family.nurse.practitionerId}/standings`,
    );
    expect(status).toBe(200);
    const counts = Object.fromEntries(
      body.items.map(({ kind, weight, many }: { kind: string; weight: string; many: number }) => [
        kind,
        `${weight} ${many}`,
      ]),
    );
    expect(counts).toMatchObject({
      ...{ action: 'passes 1', chair: 'passes 1', deputy: 'ends 1', proposal: 'ends 1', team: 'ends 1' },
      invitation: 'ends 1',
    });
    expect(text).not.toContain(family.episodeId);
    expect(text).not.toContain(family.childId);
  });

  it('stands nowhere afterwards, and what she was to do is the lead professional’s', async () => {
    expect((await (await testApp.as('schoolNurse')).put('/calendar-address', {})).status).toBe(200);
    expect((await leave('schoolNurse')).status).toBe(200);
    const teacher = await testApp.as('schoolTeacher');
    const path = `/episodes/${family.episodeId}`;
    const member = (await teacher.get(`${path}/team`)).body.former.find(
      ({ id }: { id: string }) => id === family.memberId,
    );
    expect(member).toMatchObject({ leavingReason: 'Left their post', leftAt: expect.any(String) });
    const deputies = (await teacher.get(`${path}/lead-professional/deputies`)).body.items as {
      id: string;
      current: boolean;
    }[];
    expect(deputies.find(({ id }) => id === family.deputyId)).toMatchObject({ current: false });
    const [action] = await testApp.asOwner<{ doer: string }>(
      'select doer_practitioner_id as doer from plan_actions where id = $1',
      [family.actionId],
    );
    expect(action!.doer).toBe(family.me.practitionerId);
    const meeting = (await teacher.get(`${path}/meetings/${family.meetingId}`)).body;
    expect(meeting.chair.id).toBe(family.me.practitionerId);
    expect(
      await testApp.asOwner(
        'select attendance, apology_reason from tac_attendances where meeting_id = $1 and practitioner_id = $2',
        [family.meetingId, family.nurse.practitionerId],
      ),
    ).toEqual([{ attendance: 'apologies', apology_reason: 'No longer works with the family' }]);
  });

  it('was asked to lead in vain, so that another can be asked at once', async () => {
    const teacher = await testApp.as('schoolTeacher');
    expect(
      await testApp.asOwner('select answer from lead_professional_proposals where id = $1', [
        family.proposalId,
      ]),
    ).toEqual([{ answer: 'superseded' }]);
    const { practitionerId } = await testApp.actor('castleRockAssistant');
    const again = await teacher.post(`/episodes/${family.episodeId}/lead-professional/proposals`, {
      ...{ practitionerId, familyPreference: 'Him', reason: 'Knows them' },
    });
    expect(again.body.detail ?? '').not.toContain('already been asked');
  });

  it('is no secret to the lead professional, who is told what it means in one message for each place', async () => {
    const told = (await messagesTo('schoolTeacher')).filter(
      ({ subject }) => subject === 'Changes to a colleague’s work',
    );
    expect(told.map(({ href }) => href?.replace(family.episodeId, '…')).sort()).toEqual([
      '/episodes/…/meetings',
      '/episodes/…/plan',
      '/episodes/…/team',
    ]);
    const words = told.map(({ body }) => body).join(' ');
    for (const part of [
      'An action in the plan is now yours',
      'You now chair',
      'Ask another',
      'can no longer cover',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(FAMILY);
    expect(words).not.toContain('Nurse');
  });

  it('can be brought back, with what passed to others left there and her old session dead', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const nurse = await testApp.as('schoolNurse');
    expect((await nurse.get('/localities')).status).toBe(401);
    const path = `/practitioners/${family.nurse.practitionerId}/departures/undoing`;
    const left = (await administrator.get('/departures')).body.items as { id: string }[];
    expect(left.map(({ id }) => id)).toContain(family.nurse.practitionerId);
    expect((await (await testApp.as('schoolTeacher')).post(path)).status).toBe(403);
    expect((await administrator.post(path)).status).toBe(201);
    expect((await administrator.post(path)).status).toBe(404);
    expect((await nurse.get('/localities')).status).toBe(401);
    const { body } = await administrator.get(`/practitioners/${family.nurse.practitionerId}/posts`);
    expect(
      body.items.map(({ status, role }: { status: string; role: string }) => `${role} ${status}`),
    ).toEqual(['practitioner current', 'practitioner ended']);
    expect(
      await testApp.asOwner('select id from team_members where id = $1 and left_at is null', [
        family.memberId,
      ]),
    ).toEqual([]);
    // Her calendar address stays dead too.
    expect(
      await testApp.asOwner(
        'select ended_at is null as open from calendar_feeds where practitioner_id = $1',
        [family.nurse.practitionerId],
      ),
    ).toEqual([{ open: false }]);
  });
});

describe('the only person who works with a family', () => {
  it('cannot leave until the family is handed over, or left to those who answer for it', async () => {
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    const refused = await leave('healthVisitor');
    expect([refused.status, refused.body.errors]).toEqual([
      409,
      [{ field: 'author', message: 'This person is the only one responsible for 1 family.' }],
    ]);
    expect(refused.text).not.toContain(episodeId);
    const manager = await testApp.as('healthManager');
    const { practitionerId } = await testApp.actor('healthVisitor');
    const { body } = await manager.get(`/practitioners/${practitionerId}/hand-overs`);
    expect(body.items).toMatchObject([{ kind: 'author', episodeId, weight: 'must' }]);
    const unmanaged = await (
      await testApp.as('schoolManager')
    ).get(`/practitioners/${practitionerId}/hand-overs`);
    expect(unmanaged.body.items).toEqual([]);

    expect((await leave('healthVisitor', { unassigned: true })).status).toBe(200);
    const listed = (await manager.get('/episodes?scope=agency&exception=no_one_responsible')).body.items;
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([episodeId]);
    for (const persona of ['healthManager', 'coordinatorNwl']) {
      const caseload = await (await testApp.as(persona)).get('/caseload');
      expect([persona, caseload.body.exceptions.no_one_responsible]).toEqual([persona, 1]);
      const told = (await messagesTo(persona)).filter(({ body: words }) =>
        words.includes('No one is responsible'),
      );
      expect([persona, told.map(({ href }) => href)]).toEqual([persona, [`/episodes/${episodeId}/team`]]);
    }
    const rows = (await manager.get('/caseload?by=practitioner')).body.groups as { key: string }[];
    expect(rows.map(({ key }) => key)).not.toContain(practitionerId);
  });

  it('is succeeded by a colleague whom their manager chooses, and the family has someone again', async () => {
    const manager = await testApp.as('healthManager');
    const { practitionerId } = await testApp.actor('healthVisitor');
    const { body } = await manager.get(`/practitioners/${practitionerId}/hand-overs`);
    const path = `/practitioners/${practitionerId}/hand-overs`;
    const [{ id, episodeId }] = body.items as [{ id: string; episodeId: string }];
    const given = { kind: 'author', id };
    const outsider = await testApp.actor('schoolTeacher');
    expect((await manager.post(path, { ...given, successorId: outsider.practitionerId })).status).toBe(409);
    const nurse = await testApp.actor('schoolNurse');
    const stranger = await (
      await testApp.as('schoolManager')
    ).post(path, { ...given, successorId: nurse.practitionerId });
    expect(stranger.status).toBe(404);
    expect((await manager.post(path, { ...given, successorId: nurse.practitionerId })).status).toBe(201);
    expect((await manager.get('/caseload')).body.exceptions.no_one_responsible).toBe(0);
    expect(
      await testApp.asOwner(
        'select practitioner_id as id from authorships where episode_id = $1 and ended_at is null',
        [episodeId],
      ),
    ).toEqual([{ id: nurse.practitionerId }]);
  });
});

describe('an ending that takes a person’s way to the family', () => {
  async function withAction() {
    const teacher = await testApp.as('schoolTeacher');
    const { episodeId, consentId } = await agreedEpisode(testApp, 'schoolTeacher', ['housingOfficer']);
    await lead(episodeId, 'schoolTeacher');
    await atStatus(testApp, episodeId, 'assessed');
    const { practitionerId } = await testApp.actor('housingOfficer');
    const member = await teacher.post(`/episodes/${episodeId}/team`, {
      practitionerId,
      teamRole: 'key_worker',
    });
    const outcome = await teacher.post(`/episodes/${episodeId}/plan/outcomes`, {
      ...{ description: 'A dry home', everyChildMatters: 'be_healthy', startingScore: 2 },
    });
    const action = await teacher.post(`/episodes/${episodeId}/plan/actions`, {
      ...{ outcomeId: outcome.body.id, description: 'Weekly programme', doerPractitionerId: practitionerId },
      dueOn: day(20),
    });
    expect([member.status, outcome.status, action.status]).toEqual([201, 201, 201]);
    const doer = async () =>
      (
        await testApp.asOwner<{ id: string }>(
          'select doer_practitioner_id as id from plan_actions where id = $1',
          [action.body.id],
        )
      )[0]!.id;
    return { teacher, episodeId, consentId, memberId: member.body.id as string, doer };
  }

  it('passes a former member’s open action to the lead professional, or to the worker who is chosen', async () => {
    const { teacher, episodeId, memberId, doer } = await withAction();
    const path = `/episodes/${episodeId}/team/${memberId}/ending`;
    const stranger = await testApp.actor('healthManager');
    const refused = await teacher.post(path, { reason: 'Done', successorId: stranger.practitionerId });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'successorId']);
    expect((await teacher.post(path, { reason: 'Done' })).status).toBe(201);
    expect(await doer()).toBe((await testApp.actor('schoolTeacher')).practitionerId);
  });

  it('passes the actions of an agency whose consent is withdrawn to the lead professional', async () => {
    const { teacher, episodeId, consentId, doer } = await withAction();
    const { agencyId } = await testApp.actor('housingOfficer');
    const withdrawn = await teacher.post(`/consents/${consentId}/withdrawal`, {
      ...{
        agencyId,
        withdrawnBy: 'Invented Mother',
        capacity: 'parental_responsibility',
        safeguardingConcern: false,
      },
    });
    expect([withdrawn.status, episodeId.length]).toEqual([201, 36]);
    expect(await doer()).toBe((await testApp.actor('schoolTeacher')).practitionerId);
  });
});

describe('an action that no one else may take', () => {
  it('stays, and the person who answers for the family is told once, without its text', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['housingOfficer']);
    await lead(episodeId, 'schoolTeacher');
    await atStatus(testApp, episodeId, 'assessed');
    const { practitionerId } = await testApp.actor('housingOfficer');
    const member = await teacher.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
    const outcome = await teacher.post(`/episodes/${episodeId}/plan/outcomes`, {
      ...{ description: 'A dry home', everyChildMatters: 'be_healthy', startingScore: 2 },
    });
    const action = await teacher.post(`/episodes/${episodeId}/plan/actions`, {
      ...{ outcomeId: outcome.body.id, description: 'Secret clinic', doerPractitionerId: practitionerId },
      dueOn: day(20),
    });
    expect([member.status, action.status]).toEqual([201, 201]);
    const id = action.body.id as string;
    await testApp.asOwner("update plan_actions set topic = 'mental_health' where id = $1", [id]);
    const coordinator = await testApp.as('coordinatorNwl');
    const ended = await coordinator.post(`/episodes/${episodeId}/team/${member.body.id}/ending`, {
      reason: 'x',
    });
    expect(ended.status).toBe(201);
    const told = async () =>
      (await messagesTo('schoolTeacher')).filter(
        ({ href }) => href === `/episodes/${episodeId}/plan#action-${id}`,
      );
    expect((await told()).map(({ body }) => body)).toEqual([
      'An action of a person who has left needs another.',
    ]);
    expect(
      await testApp.asOwner('select doer_practitioner_id as doer from plan_actions where id = $1', [id]),
    ).toEqual([{ doer: practitionerId }]);
    await testApp.asOwner('select access.settle_work_out_of_reach()');
    expect(await told()).toHaveLength(1);
    await testApp.asOwner("update plan_actions set topic = '' where id = $1", [id]);
  });
});

describe('an author whose responsibility is handed to a colleague', () => {
  const authorsOf = (episodeId: string) =>
    testApp.asOwner<{ id: string }>(
      'select practitioner_id as id from authorships where episode_id = $1 and ended_at is null',
      [episodeId],
    );
  async function handOver(episodeId: string): Promise<number> {
    const [held] = await testApp.asOwner<{ id: string; holder: string }>(
      `select a.id, a.practitioner_id as holder from authorships a
       where a.episode_id = $1 and a.ended_at is null and a.practitioner_id = $2`,
      [episodeId, (await testApp.actor('schoolTeacher')).practitionerId],
    );
    const { practitionerId: successorId } = await testApp.actor('castleRockAssistant');
    const given = { kind: 'author', id: held!.id, successorId };
    return (
      await (await testApp.as('schoolManager')).post(`/practitioners/${held!.holder}/hand-overs`, given)
    ).status;
  }

  it('has nothing left to do for a family that they can no longer see', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const me = await testApp.actor('schoolTeacher');
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    await atStatus(testApp, episodeId, 'assessed');
    const outcome = await teacher.post(`/episodes/${episodeId}/plan/outcomes`, {
      ...{ description: 'Sleeps better', everyChildMatters: 'be_healthy', startingScore: 3 },
    });
    const action = await teacher.post(`/episodes/${episodeId}/plan/actions`, {
      ...{ outcomeId: outcome.body.id, description: 'Sleep diary', doerPractitionerId: me.practitionerId },
      dueOn: day(20),
    });
    const meeting = await teacher.post(`/episodes/${episodeId}/meetings`, {
      ...{ kind: 'review', startsAt: `${day(7)}T10:00:00Z`, purpose: 'Plan', place: 'School' },
      chairId: me.practitionerId,
    });
    expect([action.status, meeting.status]).toEqual([201, 201]);
    expect(await handOver(episodeId)).toBe(201);
    expect((await teacher.get(`/episodes/${episodeId}`)).status).toBe(404);
    const { practitionerId } = await testApp.actor('castleRockAssistant');
    expect(await authorsOf(episodeId)).toEqual([{ id: practitionerId }]);
    expect(
      await testApp.asOwner(
        `select x.doer_practitioner_id as doer, t.chair_id as chair from plan_actions x
         join tac_meetings t on t.id = $2 where x.id = $1`,
        [action.body.id, meeting.body.id],
      ),
    ).toEqual([{ doer: practitionerId, chair: practitionerId }]);
    const told = (await messagesTo('castleRockAssistant')).filter(({ href }) => href?.includes(episodeId));
    expect(told.map(({ href }) => href!.replace(episodeId, '…')).sort()).toEqual([
      '/episodes/…',
      '/episodes/…/meetings',
      '/episodes/…/plan',
    ]);
  });

  it('leaves a colleague who was responsible already with one responsibility, not two', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { practitionerId, agencyId } = await testApp.actor('castleRockAssistant');
    await testApp.asOwner(
      `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
       values (gen_random_uuid(), $1, $2, $3, 'assessor', now() - interval '1 hour')`,
      [episodeId, practitionerId, agencyId],
    );
    expect(await handOver(episodeId)).toBe(201);
    expect(await authorsOf(episodeId)).toEqual([{ id: practitionerId }]);
  });
});

describe('a person with posts in two agencies', () => {
  it('leaves one of them: what they did for it is closed to them in the other post too, which goes on', async () => {
    const nurse = await testApp.actor('schoolNurse');
    const school = await testApp.actor('schoolTeacher');
    const [held] = await testApp.asOwner<{ id: string }>(
      'select id from posts where practitioner_id = $1 and ended_at is null',
      [nurse.practitionerId],
    );
    const [second] = await testApp.asOwner<{ id: string }>(
      `insert into posts (id, practitioner_id, agency_id, role, began_at)
       values (gen_random_uuid(), $1, $2, 'practitioner', now() - interval '1 day') returning id`,
      [nurse.practitionerId, school.agencyId],
    );
    const { episodeId } = await openedEpisode(testApp, 'familySupportWorker');
    await testApp.asOwner(
      `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
       values (gen_random_uuid(), $1, $2, $3, 'assessor', now() - interval '1 hour')`,
      [episodeId, nurse.practitionerId, nurse.agencyId],
    );
    await agrees(testApp, episodeId, 'familySupportWorker', ['schoolManager', 'healthManager']);
    const inSecondPost = async (): Promise<string[]> => {
      const claim = signClaim(deriveKey(TEST_SECRET, 'claim'), {
        ...school,
        ...nurse,
        agencyId: school.agencyId,
        postId: second!.id,
      });
      return (
        await testApp.sql<{ reach: string }>(
          null,
          'select distinct reach from access.abilities($1) order by 1',
          [episodeId],
          claim,
        )
      ).map(({ reach }) => reach);
    };
    expect(held).toBeDefined();
    expect(await inSecondPost()).toEqual(['agency', 'author']);
    expect((await leave('schoolNurse', { unassigned: true })).status).toBe(200);
    expect(await inSecondPost()).toEqual(['agency']);
    expect(
      await testApp.asOwner('select left_at from practitioners where id = $1', [nurse.practitionerId]),
    ).toEqual([{ left_at: null }]);
  });
});

test('a departure from a post whose own last day has passed since is no longer offered to undo', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const added = await administrator.post('/practitioners', {
    ...{ name: 'Invented Visitor', jobTitle: 'Nurse', role: 'practitioner', lastDayOn: day(2) },
  });
  expect(added.status).toBe(201);
  const person = added.body.id as string;
  const { etag } = await administrator.get(`/practitioners/${person}`);
  const left = await administrator.patch(`/practitioners/${person}`, { left: true }, { ifMatch: etag! });
  expect(left.status).toBe(200);
  const isOffered = async (): Promise<boolean> =>
    (await (await testApp.as('agencyAdministrator')).get('/departures')).body.items.some(
      ({ id }: { id: string }) => id === person,
    );
  expect(await isOffered()).toBe(true);
  await testApp.moveClock(`${day(4)}T09:00:00Z`);
  expect(await isOffered()).toBe(false);
  const undone = await (
    await testApp.as('agencyAdministrator')
  ).post(`/practitioners/${person}/departures/undoing`, {});
  expect(undone.status).toBe(404);
  await testApp.moveClock();
});
