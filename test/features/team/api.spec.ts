import { agreedEpisode, agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const missing = '00000000-0000-7000-8000-000000000000';
const addMember = async (by: string, episodeId: string, who: string) =>
  (await testApp.as(by)).post(`/episodes/${episodeId}/team`, {
    practitionerId: await idOf(who),
    teamRole: 'member',
  });

describe('the team around the child', () => {
  it('lists the person who opened the episode before the team has other members', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { status, body } = await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/team`);
    expect(status).toBe(200);
    expect(body.items).toEqual([]);
    expect(body.authors).toEqual([
      expect.objectContaining({
        kind: 'opener',
        practitioner: expect.objectContaining({ id: await idOf('schoolTeacher') }),
      }),
    ]);
  });

  it('adds a health visitor of an agency with consent, tells her, and she sees the record at once', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const visitor = await testApp.as('healthVisitor');
    expect((await visitor.get(`/episodes/${episodeId}/team`)).status).toBe(404);
    const added = await addMember('schoolTeacher', episodeId, 'healthVisitor');
    expect(added.status).toBe(201);
    const { agencyId, name } = await testApp.actor('healthVisitor');
    expect(added.body.practitioner).toMatchObject({ name, agency: { id: agencyId } });
    const seen = await visitor.get(`/episodes/${episodeId}/team`);
    expect(seen.body.items.map((one: { teamRole: string }) => one.teamRole)).toEqual(['member']);
    const [message] = await testApp.sql<{ subject: string; body: string; href: string }>(
      'healthVisitor',
      'select subject, body, href from messages where href = $1',
      [`/episodes/${episodeId}`],
    );
    expect(message?.subject).toContain('team around a child');
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/Test\d+|Invented/);
  });

  it('refuses a practitioner whose agency does not have the family’s consent, and writes nothing', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const refused = await addMember('schoolTeacher', episodeId, 'healthVisitor');
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('has not agreed');
    expect(await testApp.asOwner('select 1 from team_members where episode_id = $1', [episodeId])).toEqual(
      [],
    );
  });

  it('refuses a practitioner excluded by name, though their agency has consent', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const excludedPeople = [await idOf('healthVisitor')];
    await agrees(testApp, episodeId, 'schoolTeacher', ['healthVisitor'], undefined, { excludedPeople });
    expect((await addMember('schoolTeacher', episodeId, 'healthVisitor')).status).toBe(409);
  });

  it('refuses a second membership, an unknown person, and a role that is the family’s', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['housingOfficer']);
    expect((await addMember('schoolTeacher', episodeId, 'housingOfficer')).status).toBe(201);
    const again = await addMember('schoolTeacher', episodeId, 'housingOfficer');
    expect([again.status, again.body.detail]).toEqual([409, 'This person is already in the team.']);
    const teacher = await testApp.as('schoolTeacher');
    const unknown = await teacher.post(`/episodes/${episodeId}/team`, {
      practitionerId: missing,
      teamRole: 'member',
    });
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'practitionerId']);
    const practitionerId = await idOf('schoolManager');
    const child = await teacher.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'child' });
    expect([child.status, child.body.errors[0].field]).toEqual([422, 'teamRole']);
  });

  it('refuses an analyst: no one is given work on a record that they may not reach', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['analyst']);
    expect((await addMember('schoolTeacher', episodeId, 'analyst')).status).toBe(422);
  });

  it('ends a membership with a reason, and what the person could see ends at once', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const { body: member } = await addMember('schoolTeacher', episodeId, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    expect((await visitor.get(`/episodes/${episodeId}/plan`)).status).toBe(200);
    const teacher = await testApp.as('schoolTeacher');
    const ended = await teacher.post(`/episodes/${episodeId}/team/${member.id}/ending`, {
      reason: 'Has moved area.',
    });
    expect(ended.body).toMatchObject({ id: member.id, leavingReason: 'Has moved area.' });
    expect(ended.body.leftAt).not.toBeNull();
    expect((await visitor.get(`/episodes/${episodeId}/plan`)).status).toBe(404);
    expect((await teacher.post(`/episodes/${episodeId}/team/${member.id}/ending`, {})).status).toBe(409);
    const list = await teacher.get(`/episodes/${episodeId}/team`);
    expect([list.body.items.length, list.body.former.length]).toEqual([0, 1]);
    expect((await addMember('schoolTeacher', episodeId, 'healthVisitor')).status).toBe(201);
  });

  it('lets a team member read the team but not change it', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor', 'housingOfficer']);
    await addMember('schoolTeacher', episodeId, 'healthVisitor');
    expect((await addMember('healthVisitor', episodeId, 'housingOfficer')).status).toBe(403);
  });

  it('gives an outsider the same answer as for an unknown episode', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const housing = await testApp.as('housingOfficer');
    const hidden = await housing.get(`/episodes/${episodeId}/team`);
    const never = await housing.get(`/episodes/${missing}/team`);
    const bare = ({ status, text }: { status: number; text: string }) => [
      status,
      text.replace(/urn:uuid:[\w-]+/, ''),
    ];
    expect(hidden.status).toBe(404);
    expect(bare(hidden)).toEqual(bare(never));
    expect((await addMember('housingOfficer', episodeId, 'housingOfficer')).status).toBe(404);
  });
});

describe('meetings of the team', () => {
  const planned = async (episodeId: string, more: object = {}) =>
    (await testApp.as('schoolTeacher')).post(`/episodes/${episodeId}/meetings`, {
      kind: 'first',
      startsAt: '2026-01-12T15:30:00Z',
      place: 'The school',
      purpose: 'To agree who does what.',
      ...more,
    });
  const minuted = async (episodeId: string, id: string, body: object, version = 1) =>
    (await testApp.as('schoolTeacher')).patch(`/episodes/${episodeId}/meetings/${id}`, body, {
      ifMatch: `"v${version}"`,
    });

  it('are planned, with practitioners and family invited, and minuted to the next date', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    const practitionerId = await idOf('healthVisitor');
    const chairId = await idOf('schoolTeacher');
    const { status, body } = await planned(episodeId, {
      chairId,
      noteTakerId: practitionerId,
      invited: [{ practitionerId }, { name: 'Grandmother' }, { name: 'grandmothér' }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'planned',
      chair: { id: chairId },
      noteTaker: { id: practitionerId },
    });
    const attendance = [
      { practitionerId, attendance: 'apologies', apologyReason: 'Ill' },
      { name: ' GRANDMOTHER', attendance: 'present' },
      { name: 'An uncle', attendance: 'present' },
    ];
    const minutesResponse = await minuted(episodeId, body.id, {
      status: 'held',
      consentChecked: true,
      familyView: 'It is getting better.',
      nextMeetingOn: '2026-02-12',
      attendance,
    });
    expect(minutesResponse.status).toBe(200);
    expect(
      minutesResponse.body.attendance.map((one: { name: string; attendance: string }) => [
        one.name,
        one.attendance,
      ]),
    ).toEqual([
      ['An uncle', 'present'],
      ['Grandmother', 'present'],
      [(await testApp.actor('healthVisitor')).name, 'apologies'],
    ]);
    const [record] = await testApp.asOwner(
      'select last_contact_on::text as on from episode_records where episode_id = $1',
      [episodeId],
    );
    expect(record).toEqual({ on: '2026-01-12' });
  });

  it('are not chaired and minuted by one person', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const me = await idOf('schoolTeacher');
    const refused = await planned(episodeId, { chairId: me, noteTakerId: me });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'noteTakerId']);
  });

  it('are not held before consent is checked or, except for the closing one, without a next date', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { body } = await planned(episodeId);
    const refused = await minuted(episodeId, body.id, { status: 'held', goingWell: 'Much.' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((one: { field: string }) => one.field)).toEqual([
      'consentChecked',
      'nextMeetingOn',
    ]);
    const [row] = await testApp.asOwner('select status, going_well from tac_meetings where id = $1', [
      body.id,
    ]);
    expect(row).toEqual({ status: 'planned', going_well: null });
    const closing = await planned(episodeId, { kind: 'closing' });
    expect((await minuted(episodeId, closing.body.id, { status: 'held', consentChecked: true })).status).toBe(
      200,
    );
  });

  it('are not held before their date, nor changed back after', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const held = { status: 'held', consentChecked: true, nextMeetingOn: '2031-01-01' };
    const future = await planned(episodeId, { startsAt: '2030-01-12T15:30:00Z' });
    expect((await minuted(episodeId, future.body.id, held)).status).toBe(409);
    const past = await planned(episodeId);
    expect((await minuted(episodeId, past.body.id, held)).status).toBe(200);
    expect((await minuted(episodeId, past.body.id, { status: 'planned' }, 2)).status).toBe(409);
    expect((await minuted(episodeId, past.body.id, { decisions: 'Corrected.' }, 2)).body.decisions).toBe(
      'Corrected.',
    );
  });

  it('keep both people’s text: minutes saved over a newer version are refused with 412', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { body } = await planned(episodeId);
    expect((await minuted(episodeId, body.id, { worries: 'Sleep.' })).status).toBe(200);
    const stale = await minuted(episodeId, body.id, { worries: 'Food.' });
    expect([stale.status, stale.body.current.worries]).toEqual([412, 'Sleep.']);
  });

  it('do not invite a practitioner whose agency does not have the family’s consent, and are not planned in part', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const refused = await planned(episodeId, { invited: [{ practitionerId: await idOf('healthVisitor') }] });
    expect(refused.status).toBe(409);
    expect(await testApp.asOwner('select 1 from tac_meetings where episode_id = $1', [episodeId])).toEqual(
      [],
    );
    const coordinator = await idOf('coordinatorNwl');
    expect((await planned(episodeId, { invited: [{ practitionerId: coordinator }] })).status).toBe(201);
  });

  /** A colleague in the school that opened the episode, who does not work with it. */
  const COLLEAGUE = 'castleRockAssistant';
  const CANNOT_SEE =
    'This colleague does not work with the family yet, so cannot see the record. Add them to the team first.';
  const toldOf = async (persona: string) =>
    testApp.sql<{ body: string; href: string }>(
      persona,
      "select body, href from messages where subject = 'You are invited to a meeting of a team around a child' order by sent_at desc",
    );

  it.each([
    ['chairId', (id: string) => ({ chairId: id })],
    ['noteTakerId', (id: string) => ({ noteTakerId: id })],
    ['invited', (id: string) => ({ invited: [{ practitionerId: id }] })],
  ])(
    'do not name a colleague of the opening school who cannot see the record (%s), write nothing and tell no one',
    async (_, body) => {
      const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
      const before = await toldOf(COLLEAGUE);
      const refused = await planned(episodeId, body(await idOf(COLLEAGUE)));
      expect([refused.status, refused.body.detail]).toEqual([409, CANNOT_SEE]);
      expect(await testApp.asOwner('select 1 from tac_meetings where episode_id = $1', [episodeId])).toEqual(
        [],
      );
      expect(await toldOf(COLLEAGUE)).toEqual(before);
      // Following the refusal's advice works.
      expect((await addMember('schoolTeacher', episodeId, COLLEAGUE)).status).toBe(201);
      expect((await planned(episodeId, body(await idOf(COLLEAGUE)))).status).toBe(201);
      expect((await toldOf(COLLEAGUE)).length).toBe(before.length + 1);
    },
  );

  it('cannot record the attendance of a colleague who cannot see the record', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { body } = await planned(episodeId);
    const attendance = [{ practitionerId: await idOf(COLLEAGUE), attendance: 'present' }];
    expect((await minuted(episodeId, body.id, { attendance })).body.detail).toBe(CANNOT_SEE);
  });

  it('tell those who still come to the family when they are cancelled, and no one else', async () => {
    const { episodeId, consentId } = await agreedEpisode(testApp, 'schoolTeacher', [
      'healthVisitor',
      'housingOfficer',
    ]);
    expect((await addMember('schoolTeacher', episodeId, 'healthVisitor')).status).toBe(201);
    const { body } = await planned(episodeId, {
      startsAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      chairId: await idOf('healthVisitor'),
      invited: [{ practitionerId: await idOf('housingOfficer') }],
    });
    const withdrawn = await (
      await testApp.as('schoolTeacher')
    ).post(`/consents/${consentId}/withdrawal`, {
      ...{ agencyId: (await testApp.actor('housingOfficer')).agencyId, withdrawnBy: 'Invented Mother' },
      ...{ capacity: 'parental_responsibility', safeguardingConcern: false },
    });
    expect(withdrawn.status).toBe(201);
    expect((await (await testApp.as('housingOfficer')).get(`/episodes/${episodeId}`)).status).toBe(404);
    await testApp.asOwner('delete from messages');
    const { version } = (
      await testApp.asOwner<{ version: number }>('select version from tac_meetings where id = $1', [body.id])
    )[0]!;
    expect((await minuted(episodeId, body.id, { status: 'cancelled' }, version)).status).toBe(200);
    const cancelled = async (persona: string) =>
      testApp.asOwner(
        "select href, about_id as id from messages where recipient_id = $1 and subject = 'A meeting has been cancelled'",
        [await idOf(persona)],
      );
    expect(await cancelled('healthVisitor')).toEqual([
      { href: `/episodes/${episodeId}/meetings/${body.id}`, id: body.id },
    ]);
    expect(await cancelled('housingOfficer')).toEqual([]);
    // By raw SQL no one can tell of a meeting that is not cancelled, or that they cannot read.
    await testApp.asOwner('delete from messages');
    for (const persona of ['outsider', 'housingOfficer'])
      await testApp.sql(persona, 'select access.tell_of_cancelled_meeting($1, $2)', [body.id, 'x']);
    await testApp.asOwner("update tac_meetings set status = 'planned' where id = $1", [body.id]);
    await testApp.sql('schoolTeacher', 'select access.tell_of_cancelled_meeting($1, $2)', [body.id, 'x']);
    expect(await testApp.asOwner('select from messages')).toEqual([]);
  });

  it('invite with a link that opens: to the meeting for those who may read it, otherwise to the family and whom to ask', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor', 'housingOfficer']);
    expect((await addMember('schoolTeacher', episodeId, 'healthVisitor')).status).toBe(201);
    const invited = [
      { practitionerId: await idOf('healthVisitor') },
      { practitionerId: await idOf('housingOfficer') },
    ];
    const { body } = await planned(episodeId, { invited });
    const opens = async (persona: string) => {
      const [message] = await toldOf(persona);
      return [message!.href, (await (await testApp.as(persona)).get(message!.href)).status, message!.body];
    };
    expect(await opens('healthVisitor')).toEqual([
      `/episodes/${episodeId}/meetings/${body.id}`,
      200,
      expect.stringContaining('Open Bridges for the time and place'),
    ]);
    expect(await opens('housingOfficer')).toEqual([
      `/episodes/${episodeId}`,
      200,
      expect.stringContaining('Ask them for the time and place'),
    ]);
  });
});
