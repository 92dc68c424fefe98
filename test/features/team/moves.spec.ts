import { agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let meetingId: string;
let place: string;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const inDays = (days: number, hour = 10): string => {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${at.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
};

beforeEach(async () => {
  ({ episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor', 'housingOfficer']));
  const teacher = await testApp.as('schoolTeacher');
  await teacher.post(`/episodes/${episodeId}/team`, {
    practitionerId: await idOf('healthVisitor'),
    teamRole: 'member',
  });
  const planned = await teacher.post(`/episodes/${episodeId}/meetings`, {
    ...{ kind: 'review', startsAt: inDays(5), endsAt: inDays(5, 11), place: 'School', purpose: 'To plan' },
    invited: [
      { practitionerId: await idOf('healthVisitor') },
      { practitionerId: await idOf('housingOfficer') },
    ],
  });
  meetingId = planned.body.id as string;
  place = `/episodes/${episodeId}/meetings/${meetingId}`;
  await testApp.asOwner('delete from messages');
});

async function move(body: object, by = 'schoolTeacher', version = 1) {
  return (await testApp.as(by)).put(`${place}/time-and-place`, body, { ifMatch: `"v${version}"` });
}
const told = async (persona: string) =>
  testApp.asOwner<{ subject: string; href: string }>(
    'select subject, href from messages where recipient_id = $1 order by sent_at',
    [await idOf(persona)],
  );

describe('a planned meeting', () => {
  it('is moved with a trace, and everyone invited is told once', async () => {
    const moved = await move({ startsAt: inDays(8), endsAt: inDays(8, 11), place: 'Library' });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({
      startsAt: inDays(8),
      endsAt: inDays(8, 11),
      place: 'Library',
      version: 2,
    });
    const { name } = await testApp.actor('schoolTeacher');
    const moves = moved.body.moves as { from: string | null; placeChanged: boolean; by: string }[];
    expect(
      moves.map(({ from, placeChanged, by }) => [from && new Date(from).toISOString(), placeChanged, by]),
    ).toEqual(
      expect.arrayContaining([
        [inDays(5), false, name],
        [null, true, name],
      ]),
    );
    expect(await told('healthVisitor')).toEqual([{ subject: 'A meeting has been moved', href: place }]);
    expect((await told('housingOfficer')).map(({ subject }) => subject)).toEqual([
      'A meeting has been moved',
    ]);
    expect(await told('schoolTeacher')).toEqual([]);
  });

  it('keeps its place when only the time moves, and its time when only the place does', async () => {
    expect((await move({ startsAt: inDays(6), endsAt: null })).body).toMatchObject({
      place: 'School',
      endsAt: null,
    });
    const again = await move({ startsAt: inDays(6), place: 'Library' }, 'schoolTeacher', 2);
    expect(again.body).toMatchObject({ startsAt: inDays(6), place: 'Library', version: 3 });
    expect(again.body.moves).toHaveLength(2);
  });

  it.each([
    ['to 1066', { startsAt: '1066-10-14T09:00:00Z' }, 'startsAt'],
    ['to 2999', { startsAt: '2999-10-14T09:00:00Z' }, 'startsAt'],
    ['to end a year later', { startsAt: inDays(6), endsAt: inDays(371) }, 'endsAt'],
    ['to end before it starts', { startsAt: inDays(6, 10), endsAt: inDays(6, 9) }, 'endsAt'],
    ['to the time and place it has', { startsAt: inDays(5), endsAt: inDays(5, 11) }, 'startsAt'],
  ])('is not moved %s', async (_what, body, field) => {
    const refused = await move(body);
    expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, field]);
    expect(await told('healthVisitor')).toEqual([]);
    expect(await testApp.asOwner('select from meeting_moves where meeting_id = $1', [meetingId])).toEqual([]);
  });

  it('asks before it moves to a day when people invited will have left, and tells who they are', async () => {
    const { practitionerId, name } = await testApp.actor('healthVisitor');
    const last = (at: string | null) =>
      testApp.asOwner('update posts set ended_at = $2 where practitioner_id = $1', [practitionerId, at]);
    await last(inDays(7, 23));
    try {
      expect((await move({ startsAt: inDays(6), endsAt: null })).status).toBe(200);
      const asked = await move({ startsAt: inDays(9) }, 'schoolTeacher', 2);
      expect([asked.status, asked.body.errors]).toEqual([
        422,
        [{ field: 'leaversConfirmed', message: expect.stringContaining(`will have left: ${name}.`) }],
      ]);
      const teacher = await testApp.browse('schoolTeacher');
      const [year, month, day] = inDays(9).slice(0, 10).split('-').map(Number);
      const fields = {
        ...{ 'on-day': `${day}`, 'on-month': `${month}`, 'on-year': `${year}` },
        startsAt: '10:00',
        place: 'School',
      };
      const page = await teacher.submit(`${place}/move`, { ...fields, version: '2' });
      expect([page.status, page.text]).toEqual([
        422,
        expect.stringContaining('Yes, it goes on without them'),
      ]);
      const done = await teacher.submit(`${place}/move`, {
        ...fields,
        version: '2',
        leaversConfirmed: 'yes',
      });
      expect(done.status).toBe(303);
      // Where only the place moves, nothing is asked again.
      const moved = await move(
        { startsAt: (await (await testApp.as('schoolTeacher')).get(place)).body.startsAt, place: 'Library' },
        'schoolTeacher',
        3,
      );
      expect(moved.status).toBe(200);
    } finally {
      await last(null);
    }
  });

  it('is not moved from a stale version, by the team, or by outsiders, who learn nothing', async () => {
    expect((await move({ startsAt: inDays(6) }, 'schoolTeacher', 7)).status).toBe(412);
    expect((await move({ startsAt: inDays(6) }, 'healthVisitor')).status).toBe(403);
    expect((await move({ startsAt: inDays(6) }, 'outsider')).status).toBe(404);
    expect(await told('housingOfficer')).toEqual([]);
  });

  it('is not moved once it was cancelled, and not by raw SQL either', async () => {
    const teacher = await testApp.as('schoolTeacher');
    await teacher.patch(place, { status: 'cancelled' }, { ifMatch: '"v1"' });
    expect((await move({ startsAt: inDays(6) }, 'schoolTeacher', 2)).status).toBe(409);
    const raw = (by: string): Promise<unknown> =>
      testApp.sql(
        by,
        "update tac_meetings set starts_at = starts_at + interval '1 day', ends_at = null where id = $1",
        [meetingId],
      );
    await expect(raw('schoolTeacher')).rejects.toThrow('Only a planned meeting can be moved');
    await testApp.asOwner("update tac_meetings set status = 'planned' where id = $1", [meetingId]);
    await expect(raw('healthVisitor')).rejects.toThrow('This role cannot move a meeting');
    await testApp.asOwner('delete from messages');
    await testApp.sql('schoolTeacher', 'select access.tell_of_moved_meeting($1, $2)', [meetingId, 'x']);
    expect(await testApp.asOwner('select from messages')).toEqual([]);
  });

  it('is the same event in a calendar, with a rising sequence', async () => {
    const sequence = async (): Promise<string[]> => {
      const { text } = await (await testApp.browse('healthVisitor')).get(`${place}/calendar`);
      return text.split('\r\n').filter((line) => /^(UID|SEQUENCE)/.test(line));
    };
    const before = await sequence();
    await move({ startsAt: inDays(6) });
    const after = await sequence();
    expect([before[0], before[1], after[0], after[1]]).toEqual([
      before[0],
      'SEQUENCE:0',
      before[0],
      'SEQUENCE:1',
    ]);
  });

  it('is moved on its page, which keeps what was typed and shows the trace', async () => {
    const browser = await testApp.browse('schoolTeacher');
    expect((await browser.get(place)).text).toContain(`${place}/move`);
    const form = (await browser.get(`${place}/move`)).text;
    expect(form).toContain('value="School"');
    const [year, month, day] = inDays(9).slice(0, 10).split('-');
    const typed = {
      ...{ 'on-day': day!, 'on-month': month!, 'on-year': year!, startsAt: '2pm', endsAt: '3pm' },
      ...{ place: 'Library', version: '1' },
    };
    const refused = await browser.submit(`${place}/move`, { ...typed, 'on-year': '1066' });
    expect([refused.status, refused.text.includes('value="Library"')]).toEqual([422, true]);
    expect((await browser.submit(`${place}/move`, typed)).location).toBe(place);
    const { text } = await browser.get(place);
    expect(text).toContain('Moved from');
    expect(text).toContain('Place changed by');
    expect((await (await testApp.browse('healthVisitor')).get(`${place}/move`)).status).toBe(403);
    expect((await (await testApp.browse('outsider')).get(`${place}/move`)).status).toBe(404);
  });
});

describe('contact', () => {
  it('counts when the minutes of a held meeting say later that the family came, on the day of the meeting', async () => {
    await testApp.asOwner(
      "update tac_meetings set starts_at = now() - interval '4 days', ends_at = null where id = $1",
      [meetingId],
    );
    const teacher = await testApp.as('schoolTeacher');
    const lastContact = async () =>
      (await teacher.get(`/episodes/${episodeId}`)).body.lastContactOn as string | null;
    const held = { status: 'held', consentChecked: true, nextMeetingOn: inDays(30).slice(0, 10) };
    expect((await teacher.patch(place, held, { ifMatch: '"v1"' })).status).toBe(200);
    expect(await lastContact()).toBeNull();
    const came = { attendance: [{ name: 'Invented Grandmother', attendance: 'present' }] };
    expect((await teacher.patch(place, came, { ifMatch: '"v2"' })).status).toBe(200);
    expect(await lastContact()).toBe(inDays(-4).slice(0, 10));
  });
});
