export { AuditsModule } from './audits.module.js';
export { AuditsService, LONGEST_AUDIT_DAYS, MOST_DRAWN } from './audits.service.js';
