import { Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import type PgBoss from 'pg-boss';
import { JOB_NAMES, JOBS, type JobName } from './job-list.js';
import type { RunOptions } from './job-runner.js';

export interface QueuedJob {
  readonly id: string;
  readonly options: RunOptions;
}
/** pg-boss puts what is due into a queue of its own first, and does not wait for its own word that this was done. */
const SCHEDULER_QUEUE = '__pgboss__send-it';
const DAYS_KEPT = 2;

/** The one place that knows pg-boss: a queue of each job's name, filled by the clock. */
export class JobQueue {
  private readonly log = new Logger('Jobs');
  private boss: PgBoss | undefined;

  constructor(private readonly pool: Pool) {}

  /** Joins the queue that the owner made. Throws when it is of another version of pg-boss. */
  async start({ schedules }: { schedules: boolean }): Promise<void> {
    // Loaded only where jobs run, and not before the program listens.
    const { default: Boss } = await import('pg-boss');
    const boss = new Boss({
      db: { executeSql: (text: string, values: unknown[]) => this.execute(text, values) },
      ...{ schema: 'jobs', migrate: false, schedule: schedules, supervise: schedules },
      ...{ cronWorkerIntervalSeconds: 10, deleteAfterDays: DAYS_KEPT },
    });
    boss.on('error', (error) => this.log.warn(error.message));
    // Written down first: pg-boss looks at the clock as it starts, and then every half minute.
    for (const name of JOB_NAMES)
      await boss.schedule(name, JOBS[name].cron, undefined, { tz: 'Europe/London' });
    await boss.start();
    this.boss = boss;
  }

  /** Queues a job once; while it waits, the same again does nothing. */
  async send(name: JobName, options: RunOptions): Promise<void> {
    await this.started().send(name, options);
  }

  /** Takes the job if it waits and runs nowhere. */
  async take(name: JobName): Promise<QueuedJob | null> {
    const [job] = await this.started().fetch<RunOptions>(name);
    return job ? { id: job.id, options: job.data ?? {} } : null;
  }

  async complete(name: JobName, id: string): Promise<void> {
    await this.started().complete(name, id);
  }

  /** It is tried again, later and later. Why it failed may name people: it goes to the log, not into the queue. */
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
      // A rejection that is not waited for would end the whole program. What was not said is said again after a while.
      if (values.length !== 3 || values[0] !== SCHEDULER_QUEUE) throw error;
      this.log.warn((error as Error).message);
      return { rows: [{ count: 0 }] };
    }
  }
}
