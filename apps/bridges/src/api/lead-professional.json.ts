import type {
  Appointment,
  LeadProfessional,
  ProposalView,
  WaitingProposal,
} from '#libs/casework/lead-professional';

export function leadProfessionalJson({ current, unnamed, vacancyDays, proposal, history }: LeadProfessional) {
  return {
    current: current && leadAppointmentJson(current),
    unnamed,
    vacancyDays,
    proposal: proposal && leadProposalJson(proposal),
    history: history.map(leadAppointmentJson),
  };
}

export function leadAppointmentJson({ id, practitioner, beganAt, endedAt, endingReason }: Appointment) {
  return { id, practitioner, name: practitioner.name, beganAt, endedAt, endingReason };
}

export function leadProposalJson({ proposedById: _by, ...proposal }: ProposalView) {
  return { ...proposal };
}

/** A proposal with the family that it is about, for the nominee. */
export function waitingLeadProposalJson({ episodeId, children, ...proposal }: WaitingProposal) {
  return { ...leadProposalJson(proposal), episodeId, children };
}
