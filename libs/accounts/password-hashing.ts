import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Gate, RetryLaterProblem } from '#libs/platform';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT_PARAMETERS = `m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=${ARGON2ID.parallelism}`;
/** Each hash takes 19 MiB and a core for about 30 ms, and every other request waits meanwhile. */
const HASHING_LIMITS = { inside: 2, waiting: 30, waitMs: 5_000 };
/** One source of requests takes at most half of that, so that a flood of wrong passwords leaves room for other people. */
const SOURCE_LIMITS = { inside: 1, waiting: 14, waitMs: 5_000 };
const PLACEHOLDER_HASH = hash('no account has this password', ARGON2ID);

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

/** Whether a stored hash was made with other parameters than those of today. */
export const isOutdated = (passwordHash: string): boolean =>
  !passwordHash.startsWith('$argon2id$') || passwordHash.split('$')[3] !== CURRENT_PARAMETERS;

/** Checks and makes password hashes, a few at a time. Throws 503 when too many wait. */
@Injectable()
export class PasswordHashing {
  private readonly everyone = new Gate(HASHING_LIMITS);
  private readonly sources = new Gate(SOURCE_LIMITS);

  /** Whether the password is right. Without a stored hash the same work is done, and the answer is no. */
  async verify(passwordHash: string | null, password: string, source: string): Promise<boolean> {
    const isCorrect = await this.queued(source, async () =>
      verify(passwordHash ?? (await PLACEHOLDER_HASH), password),
    );
    return passwordHash !== null && isCorrect;
  }

  make(password: string, source: string): Promise<string> {
    return this.queued(source, () => hashPassword(password));
  }

  private async queued<T>(source: string, work: () => Promise<T>): Promise<T> {
    const leaveSource = await this.sources.enter(source);
    if (!leaveSource) throw tooBusy();
    try {
      const leave = await this.everyone.enter('');
      if (!leave) throw tooBusy();
      try {
        return await work();
      } finally {
        leave();
      }
    } finally {
      leaveSource();
    }
  }
}

const tooBusy = (): RetryLaterProblem =>
  new RetryLaterProblem(503, 'Too many people are signing in. Try again in a moment.', 5);
