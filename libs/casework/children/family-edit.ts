import { forbidden, isId, query, unreachable } from '#libs/platform';

/** May the signed-in practitioner change this child's record and family? */
export async function mayEditFamily(childId: string): Promise<boolean> {
  const [row] = (await query<{ may: boolean }>(
    "select $1::uuid in (select access.may_child('family.edit')) as may",
    [childId],
  )) as [{ may: boolean }];
  return row.may;
}

/** Throws 404 for an id that is none, and 403 for a reader who may not change this family. */
export async function assertMayEditFamily(childId: string): Promise<void> {
  if (!isId(childId)) throw unreachable();
  if (!(await mayEditFamily(childId)))
    throw forbidden('You cannot change this record. Ask the lead professional.');
}
