import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AUTH_POOL, RetryLaterProblem } from '#libs/platform';

/** Of the million codes three are right at a time: 40 attempts a day find one in 20 years. */
const LIMITS = [
  { points: 6, duration: 15 * 60 },
  { points: 40, duration: 86_400 },
] as const;

/**
 * Counts codes typed for an account, so that they cannot be guessed. Only a person with the right password comes this
 * far, so a stranger uses up nothing.
 */
@Injectable()
export class SecondFactorLimits {
  private readonly limiters: readonly RateLimiterPostgres[];

  constructor(@Inject(AUTH_POOL) pool: Pool) {
    this.limiters = LIMITS.map(
      ({ points, duration }) =>
        new RateLimiterPostgres({
          ...{ storeClient: pool, schemaName: 'auth', tableName: 'attempts', tableCreated: true },
          // A scheduled job deletes expired rows.
          clearExpiredByTimeout: false,
          keyPrefix: `second factor ${duration}`,
          ...{ points, duration },
        }),
    );
  }

  /** Counts an attempt before its result is known, so that parallel ones all count. Throws 429 after too many. */
  async admit(accountId: string): Promise<void> {
    for (const limiter of this.limiters)
      await limiter.consume(accountId).catch((answer: RateLimiterRes | Error) => {
        throw answer instanceof RateLimiterRes ? tooMany(answer.msBeforeNext) : answer;
      });
  }

  async succeeded(accountId: string): Promise<void> {
    for (const limiter of this.limiters) await limiter.delete(accountId);
  }
}

const tooMany = (ms: number): RetryLaterProblem => {
  const minutes = Math.ceil(ms / 60_000);
  const wait = minutes < 60 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return new RetryLaterProblem(
    429,
    `Too many wrong codes. Wait ${wait} and try again.`,
    Math.ceil(ms / 1000),
  );
};
