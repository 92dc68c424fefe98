import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type Actor, isService, type Service } from './actor.js';
import { signClaim } from './claim.js';
import { CommittedProblem, ProblemError } from './errors.js';
import { newId } from './ids.js';
import { CLAIM_KEY } from './tokens.js';

interface Unit {
  readonly manager: EntityManager;
  readonly who: Actor | Service;
  readonly now: Date;
  readonly requestId: string;
  /** The focus of the unit as the database sees it: empty for everything within reach. */
  readonly focus: string;
  /** Database answers, cached until the first write of this unit. */
  readonly cache: Map<string, Promise<unknown>>;
}

interface UnitOptions {
  /** Decisions run serializable: read committed lost updates and let two last leads leave at once. */
  readonly serializable?: boolean;
  readonly requestId?: string;
  /**
   * The episodes that the work is about: it sees these as usual, and no others. Without it, everything within reach.
   */
  readonly focus?: readonly string[];
}

/** Cap impersonations below the pool size, or they deadlock waiting for a second connection. */
const IMPERSONATION_POOL_SHARE = 4;

const current = new AsyncLocalStorage<Unit>();
const MAX_ATTEMPTS = 5;
/** Serialization failure, deadlock: the whole transaction may be retried. */
const RETRYABLE_CODES = new Set(['40001', '40P01']);

function unit(): Unit {
  const store = current.getStore();
  if (!store) throw new Error('There is no unit of work here.');
  return store;
}

/** The entity manager of the current unit of work. Await in sequence: one client serves it. */
export const db = (): EntityManager => unit().manager;
/** The signed-in actor of the current unit of work. */
export function actor(): Actor {
  const { who } = unit();
  if (isService(who)) throw new Error('A system of an agency is no actor.');
  return who;
}
/** The instant of this unit of work; a demonstration may have moved the clock. */
export const now = (): Date => unit().now;
export const requestId = (): string => unit().requestId;

/** The cache key of an episode's abilities. */
export const abilitiesKey = (episodeId: string): string => `abilities ${episodeId}`;

/** Runs the query once in this unit of work and repeats its answer, until a write or a rollback. */
export function cachedUntilWrite<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const { cache } = unit();
  const cached = cache.get(key) as Promise<T> | undefined;
  if (cached) return cached;
  const answer = ask();
  cache.set(key, answer);
  return answer;
}

/** Runs work that sees these episodes alone; afterwards everything within reach is visible again. */
export const withFocus = <T>(episodeIds: readonly string[], work: () => Promise<T>): Promise<T> =>
  inFocus(focusText(episodeIds), work);

/** Runs work that sees everything within reach, also on a page about one episode: for what other families share with it. */
export const withWholeReach = <T>(work: () => Promise<T>): Promise<T> => inFocus('', work);

async function inFocus<T>(text: string, work: () => Promise<T>): Promise<T> {
  await setFocus(text);
  try {
    return await work();
  } finally {
    // Not after the transaction failed: the caller's savepoint restores the earlier focus.
    await setFocus(unit().focus).catch(() => undefined);
  }
}

/** Limits the rest of the unit of work to these episodes. */
export const narrowTo = (episodeIds: readonly string[]): Promise<unknown> => setFocus(focusText(episodeIds));

const setFocus = (text: string): Promise<unknown> =>
  db().query("select set_config('bridges.focus', $1, true)", [text]);

/** One transaction for each request, in which the database knows the actor. */
@Injectable()
export class UnitOfWork {
  private impersonations = 0;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLAIM_KEY) private readonly key: Buffer,
  ) {}

  /** Runs work as the actor or system and commits; rolls back when it throws. A serialization failure restarts it. */
  async run<T>(who: Actor | Service, work: () => Promise<T>, options: UnitOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(who, work, options);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 5 * Math.random()));
      }
    }
  }

  /**
   * Runs work as another reader: a transaction of its own with the reader's claim, in which nothing can be written.
   * Only from within a unit of work, which records it. Throws 429 when too many run at once.
   */
  async runReadOnlyAs<T>(reader: Actor, work: () => Promise<T>): Promise<T> {
    const { requestId } = unit();
    const limit = Math.floor(
      (Number(this.dataSource.options.poolSize) || IMPERSONATION_POOL_SHARE) / IMPERSONATION_POOL_SHARE,
    );
    if (this.impersonations >= Math.max(1, limit))
      throw new ProblemError(429, 'Several people are looking at previews just now. Try again in a moment.');
    this.impersonations++;
    try {
      return await this.once(reader, work, { requestId }, READ_ONLY_SNAPSHOT);
    } finally {
      this.impersonations--;
    }
  }

  private async once<T>(
    who: Actor | Service,
    work: () => Promise<T>,
    { serializable, requestId = newId(), focus }: UnitOptions,
    mode = serializable ? SERIALIZABLE : READ_COMMITTED,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const { instant: now, abilities } = await this.begin(runner, mode, who, focus);
      const cache = new Map<string, Promise<unknown>>();
      if (focus && abilities) cache.set(abilitiesKey(focus[0]!), Promise.resolve(abilities));
      clearCacheOnWrite(runner, cache);
      const unit: Unit = {
        ...{ manager: runner.manager, who, now, requestId, cache },
        focus: focus ? focusText(focus) : '',
      };
      const result = await current.run(unit, work).catch(async (error: unknown) => {
        if (error instanceof CommittedProblem) await runner.commitTransaction();
        throw error;
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Begins and presents the claim in one round trip. The claim goes as a bound parameter, for this transaction only; a
   * literal could be read by other sessions.
   */
  private async begin(
    runner: QueryRunner,
    mode: string,
    who: Actor | Service,
    focus: UnitOptions['focus'],
  ): Promise<PresentedClaim> {
    const client = (await runner.connect()) as Client;
    // TypeORM would begin in two messages and wait for each; this marks a transaction as under way.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const [, { rows }] = await Promise.all([
      client.query(`start transaction ${mode}`),
      client.query('select instant, abilities from access.present_claim($1, $2)', [
        signClaim(this.key, who),
        focus ? focusText(focus) : null,
      ]),
    ]);
    return rows[0]!;
  }
}

interface PresentedClaim {
  readonly instant: Date;
  /** The abilities on the episode in focus, when the focus is a single one. */
  readonly abilities: unknown;
}
interface Client {
  query(text: string, values?: unknown[]): Promise<{ rows: PresentedClaim[] }>;
}

const READ_COMMITTED = 'isolation level read committed';
const SERIALIZABLE = 'isolation level serializable';
const READ_ONLY_SNAPSHOT = 'isolation level repeatable read, read only';

const focusText = (episodeIds: readonly string[]): string => `{${episodeIds.join(',')}}`;

/** Reads, and the log entries about them, change no cached answer. */
const READ_STATEMENT = /^\s*(select|with)\b/i;
const LOG_STATEMENT = /^\s*(with visit as \(\s*)?insert into (audit\.entries|episode_visits)\b/i;
const WRITE_STATEMENT =
  /\b(insert into|update|delete from|access\.(destroy_episode|copy_assessment|sample_cases|ask_index))\b/i;

const isCacheSafe = (text: string): boolean =>
  LOG_STATEMENT.test(text) || (READ_STATEMENT.test(text) && !WRITE_STATEMENT.test(text));

function clearCacheOnWrite(runner: QueryRunner, cache: Map<string, Promise<unknown>>): void {
  const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
  runner.query = ((text: string, ...rest: unknown[]) => {
    if (!isCacheSafe(text)) cache.clear();
    return query(text, ...rest);
  }) as typeof runner.query;
}

/** Restarts the whole unit of work, as a serialization failure does: what it waited for has been committed. */
export class StartOver extends Error {
  readonly code = '40001';
}

function isRetryable(error: unknown): boolean {
  const code =
    (error as { driverError?: { code?: string }; code?: string })?.driverError?.code ??
    (error as { code?: string })?.code;
  return code !== undefined && RETRYABLE_CODES.has(code);
}

/** Runs work in a savepoint, returns its result, and always rolls back. */
export async function dryRun<T>(work: () => Promise<T>): Promise<T> {
  await db().query('savepoint dry_run');
  try {
    return await work();
  } finally {
    await db().query('rollback to savepoint dry_run');
  }
}

/** Runs work in a savepoint: when it throws, its changes are undone and the unit of work can go on. */
export async function inSavepoint<T>(work: () => Promise<T>): Promise<T> {
  await db().query('savepoint inner_work');
  try {
    const result = await work();
    await db().query('release savepoint inner_work');
    return result;
  } catch (error) {
    await db().query('rollback to savepoint inner_work');
    throw error;
  }
}

/** Whether this error restarts the whole unit of work: a caller that catches it must rethrow it. */
export const isSerializationFailure = (error: unknown): boolean => isRetryable(error);
