import type { Appointment, LeadProfessional } from '#libs/casework/lead-professional';
import type { Author, InvolvedPractitioner, Member } from '#libs/casework/team';
import {
  isKeyOf,
  labelOf,
  LEAD_CHANGE_REASONS,
  optionsOf,
  TEAM_ROLES,
  type TeamRole,
  UNNAMED_LEADS,
} from '#libs/terms';
import { PRACTITIONER_TEAM_ROLES } from '#libs/casework/team';

export interface PersonInvolved {
  readonly name: string;
  readonly jobTitle: string;
  readonly agency: string;
  readonly telephone: string | null;
  readonly roles: string;
  readonly since: Date;
  /** The membership that can be ended, if they are in the team. */
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
    if (!until) add(practitioner, kind === 'opener' ? 'Opened the episode' : 'Assessor', since);
  for (const { id, practitioner, teamRole, since, until } of members)
    if (!until) add(practitioner, labelOf(TEAM_ROLES, teamRole as TeamRole), since, id);
  return [...people.values()];
}

/** Those who were in the team, the last to leave first. */
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

/** The lead professional's block: who, since when, what waits, who led before. */
export function leadShown(lead: LeadProfessional, me: string) {
  const { current, unnamed, vacancyDays, proposal, history, answered } = lead;
  return {
    current: current && personLed(current),
    unnamed: unnamed && UNNAMED_LEADS[unnamed],
    isMe: current?.practitioner.id === me,
    vacancyDays,
    proposal: proposal && {
      ...proposal,
      person: proposal.practitioner.name,
      agency: proposal.practitioner.agency.name,
      forMe: proposal.practitioner.id === me,
      changeReason: reasonInWords(proposal.changeReason),
    },
    before: history
      .filter(({ endedAt }) => endedAt)
      .map(personLed)
      .reverse(),
    refused: answered.map(({ practitioner, answeredAt, answerReason }) => ({
      name: practitioner.name,
      answeredAt,
      reason: answerReason,
    })),
  };
}

function personLed({ practitioner, beganAt, endedAt, endingReason }: Appointment) {
  const { name, jobTitle, telephone, agency } = practitioner;
  return {
    ...{ name, jobTitle, telephone, agency: agency.name },
    ...{ beganAt, endedAt, reason: reasonInWords(endingReason) },
  };
}

/** A reason from the list in its words; one written by hand as it was written. */
export function reasonInWords(reason: string | null): string | null {
  return isKeyOf(LEAD_CHANGE_REASONS, reason) ? labelOf(LEAD_CHANGE_REASONS, reason) : reason;
}

export const roleOptions = optionsOf(TEAM_ROLES).filter(({ value }) =>
  PRACTITIONER_TEAM_ROLES.includes(value),
);

/** People as choices of a select, after an empty one. */
export function peopleOptions(
  people: readonly { readonly id: string; readonly name: string; readonly jobTitle: string }[],
) {
  return [
    { value: '', text: 'Choose a person' },
    ...people.map(({ id, name, jobTitle }) => ({ value: id, text: `${name}, ${jobTitle}` })),
  ];
}

export function agencyOptions(agencies: readonly { readonly id: string; readonly name: string }[]) {
  return [
    { value: '', text: 'Choose an agency' },
    ...agencies.map(({ id, name }) => ({ value: id, text: name })),
  ];
}
