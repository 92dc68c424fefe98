import type {
  Appointment,
  LeadProfessional,
  ProposalSeen,
  WaitingProposal,
} from '#libs/casework/lead-professional';

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
  return { ...proposal };
}

/** A proposal with the family it is about, for the one who is asked. */
export function waitingProposalJson({ episodeId, children, ...proposal }: WaitingProposal) {
  return { ...proposalJson(proposal), episodeId, children };
}
