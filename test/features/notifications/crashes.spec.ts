import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot, urlAs } from '#libs/platform';
import { TEST_SECRET } from '../../support/cluster.js';
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
  await testApp.asOwner('delete from mails; delete from messages');
});

/** The sender in a program of its own. */
function startSender(): ChildProcess {
  const mail = { driver: 'smtp', url: smtp.url, from: 'bridges@example.org' };
  const program = {
    jobsUrl: urlAs(testApp.adminUrl, 'bridges_jobs', TEST_SECRET),
    settings: { secret: TEST_SECRET, publicUrl: PUBLIC_URL, mail },
  };
  return spawn(process.execPath, [join(projectRoot, 'test/support/mail-program.mjs')], {
    env: { ...process.env, NODE_OPTIONS: '', MAIL_PROGRAM: JSON.stringify(program) },
    stdio: ['ignore', 'ignore', process.env['TEST_LOG'] ? 'inherit' : 'ignore'],
  });
}

async function kill(sender: ChildProcess): Promise<void> {
  const gone = once(sender, 'exit');
  sender.kill('SIGKILL');
  await gone;
  // The server notices a dead client, and gives up its locks, only when it next talks to it.
  await testApp.asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'bridges_jobs'`,
  );
}

async function runToTheEnd(): Promise<void> {
  const [code] = (await once(startSender(), 'exit')) as [number];
  expect(code).toBe(0);
}

/** The lease of a dead sender ends with time. */
const endLease = (): Promise<unknown> =>
  testApp.asOwner("update mails set not_before = now() - interval '1 second' where not_before is not null");

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  const giveUp = Date.now() + 40_000;
  while (!(await what())) {
    if (Date.now() > giveUp) throw new Error('It did not come to this.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isSenderBlocked = async (): Promise<boolean> =>
  (
    await testApp.asOwner(
      `select from pg_stat_activity where datname = current_database() and usename = 'bridges_jobs' and wait_event_type = 'Lock'`,
    )
  ).length > 0;

async function message(recipient = 'schoolTeacher'): Promise<void> {
  const { practitionerId } = await testApp.actor(recipient);
  await testApp.asOwner(
    `insert into messages (id, recipient_id, subject, body, sent_at)
     values (gen_random_uuid(), $1, 'A closure was undone', 'Invented', now())`,
    [practitionerId],
  );
}

interface Mail {
  readonly id: string;
  readonly attempts: number;
  readonly outcome: string | null;
}
const mails = (): Promise<Mail[]> =>
  testApp.asOwner<Mail>('select id, attempts, outcome from mails order by queued_at, id');
const idsReceived = (): string[] => smtp.received.map(({ messageId }) => messageId);
const messageId = ({ id }: Mail): string => `<${id}@bridges.example.org>`;

describe('a sender that is killed', () => {
  it('before it takes an email in hand has sent nothing; the next one sends it once', async () => {
    await message();
    const holder = new pg.Client({ connectionString: testApp.adminUrl });
    await holder.connect();
    await holder.query('begin; lock table mails in access exclusive mode');
    const sender = startSender();
    await until(isSenderBlocked);
    await kill(sender);
    await holder.query('rollback');
    await holder.end();
    expect(await mails()).toMatchObject([{ attempts: 0, outcome: null }]);
    expect(smtp.received).toEqual([]);
    await runToTheEnd();
    expect(await mails()).toMatchObject([{ attempts: 1, outcome: 'sent' }]);
    expect(smtp.received).toHaveLength(1);
  });

  it('after it took an email in hand has sent nothing; it is sent once, when the lease has ended', async () => {
    await message();
    smtp.greets = false;
    const sender = startSender();
    await until(() => smtp.connections > 0);
    await kill(sender);
    expect(await mails()).toMatchObject([{ attempts: 1, outcome: null }]);
    smtp.greets = true;
    await runToTheEnd();
    // Not before: another sender might still be at it.
    expect(smtp.received).toEqual([]);
    await endLease();
    await runToTheEnd();
    expect(await mails()).toMatchObject([{ attempts: 2, outcome: 'sent' }]);
    expect(smtp.received).toHaveLength(1);
  });

  it('after the mail system took the email but before it was marked: sent again, as the same message', async () => {
    await message();
    const holder = new pg.Client({ connectionString: testApp.adminUrl });
    await holder.connect();
    smtp.beforeReply = async () => {
      await holder.query('begin; select from mails for update');
    };
    const sender = startSender();
    await until(isSenderBlocked);
    await kill(sender);
    await holder.query('rollback');
    await holder.end();
    expect(await mails()).toMatchObject([{ attempts: 1, outcome: null }]);
    expect(smtp.received).toHaveLength(1);
    smtp.beforeReply = async () => undefined;
    await endLease();
    await runToTheEnd();
    const [mail] = await mails();
    expect(mail).toMatchObject({ attempts: 2, outcome: 'sent' });
    expect(idsReceived()).toEqual([messageId(mail!), messageId(mail!)]);
    expect(smtp.received[1]!.text).toContain(`Message-ID: ${messageId(mail!)}`);
  });

  it('after it was marked: not sent again, and the one after it is not lost', async () => {
    await message();
    await message('schoolNurse');
    smtp.beforeReply = async () => void (smtp.greets = false);
    const sender = startSender();
    await until(
      async () => (await mails()).some(({ outcome }) => outcome === 'sent') && smtp.connections === 2,
    );
    await kill(sender);
    expect((await mails()).map(({ outcome }) => outcome).sort()).toEqual([null, 'sent'].sort());
    smtp.greets = true;
    smtp.beforeReply = async () => undefined;
    await endLease();
    await runToTheEnd();
    const all = await mails();
    expect(all.map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
    expect(idsReceived().sort()).toEqual(all.map(messageId).sort());
  });
});

it('two senders at once send each email once', async () => {
  for (let n = 0; n < 6; n++) await message();
  await Promise.all([runToTheEnd(), runToTheEnd()]);
  const all = await mails();
  expect(all).toHaveLength(6);
  expect(idsReceived().sort()).toEqual(all.map(messageId).sort());
});
