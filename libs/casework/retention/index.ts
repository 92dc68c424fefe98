import { DestructionProposal, RetentionHold } from './retention.entities.js';

export { RETENTION_CONSTRAINTS } from './retention.constraints.js';
export { DestructionService } from './destruction.service.js';
export { RetentionModule } from './retention.module.js';
export { keptUntil, formatPeriod, type RetentionFacts, type RetentionRule } from './retention.rules.js';
export {
  type RetentionSummary,
  type QueueRow,
  type RetentionLine,
  RetentionService,
  type Tombstone,
} from './retention.service.js';
export const RETENTION_ENTITIES = [DestructionProposal, RetentionHold];
