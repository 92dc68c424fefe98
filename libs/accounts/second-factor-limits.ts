import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AUTH_POOL, RetryLaterProblem } from '#libs/platform';

/** Of the million codes three are right at a time: 40 attempts a day find one in 20 years. */
const LIMITS = [
  { points: 6, duration: 15 * 60 },
  { points: 40, duration: 86_400 },
] as const;

/** Where a code or password is typed. Each has its own count: who holds a session cannot keep its owner from signing in. */
export type CodePlace = 'sign-in' | 'confirmation';

/**
 * Counts codes typed for an account, so that they cannot be guessed. At sign-in only a person with the right password
 * comes this far, so a stranger uses up nothing.
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
  async admit(place: CodePlace, accountId: string): Promise<void> {
    for (const limiter of this.limiters)
      await limiter.consume(`${place} ${accountId}`).catch((answer: RateLimiterRes | Error) => {
        throw answer instanceof RateLimiterRes ? tooMany(answer.msBeforeNext) : answer;
      });
  }

  async succeeded(place: CodePlace, accountId: string): Promise<void> {
    for (const limiter of this.limiters) await limiter.delete(`${place} ${accountId}`);
  }
}

const tooMany = (ms: number): RetryLaterProblem => {
  const minutes = Math.ceil(ms / 60_000);
  const wait = minutes < 60 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return new RetryLaterProblem(
    429,
    `Too many wrong attempts. Wait ${wait} and try again.`,
    Math.ceil(ms / 1000),
  );
};
