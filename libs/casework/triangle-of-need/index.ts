import { LevelDecision, StepUp } from './triangle.entities.js';

export * from './step-up.constraints.js';
export * from './level.rules.js';
export * from './levels.service.js';
export * from './step-up.rules.js';
export * from './step-ups-reading.service.js';
export * from './step-ups.service.js';
export * from './triangle-of-need.module.js';
export * from './triangle.entities.js';
export const TRIANGLE_OF_NEED_ENTITIES = [LevelDecision, StepUp];
