import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';

const current = new AsyncLocalStorage<{ isAsked: boolean; readonly isTried: boolean }>();

/** Something tried to act while acts are held back. Roll back. */
export class HeldBack extends Error {}

/**
 * Runs work in which nothing may be carried out; says whether the work asked, and so held something back. With `isTried`,
 * an act may be tried in a savepoint that is rolled back, to learn whether it would clash with a later change.
 */
export async function holdBack<T>(
  work: () => Promise<T>,
  { isTried = false } = {},
): Promise<{ result: T; heldBack: boolean }> {
  const store = { isAsked: false, isTried };
  const result = await current.run(store, work);
  return { result, heldBack: store.isAsked };
}

/** Whether an act must be held back now. */
export function isHeldBack(): boolean {
  const store = current.getStore();
  if (store) store.isAsked = true;
  return store !== undefined;
}

/** Whether an act that is held back may be tried and rolled back. */
export const isTriedOut = (): boolean => current.getStore()?.isTried ?? false;

/** Holds back what a pool would write outside the unit of work, which cannot be rolled back with it. */
export function holdingBack(pool: Pool): Pool {
  const [query, connect] = [pool.query.bind(pool), pool.connect.bind(pool)] as unknown as Method[];
  const assertReads = (statement: unknown): void => {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string })?.text;
    if (current.getStore() && !/^\s*select\b/i.test(text ?? '')) throw new HeldBack('held back');
  };
  const guarded = {
    query: (...given: unknown[]) => {
      assertReads(given[0]);
      return query!(...given);
    },
    // Given a callback it is the pool's own call, of a query that was let through.
    connect: (...given: unknown[]) => {
      if (typeof given[0] !== 'function') assertReads(undefined);
      return connect!(...given);
    },
  };
  return Object.assign(pool, guarded as unknown as Pick<Pool, 'query' | 'connect'>);
}

type Method = (...given: unknown[]) => unknown;
