import { EmergencyAccess } from './emergency-access.entity.js';

export * from './emergency-access.entity.js';
export * from './emergency-access.module.js';
export type { ReviewerChoice } from './emergency-access.queries.js';
export * from './emergency-access.rules.js';
export * from './emergency-accesses.service.js';
export * from './emergency-reading.service.js';
export * from './emergency-reviews.service.js';
export const EMERGENCY_ACCESS_ENTITIES = [EmergencyAccess];
