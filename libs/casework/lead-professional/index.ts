import { LeadProfessionalDeputy } from './deputy.entity.js';
import { LeadProfessionalAppointment, LeadProfessionalProposal } from './lead-professional.entities.js';

export * from './lead-professional.constraints.js';
export * from './deputies.service.js';
export * from './deputy.entity.js';
export * from './lead-professional.entities.js';
export * from './lead-professional.module.js';
export type { Appointment, ProposalSeen, WaitingProposal } from './lead-professional.queries.js';
export * from './lead-professional.rules.js';
export * from './lead-professional.service.js';
export * from './lead-proposals.service.js';
export const LEAD_PROFESSIONAL_ENTITIES = [
  LeadProfessionalAppointment,
  LeadProfessionalDeputy,
  LeadProfessionalProposal,
];
