import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

// The job that sends email in a program of its own, so that a test can kill it. Loads no more than it needs.
const { jobsUrl, settings } = JSON.parse(process.env.MAIL_PROGRAM);
await import('reflect-metadata');
const { JobRunner } = await import('../../apps/bridges/src/jobs/job-runner.ts');
const { quietPool } = await import('../../apps/bridges/src/jobs/quiet-pool.ts');
const { MailDelivery } = await import('../../libs/notifications/mail/mail-delivery.ts');
const jobs = quietPool(jobsUrl, 2);
await new JobRunner({ jobs, mail: new MailDelivery(jobs, settings) }).run('mail-delivery');
await jobs.end();
