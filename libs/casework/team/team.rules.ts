import { conflict } from '#libs/platform';
import { keysOf, TEAM_ROLES, type TeamRole } from '#libs/terms';

const NOT_FOR_PRACTITIONERS: readonly TeamRole[] = ['child', 'family_member', 'supporter'];

/** Roles that a practitioner may have in a team; family and friends are not members who sign in. */
export const PRACTITIONER_TEAM_ROLES: readonly TeamRole[] = keysOf(TEAM_ROLES).filter(
  (role) => !NOT_FOR_PRACTITIONERS.includes(role),
);

/** Throws 409 for a second membership of a present member. */
export function assertNotMember(isMember: boolean): void {
  if (isMember) throw conflict('This person is already in the team.');
}

/** Throws 409 when the membership has ended already. */
export function assertMembershipOpen(leftAt: Date | null): void {
  if (leftAt) throw conflict('This person has already left the team.');
}
