export type { HandOver } from './hand-over.queries.js';
export { HandOversModule } from './hand-overs.module.js';
export { HANDED_OVER, HandOversService } from './hand-overs.service.js';
