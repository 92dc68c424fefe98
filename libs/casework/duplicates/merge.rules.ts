import type { ChildMerge } from './child-merge.entity.js';

/** How long a merge can be undone. The database holds the same (access.unmerge_days). */
export const UNMERGE_DAYS = 28;
export const UNDO_IS_OVER = `A merge can be undone for ${UNMERGE_DAYS} days. Both records are still whole: each has its episodes and its agreements. Tell information governance that they are of two children, and record what is new in the right one.`;
export const KEPT_RECORD =
  'This record is kept under another record of the same child. Open that one, and start there.';

export type MergeState = 'proposed' | 'approved' | 'declined' | 'withdrawn' | 'undone';

export function stateOf({ decision, undoneAt }: Pick<ChildMerge, 'decision' | 'undoneAt'>): MergeState {
  if (undoneAt) return 'undone';
  return decision ?? 'proposed';
}

/** The first instant at which it can no longer be undone. */
export const undoableUntil = (decidedAt: Date): Date =>
  new Date(decidedAt.getTime() + UNMERGE_DAYS * 86_400_000);

/** By one of the two people who merged the records, while the time lasts. */
export function mayUndo(
  merge: Pick<ChildMerge, 'decision' | 'undoneAt' | 'proposedBy' | 'decidedBy' | 'decidedAt'>,
  practitionerId: string,
  now: Date,
): boolean {
  return (
    stateOf(merge) === 'approved' &&
    [merge.proposedBy, merge.decidedBy].includes(practitionerId) &&
    now < undoableUntil(merge.decidedAt!)
  );
}
