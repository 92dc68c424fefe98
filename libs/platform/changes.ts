import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { stale } from './errors.js';
import { db } from './unit-of-work.js';

/**
 * Changes one row only if it still has the version that the caller read, and raises the version. TypeORM's own version
 * column lets a stale save win, so every row with a version is changed here. Throws 412 when stale.
 */
export async function changeVersioned<Row extends ObjectLiteral>(
  entity: EntityTarget<Row>,
  where: Record<string, unknown>,
  seenVersion: number,
  changes: Partial<Row>,
  current?: () => Promise<unknown>,
): Promise<void> {
  const result = await db()
    .createQueryBuilder()
    .update(entity)
    .set({ ...changes, version: seenVersion + 1 } as never)
    .where({ ...where, version: seenVersion })
    .execute();
  if (result.affected !== 1) throw stale(await current?.());
}

/** The fields that were given: one left out is dropped, so that what it would change keeps its value. */
export function givenFields<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
