import { Correction } from './correction.entity.js';
import { RightsRequest, RightsRequestPause } from './rights-request.entities.js';

export * from './rights-request.constraints.js';
export * from './bundle.marks.js';
export * from './bundle.service.js';
export * from './correction.entity.js';
export * from './correction.rules.js';
export * from './corrections.service.js';
export * from './request-clock.js';
export * from './request.rules.js';
export * from './rights-request.entities.js';
export * from './rights-requests.queries.js';
export * from './rights-requests.service.js';
export * from './rights.module.js';
export const RIGHTS_ENTITIES = [Correction, RightsRequest, RightsRequestPause];
