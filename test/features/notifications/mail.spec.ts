import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import request from 'supertest';
import { PasswordResetsService } from '#libs/accounts';
import { type MailSettings, projectRoot, urlAs } from '#libs/platform';
import { Browser } from '../../support/browser.js';
import { TEST_SECRET } from '../../support/cluster.js';
import { runJob } from '../../support/jobs.js';
import { agreedEpisode } from '../../support/scenarios.js';
import { SmtpServer } from '../../support/smtp-server.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const PUBLIC_URL = 'https://bridges.example.org';

let testApp: TestApp;
let smtp: SmtpServer;
beforeAll(async () => {
  testApp = await openTestApp();
  smtp = await SmtpServer.start();
}, 60_000);
afterAll(async () => {
  await smtp.stop();
  await testApp.close();
});
beforeEach(async () => {
  smtp.reset();
  await testApp.moveClock();
  await testApp.asOwner('delete from mails; delete from messages; delete from notification_choices');
});

const bySmtp = (): MailSettings => ({ driver: 'smtp', url: smtp.url, from: 'bridges@example.org' });
const deliver = (mail: MailSettings = bySmtp()): Promise<number> =>
  runJob(testApp, 'mail-delivery', {}, { mail, publicUrl: PUBLIC_URL });

interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly due_at: Date;
}
const mails = (): Promise<Mail[]> =>
  testApp.asOwner<Mail>(
    'select id, kind, attempts, outcome, reason, due_at from mails order by queued_at, id',
  );
const reasons = async () => (await mails()).map(({ outcome, reason }) => [outcome, reason]);

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;

async function tell(persona: string, subject = 'A closure was undone'): Promise<string> {
  const [row] = await testApp.asOwner<{ id: string }>(
    `insert into messages (id, recipient_id, subject, body, sent_at)
     values (gen_random_uuid(), $1, $2, 'Invented', platform.now()) returning id`,
    [await idOf(persona), subject],
  );
  return row!.id;
}

async function choose(persona: string, choice: object): Promise<void> {
  const client = await testApp.as(persona);
  const { etag } = await client.get('/notification-choice');
  const answer = await client.put('/notification-choice', choice, { ifMatch: etag! });
  expect(answer.status).toBe(200);
}

describe('the email about a message', () => {
  it('repeats its subject and leads to it, and says nothing of the family', async () => {
    const { episodeId, childId } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse']);
    const nurse = await testApp.actor('schoolNurse');
    const added = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episodeId}/team`, {
      practitionerId: nurse.practitionerId,
      teamRole: 'member',
    });
    expect(added.status).toBe(201);
    expect(await deliver()).toBe(1);
    const [mail] = smtp.received;
    const [message] = await testApp.asOwner<{ id: string }>(
      'select id from messages where recipient_id = $1',
      [nurse.practitionerId],
    );
    expect(mail).toMatchObject({
      from: 'bridges@example.org',
      subject: 'Bridges: You have been added to a team around a child',
    });
    expect(mail!.to).toMatch(/@example\.org$/);
    expect(mail!.text).toContain(
      'You have a message in Bridges: You have been added to a team around a child.',
    );
    expect(mail!.text).toContain(`${PUBLIC_URL}/messages/${message!.id}`);
    for (const secret of [
      episodeId,
      childId,
      /Test\d/,
      'Invented',
      (await testApp.actor('schoolTeacher')).name,
    ])
      expect(mail!.text).not.toMatch(secret);
    const browser = await testApp.browse('schoolNurse');
    expect((await browser.get(`/messages/${message!.id}`)).location).toBe(`/episodes/${episodeId}`);
    expect((await (await testApp.browse('outsider')).get(`/messages/${message!.id}`)).status).toBe(404);
  });

  it('does not repeat a subject that is not known to name no one', async () => {
    await tell('schoolNurse', 'Chloe has moved house');
    await deliver();
    expect(smtp.received[0]!.subject).toBe('Bridges: A message for you');
    expect(smtp.received[0]!.text).not.toContain('Chloe');
    smtp.reset();
    await tell('schoolNurse', 'محمد حسن has moved house');
    await deliver();
    expect(smtp.received[0]!.subject).toBe('Bridges: A message for you');
    expect(smtp.received[0]!.text).not.toMatch(/\p{Script=Arabic}/u);
  });

  it('may repeat every subject that Bridges writes', async () => {
    const known = (
      await testApp.asOwner<{ subject: string }>('select subject from access.mail_subjects')
    ).map(({ subject }) => subject);
    const written = writtenSubjects();
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((subject) => !known.includes(subject))).toEqual([]);
    expect(known.filter((subject) => !written.includes(subject))).toEqual([]);
  });

  it('is queued in the transaction of the message, and goes when that does', async () => {
    const client = new pg.Client({ connectionString: testApp.adminUrl });
    await client.connect();
    await client.query('begin');
    await client.query(
      `insert into messages (id, recipient_id, subject, body, sent_at) values (gen_random_uuid(), $1, 'A closure was undone', 'x', now())`,
      [await idOf('schoolNurse')],
    );
    expect((await client.query('select from mails')).rowCount).toBe(1);
    await client.query('rollback');
    await client.end();
    expect(await mails()).toEqual([]);
  });

  it('is not written about a message that is loaded from an earlier time', async () => {
    await testApp.asOwner(
      `insert into messages (id, recipient_id, subject, body, sent_at)
       values (gen_random_uuid(), $1, 'A closure was undone', 'x', now() - interval '2 hours')`,
      [await idOf('schoolNurse')],
    );
    expect(await mails()).toEqual([]);
  });
});

describe('an email does not go', () => {
  it('to a person who has left, is suspended, cannot sign in or has no address', async () => {
    const [left, suspended, silent] = await Promise.all(
      ['schoolNurse', 'youthWorker', 'healthVisitor'].map(idOf),
    );
    for (const persona of ['schoolNurse', 'youthWorker', 'healthVisitor']) await tell(persona);
    await testApp.asOwner(
      `insert into messages (id, recipient_id, subject, body, sent_at)
       select gen_random_uuid(), p.id, 'A closure was undone', 'Invented', platform.now() from practitioners p
       where p.email is not null and not exists (select from auth.accounts a where a.practitioner_id = p.id) limit 1`,
    );
    const [{ email }] = (await testApp.asOwner('select email from practitioners where id = $1', [
      silent,
    ])) as [{ email: string }];
    await testApp.asOwner("update practitioners set left_at = now() - interval '1 minute' where id = $1", [
      left,
    ]);
    await testApp.asOwner('update auth.accounts set suspended_at = now() where practitioner_id = $1', [
      suspended,
    ]);
    await testApp.asOwner('update practitioners set email = null where id = $1', [silent]);
    await deliver();
    await testApp.asOwner('update practitioners set left_at = null where id = $1', [left]);
    await testApp.asOwner('update auth.accounts set suspended_at = null where practitioner_id = $1', [
      suspended,
    ]);
    await testApp.asOwner('update practitioners set email = $2 where id = $1', [silent, email]);
    expect((await reasons()).map(([, reason]) => reason).sort()).toEqual([
      ...['left', 'no_account', 'no_address', 'suspended'],
    ]);
    expect(smtp.received).toEqual([]);
  });

  it('about a message that was read, or whose request was answered, before it was due', async () => {
    const read = await tell('schoolNurse');
    await testApp.asOwner('update messages set read_at = now() where id = $1', [read]);
    await testApp.asOwner(
      `insert into messages (id, recipient_id, subject, body, sent_at, about_kind, about_id)
       values (gen_random_uuid(), $1, 'You have been asked to be a lead professional', 'x', now(), 'lead_proposal', gen_random_uuid())`,
      [await idOf('schoolNurse')],
    );
    await deliver();
    expect(await reasons()).toEqual([
      ['dropped', 'already_read'],
      ['dropped', 'already_read'],
    ]);
    expect(smtp.received).toEqual([]);
  });

  it('about a family to a person who no longer comes to it, unless a child may not be safe', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
    await testApp.asOwner('delete from mails; delete from messages');
    const proposal = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episodeId}/lead-professional/proposals`, {
      ...{ practitionerId: await idOf('healthVisitor'), familyPreference: 'Her', reason: 'Knows them' },
    });
    expect(proposal.status).toBe(201);
    const about = (subject: string, persona: string) =>
      testApp.asOwner(
        `insert into messages (id, recipient_id, subject, body, href, sent_at)
         select gen_random_uuid(), $1, $2, 'Invented', $3, platform.now()`,
        [personas[persona], subject, `/episodes/${episodeId}/plan`],
      );
    const personas: Record<string, string> = {};
    for (const persona of ['healthVisitor', 'schoolManager', 'outsider', 'coordinatorNwl'])
      personas[persona] = await idOf(persona);
    for (const persona of Object.keys(personas)) await about('A closure was undone', persona);
    await about('A child may not be safe', 'outsider');
    const goingTo = async (): Promise<string[]> =>
      (
        await testApp.asOwner<{ line: string }>(
          `select e.recipient_id || ' ' || m.subject as line from mails e cross join lateral access.messages_to_mail(e.id) m`,
        )
      )
        .map(({ line }) => {
          const [id, ...words] = line.split(' ');
          return `${Object.keys(personas).find((one) => personas[one] === id)}: ${words.join(' ')}`;
        })
        .sort();
    const always = [
      'coordinatorNwl: A closure was undone',
      'outsider: A child may not be safe',
      'schoolManager: A closure was undone',
    ];
    expect(await goingTo()).toEqual(
      [
        ...always,
        'healthVisitor: A closure was undone',
        'healthVisitor: You have been asked to be a lead professional',
      ].sort(),
    );
    const withdrawn = await (
      await testApp.as('schoolTeacher')
    ).post(`/episodes/${episodeId}/consents`, {
      ...{ purpose: 'share_plan', decision: 'refused', agencies: [], decidedBy: 'Invented Mother' },
      ...{ capacity: 'parental_responsibility', limitsExplained: true, form: 'written' },
    });
    expect([withdrawn.status, withdrawn.text]).toEqual([201, expect.any(String)]);
    expect((await (await testApp.as('healthVisitor')).get(`/episodes/${episodeId}`)).status).toBe(404);
    expect(await goingTo()).toEqual(always);
    expect(await deliver()).toBe(3);
    expect((await reasons()).filter(([outcome]) => outcome === 'dropped')).toEqual([
      ['dropped', 'already_read'],
      ['dropped', 'already_read'],
      ['dropped', 'already_read'],
    ]);
  });

  it('at all while no mail system is set up, and not late when one is', async () => {
    await tell('schoolNurse');
    expect(await deliver({ driver: 'none' })).toBe(0);
    expect(await reasons()).toEqual([['dropped', 'mail_off']]);
    expect(await deliver()).toBe(0);
    expect(smtp.received).toEqual([]);
  });
});

describe('a person who chose', () => {
  it('no email gets none, except about safety', async () => {
    await choose('schoolNurse', { email: 'never' });
    await tell('schoolNurse');
    await tell('schoolNurse', 'A child may not be safe');
    await deliver();
    expect(smtp.received.map(({ subject }) => subject)).toEqual(['Bridges: A child may not be safe']);
  });

  it('quiet hours gets what comes up in them when they end, except about safety', async () => {
    await choose('schoolNurse', { email: 'at_once', quietFrom: 19, quietUntil: 8 });
    // In summer London is an hour ahead: 21:30 there.
    await testApp.moveClock('2027-07-05T20:30:00Z');
    await tell('schoolNurse');
    await tell('schoolNurse', 'A step-up is waiting for your answer');
    await deliver();
    expect(smtp.received.map(({ subject }) => subject)).toEqual([
      'Bridges: A step-up is waiting for your answer',
    ]);
    const [waiting] = (await mails()).filter(({ outcome }) => outcome === null);
    expect(waiting!.due_at.toISOString()).toBe('2027-07-06T07:00:00.000Z');
    await testApp.moveClock('2027-07-06T06:59:00Z');
    expect(await deliver()).toBe(0);
    await testApp.moveClock('2027-07-06T07:01:00Z');
    expect(await deliver()).toBe(1);
    await tell('schoolNurse');
    expect(await deliver()).toBe(1);
  });

  it('a daily email gets one, at that hour in London, with what is still unread', async () => {
    await choose('schoolNurse', { email: 'daily', digestHour: 7 });
    await testApp.moveClock('2027-01-11T10:00:00Z');
    const read = await tell('schoolNurse', 'An episode has closed');
    await tell('schoolNurse', 'A meeting has been cancelled');
    await tell('schoolNurse', 'Someone has asked for your help');
    await testApp.asOwner('update messages set read_at = platform.now() where id = $1', [read]);
    expect(await deliver()).toBe(0);
    expect((await mails()).map(({ kind, due_at }) => [kind, due_at.toISOString()])).toEqual([
      ['digest', '2027-01-12T07:00:00.000Z'],
    ]);
    await testApp.moveClock('2027-01-12T07:01:00Z');
    await tell('schoolNurse', 'The other parent objects');
    expect(await deliver()).toBe(1);
    expect(smtp.received[0]!.subject).toBe('Bridges: 2 messages for you');
    expect(smtp.received[0]!.text).toContain('- A meeting has been cancelled');
    expect(smtp.received[0]!.text).toContain('- Someone has asked for your help');
    expect(smtp.received[0]!.text).not.toContain('An episode has closed');
    expect(smtp.received[0]!.text).not.toContain('objects');
  });

  it('gets one digest though two messages arrive at the same moment', async () => {
    await choose('schoolNurse', { email: 'daily', digestHour: 7 });
    await Promise.all([tell('schoolNurse'), tell('schoolNurse'), tell('schoolNurse')]);
    expect((await mails()).map(({ kind }) => kind)).toEqual(['digest']);
    expect(await testApp.asOwner('select from mail_messages')).toHaveLength(3);
  });
});

describe('a mail system that', () => {
  it('refuses the address ends the attempts', async () => {
    await tell('schoolNurse');
    smtp.answers = { RCPT: '550 no such user Chloe' };
    expect(await deliver()).toBe(0);
    expect(await reasons()).toEqual([['failed', 'rejected_address']]);
  });

  it('asks to try later is tried again, each time after a longer pause, and at last given up', async () => {
    await tell('schoolNurse');
    smtp.answers = { RCPT: '451 busy' };
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      await deliver();
      const [{ pause }] = (await testApp.asOwner(
        'select round(extract(epoch from not_before - now()) / 60)::int as pause from mails',
      )) as [{ pause: number }];
      pauses.push(pause);
      await testApp.asOwner(
        "update mails set not_before = now() - interval '1 second' where finished_at is null",
      );
    }
    expect(pauses.slice(0, 7)).toEqual([1, 5, 15, 60, 240, 720, 1_440]);
    expect(await mails()).toMatchObject([{ attempts: 8, outcome: 'failed', reason: 'later' }]);
    expect(smtp.received).toEqual([]);
  });

  it('cannot be reached costs one email an attempt, not all of them', async () => {
    await tell('schoolNurse');
    await tell('youthWorker');
    expect(await deliver({ driver: 'smtp', url: 'smtp://127.0.0.1:1', from: 'a@example.org' })).toBe(0);
    expect((await mails()).map(({ attempts, reason }) => [attempts, reason]).sort()).toEqual(
      [
        [0, null],
        [1, 'connection'],
      ].sort(),
    );
    await testApp.asOwner('update mails set not_before = null');
    expect(await deliver()).toBe(2);
  });
});

describe('the state of the outbox', () => {
  it('is in health and, with reasons and without names, on the page of the system administrator alone', async () => {
    await tell('schoolNurse');
    smtp.answers = { RCPT: '550 no such user' };
    await deliver();
    await tell('schoolNurse');
    const { body } = (await request(testApp.server).get('/health/ready')) as {
      body: { degraded: string[]; mail: object };
    };
    expect(body.mail).toMatchObject({ waiting: 1, failedToday: 1 });
    expect(body.degraded).toContain('mail');
    const { text } = await (await testApp.browse('systemAdministrator')).get('/outbox');
    expect(text).toContain('The mail system does not accept the address');
    expect(text).toContain('No mail system is set up');
    expect(text).not.toContain((await testApp.actor('schoolNurse')).name);
    expect((await (await testApp.browse('agencyAdministrator')).get('/outbox')).status).toBe(403);
    expect(await testApp.sql('schoolTeacher', 'select * from access.mail_counts()')).toEqual([]);
    for (const table of ['mails', 'mail_messages', 'webhook_deliveries'])
      await expect(testApp.sql('systemAdministrator', `select * from ${table}`)).rejects.toThrow(
        /permission denied/,
      );
  });
});

describe('an email that is not about a message', () => {
  it('invites a person, and lets them set a new password, at the address of the account alone', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const added = await administrator.post('/practitioners', {
      ...{ name: 'Odile Ferrante', jobTitle: 'Youth worker', role: 'practitioner' },
      email: 'odile.ferrante@example.org',
    });
    expect(added.status).toBe(201);
    const id = added.body.id as string;
    expect(await deliver()).toBe(1);
    const { invitationPath } = (await administrator.get(`/practitioners/${id}/account`)).body as {
      invitationPath: string;
    };
    expect(smtp.received[0]).toMatchObject({
      to: 'odile.ferrante@example.org',
      subject: 'Your invitation to Bridges',
    });
    expect(smtp.received[0]!.text).toContain(`${PUBLIC_URL}${invitationPath}`);
    const secret = invitationPath.split('/').at(-1)!;
    expect(JSON.stringify(await testApp.asOwner('select * from mails'))).not.toContain(secret);
    const accepted = await request(testApp.server)
      .post(`/api/v1/invitations/${secret}/acceptance`)
      .send({ password: 'otter lantern biscuit' });
    expect(accepted.status).toBe(201);
    // An administrator who changes the address in the directory does not get the link.
    await testApp.asOwner("update practitioners set email = 'other@example.org' where id = $1", [id]);
    expect((await administrator.post(`/practitioners/${id}/password-reset`)).status).toBe(201);
    expect(await deliver()).toBe(1);
    expect(smtp.received[1]).toMatchObject({
      to: 'odile.ferrante@example.org',
      subject: 'Set a new password for Bridges',
    });
    expect(smtp.received[1]!.text).toMatch(/\/password\/reset\/[\w-]{43}/);
  });

  it('is not sent when its link is no longer open, or was never made', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const added = await administrator.post('/practitioners', {
      ...{ name: 'Piers Ferrante', jobTitle: 'Youth worker', role: 'practitioner' },
      email: 'piers.ferrante@example.org',
    });
    const path = `/practitioners/${added.body.id as string}/invitation`;
    expect((await administrator.post(path, { email: 'piers.ferrante@example.org' })).status).toBe(201);
    await testApp.asOwner(`select access.queue_mail('invitation', $1, $2)`, [
      await idOf('schoolNurse'),
      { id: 'f0000000-0000-7000-8000-00000000c001' },
    ]);
    expect(await deliver()).toBe(1);
    expect((await reasons()).map(([outcome]) => outcome).sort()).toEqual(['dropped', 'dropped', 'sent']);
  });

  it('is laid aside when it names no link, and stops no other email', async () => {
    for (const kind of ['invitation', 'password_reset'])
      await testApp.asOwner('select access.queue_mail($1, $2, $3)', [
        kind,
        await idOf('schoolNurse'),
        { id: 'not an id' },
      ]);
    await testApp.asOwner(`select access.queue_mail('invitation', $1, '[]')`, [await idOf('schoolNurse')]);
    await tell('schoolNurse');
    expect(await deliver()).toBe(1);
    expect(await reasons()).toEqual(
      expect.arrayContaining([
        ['dropped', 'no_address'],
        ['dropped', 'no_address'],
        ['dropped', 'no_address'],
        ['sent', null],
      ]),
    );
  });

  it('gives a person who forgot their password a link, at most three in an hour, and tells no stranger of an account', async () => {
    const resets = testApp.app.get(PasswordResetsService);
    for (const name of ['unknown@example.org', ...Array<string>(5).fill(' Odile.Ferrante@example.org')]) {
      resets.requestLater(name);
      await resets.settled();
    }
    expect(await deliver()).toBe(3);
    expect(new Set(smtp.received.map(({ to }) => to))).toEqual(new Set(['odile.ferrante@example.org']));
    const link = /\/password\/reset\/[\w-]{43}/.exec(smtp.received[2]!.text)![0];
    const owner = Browser.stranger(testApp.server);
    const set = await owner.submit(link, { password: 'walnut harbour trumpet' }, link);
    expect(set.text).toContain('Your password has been changed');
    const earlier = /\/password\/reset\/[\w-]{43}/.exec(smtp.received[0]!.text)![0];
    expect((await owner.get(earlier)).status).toBe(404);
  });

  it('is queued by no one who can only run SQL', async () => {
    const call = `select access.queue_mail('invitation', '${await idOf('schoolNurse')}', '{}')`;
    await expect(testApp.sql('agencyAdministrator', call)).rejects.toThrow(/permission denied/);
    const auth = new pg.Client({ connectionString: urlAs(testApp.adminUrl, 'bridges_auth', TEST_SECRET) });
    await auth.connect();
    await expect(auth.query(call)).rejects.toThrow(/permission denied/);
    await auth.end();
  });

  it('cannot pretend to be about a message; a kind that is not known fails for good', async () => {
    const recipient = await idOf('schoolNurse');
    await expect(
      testApp.asOwner(`select access.queue_mail('digest', $1, '{}')`, [recipient]),
    ).rejects.toThrow('This email comes of a message');
    await testApp.asOwner(`select access.queue_mail('advert', $1, '{}')`, [recipient]);
    expect(await deliver()).toBe(0);
    expect(await reasons()).toEqual([['failed', 'unknown_kind']]);
  });
});

describe('GOV.UK Notify', () => {
  let server: Server;
  let calls: { method: string; url: string; body: Record<string, unknown> | null }[];
  let status: number;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const body = text ? (JSON.parse(text) as Record<string, unknown>) : null;
        calls.push({ method: request.method!, url: request.url!, body });
        const known = calls.filter(({ method }) => method === 'POST').map((one) => one.body!['reference']);
        const asked = new URL(request.url!, 'http://x').searchParams.get('reference');
        response.writeHead(request.method === 'POST' ? status : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ notifications: known.filter((one) => one === asked) }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    calls = [];
    status = 201;
  });
  const byNotify = (): MailSettings => ({
    driver: 'notify',
    apiKey: 'test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
    templateId: '11111111-2222-4333-8444-555555555555',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });

  it('gets the subject, the text and the email’s own id', async () => {
    await tell('schoolNurse');
    expect(await deliver(byNotify())).toBe(1);
    const [mail] = await mails();
    expect(calls).toHaveLength(1);
    expect(calls[0]!.body).toMatchObject({
      reference: mail!.id,
      personalisation: { subject: 'Bridges: A closure was undone' },
    });
  });

  it('is asked before a second attempt, so that nothing is sent twice', async () => {
    await tell('schoolNurse');
    await deliver(byNotify());
    // As if the sender had died before it marked the email.
    await testApp.asOwner('update mails set finished_at = null, outcome = null, not_before = null');
    expect(await deliver(byNotify())).toBe(1);
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('that is out of order is tried again, one that refuses the email is not', async () => {
    await tell('schoolNurse');
    status = 503;
    await deliver(byNotify());
    expect(await reasons()).toEqual([[null, 'later']]);
    status = 400;
    await testApp.asOwner('update mails set not_before = null, attempts = 0');
    await deliver(byNotify());
    expect(await reasons()).toEqual([['failed', 'rejected']]);
  });
});

it('the role that sends reads no message, address or choice but by the email in its hands', async () => {
  const client = new pg.Client({ connectionString: urlAs(testApp.adminUrl, 'bridges_jobs', TEST_SECRET) });
  await client.connect();
  for (const table of ['mails', 'messages', 'practitioners', 'notification_choices', 'auth.accounts'])
    await expect(client.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  await client.end();
});

/** The subjects of messages in the source: of services, and of functions of the database. */
function writtenSubjects(): string[] {
  const filesOf = (folder: string, ending: string): string[] =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending) && !name.endsWith(`.spec${ending}`))
      .map((name) => readFileSync(join(projectRoot, folder, name), 'utf8'));
  const quoted = `(?<!raise exception |reject_\\w+\\('\\w+', )'([A-Z][^'\\n]+)'`;
  const services = [
    new RegExp(`messages\\.send(?:ToCoordinators)?\\(\\s*[^,]+,\\s*${quoted}`, 'g'),
    new RegExp(`this\\.notify\\(\\s*(?:childId|recordOf!),\\s*${quoted}`, 'g'),
    new RegExp(`overseers\\.(?:tell|notify)\\(\\s*[^,]+,\\s*${quoted}`, 'g'),
    new RegExp(`\\bsubject: ${quoted}`, 'g'),
    new RegExp(`const subject = ${quoted}`, 'g'),
  ];
  const inServices = ['libs/casework', 'libs/directory', 'libs/oversight']
    .flatMap((folder) => filesOf(folder, '.ts'))
    .flatMap((text) =>
      services.flatMap((pattern) => [...text.matchAll(pattern)].map(([, subject]) => subject!)),
    );
  // In SQL a subject is a text that ends without a full stop, near an insertion of messages or a call that makes one.
  const inDatabase = filesOf('migrations/policies', '.sql').flatMap((text) =>
    [
      ...text.matchAll(
        /insert into public\.messages|access\.tell_(?:agency|of_merge|of_meeting)\(|notify_responsible\(new/g,
      ),
    ].flatMap(({ index }) =>
      [...text.slice(index, index + 1_200).matchAll(new RegExp(quoted, 'g'))].flatMap(([, words]) =>
        /[.?]$|^FM|^INSERT$|^UPDATE$/.test(words!) || words!.endsWith(' ') ? [] : [words!],
      ),
    ),
  );
  return [...new Set([...inServices, ...inDatabase])].sort();
}
