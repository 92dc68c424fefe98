import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AUTH_POOL, RetryLaterProblem } from '#libs/platform';

export interface SignInAttempt {
  readonly username: string;
  /** The network address that the request came from. */
  readonly source: string;
  /** The id of a browser in which this account has signed in before. */
  readonly device: string | null;
}

const WINDOW_SECONDS = 15 * 60;
const LIMITS = {
  /** One account from one source. */
  pair: 8,
  /** One source against any accounts: one password tried on many. */
  source: 60,
  /** One account from all unknown browsers together: one account tried from many places. */
  account: 40,
  /** Links to set a new password, asked for from one source. */
  reset: 20,
  /** Sign-ins with a passkey alone from one source, each a page and an answer. They cannot be guessed, but cost work. */
  passkey: 200,
  /** A known browser has an allowance of its own, so strangers cannot keep its owner out. */
  device: 20,
  /** Sign-ins at an identity provider, from one source: a whole agency may share its address. */
  provider: 600,
} as const;
type Kind = keyof typeof LIMITS;

/** Counts attempts to sign in, so that passwords cannot be guessed and no stranger can keep another person out. */
@Injectable()
export class SignInLimits {
  private readonly limiters: Readonly<Record<Kind, RateLimiterPostgres>>;

  constructor(@Inject(AUTH_POOL) pool: Pool) {
    const limiter = (kind: Kind): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'attempts',
        schemaName: 'auth',
        tableCreated: true,
        // A scheduled job deletes expired rows.
        clearExpiredByTimeout: false,
        keyPrefix: `sign-in ${kind}`,
        points: LIMITS[kind],
        duration: WINDOW_SECONDS,
        // Once exceeded, this program refuses by itself: a flood costs the database nothing.
        inMemoryBlockOnConsumed: LIMITS[kind] + 1,
      });
    this.limiters = {
      pair: limiter('pair'),
      source: limiter('source'),
      account: limiter('account'),
      device: limiter('device'),
      reset: limiter('reset'),
      passkey: limiter('passkey'),
      provider: limiter('provider'),
    };
  }

  /**
   * Counts this attempt before its result is known, so that a hundred parallel attempts count as a hundred. Throws 429
   * when there were too many. An unknown user name is counted like any other.
   */
  async admit(attempt: SignInAttempt): Promise<void> {
    for (const [kind, key] of keysOf(attempt)) await this.consume(kind, key);
  }

  /** Counts a request for a link to set a new password. Throws 429 when there were too many from this source. */
  async admitReset(source: string): Promise<void> {
    await this.consume('reset', source);
  }

  /** Counts a page that asks for a passkey, and an answer to it. Throws 429 when there were too many from this source. */
  async admitPasskey(source: string): Promise<void> {
    await this.consume('passkey', source);
  }

  /** Counts what makes this program ask an identity provider. Throws 429 when there was too much from this source. */
  async admitProvider(source: string): Promise<void> {
    await this.consume('provider', source);
  }

  /** A correct attempt clears the failed ones of this browser or source, and does not count against the others. */
  async succeeded(attempt: SignInAttempt): Promise<void> {
    for (const [kind, key] of keysOf(attempt))
      await (kind === 'pair' || kind === 'device'
        ? this.limiters[kind].delete(key)
        : this.limiters[kind].reward(key));
  }

  private async consume(kind: Kind, key: string): Promise<void> {
    await this.limiters[kind].consume(key).catch((answer: RateLimiterRes | Error) => {
      throw answer instanceof RateLimiterRes ? tooMany(answer.msBeforeNext) : answer;
    });
  }
}

function keysOf({ username, source, device }: SignInAttempt): [Kind, string][] {
  const name = username.slice(0, 100);
  return device
    ? [['device', `${name} ${device}`]]
    : [
        ['pair', `${name} ${source}`],
        ['source', source],
        ['account', name],
      ];
}

const tooMany = (ms: number): RetryLaterProblem =>
  new RetryLaterProblem(
    429,
    'Too many attempts. Wait 15 minutes and try again, or ask your agency’s administrator for help.',
    Math.ceil(ms / 1000),
  );
