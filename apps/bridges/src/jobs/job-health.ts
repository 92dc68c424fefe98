import type { Pool } from 'pg';
import { toProperties } from '#libs/platform';
import { isJobName, JOBS, type JobName } from './job-list.js';

export interface JobHealth {
  readonly name: JobName;
  readonly lastSucceededAt: Date | null;
  /** Since the last success. */
  readonly failures: number;
  /** Whether the last success is too long ago. */
  readonly isOverdue: boolean;
}

interface Row {
  readonly name: string;
  readonly lastSucceededAt: Date | null;
  readonly failures: number;
  readonly minutes: number;
}

/** The state of each job, whichever program ran it. */
export async function jobHealth(auth: Pool): Promise<JobHealth[]> {
  const { rows } = await auth.query<object>(`
    select name, last_succeeded_at, failures_in_a_row as failures,
      (extract(epoch from clock_timestamp() - coalesce(last_succeeded_at, known_since)) / 60)::float8 as minutes
    from platform.job_health()`);
  return toProperties<Row>(rows).flatMap(({ name, lastSucceededAt, failures, minutes }) =>
    isJobName(name)
      ? [{ name, lastSucceededAt, failures, isOverdue: minutes > JOBS[name].overdueAfterMinutes }]
      : [],
  );
}
