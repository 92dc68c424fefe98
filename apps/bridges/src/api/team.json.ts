import type { Author, Member } from '#libs/casework/team';

/** A team membership in the API. */
export function teamMemberJson({ id, practitioner, teamRole, since, until, leavingReason, addedBy }: Member) {
  return { id, practitioner, teamRole, joinedAt: since, leftAt: until, leavingReason, addedBy };
}

/** The practitioner who opened the episode or assesses. */
export function episodeAuthorJson({ id, practitioner, kind, since, until }: Author) {
  return { id, practitioner, kind, beganAt: since, endedAt: until };
}
