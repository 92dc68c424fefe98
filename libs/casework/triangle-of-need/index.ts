import { LevelDecision, StepUp } from './triangle.entities.js';

export { STEP_UP_CONSTRAINTS } from './step-up.constraints.js';
export { type LevelStep, type LevelDecisionView, type LevelDraft, LevelsService } from './levels.service.js';
export { type StepUpView, StepUpsReadingService, type StepUpWaiting } from './step-ups-reading.service.js';
export { type StepUpDraft, StepUpsService } from './step-ups.service.js';
export { TriangleOfNeedModule } from './triangle-of-need.module.js';
export const TRIANGLE_OF_NEED_ENTITIES = [LevelDecision, StepUp];
