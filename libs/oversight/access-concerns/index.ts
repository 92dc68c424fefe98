import { AccessConcernDecision, Guardian, WatchRule } from './access-concern.entities.js';

export * from './access-concerns.service.js';
export * from './explanations.service.js';
export * from './guardians.service.js';
export * from './access-concern.entities.js';
export * from './access-concerns.module.js';
export * from './watch-rules.service.js';
export const ACCESS_CONCERN_ENTITIES = [AccessConcernDecision, Guardian, WatchRule];
