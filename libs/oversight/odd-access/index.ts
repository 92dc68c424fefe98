import { AccessConcernDecision, Guardian, WatchRule } from './odd-access.entities.js';

export * from './access-concerns.service.js';
export * from './explanations.service.js';
export * from './guardians.service.js';
export * from './odd-access.entities.js';
export * from './odd-access.module.js';
export * from './watch-rules.service.js';
export const ODD_ACCESS_ENTITIES = [AccessConcernDecision, Guardian, WatchRule];
