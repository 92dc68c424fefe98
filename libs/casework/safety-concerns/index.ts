import { SafetyConcern } from './safety-concern.entity.js';

export { SAFETY_CONCERN_CONSTRAINTS } from './safety-concern.constraints.js';
export { type ConcernAnswer, NO_SAFETY_ANSWERS, type SafetyAnswers } from './safety-concern.rules.js';
export { SafetyConcernsModule } from './safety-concerns.module.js';
export { SafetyConcernsService } from './safety-concerns.service.js';
export {
  maySeeConcerns,
  SafetyConcernsReadingService,
  type SafetyConcernView,
} from './safety-concerns-reading.service.js';
export const SAFETY_CONCERNS_ENTITIES = [SafetyConcern];
