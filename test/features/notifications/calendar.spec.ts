import request from 'supertest';
import { runJob } from '../../support/jobs.js';
import { agreedEpisode, atStatus } from '../../support/scenarios.js';
import { SmtpServer } from '../../support/smtp-server.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const PUBLIC_URL = 'https://bridges.example.org';

let testApp: TestApp;
let episodeId: string;
let meetingId: string;
beforeAll(async () => {
  testApp = await openTestApp({ publicUrl: PUBLIC_URL });
  ({ episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse']));
  const { practitionerId } = await testApp.actor('schoolNurse');
  const teacher = await testApp.as('schoolTeacher');
  await teacher.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
  meetingId = await plannedMeeting();
}, 60_000);
afterAll(() => testApp.close());

async function plannedMeeting(): Promise<string> {
  const planned = await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episodeId}/meetings`, {
    ...{ kind: 'first', startsAt: '2027-07-03T14:00:00Z', endsAt: '2027-07-03T15:00:00Z' },
    ...{ place: '4 Secret Lane, دار حسن', purpose: 'Talk about Test1 and محمد حسن' },
    invited: [{ practitionerId: (await testApp.actor('schoolNurse')).practitionerId }],
  });
  if (planned.status !== 201) throw new Error(planned.text);
  return planned.body.id as string;
}

const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');
const lines = (text: string, name: string): string[] =>
  unfolded(text)
    .split('\r\n')
    .filter((line) => line.startsWith(name));
/** Nothing of the family, and times in UTC, as RFC 5545 has them. */
function expectDiscreet(text: string): void {
  expect(unfolded(text)).not.toMatch(/Secret Lane|Test\d|Invented|\p{Script=Arabic}/u);
  expect(unfolded(text)).not.toContain(episodeId);
  for (const line of lines(text, 'DT'))
    expect(line).toMatch(
      /^DT(?:STAMP|START|END):\d{8}T\d{6}Z$|^DTSTART;VALUE=DATE:\d{8}$|^DTEND;VALUE=DATE:\d{8}$/,
    );
}

async function feedOf(persona: string): Promise<string> {
  const { body } = await (await testApp.as(persona)).put('/calendar-address', {});
  expect(body.address).toMatch(new RegExp(`^${PUBLIC_URL}/calendar/[\\w-]{43}\\.ics$`));
  return (body.address as string).slice(PUBLIC_URL.length);
}
const read = (path: string) => request(testApp.server).get(path);

describe('the calendar file of a meeting', () => {
  it('says when it is, and nothing else but where to read more', async () => {
    const browser = await testApp.browse('schoolNurse');
    const page = await browser.get(`/episodes/${episodeId}/meetings/${meetingId}`);
    expect(page.text).toContain(`/episodes/${episodeId}/meetings/${meetingId}/calendar`);
    const { text, headers } = await browser.get(`/episodes/${episodeId}/meetings/${meetingId}/calendar`);
    expect(headers['content-type']).toMatch(/^text\/calendar/);
    expect(lines(text, 'DTSTART')).toEqual(['DTSTART:20270703T140000Z']);
    expect(lines(text, 'DTEND')).toEqual(['DTEND:20270703T150000Z']);
    expect(lines(text, 'SUMMARY')).toEqual(['SUMMARY:Meeting (Bridges)']);
    expect(lines(text, 'UID')).toEqual([`UID:${meetingId}@bridges.example.org`]);
    expect(unfolded(text)).toContain(`${PUBLIC_URL}/meetings/${meetingId}`);
    expectDiscreet(text);
    expect((await browser.get(`/meetings/${meetingId}`)).location).toBe(
      `/episodes/${episodeId}/meetings/${meetingId}`,
    );
    const outsider = await testApp.browse('outsider');
    for (const path of [`/meetings/${meetingId}`, `/episodes/${episodeId}/meetings/${meetingId}/calendar`])
      expect((await outsider.get(path)).status).toBe(404);
  });
});

describe('the email of an invitation', () => {
  it('has the meeting as a request, and after it was cancelled as a cancellation of the same event', async () => {
    const smtp = await SmtpServer.start();
    const deliver = () =>
      runJob(
        testApp,
        'mail-delivery',
        {},
        { publicUrl: PUBLIC_URL, mail: { driver: 'smtp', url: smtp.url, from: 'bridges@example.org' } },
      );
    await deliver();
    smtp.reset();
    const id = await plannedMeeting();
    expect(await deliver()).toBe(1);
    const [invitation] = smtp.received;
    expect(invitation!.subject).toBe('Bridges: You are invited to a meeting of a team around a child');
    const calendar = calendarIn(invitation!.text);
    expect(lines(calendar, 'METHOD')).toEqual(['METHOD:REQUEST']);
    expect(lines(calendar, 'UID')).toEqual([`UID:${id}@bridges.example.org`]);
    expect(lines(calendar, 'SEQUENCE')).toEqual(['SEQUENCE:0']);
    expect(unfolded(calendar).toLowerCase()).toContain(`mailto:${invitation!.to}`);
    expectDiscreet(calendar);
    const teacher = await testApp.as('schoolTeacher');
    const { etag } = await teacher.get(`/episodes/${episodeId}/meetings/${id}`);
    const cancelled = await teacher.patch(
      `/episodes/${episodeId}/meetings/${id}`,
      { status: 'cancelled' },
      { ifMatch: etag! },
    );
    expect(cancelled.status).toBe(200);
    expect(await deliver()).toBe(1);
    const second = calendarIn(smtp.received[1]!.text);
    expect(smtp.received[1]!.subject).toBe('Bridges: A meeting has been cancelled');
    expect(lines(second, 'METHOD')).toEqual(['METHOD:CANCEL']);
    expect(lines(second, 'UID')).toEqual([`UID:${id}@bridges.example.org`]);
    expect(lines(second, 'SEQUENCE')).toEqual(['SEQUENCE:1']);
    expect(lines(second, 'STATUS')).toEqual(['STATUS:CANCELLED']);
    expectDiscreet(second);
    await smtp.stop();
  });
});

describe('a private calendar address', () => {
  it('shows its owner’s meetings and due dates, without place and child, and no one else’s', async () => {
    const nurse = await testApp.actor('schoolNurse');
    await atStatus(testApp, episodeId, 'delivering');
    await testApp.asOwner(
      `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
       values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
      [episodeId, nurse.practitionerId, nurse.agencyId],
    );
    await testApp.asOwner("update episode_records set next_review_on = '2027-08-01' where episode_id = $1", [
      episodeId,
    ]);
    const { text, headers, status } = await read(await feedOf('schoolNurse'));
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/calendar/);
    expect(headers['cache-control']).toContain('no-store');
    expect(lines(text, 'UID')).toContain(`UID:${meetingId}@bridges.example.org`);
    expect(lines(text, 'SUMMARY')).toContain('SUMMARY:Review due (Bridges)');
    expect(lines(text, 'DTSTART')).toContain('DTSTART;VALUE=DATE:20270801');
    expectDiscreet(text);
    const other = await read(await feedOf('housingOfficer'));
    expect(lines(other.text, 'UID')).toEqual([]);
  });

  it('is stored as a hash, shown once, and replaced by a new one', async () => {
    const first = await feedOf('schoolNurse');
    const secret = /calendar\/([\w-]+)\.ics/.exec(first)![1]!;
    const stored = JSON.stringify(
      await testApp.asOwner(`select *, encode(secret_hash, 'escape') from calendar_feeds`),
    );
    expect(stored).not.toContain(secret);
    const browser = await testApp.browse('schoolNurse');
    expect((await browser.get('/notifications')).text).not.toContain(secret);
    const shown = await browser.submit('/notifications/calendar', {}, '/notifications');
    const second = /\/calendar\/[\w-]{43}\.ics/.exec(shown.text)![0];
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    await browser.submit('/notifications/calendar/ending', {}, '/notifications');
    expect((await read(second)).status).toBe(404);
  });

  it('is dead at once when its owner leaves, is suspended or loses the post, and shows nothing out of reach', async () => {
    const path = await feedOf('schoolNurse');
    const { practitionerId } = await testApp.actor('schoolNurse');
    const turnOff: [string, string][] = [
      [
        'update practitioners set left_at = now() where id = $1',
        'update practitioners set left_at = null where id = $1',
      ],
      [
        'update auth.accounts set suspended_at = now() where practitioner_id = $1',
        'update auth.accounts set suspended_at = null where practitioner_id = $1',
      ],
      [
        'update posts set ended_at = now() where practitioner_id = $1',
        'update posts set ended_at = null where practitioner_id = $1',
      ],
    ];
    for (const [off, on] of turnOff) {
      await testApp.asOwner(off, [practitionerId]);
      expect([off, (await read(path)).status]).toEqual([off, 404]);
      await testApp.asOwner(on, [practitionerId]);
      expect([on, (await read(path)).status]).toEqual([on, 200]);
    }
    await testApp.asOwner(
      `insert into access.exclusions (practitioner_id, episode_id, cause, begins, ends)
       values ($1, $2, 'invented', now() - interval '1 minute', 'infinity')`,
      [practitionerId, episodeId],
    );
    expect(lines((await read(path)).text, 'UID')).toEqual([]);
    await testApp.asOwner(`delete from access.exclusions where cause = 'invented'`);
  });

  it('answers guesses all alike, and after twenty of them in a quarter of an hour not at all', async () => {
    await testApp.asOwner('delete from auth.attempts');
    const guesses = ['x.ics', `${'a'.repeat(43)}.ics`, `${'b'.repeat(43)}`];
    const answers = [];
    for (const guess of guesses) answers.push(await read(`/calendar/${guess}`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    for (let n = guesses.length; n < 20; n++) await read(`/calendar/${n}.ics`);
    expect((await read('/calendar/one-more.ics')).status).toBe(429);
    await testApp.asOwner('delete from auth.attempts');
  });

  it('is read sixty times an hour at most', async () => {
    const path = await feedOf('youthWorker');
    for (let n = 0; n < 60; n++) expect((await read(path)).status).toBe(200);
    const refused = await read(path);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

/** The calendar part of an email. */
const calendarIn = (text: string): string => /BEGIN:VCALENDAR[\s\S]*?END:VCALENDAR/.exec(text)![0];
