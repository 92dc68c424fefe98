import type { PostView } from '#libs/directory';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';

/** A post as a row of its holder's page; `until` is the last day of access, which ends with it. */
export function toPostView({
  id,
  role,
  team,
  locality,
  beganAt,
  endedAt,
  status,
  coversFor,
  givenBy,
  version,
}: PostView) {
  return {
    id,
    version,
    role: labelOf(PRACTITIONER_ROLES, role as PractitionerRole),
    team: team?.name ?? null,
    locality: locality?.name ?? null,
    coversFor: coversFor?.name ?? null,
    givenBy,
    from: beganAt,
    // An end at midnight is the end of the day before.
    until: endedAt && new Date(endedAt.getTime() - 1),
    status,
    isOpen: status !== 'ended',
  };
}
