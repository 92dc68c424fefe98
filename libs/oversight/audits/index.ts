export { AuditsModule } from './audits.module.js';
export { AuditsService, MAX_AUDIT_DAYS, MAX_SAMPLE_SIZE } from './audits.service.js';
