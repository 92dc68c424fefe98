import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { MailDelivery, WebhookDelivery } from '#libs/notifications';
import { CONFIG, type Config, AUTH_POOL } from '#libs/platform';
import { AccessLogSealing } from './access-log-sealing.js';
import { jobHealth } from './job-health.js';
import { setHealthSource, setMailSource } from './job-metrics.js';
import { JobQueue } from './job-queue.js';
import { JOB_TOOLS, JobRunner } from './job-runner.js';
import { DEFAULT_JOB_OPTIONS, JOB_OPTIONS, type JobOptions, JobWorker } from './job-worker.js';
import type { JobTools } from './job-work.js';
import { mailHealth } from './mail-health.js';
import { quietPool } from './quiet-pool.js';

interface JobConnections {
  readonly jobsUrl: string;
  readonly sealerUrl: string;
  readonly jobOptions?: Partial<JobOptions> | undefined;
}

const JOBS_POOL = Symbol('JOBS_POOL');
/** A job that sends holds one for its lock and uses a second one. */
const MOST_CONNECTIONS = 5;

@Injectable()
class JobsPoolCloser implements OnApplicationShutdown {
  constructor(
    @Inject(JOBS_POOL) private readonly pool: Pool,
    private readonly worker: JobWorker,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    const ended = this.pool.end();
    if (!this.worker.hasGivenBack) await ended;
  }
}

/** Scheduled work. */
@Module({})
export class JobsModule {
  constructor(@Inject(AUTH_POOL) auth: Pool) {
    setHealthSource(() => jobHealth(auth));
    setMailSource(() => mailHealth(auth));
  }

  static forRoot({ jobsUrl, sealerUrl, jobOptions }: JobConnections): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        { provide: JOB_OPTIONS, useValue: { ...DEFAULT_JOB_OPTIONS, ...jobOptions } },
        { provide: JOBS_POOL, useFactory: () => quietPool(jobsUrl, MOST_CONNECTIONS) },
        {
          provide: AccessLogSealing,
          useFactory: (config: Config) => new AccessLogSealing(sealerUrl, config),
          inject: [CONFIG],
        },
        {
          provide: JOB_TOOLS,
          useFactory: (jobs: Pool, auth: Pool, sealing: AccessLogSealing, config: Config): JobTools => ({
            jobs,
            auth,
            sealing,
            mail: new MailDelivery(jobs, config),
            webhooks: new WebhookDelivery(jobs, config),
          }),
          inject: [JOBS_POOL, AUTH_POOL, AccessLogSealing, CONFIG],
        },
        { provide: JobQueue, useFactory: (pool: Pool) => new JobQueue(pool), inject: [JOBS_POOL] },
        JobRunner,
        JobWorker,
        JobsPoolCloser,
      ],
    };
  }
}
