import { LeadProfessionalDeputy } from './deputy.entity.js';
import { LeadProfessionalAppointment, LeadProfessionalProposal } from './lead-professional.entities.js';

export { LEAD_PROFESSIONAL_CONSTRAINTS } from './lead-professional.constraints.js';
export { DeputiesService } from './deputies.service.js';
export { LeadProfessionalModule } from './lead-professional.module.js';
export type { Appointment, ProposalView, WaitingProposal } from './lead-professional.queries.js';
export { type LeadProfessional, LeadProfessionalService } from './lead-professional.service.js';
export { LeadProposalsService } from './lead-proposals.service.js';
export const LEAD_PROFESSIONAL_ENTITIES = [
  LeadProfessionalAppointment,
  LeadProfessionalDeputy,
  LeadProfessionalProposal,
];
