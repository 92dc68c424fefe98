import type { Author, Member } from '#libs/casework/team';

/** A membership as the API tells it. */
export function teamMemberJson({ id, practitioner, teamRole, since, until, leavingReason, addedBy }: Member) {
  return { id, practitioner, teamRole, joinedAt: since, leftAt: until, leavingReason, addedBy };
}

/** Whoever opened the episode or assesses. */
export function episodeAuthorJson({ id, practitioner, kind, since, until }: Author) {
  return { id, practitioner, kind, beganAt: since, endedAt: until };
}
