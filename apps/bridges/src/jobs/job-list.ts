/** A scheduled job: how often it runs, and when its last success is too long ago. */
interface JobPlan {
  /** In Europe/London. */
  readonly cron: string;
  /** A run counts as missed if the last success is older than this; the program makes up for it when it starts. */
  readonly everyMinutes: number;
  /** The job shows as degraded if the last success is older than this. */
  readonly overdueAfterMinutes: number;
  /** Whether its work depends on the clock, which a demonstration may move. */
  readonly followsClock: boolean;
}

/** Every job, by the name of its queue (migrations/tables/230_jobs.sql). */
export const JOBS = {
  'access-log-sealing': { cron: '* * * * *', everyMinutes: 1, overdueAfterMinutes: 10, followsClock: false },
  'consent-reminders': { cron: '5 * * * *', everyMinutes: 60, overdueAfterMinutes: 180, followsClock: true },
  'closure-proposal-lapses': {
    ...{ cron: '*/15 * * * *', everyMinutes: 15, overdueAfterMinutes: 60, followsClock: true },
  },
  'emergency-access-lapses': {
    ...{ cron: '*/5 * * * *', everyMinutes: 5, overdueAfterMinutes: 30, followsClock: true },
  },
  'ended-posts': { cron: '*/15 * * * *', everyMinutes: 15, overdueAfterMinutes: 60, followsClock: true },
  'people-confirmations': {
    ...{ cron: '40 6 * * *', everyMinutes: 1_440, overdueAfterMinutes: 1_800, followsClock: true },
  },
  'access-watch': { cron: '20 * * * *', everyMinutes: 60, overdueAfterMinutes: 180, followsClock: true },
  'sign-in-expiry': { cron: '*/15 * * * *', everyMinutes: 15, overdueAfterMinutes: 60, followsClock: false },
  'dormant-accounts': {
    cron: '40 3 * * *',
    everyMinutes: 1_440,
    overdueAfterMinutes: 1_800,
    followsClock: false,
  },
  'service-token-reminders': {
    cron: '50 6 * * *',
    everyMinutes: 1_440,
    overdueAfterMinutes: 1_800,
    followsClock: false,
  },
  'personal-token-reminders': {
    cron: '55 6 * * *',
    everyMinutes: 1_440,
    overdueAfterMinutes: 1_800,
    followsClock: false,
  },
  'mail-delivery': { cron: '* * * * *', everyMinutes: 1, overdueAfterMinutes: 15, followsClock: true },
  'webhook-delivery': { cron: '* * * * *', everyMinutes: 1, overdueAfterMinutes: 15, followsClock: false },
  'idempotent-answer-expiry': {
    ...{ cron: '35 * * * *', everyMinutes: 60, overdueAfterMinutes: 180, followsClock: false },
  },
  'draft-expiry': { cron: '*/15 * * * *', everyMinutes: 15, overdueAfterMinutes: 60, followsClock: true },
} as const satisfies Record<string, JobPlan>;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const isJobName = (name: string): name is JobName => JOB_NAMES.includes(name as JobName);
