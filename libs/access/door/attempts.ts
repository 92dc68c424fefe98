import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DOOR_POOL, Refusal } from '#libs/platform';

const WRONG_TRIES = 8;
const WINDOW_SECONDS = 15 * 60;

/** Counts wrong sign-ins by name and address together, so nobody can lock out somebody else. */
@Injectable()
export class Attempts {
  private readonly limiter: RateLimiterPostgres;

  constructor(@Inject(DOOR_POOL) door: Pool) {
    this.limiter = new RateLimiterPostgres({
      storeClient: door,
      tableName: 'attempts',
      schemaName: 'door',
      tableCreated: true,
      keyPrefix: 'sign-in',
      points: WRONG_TRIES,
      duration: WINDOW_SECONDS,
    });
  }

  /** Refuses with 429 whoever has tried too often. */
  async admit(username: string, address: string): Promise<void> {
    const found = await this.limiter.get(key(username, address));
    if (found && found.consumedPoints >= WRONG_TRIES) throw tooMany();
  }

  async failed(username: string, address: string): Promise<void> {
    await this.limiter.consume(key(username, address)).catch((answer: RateLimiterRes | Error) => {
      if (answer instanceof Error) throw answer;
    });
  }

  async succeeded(username: string, address: string): Promise<void> {
    await this.limiter.delete(key(username, address));
  }
}

const key = (username: string, address: string): string =>
  `${username.toLowerCase().slice(0, 100)} ${address}`;
const tooMany = (): Refusal => new Refusal(429, 'Too many tries to sign in. Wait 15 minutes and try again.');
