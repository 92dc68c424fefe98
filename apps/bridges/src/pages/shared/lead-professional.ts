import type { Appointment, LeadProfessional } from '#libs/casework/lead-professional';
import { isKeyOf, labelOf, LEAD_CHANGE_REASONS, UNNAMED_LEADS } from '#libs/terms';

/** The lead professional's block: name, start date, pending proposals and earlier leads. */
export function toLeadView(lead: LeadProfessional, me: string) {
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
      changeReason: leadChangeReasonLabel(proposal.changeReason),
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
    ...{ beganAt, endedAt, reason: leadChangeReasonLabel(endingReason) },
  };
}

/** The label of a listed reason; a written reason is shown unchanged. */
export function leadChangeReasonLabel(reason: string | null): string | null {
  return isKeyOf(LEAD_CHANGE_REASONS, reason) ? labelOf(LEAD_CHANGE_REASONS, reason) : reason;
}
