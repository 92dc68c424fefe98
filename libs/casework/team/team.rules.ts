import { conflict } from '#libs/platform';
import { keysOf, TEAM_ROLES, type TeamRole } from '#libs/terms';

const NOT_FOR_PRACTITIONERS: readonly TeamRole[] = ['child', 'family_member', 'supporter'];

/** What a practitioner may be in a team; the family and their friends are not members who sign in. */
export const PRACTITIONER_TEAM_ROLES: readonly TeamRole[] = keysOf(TEAM_ROLES).filter(
  (role) => !NOT_FOR_PRACTITIONERS.includes(role),
);

/** Refuses with 409 a second membership of somebody who is in the team already. */
export function refuseSecondMembership(isMember: boolean): void {
  if (isMember) throw conflict('This person is already in the team.');
}

/** Refuses with 409 to end what has ended. */
export function refuseEnded(leftAt: Date | null): void {
  if (leftAt) throw conflict('This person has already left the team.');
}
