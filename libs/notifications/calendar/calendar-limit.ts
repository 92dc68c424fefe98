import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AUTH_POOL, RetryLaterProblem } from '#libs/platform';

/** A calendar program asks every few minutes at most. */
const PER_ADDRESS = { points: 60, duration: 3_600 };
/** Addresses that lead nowhere, from one source. */
const UNKNOWN = { points: 20, duration: 900 };

/** Counts reads of calendar addresses: of each one, and from each source those that lead nowhere. */
@Injectable()
export class CalendarLimit {
  private readonly perAddress: RateLimiterPostgres;
  private readonly unknown: RateLimiterPostgres;

  constructor(@Inject(AUTH_POOL) pool: Pool) {
    const shared = {
      ...{ storeClient: pool, tableName: 'attempts', schemaName: 'auth', tableCreated: true },
      clearExpiredByTimeout: false,
    };
    this.perAddress = new RateLimiterPostgres({ ...shared, ...PER_ADDRESS, keyPrefix: 'calendar' });
    this.unknown = new RateLimiterPostgres({ ...shared, ...UNKNOWN, keyPrefix: 'calendar-unknown' });
  }

  /** Throws 429 once a source has tried too many addresses that lead nowhere. */
  async assertSource(source: string): Promise<void> {
    const tried = await this.unknown.get(source);
    if (tried && tried.remainingPoints <= 0) throw tooMany(tried);
  }

  /** Throws 429 when this address is read too often. */
  async countRead(secret: string): Promise<void> {
    const key = createHash('sha256').update(`limit ${secret}`).digest('base64url');
    await this.perAddress.consume(key).catch((answer: RateLimiterRes | Error) => {
      throw answer instanceof RateLimiterRes ? tooMany(answer) : answer;
    });
  }

  async countUnknown(source: string): Promise<void> {
    await this.unknown.consume(source).catch((answer: RateLimiterRes | Error) => {
      if (!(answer instanceof RateLimiterRes)) throw answer;
    });
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): RetryLaterProblem =>
  new RetryLaterProblem(
    429,
    'This calendar was read too often. Try again later.',
    Math.ceil(msBeforeNext / 1000),
  );
