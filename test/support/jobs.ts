import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailConfig, WebhookConfig } from '#libs/notifications';
import { type Config, urlAs } from '#libs/platform';
import type { JobName } from '../../apps/bridges/src/jobs/job-list.js';
import type { JobOptions } from '../../apps/bridges/src/jobs/job-worker.js';
import { runJobs } from '../../apps/console/src/run-jobs.js';
import { type Clone, TEST_SECRET } from './cluster.js';
import { openTestApp, type TestApp } from './test-app.js';

/** A program that runs jobs; without the clock unless requested, so that each job runs only when the test asks for it. */
export async function openTestAppWithJobs(
  database?: Clone,
  options: Partial<JobOptions> = {},
  changes: Partial<Config> = {},
): Promise<TestApp> {
  const dataDir = newFolder();
  const config: Partial<Config> = { roles: ['pages', 'api', 'jobs'], dataDir, ...changes };
  const testApp = await openTestApp(config, database, 6, { schedules: false, ...options });
  const close = testApp.close.bind(testApp);
  testApp.close = async () => {
    await close();
    rmSync(dataDir, { recursive: true });
  };
  return testApp;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'bridges-jobs-'));

/** Runs one job as the console does; returns how many things it did, and throws the console's error message. */
export async function runJob(
  { adminUrl }: Pick<TestApp, 'adminUrl'>,
  name: JobName,
  options: { readonly days?: number } = {},
  settings: Partial<MailConfig & WebhookConfig> = {},
): Promise<number> {
  const urls = {
    jobsUrl: urlAs(adminUrl, 'bridges_jobs', TEST_SECRET),
    authUrl: urlAs(adminUrl, 'bridges_auth', TEST_SECRET),
    sealerUrl: urlAs(adminUrl, 'bridges_sealer', TEST_SECRET),
  };
  const said: string[] = [];
  const dataDir = newFolder();
  const succeeded = await runJobs(
    urls,
    {
      ...{
        secret: TEST_SECRET,
        dataDir,
        publicUrl: null,
        mail: { driver: 'none' },
        webhooksToLoopback: false,
        providersOnLoopback: false,
      },
      ...settings,
    },
    [name],
    (line) => said.push(line),
    options,
  );
  rmSync(dataDir, { recursive: true });
  if (!succeeded) throw new Error(said.join('\n'));
  const [, ran, count] = /^([\w-]+): (\d+) \D+$/.exec(said.join('\n'))!;
  if (ran !== name) throw new Error(said.join('\n'));
  return Number(count);
}
