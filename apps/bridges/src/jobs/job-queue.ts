import { Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import type PgBoss from 'pg-boss';
import { JOB_NAMES, JOBS, type JobName } from './job-list.js';
import type { RunOptions } from './job-runner.js';

interface QueuedJob {
  readonly id: string;
  readonly options: RunOptions;
}
/** The queue in which pg-boss first puts due jobs; pg-boss does not await the query that completes this. */
const SCHEDULER_QUEUE = '__pgboss__send-it';
const DAYS_KEPT = 2;

/** The only class that uses pg-boss: one queue per job name, filled on schedule. */
export class JobQueue {
  private readonly log = new Logger('Jobs');
  private boss: PgBoss | undefined;

  constructor(private readonly pool: Pool) {}

  /** Connects to the queue that the database owner created. Throws if its pg-boss version differs. */
  async start({ schedules }: { schedules: boolean }): Promise<void> {
    // Loaded only where jobs run, and only after the program listens.
    const { default: Boss } = await import('pg-boss');
    const boss = new Boss({
      db: { executeSql: (text: string, values: unknown[]) => this.execute(text, values) },
      ...{ schema: 'jobs', migrate: false, schedule: schedules, supervise: schedules },
      ...{ cronWorkerIntervalSeconds: 10, deleteAfterDays: DAYS_KEPT },
    });
    boss.on('error', (error) => this.log.warn(error.message));
    // Schedules must be stored first: pg-boss checks the clock as it starts, and then every half minute.
    for (const name of JOB_NAMES)
      await boss.schedule(name, JOBS[name].cron, undefined, { tz: 'Europe/London' });
    await boss.start();
    this.boss = boss;
  }

  /** Queues a job once; does nothing while the same job waits. */
  async send(name: JobName, options: RunOptions): Promise<void> {
    await this.started().send(name, options);
  }

  /** Takes the job if it is queued and not running anywhere. */
  async take(name: JobName): Promise<QueuedJob | null> {
    const [job] = await this.started().fetch<RunOptions>(name);
    return job ? { id: job.id, options: job.data ?? {} } : null;
  }

  async complete(name: JobName, id: string): Promise<void> {
    await this.started().complete(name, id);
  }

  /**
   * The job is retried with increasing delays. The error may name people, so it goes to the log, not into the queue.
   */
  async fail(name: JobName, id: string): Promise<void> {
    await this.started().fail(name, id);
  }

  async stop(): Promise<void> {
    await this.boss?.stop({ graceful: false });
  }

  private started(): PgBoss {
    if (!this.boss) throw new Error('The queue of jobs has not started.');
    return this.boss;
  }

  private async execute(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    try {
      return await this.pool.query(text, values.length > 0 ? values : undefined);
    } catch (error) {
      // A rejection that is not awaited would end the program. The scheduler repeats this query later.
      if (values.length !== 3 || values[0] !== SCHEDULER_QUEUE) throw error;
      this.log.warn((error as Error).message);
      return { rows: [{ count: 0 }] };
    }
  }
}
