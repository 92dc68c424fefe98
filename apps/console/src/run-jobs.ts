import { type MailConfig, MailDelivery, type WebhookConfig, WebhookDelivery } from '#libs/notifications';
import type { Config } from '#libs/platform';
import { AccessLogSealing } from '../../bridges/src/jobs/access-log-sealing.js';
import { isJobName, JOB_NAMES, type JobName } from '../../bridges/src/jobs/job-list.js';
import { JobRunner } from '../../bridges/src/jobs/job-runner.js';
import type { WorkOptions } from '../../bridges/src/jobs/job-work.js';
import { quietPool } from '../../bridges/src/jobs/quiet-pool.js';

const DONE: Readonly<Record<JobName, string>> = {
  'access-log-sealing': 'entries sealed',
  'consent-reminders': 'reminders sent',
  'closure-proposal-lapses': 'proposals lapsed',
  'emergency-access-lapses': 'lapses announced',
  'ended-posts': 'posts settled',
  'people-confirmations': 'reminders sent',
  'access-watch': 'new access concerns',
  'sign-in-expiry': 'sessions, tokens, attempts and links removed',
  'dormant-accounts': 'accounts suspended',
  'service-token-reminders': 'tokens that end soon',
  'personal-token-reminders': 'reminders sent',
  'mail-delivery': 'emails sent',
  'webhook-delivery': 'events delivered',
  'idempotent-answer-expiry': 'answers removed',
  'draft-expiry': 'drafts removed',
};

interface Urls {
  readonly jobsUrl: string;
  readonly authUrl: string;
  readonly sealerUrl: string;
}

/** All jobs, or the named one. Throws a one-line error if there is no such job. */
export function jobsNamed(name: string | undefined): readonly JobName[] {
  if (name === undefined) return JOB_NAMES;
  if (!isJobName(name)) throw new Error(`There is no job ${name}. Jobs: ${JOB_NAMES.join(', ')}.`);
  return [name];
}

/**
 * Runs these jobs once, now, as the schedule would; waits for a job that another program is running. Reports what each
 * did, continues after a failure, and returns whether all succeeded.
 */
export async function runJobs(
  { jobsUrl, authUrl, sealerUrl }: Urls,
  config: Pick<Config, 'dataDir'> & MailConfig & WebhookConfig,
  names: readonly JobName[],
  say: (line: string) => void,
  options: WorkOptions = {},
): Promise<boolean> {
  // A job that sends holds one connection for its lock and uses a second one.
  const [jobs, auth] = [quietPool(jobsUrl, 2), quietPool(authUrl, 1)];
  const sealing = new AccessLogSealing(sealerUrl, config);
  const runner = new JobRunner({
    ...{ jobs, auth, sealing },
    mail: new MailDelivery(jobs, config),
    webhooks: new WebhookDelivery(jobs, config),
  });
  let allSucceeded = true;
  try {
    for (const name of names) {
      try {
        say(`${name}: ${await runner.run(name, options)} ${DONE[name]}`);
      } catch (error) {
        allSucceeded = false;
        say(`${name}: failed. ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await Promise.all([jobs.end(), auth.end(), sealing.close()]);
  }
  return allSucceeded;
}
