import type { Appointment } from '#libs/casework/lead-professional';
import type { Author, InvolvedPractitioner, Member } from '#libs/casework/team';
import { labelOf, optionsOf, TEAM_ROLES, type TeamRole } from '#libs/terms';
import { PRACTITIONER_TEAM_ROLES } from '#libs/casework/team';

interface PersonInvolved {
  readonly name: string;
  readonly jobTitle: string;
  readonly agency: string;
  readonly telephone: string | null;
  readonly roles: string;
  readonly since: Date;
  /** The membership that can be ended, if the person is in the team. */
  readonly memberId: string | null;
}

/** Everyone who works with the family now, once each, the lead professional first. */
export function peopleInvolved(
  lead: Appointment | null,
  authors: readonly Author[],
  members: readonly Member[],
): PersonInvolved[] {
  const people = new Map<string, PersonInvolved>();
  const add = (
    who: InvolvedPractitioner,
    role: string,
    since: Date,
    memberId: string | null = null,
  ): void => {
    const known = people.get(who.id);
    people.set(who.id, {
      name: who.name,
      jobTitle: who.jobTitle,
      agency: who.agency.name,
      telephone: who.telephone,
      roles: known ? `${known.roles}; ${role.toLowerCase()}` : role,
      since: known && new Date(known.since) < new Date(since) ? known.since : since,
      memberId: memberId ?? known?.memberId ?? null,
    });
  };
  if (lead) add(lead.practitioner, 'Lead professional', lead.beganAt);
  for (const { practitioner, kind, since, until } of authors)
    if (!until) add(practitioner, kind === 'opener' ? 'Started the episode' : 'Assessor', since);
  for (const { id, practitioner, teamRole, since, until } of members)
    if (!until) add(practitioner, labelOf(TEAM_ROLES, teamRole as TeamRole), since, id);
  return [...people.values()];
}

/** Former team members, the latest to leave first. */
export function formerMembers(members: readonly Member[]) {
  return members
    .filter(({ until }) => until)
    .map(({ practitioner, since, until, leavingReason }) => ({
      name: practitioner.name,
      agency: practitioner.agency.name,
      since,
      until,
      reason: leavingReason,
    }))
    .reverse();
}

export const roleOptions = optionsOf(TEAM_ROLES).filter(({ value }) =>
  PRACTITIONER_TEAM_ROLES.includes(value),
);
