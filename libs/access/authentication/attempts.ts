import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AUTH_POOL, type ProblemError, RetryLaterProblem } from '#libs/platform';

const MAX_FAILURES = 8;
const WINDOW_SECONDS = 15 * 60;

/** Counts sign-ins by name and address together, so that one person cannot lock out another. */
@Injectable()
export class Attempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(@Inject(AUTH_POOL) pool: Pool) {
    this.limiter = new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'attempts',
      schemaName: 'auth',
      tableCreated: true,
      // A scheduled job deletes expired rows.
      clearExpiredByTimeout: false,
      keyPrefix: 'sign-in',
      points: MAX_FAILURES,
      duration: WINDOW_SECONDS,
    });
  }

  /**
   * Counts this attempt before its result is known, so that a hundred parallel attempts count as a hundred. Throws 429
   * when there were too many.
   */
  async admit(username: string, address: string): Promise<void> {
    await this.limiter.consume(key(username, address)).catch((answer: RateLimiterRes | Error) => {
      throw answer instanceof RateLimiterRes ? tooMany(answer.msBeforeNext) : answer;
    });
  }

  /** A correct attempt clears the failed ones before it. */
  async succeeded(username: string, address: string): Promise<void> {
    await this.limiter.delete(key(username, address));
  }
}

const key = (username: string, address: string): string =>
  `${username.toLowerCase().slice(0, 100)} ${address}`;
const tooMany = (ms: number): ProblemError =>
  new RetryLaterProblem(
    429,
    'Too many attempts to sign in. Wait 15 minutes and try again.',
    Math.ceil(ms / 1000),
  );
