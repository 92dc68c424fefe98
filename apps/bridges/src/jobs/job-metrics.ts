import { Counter, Gauge, Histogram } from 'prom-client';
import { registry } from '../http/metrics.js';
import type { JobHealth } from './job-health.js';
import { JOB_NAMES, type JobName } from './job-list.js';

const seconds = new Histogram({
  name: 'bridges_job_seconds',
  help: 'Time that a run of a job took in this program; its count is the number of runs',
  labelNames: ['job'],
  buckets: [0.01, 0.1, 1, 10, 60, 600],
  registers: [registry],
});
const failures = new Counter({
  name: 'bridges_job_failures_total',
  help: 'Runs of a job in this program that failed',
  labelNames: ['job'],
  registers: [registry],
});
for (const job of JOB_NAMES) {
  seconds.zero({ job });
  failures.inc({ job }, 0);
}

let askHealth: () => Promise<readonly JobHealth[]> = async () => [];

new Gauge({
  name: 'bridges_job_last_success_timestamp_seconds',
  help: 'When a job last succeeded, in whichever program',
  labelNames: ['job'],
  registers: [registry],
  async collect() {
    for (const { name, lastSucceededAt } of await askHealth().catch(() => []))
      if (lastSucceededAt) this.set({ job: name }, lastSucceededAt.getTime() / 1000);
  },
});

/** The source of each job's last success, queried when the metrics are collected. */
export const setHealthSource = (ask: () => Promise<readonly JobHealth[]>): void => void (askHealth = ask);
export const timeRun = (job: JobName): (() => void) => seconds.startTimer({ job });
export const countFailure = (job: JobName): void => failures.inc({ job });
