import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ClockMoves } from '#libs/platform';
import { JOB_NAMES, JOBS, type JobName } from './job-list.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';

export const JOB_OPTIONS = Symbol('JOB_OPTIONS');

export interface JobOptions {
  /** The polling interval of each queue. */
  readonly pollMs: number;
  /** Whether the queues are filled on schedule; otherwise only missed runs are made up for. */
  readonly schedules: boolean;
  /** How long a shutdown waits for running jobs. */
  readonly stopMs: number;
}
export const DEFAULT_JOB_OPTIONS: JobOptions = { pollMs: 10_000, schedules: true, stopMs: 15_000 };

/** Takes jobs from their queues and runs them, one loop per queue. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly stopping = new AbortController();
  private readonly inHand = new Map<JobName, string>();
  private working: Promise<unknown> = Promise.resolve();
  /** Whether a job outlasted the shutdown timeout: its connection cannot be closed cleanly. */
  hasGivenBack = false;

  constructor(
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    private readonly clock: ClockMoves,
    @Inject(JOB_OPTIONS) private readonly options: JobOptions,
  ) {}

  /** Not awaited: the program serves requests while it connects to the queue. */
  onApplicationBootstrap(): void {
    // Each job's loop waits for the signal, so there are as many listeners as jobs.
    setMaxListeners(JOB_NAMES.length + 1, this.stopping.signal);
    this.clock.listen(() => this.runAfterClockMoved());
    this.working = this.start();
  }

  /**
   * Stops taking jobs and waits for running ones. What has not finished by then is left to another program or the next
   * start.
   */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.race([this.working, delay(this.options.stopMs, undefined, { ref: false })]);
    this.hasGivenBack = this.inHand.size > 0;
    for (const [name, id] of this.inHand) await this.queue.fail(name, id).catch(() => undefined);
    await this.queue.stop();
  }

  private async start(): Promise<void> {
    while (!this.isStopping && !(await this.joinQueue())) await this.pause();
    await Promise.all(JOB_NAMES.map((name) => this.workOn(name)));
  }

  /** Also makes up for runs that were missed while no program ran. */
  private async joinQueue(): Promise<boolean> {
    try {
      await this.queue.start(this.options);
      for (const name of JOB_NAMES) await this.queue.send(name, { onlyIfMissed: true });
      return true;
    } catch (error) {
      this.log.error('Jobs do not run', { error });
      await this.queue.stop().catch(() => undefined);
      return false;
    }
  }

  private async workOn(name: JobName): Promise<void> {
    while (!this.isStopping)
      if (!(await this.next(name).catch((error: unknown) => this.warn(name, error)))) await this.pause();
  }

  /** Returns whether there was a job. */
  private async next(name: JobName): Promise<boolean> {
    const job = await this.queue.take(name);
    if (!job) return false;
    this.inHand.set(name, job.id);
    const isDone = await this.runner.run(name, job.options).then(
      () => true,
      (error: unknown) => this.warn(name, error),
    );
    this.inHand.delete(name);
    if (this.hasGivenBack) return true;
    await (isDone ? this.queue.complete(name, job.id) : this.queue.fail(name, job.id));
    return true;
  }

  /** In a demonstration: runs everything due by the new time before the answer is sent. */
  private async runAfterClockMoved(): Promise<void> {
    for (const name of JOB_NAMES)
      if (JOBS[name].followsClock)
        await this.runner.run(name).catch((error: unknown) => this.warn(name, error));
  }

  private warn(name: JobName, error: unknown): false {
    this.log.error(`The job ${name} failed`, { error });
    return false;
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async pause(): Promise<void> {
    await delay(this.options.pollMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
