import { Counter, Gauge, Histogram } from 'prom-client';
import { registry } from '../http/metrics.js';
import type { JobHealth } from './job-health.js';
import { JOB_NAMES, type JobName } from './job-list.js';
import type { MailHealth } from './mail-health.js';

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

let askMail: () => Promise<MailHealth | null> = async () => null;

new Gauge({
  name: 'bridges_mails',
  help: 'Emails in the outbox: due and waiting, or given up in the last 24 hours',
  labelNames: ['state'],
  registers: [registry],
  async collect() {
    const mail = await askMail().catch(() => null);
    if (!mail) return;
    this.set({ state: 'waiting' }, mail.waiting);
    this.set({ state: 'failed' }, mail.failedToday);
  },
});
new Gauge({
  name: 'bridges_mail_late_seconds',
  help: 'For how long the oldest waiting email has been due',
  registers: [registry],
  async collect() {
    const mail = await askMail().catch(() => null);
    if (mail) this.set(mail.lateMinutes * 60);
  },
});

/** The source of each job's last success, queried when the metrics are collected. */
export const setHealthSource = (ask: () => Promise<readonly JobHealth[]>): void => void (askHealth = ask);
export const timeRun = (job: JobName): (() => void) => seconds.startTimer({ job });
export const countFailure = (job: JobName): void => failures.inc({ job });
/** The source of the outbox's numbers. */
export const setMailSource = (ask: () => Promise<MailHealth>): void => void (askMail = ask);
