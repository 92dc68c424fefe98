import { Correction } from './correction.entity.js';
import { RightsRequest, RightsRequestPause } from './rights-request.entities.js';

export { RIGHTS_REQUEST_CONSTRAINTS } from './rights-request.constraints.js';
export { type Bundle, BundleService } from './bundle.service.js';
export { CORRECTION_ANSWERS, type CorrectionAnswer, type CorrectionDraft } from './correction.rules.js';
export { type CorrectionView, CorrectionsService } from './corrections.service.js';
export { clockOf, type RequestClock } from './request-clock.js';
export type { Extension, RequestDecision, RequestDraft, RequestProgress } from './request.rules.js';
export { RightsRequestPause } from './rights-request.entities.js';
export type { PassedOnRequest, RequestEvent, RequestListItem } from './rights-requests.queries.js';
export { RequestAnswersService } from './request-answers.service.js';
export { keepsRegister, type RequestView, RightsRequestsService } from './rights-requests.service.js';
export { RightsModule } from './rights.module.js';
export const RIGHTS_ENTITIES = [Correction, RightsRequest, RightsRequestPause];
