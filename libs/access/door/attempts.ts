import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DOOR_POOL, type Refusal, RetryLater } from '#libs/platform';

const WRONG_TRIES = 8;
const WINDOW_SECONDS = 15 * 60;

/** Counts sign-ins by name and address together, so nobody can lock out somebody else. */
@Injectable()
export class Attempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(@Inject(DOOR_POOL) door: Pool) {
    this.limiter = new RateLimiterPostgres({
      storeClient: door,
      tableName: 'attempts',
      schemaName: 'door',
      tableCreated: true,
      // A job removes those that have ended.
      clearExpiredByTimeout: false,
      keyPrefix: 'sign-in',
      points: WRONG_TRIES,
      duration: WINDOW_SECONDS,
    });
  }

  /**
   * Counts this try, before it is known whether it is right: a hundred at once are a hundred. Refuses with 429 whoever has
   * tried too often.
   */
  async admit(username: string, address: string): Promise<void> {
    await this.limiter.consume(key(username, address)).catch((answer: RateLimiterRes | Error) => {
      throw answer instanceof RateLimiterRes ? tooMany(answer.msBeforeNext) : answer;
    });
  }

  /** A right one forgets the wrong ones before it. */
  async succeeded(username: string, address: string): Promise<void> {
    await this.limiter.delete(key(username, address));
  }
}

const key = (username: string, address: string): string =>
  `${username.toLowerCase().slice(0, 100)} ${address}`;
const tooMany = (ms: number): Refusal =>
  new RetryLater(429, 'Too many attempts to sign in. Wait 15 minutes and try again.', Math.ceil(ms / 1000));
