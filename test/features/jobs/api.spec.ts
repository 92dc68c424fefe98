import type { AddressInfo } from 'node:net';
import pg from 'pg';
import request from 'supertest';
import { JOB_NAMES, type JobName } from '../../../apps/bridges/src/jobs/job-list.js';
import { serveMetrics } from '../../../apps/bridges/src/http/metrics.js';
import { cloneDatabase } from '../../support/cluster.js';
import { openTestAppWithJobs } from '../../support/jobs.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { statementsDuring } from '../../support/statements.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

interface Health {
  readonly status: string;
  readonly degraded?: readonly string[];
  readonly jobs: readonly {
    readonly name: string;
    readonly lastSuccess: string | null;
    readonly failures: number;
    readonly overdue: boolean;
  }[];
}

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const daysOn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 20_000;)
    if (await what()) return;
    else await new Promise((resolve) => setTimeout(resolve, 30));
  throw new Error('It did not come to this within 20 seconds.');
}
async function healthOf(program: TestApp): Promise<Health> {
  const { status, body } = await request(program.server).get('/health/ready');
  expect(status).toBe(200);
  return body as Health;
}
const jobIn = ({ jobs }: Health, name: JobName) => jobs.find((job) => job.name === name)!;
/** The state of each queued run of a job. */
const statesOf = async (program: TestApp, name: JobName): Promise<string[]> =>
  (
    await program.asOwner<{ state: string }>(
      'select state::text from jobs.job where name = $1 order by created_on',
      [name],
    )
  ).map(({ state }) => state);
const warningsOf = async (program: TestApp, episodeId: string): Promise<number> =>
  (
    await program.asOwner<{ n: number }>(
      'select count(*)::int as n from consent_warnings where episode_id = $1',
      [episodeId],
    )
  )[0]!.n;

/** A consent that ends in this many days, with the person who is reminded of it. */
async function consentThatEnds(program: TestApp, days: number): Promise<string> {
  const { episodeId } = await openedEpisode(program, 'healthVisitor');
  await agrees(program, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
    validUntil: daysOn(days),
  });
  return episodeId;
}

describe('the home page', () => {
  it('sends no reminder and writes nothing, however much is due', async () => {
    const episodeId = await consentThatEnds(testApp, 10);
    const browser = await testApp.browse('healthVisitor');
    await browser.get('/');
    const tables = await testApp.asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'access', 'audit', 'jobs', 'platform') order by 1`,
    );
    const rows = () =>
      testApp.asOwner(
        tables
          .map(
            ({ name }) =>
              `select '${name}' as name, count(*)::int, md5(string_agg(t::text, '' order by t::text)) from ${name} t`,
          )
          .join(' union all '),
      );
    const before = await rows();
    expect((await browser.get('/')).text).toContain('consent to share ends');
    expect(await rows()).toEqual(before);
    expect(await warningsOf(testApp, episodeId)).toBe(0);
  }, 30_000);

  it('runs the same number of statements whether a reminder is due or not, and all of them only read', async () => {
    const browser = await testApp.browse('healthVisitor');
    const statements = () => statementsDuring(testApp, () => browser.get('/'));
    const due = await statements();
    await testApp.asOwner('update consents set valid_until = valid_until + 60');
    const notDue = await statements();
    expect(due).toEqual(notDue);
    expect(due.length).toBeGreaterThan(5);
    expect(due.length).toBeLessThanOrEqual(12);
    expect(
      due.filter((text) => /\b(insert into|update \w+ set|delete from)\b|reminders\(|raise_/i.test(text)),
    ).toEqual([]);
  });
});

describe('two programs on one database', () => {
  it('run each job once between them, and catch up on what was missed before either ran', async () => {
    const clone = await cloneDatabase();
    const before = await openTestApp({}, { ...clone, drop: async () => undefined });
    const episodeId = await consentThatEnds(before, 10);
    await before.close();
    const programs = await Promise.all([
      openTestAppWithJobs({ ...clone, drop: async () => undefined }),
      openTestAppWithJobs({ ...clone, drop: async () => undefined }),
    ]);
    const [one, other] = programs as [TestApp, TestApp];
    try {
      await until(async () => (await healthOf(one)).jobs.every(({ lastSuccess }) => lastSuccess !== null));
      await until(async () =>
        (await Promise.all(JOB_NAMES.map((name) => statesOf(one, name))))
          .flat()
          .every((state) => state === 'completed'),
      );
      const health = await healthOf(one);
      expect(health.degraded).toBeUndefined();
      expect(health.jobs.map(({ name }) => name)).toEqual([...JOB_NAMES].sort());
      expect((await healthOf(other)).jobs).toEqual(health.jobs);
      expect(await warningsOf(one, episodeId)).toBe(1);
      const messages = await one.asOwner('select subject from messages where href = $1', [
        `/episodes/${episodeId}/consents`,
      ]);
      expect(messages).toEqual([{ subject: 'Consent to share ends soon' }]);
      // A job queued twice by two simultaneous starts found nothing left to do.
      expect(
        await one.asOwner(
          'select name from jobs.runs where last_failed_at is not null or failures_in_a_row > 0',
        ),
      ).toEqual([]);
    } finally {
      await Promise.all(programs.map((program) => program.close()));
      await clone.drop();
    }
  }, 60_000);

  it('do not run the same job at the same time', async () => {
    const clone = await cloneDatabase();
    const keep = { ...clone, drop: async () => undefined };
    const programs = await Promise.all([openTestAppWithJobs(keep), openTestAppWithJobs(keep)]);
    const [one] = programs as [TestApp, TestApp];
    try {
      await until(async () => (await healthOf(one)).jobs.every(({ lastSuccess }) => lastSuccess !== null));
      await one.asOwner(`
        create table jobs.passes (at timestamptz, what text);
        create function jobs.note_pass() returns trigger language plpgsql security definer as $$ begin
          insert into jobs.passes values (clock_timestamp(), 'in'); perform pg_sleep(0.3);
          insert into jobs.passes values (clock_timestamp(), 'out'); return null; end $$;
        create trigger note_pass before update on access.watch_runs for each statement execute function jobs.note_pass()`);
      await Promise.all(programs.map((program) => program.moveClock(`${daysOn(1)}T10:00:00Z`)));
      const passes = await one.asOwner<{ what: string }>('select what from jobs.passes order by at');
      expect(passes.map(({ what }) => what)).toEqual(['in', 'out', 'in', 'out']);
    } finally {
      await Promise.all(programs.map((program) => program.close()));
      await clone.drop();
    }
  }, 60_000);
});

test('a failed job is retried, shows in health and metrics, takes no page down, and recovers', async () => {
  const clone = await cloneDatabase();
  const program = await openTestApp({}, { ...clone, drop: async () => undefined });
  await program.asOwner(
    'revoke execute on function access.raise_access_concerns(timestamptz) from bridges_jobs',
  );
  await program.asOwner('update jobs.queue set retry_limit = 1000, retry_delay = 0, retry_backoff = false');
  await program.close();
  const working = await openTestAppWithJobs(clone);
  const metrics = serveMetrics(0);
  try {
    await until(async () => jobIn(await healthOf(working), 'access-watch').failures >= 2);
    const failing = await healthOf(working);
    expect(failing.status).toBe('ok');
    expect(failing.degraded).toEqual(['access-watch']);
    expect(jobIn(failing, 'access-watch').lastSuccess).toBeNull();
    expect((await (await working.browse('schoolTeacher')).get('/')).status).toBe(200);
    const figures = async (): Promise<string> =>
      (await fetch(`http://127.0.0.1:${(metrics.address() as AddressInfo).port}`)).text();
    const figure = async (line: RegExp): Promise<number> => Number(line.exec(await figures())?.[1]);
    const FAILURES = /^bridges_job_failures_total\{job="access-watch"\} (\d+)$/m;
    const RUNS = /^bridges_job_seconds_count\{job="access-watch"\} (\d+)$/m;
    const SUCCESS = /^bridges_job_last_success_timestamp_seconds\{job="access-watch"\} ([\d.]+)$/m;
    expect(await figure(FAILURES)).toBeGreaterThanOrEqual(2);
    expect(await figure(RUNS)).toBeGreaterThanOrEqual(2);
    expect(await figure(SUCCESS)).toBeNaN();
    // The cause of the failure stays in the log; the queue stores none of it.
    const outputs = await working.asOwner<{ output: unknown }>('select distinct output from jobs.job');
    expect(outputs).toEqual([{ output: null }]);

    await working.asOwner(
      'grant execute on function access.raise_access_concerns(timestamptz) to bridges_jobs',
    );
    await until(async () => jobIn(await healthOf(working), 'access-watch').failures === 0);
    expect((await healthOf(working)).degraded).toBeUndefined();
    await until(async () => (await statesOf(working, 'access-watch')).join() === 'completed');
    expect(Math.abs((await figure(SUCCESS)) - Date.now() / 1000)).toBeLessThan(30);
  } finally {
    metrics.close();
    await working.close();
  }
}, 60_000);

test('a job whose last success is too long ago is named by every program, which stays ready', async () => {
  await testApp.asOwner('update jobs.runs set last_succeeded_at = now(), failures_in_a_row = 0');
  expect((await healthOf(testApp)).degraded).toBeUndefined();
  await testApp.asOwner(
    "update jobs.runs set last_succeeded_at = now() - interval '31 hours' where name in ('access-watch', 'sign-in-expiry')",
  );
  const health = await healthOf(testApp);
  expect([health.status, health.degraded]).toEqual(['ok', ['access-watch', 'sign-in-expiry']]);
  expect(jobIn(health, 'access-watch').overdue).toBe(true);
  await testApp.asOwner(
    "update jobs.runs set last_succeeded_at = null, known_since = now() - interval '31 hours'",
  );
  expect((await healthOf(testApp)).degraded).toEqual([...JOB_NAMES].sort());
  await testApp.asOwner('update jobs.runs set known_since = now()');
  expect((await healthOf(testApp)).degraded).toBeUndefined();
});

describe('the demo clock', () => {
  it('runs the jobs that have fallen due when it is moved, before the answer, where jobs run', async () => {
    const working = await openTestAppWithJobs();
    try {
      const episodeId = await consentThatEnds(working, 40);
      const browser = await working.browse('healthVisitor');
      expect((await browser.get('/')).text).not.toContain('Consent to share ends');
      await working.moveClock(`${daysOn(15)}T09:00:00Z`);
      expect(await warningsOf(working, episodeId)).toBe(1);
      expect((await browser.get('/')).text).toContain('Consent to share ends soon');
      await working.moveClock(`${daysOn(15)}T09:00:00Z`);
      expect(await warningsOf(working, episodeId)).toBe(1);
      await working.moveClock(`${daysOn(40)}T09:00:00Z`);
      expect((await browser.get('/')).text).toContain('Consent to share ends today');
    } finally {
      await working.close();
    }
  }, 60_000);

  it('is moved even when a job fails', async () => {
    const working = await openTestAppWithJobs();
    try {
      await working.asOwner(
        'revoke execute on function access.send_all_expiry_reminders() from bridges_jobs',
      );
      await working.moveClock('2031-03-01T09:00:00Z');
      const [{ day }] = (await working.sql<{ day: string }>(
        'healthVisitor',
        'select platform.now()::date as day',
      )) as [{ day: string }];
      expect(day).toBe('2031-03-01');
    } finally {
      await working.close();
    }
  }, 60_000);
});

test('scheduled jobs are queued by London time, and a program without jobs runs none', async () => {
  await testApp.asOwner('update jobs.runs set last_succeeded_at = null');
  await testApp.moveClock('2031-03-01T09:00:00Z');
  await testApp.moveClock();
  const scheduled = await openTestAppWithJobs(undefined, { schedules: true });
  try {
    await until(
      async () => (await scheduled.asOwner('select from jobs.schedule')).length === JOB_NAMES.length,
    );
    expect(await scheduled.asOwner('select distinct timezone from jobs.schedule')).toEqual([
      { timezone: 'Europe/London' },
    ]);
    // Sealing is due every minute, so it is queued at the first check of the clock.
    await until(
      async () =>
        (
          await scheduled.asOwner(
            `select from jobs.job where name = '__pgboss__send-it' and data ->> 'name' = 'access-log-sealing'`,
          )
        ).length > 0,
    );
  } finally {
    await scheduled.close();
  }
  expect(await testApp.asOwner('select name from jobs.runs where last_succeeded_at is not null')).toEqual([]);
}, 60_000);

describe('stopping', () => {
  /** A program that is looking for odd access, and blocked because the table is locked. */
  async function inTheMiddle(
    stopMs: number,
  ): Promise<{ program: TestApp; lock: pg.Client; close: () => Promise<void> }> {
    const clone = await cloneDatabase();
    const lock = new pg.Client({ connectionString: clone.adminUrl });
    lock.on('error', () => undefined);
    await lock.connect();
    await lock.query('begin; lock table access.watch_runs in access exclusive mode');
    const program = await openTestAppWithJobs({ ...clone, drop: async () => undefined }, { stopMs });
    await until(async () => (await statesOf(program, 'access-watch')).join() === 'active');
    const close = async (): Promise<void> => {
      await lock.end();
      await clone.drop();
    };
    return { program, lock, close };
  }

  it('waits for the running job', async () => {
    const { program, lock, close } = await inTheMiddle(10_000);
    setTimeout(() => void lock.query('commit'), 300);
    await program.close();
    expect(await statesOf(program, 'access-watch')).toEqual(['completed']);
    await close();
  }, 60_000);

  it('waits no longer than the limit, and leaves the job for the next start', async () => {
    const { program, lock, close } = await inTheMiddle(200);
    const began = Date.now();
    await program.close();
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(await statesOf(program, 'access-watch')).toEqual(['retry']);
    await lock.query('commit');
    // In this test the process goes on, so the job ends after all and releases its lock.
    await until(async () => {
      const { rowCount } = await lock.query(
        "select from pg_stat_activity where datname = current_database() and usename = 'bridges_jobs'",
      );
      return rowCount === 0;
    });
    await close();
  }, 60_000);
});
