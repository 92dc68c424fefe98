import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { JOBS, type JobName } from './job-list.js';
import { countFailure, timeRun } from './job-metrics.js';
import { type JobTools, WORK, type WorkOptions } from './job-work.js';

export const JOB_TOOLS = Symbol('JOB_TOOLS');

export interface RunOptions extends WorkOptions {
  /** To make up for missed runs: does nothing if another program has done so in the meantime. */
  readonly onlyIfMissed?: boolean | undefined;
}

/** Runs a job, one at a time across all programs, and records the result. */
@Injectable()
export class JobRunner {
  constructor(@Inject(JOB_TOOLS) private readonly tools: JobTools) {}

  /** Returns how many items it processed, or null if no run was missed. Throws what the job throws. */
  async run(name: JobName, options: RunOptions = {}): Promise<number | null> {
    const stopTimer = timeRun(name);
    try {
      const done = await this.inLock(name, (client) => this.work(client, name, options));
      if (done !== null) stopTimer();
      return done;
    } catch (error) {
      stopTimer();
      countFailure(name);
      await this.tools.jobs.query(FAILED, [name]).catch(() => undefined);
      throw error;
    }
  }

  private async work(client: PoolClient, name: JobName, options: RunOptions): Promise<number | null> {
    if (options.onlyIfMissed && !(await isMissed(client, name))) return null;
    const done = await WORK[name](client, this.tools, options);
    await client.query(SUCCEEDED, [name]);
    return done;
  }

  /** The job's work and the record of its success are one transaction. */
  private async inLock<T>(name: JobName, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.tools.jobs.connect();
    try {
      await client.query('begin');
      await client.query("set local lock_timeout = '1min'; set local statement_timeout = '10min'");
      await client.query('select pg_advisory_xact_lock(hashtext($1))', [`bridges job ${name}`]);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

async function isMissed(client: PoolClient, name: JobName): Promise<boolean> {
  const { rows } = await client.query<{ missed: boolean }>(
    `select coalesce(last_succeeded_at < clock_timestamp() - make_interval(mins => $2), true) as missed
     from jobs.runs where name = $1`,
    [name, JOBS[name].everyMinutes],
  );
  return rows[0]!.missed;
}

const SUCCEEDED =
  'update jobs.runs set last_succeeded_at = clock_timestamp(), failures_in_a_row = 0 where name = $1';
const FAILED =
  'update jobs.runs set last_failed_at = clock_timestamp(), failures_in_a_row = failures_in_a_row + 1 where name = $1';
