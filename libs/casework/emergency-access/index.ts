import { EmergencyAccess } from './emergency-access.entity.js';

export { EmergencyAccessModule } from './emergency-access.module.js';
export type { ReviewerChoice } from './emergency-access.queries.js';
export {
  DEFAULT_HOURS,
  type EmergencyDraft,
  MAX_HOURS,
  formatRemainingTime,
} from './emergency-access.rules.js';
export { EmergencyAccessesService } from './emergency-accesses.service.js';
export { EmergencyReadingService, type EmergencyView, type Look } from './emergency-reading.service.js';
export { EmergencyReviewsService } from './emergency-reviews.service.js';
export const EMERGENCY_ACCESS_ENTITIES = [EmergencyAccess];
