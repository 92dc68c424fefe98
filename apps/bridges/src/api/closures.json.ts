import { type Closure, type ClosureProposalView, lastDayToUndo } from '#libs/casework/reviews';

/** A closure in force, with the last day on which a manager can undo it. */
export function closureJson({
  statusBefore: _,
  undoneBy: _by,
  undoneAt: _at,
  undoneBecause: _why,
  ...closure
}: Closure) {
  return { status: 'closed' as const, ...closure, canBeUndoneUntil: lastDayToUndo(closure.closedAt) };
}

export function closureProposalJson({
  input,
  managerId,
  manager,
  proposedById,
  proposedBy,
  ...row
}: ClosureProposalView) {
  const { managerId: _, ...closure } = input;
  return {
    ...row,
    status: row.outcome ?? ('awaiting_approval' as const),
    manager: { id: managerId, name: manager },
    proposedBy: { id: proposedById, name: proposedBy },
    closure,
  };
}
