import { SafetyConcern } from './safety-concern.entity.js';

export * from './safety-concern.constraints.js';
export * from './safety-concern.entity.js';
export * from './safety-concern.rules.js';
export * from './safety-concerns.module.js';
export * from './safety-concerns.service.js';
export * from './safety-concerns-reading.service.js';
export const SAFETY_CONCERNS_ENTITIES = [SafetyConcern];
