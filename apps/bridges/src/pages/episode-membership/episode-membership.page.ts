import type { Member, MembershipChange, WorkAbout } from '#libs/casework/episode-membership';
import { born } from '#libs/page-kit';
import { isKeyOf, labelOf, MEMBERSHIP_REASONS, fullName } from '#libs/terms';

/** The children of an episode in two lists: who is in it now, and who left. */
export function toMembersView(members: readonly Member[]) {
  const row = ({ addedAt, isIncluded, ...child }: Member) => ({
    id: child.id,
    name: fullName(child),
    born: born(child),
    addedAt,
    /** No agreement that counts now includes the child; never said to a reader without the ledger. */
    isNotIncluded: isIncluded === false,
  });
  const current = members.filter(({ removedAt }) => !removedAt);
  return {
    current: current.map(row),
    former: members
      .filter(({ removedAt }) => removedAt)
      .map((member) => ({ name: fullName(member), removedAt: member.removedAt })),
    mayLeave: current.length > 1,
  };
}

export const toChangeView = ({ name, kind, reason, happenedOn, note, by, recordedAt }: MembershipChange) => ({
  what: kind === 'added' ? `${name} joined` : `${name} left`,
  reason: isKeyOf(MEMBERSHIP_REASONS, reason) ? labelOf(MEMBERSHIP_REASONS, reason) : reason,
  happenedOn,
  note,
  by: by.agency ? `${by.name}, ${by.agency}` : by.name,
  recordedAt,
});

/** Open actions and outcomes that name the child, for the page that takes them out. */
export const toOpenWork = ({ plan }: WorkAbout) =>
  plan.map(({ kind, description }) => `${kind === 'action' ? 'Action' : 'Outcome'}: ${description}`);
