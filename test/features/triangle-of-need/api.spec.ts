import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const LEVEL = { level: 2, reason: 'Needs more than school can give', familyView: 'Mother agrees' };
const STEP_UP = { reason: 'Risk is rising', familyAgreement: 'agreed' };
const withoutInstance = ({ instance: _instance, ...body }: Record<string, unknown>) => body;

async function opened() {
  const { episodeId: id } = await openedEpisode(testApp, 'schoolTeacher');
  return { id, teacher: await testApp.as('schoolTeacher'), frontDoor: await testApp.as('frontDoor') };
}

describe('deciding the level of need', () => {
  it('keeps a history, each row with its reason, the family’s view, the decider and their role', async () => {
    const { id, teacher } = await opened();
    expect((await teacher.post(`/episodes/${id}/level-decisions`, LEVEL)).status).toBe(201);
    const second = await teacher.post(`/episodes/${id}/level-decisions`, {
      ...LEVEL,
      level: 3,
      reason: 'More since',
      evidence: 'Attendance',
    });
    expect(second.body).toMatchObject({
      from: { number: 2 },
      level: { number: 3 },
      decidedRole: 'practitioner',
      familyView: 'Mother agrees',
    });
    expect((await teacher.get(`/episodes/${id}/level-decisions`)).body.items).toMatchObject([
      { level: { number: 3 }, reason: 'More since', evidence: 'Attendance' },
      {
        from: null,
        level: { number: 2 },
        decidedBy: { id: (await testApp.actor('schoolTeacher')).practitionerId },
      },
    ]);
    expect((await teacher.get(`/episodes/${id}`)).body.level.number).toBe(3);
  });

  it('requires the reason and the family’s view', async () => {
    const { id, teacher } = await opened();
    const refused = await teacher.post(`/episodes/${id}/level-decisions`, { level: 2, reason: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'reason',
      'familyView',
    ]);
    expect((await teacher.post(`/episodes/${id}/level-decisions`, { ...LEVEL, level: 5 })).status).toBe(422);
  });

  it('is moderated by the coordinator of the locality', async () => {
    const { id } = await opened();
    const moderated = await (
      await testApp.as('coordinatorNwl')
    ).post(`/episodes/${id}/level-decisions`, LEVEL);
    expect(moderated).toMatchObject({
      status: 201,
      body: { occasion: 'moderation', decidedRole: 'coordinator' },
    });
  });

  it('lets only the front door set level 4: others are told to raise a step-up, and the database refuses too', async () => {
    const { id, teacher } = await opened();
    for (const client of [teacher, await testApp.as('coordinatorNwl')]) {
      const refused = await client.post(`/episodes/${id}/level-decisions`, { ...LEVEL, level: 4 });
      expect(refused.status).toBe(403);
      expect(refused.body.detail).toContain('Raise a step-up instead');
    }
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const insert = `insert into level_decisions (id, episode_id, from_level, level, reason, family_view, occasion, decided_by, decided_role, decided_at)
      values (gen_random_uuid(), $1, null, $2, 'x', 'y', 'other', $3, 'practitioner', now())`;
    await expect(testApp.sql('schoolTeacher', insert, [id, 4, practitionerId])).rejects.toThrow(
      'row-level security',
    );
    await testApp.sql('schoolTeacher', insert, [id, 3, practitionerId]);
    expect((await teacher.get(`/episodes/${id}`)).body.level.number).toBe(3);
  });

  it('is not for a team or agency that only reads, and not found by outsiders', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor'], ['T0', 'T1']);
    expect(
      (await (await testApp.as('healthVisitor')).post(`/episodes/${episodeId}/level-decisions`, LEVEL))
        .status,
    ).toBe(403);
    const housing = await testApp.as('housingOfficer');
    const [hidden, unknown] = [
      await housing.post(`/episodes/${episodeId}/level-decisions`, LEVEL),
      await housing.post(`/episodes/${NOWHERE}/level-decisions`, LEVEL),
    ];
    expect(hidden.status).toBe(404);
    expect(withoutInstance(hidden.body)).toEqual(withoutInstance(unknown.body));
    expect((await housing.get(`/episodes/${episodeId}/level-decisions`)).status).toBe(404);
  });
});

describe('stepping up', () => {
  it('waits in the front door’s queue, and opens the record to the front door while it waits', async () => {
    const { id, teacher, frontDoor } = await opened();
    expect((await frontDoor.get(`/episodes/${id}/assessment`)).status).toBe(404);
    const raised = await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    expect(raised).toMatchObject({ status: 201, body: { outcome: null, raisedRole: 'practitioner' } });
    const { items } = (await frontDoor.get('/step-ups')).body;
    expect(items.find((item: { id: string }) => item.id === raised.body.id)).toMatchObject({
      episodeId: id,
      reason: 'Risk is rising',
      children: [{ familyName: 'Invented' }],
    });
    expect((await frontDoor.get(`/episodes/${id}/assessment`)).status).toBe(200);
  });

  it('can be raised once at a time', async () => {
    const { id, teacher } = await opened();
    await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    const again = await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    expect(again).toMatchObject({
      status: 409,
      body: { detail: 'A step-up is already waiting for an answer.' },
    });
  });

  it('without the family’s consent requires the reason', async () => {
    const { id, teacher } = await opened();
    const refused = await teacher.post(`/episodes/${id}/step-ups`, {
      reason: 'Risk',
      familyAgreement: 'not_asked',
    });
    expect(refused.body.errors).toEqual([
      {
        field: 'familyAgreementNote',
        message: 'Enter why you are referring without the family’s agreement',
      },
    ]);
    const referral = {
      reason: 'Risk',
      familyAgreement: 'not_asked',
      familyAgreementNote: 'Asking would raise the risk',
    };
    expect((await teacher.post(`/episodes/${id}/step-ups`, referral)).status).toBe(201);
  });

  it('accepted is level 4 by the front door, and the episode stays open with its author', async () => {
    const { id, teacher, frontDoor } = await opened();
    const { body } = await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    const outcome = await frontDoor.post(`/episodes/${id}/step-ups/${body.id}/outcome`, {
      outcome: 'accepted',
      reason: 'Section 17',
    });
    expect(outcome).toMatchObject({
      status: 200,
      body: {
        outcome: 'accepted',
        outcomeReason: 'Section 17',
        outcomeBy: { id: (await testApp.actor('frontDoor')).practitionerId },
      },
    });
    expect((await teacher.get(`/episodes/${id}`)).body).toMatchObject({ open: true, level: { number: 4 } });
    expect((await teacher.get(`/episodes/${id}/level-decisions`)).body.items[0]).toMatchObject({
      occasion: 'step_up',
      decidedRole: 'front_door',
      stepUpId: body.id,
    });
    expect((await frontDoor.get(`/episodes/${id}/assessment`)).status).toBe(200);
    expect(
      (
        await frontDoor.post(`/episodes/${id}/step-ups/${body.id}/outcome`, {
          outcome: 'advice',
          reason: 'x',
        })
      ).status,
    ).toBe(409);
  });

  it('answered with advice closes the record to the front door, leaves the level, and another may be raised', async () => {
    const { id, teacher, frontDoor } = await opened();
    await teacher.post(`/episodes/${id}/level-decisions`, LEVEL);
    const { body } = await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    const outcome = await frontDoor.post(`/episodes/${id}/step-ups/${body.id}/outcome`, {
      outcome: 'advice',
      reason: 'Go on as a team',
    });
    expect(outcome).toMatchObject({ status: 200, body: { outcome: 'advice' } });
    expect((await teacher.get(`/episodes/${id}`)).body).toMatchObject({ open: true, level: { number: 2 } });
    expect((await teacher.get(`/episodes/${id}/step-ups`)).body.items).toMatchObject([
      { outcome: 'advice', outcomeReason: 'Go on as a team' },
    ]);
    expect((await frontDoor.get(`/episodes/${id}/assessment`)).status).toBe(404);
    expect((await frontDoor.get('/step-ups')).text).not.toContain(body.id);
    expect((await teacher.post(`/episodes/${id}/step-ups`, STEP_UP)).status).toBe(201);
  });

  it('is answered by the front door alone, and only the front door sees its queue', async () => {
    const { id, teacher } = await opened();
    const { body } = await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    for (const persona of ['schoolTeacher', 'coordinatorNwl', 'schoolManager']) {
      const client = await testApp.as(persona);
      expect(
        (
          await client.post(`/episodes/${id}/step-ups/${body.id}/outcome`, {
            outcome: 'accepted',
            reason: 'x',
          })
        ).status,
      ).toBe(403);
      expect((await client.get('/step-ups')).status).toBe(403);
    }
    expect((await teacher.get(`/episodes/${id}`)).body.level).toBeNull();
  });

  it('tells the front door that it waits, and until when', async () => {
    const { id, teacher, frontDoor } = await opened();
    const { body } = await teacher.post(`/episodes/${id}/step-ups`, STEP_UP);
    const messages = await testApp.asOwner<{ name: string; href: string }>(
      `select distinct p.name, m.href from messages m join practitioners p on p.id = m.recipient_id
       where m.href = '/step-ups#step-up-' || $1 and m.read_at is null
         and access.is_still_asked(m.about_kind, m.about_id, m.recipient_id)`,
      [body.id],
    );
    expect(messages).toEqual([{ name: 'Ruth Gatehouse', href: `/step-ups#step-up-${body.id}` }]);
    const { items } = (await frontDoor.get('/step-ups')).body;
    const waiting = items.find((item: { id: string }) => item.id === body.id);
    expect(waiting).toMatchObject({ answerDueOn: body.answerDueOn, lead: null });
    expect(waiting.answerDueOn > body.raisedAt.slice(0, 10)).toBe(true);
  });

  it('tells the person who raised it, the author and their managers of the answer, as far as they reach the record', async () => {
    const { episodeId: id } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolTeacher', 'schoolNurse']);
    const nurse = (await testApp.actor('schoolNurse')).practitionerId;
    const teacher = await testApp.as('schoolTeacher');
    await teacher.post(`/episodes/${id}/team`, {
      practitionerId: nurse,
      agencyId: (await testApp.actor('schoolNurse')).agencyId,
      teamRole: 'member',
    });
    const raised = await (await testApp.as('schoolNurse')).post(`/episodes/${id}/step-ups`, STEP_UP);
    expect(raised.status).toBe(201);
    const messages = () =>
      testApp
        .asOwner<{ name: string }>(
          `select p.name from messages m join practitioners p on p.id = m.recipient_id
           where m.subject = 'Social care has answered a step-up' and m.href = '/episodes/' || $1 || '/level' order by 1`,
          [id],
        )
        .then((rows) => rows.map(({ name }) => name));
    expect(await messages()).toEqual([]);
    await (
      await testApp.as('frontDoor')
    ).post(`/episodes/${id}/step-ups/${raised.body.id}/outcome`, { outcome: 'advice', reason: 'Go on' });
    expect(await messages()).toEqual([
      'Desmond Farthingale',
      'Maureen Oakleaf',
      'Patience Adebright',
      'Winifred Stonecrop',
    ]);
  });

  it('never attributes the practitioner’s reason for not asking to the family', async () => {
    const { id, teacher, frontDoor } = await opened();
    const { body } = await teacher.post(`/episodes/${id}/step-ups`, {
      reason: 'Risk',
      familyAgreement: 'not_asked',
      familyAgreementNote: 'Asking would raise the risk',
    });
    await frontDoor.post(`/episodes/${id}/step-ups/${body.id}/outcome`, {
      outcome: 'accepted',
      reason: 'Section 47',
    });
    const [decision] = (await teacher.get(`/episodes/${id}/level-decisions`)).body.items;
    expect(decision.familyView).toBe('The family was not asked about the step-up.');
  });

  it('is not found by outsiders', async () => {
    const { id } = await opened();
    const housing = await testApp.as('housingOfficer');
    const [hidden, unknown] = [
      await housing.post(`/episodes/${id}/step-ups`, STEP_UP),
      await housing.post(`/episodes/${NOWHERE}/step-ups`, STEP_UP),
    ];
    expect(hidden.status).toBe(404);
    expect(withoutInstance(hidden.body)).toEqual(withoutInstance(unknown.body));
  });
});
