import { AccessConcernDecision, Guardian, WatchRule } from './access-concern.entities.js';

export { type AccessConcern, AccessConcernsService } from './access-concerns.service.js';
export { ExplanationsService, type OwnConcern } from './explanations.service.js';
export { GuardiansService } from './guardians.service.js';
export { AccessConcernsModule } from './access-concerns.module.js';
export { WatchRulesService } from './watch-rules.service.js';
export const ACCESS_CONCERN_ENTITIES = [AccessConcernDecision, Guardian, WatchRule];
