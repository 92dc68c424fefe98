import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AUTH_POOL } from '#libs/platform';

/** How long a challenge may be answered. */
export const CHALLENGE_MINUTES = 5;

/** Counts answers to each challenge for as long as it may be answered: of any number at once, one is accepted. */
@Injectable()
export class UsedChallenges {
  private readonly limiter: RateLimiterPostgres;

  constructor(@Inject(AUTH_POOL) pool: Pool) {
    this.limiter = new RateLimiterPostgres({
      ...{ storeClient: pool, schemaName: 'auth', tableName: 'attempts', tableCreated: true },
      // A scheduled job deletes expired rows.
      clearExpiredByTimeout: false,
      keyPrefix: 'passkey challenge',
      // Longer than the challenge lasts, whatever the clocks of the two servers.
      ...{ points: 1, duration: 2 * CHALLENGE_MINUTES * 60 },
    });
  }

  /** Whether this is the first answer. */
  async isFirst(challenge: string): Promise<boolean> {
    const key = createHash('sha256').update(challenge).digest('base64url');
    return this.limiter.consume(key).then(
      () => true,
      (answer: RateLimiterRes | Error) => {
        if (answer instanceof RateLimiterRes) return false;
        throw answer;
      },
    );
  }
}
