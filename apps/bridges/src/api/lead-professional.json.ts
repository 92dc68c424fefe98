import type { Appointment, LeadProfessional, ProposalSeen } from '#libs/casework/lead-professional';

export function leadProfessionalJson({ current, unnamed, vacancyDays, proposal, history }: LeadProfessional) {
  return {
    current: current && appointmentJson(current),
    unnamed,
    vacancyDays,
    proposal: proposal && proposalJson(proposal),
    history: history.map(appointmentJson),
  };
}

export function appointmentJson({ id, practitioner, beganAt, endedAt, endingReason }: Appointment) {
  return { id, practitioner, name: practitioner.name, beganAt, endedAt, endingReason };
}

export function proposalJson({ proposedById: _by, ...proposal }: ProposalSeen) {
  return proposal;
}
