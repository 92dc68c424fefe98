import { DestructionProposal, RetentionHold } from './retention.entities.js';

export * from './retention.constraints.js';
export * from './destruction.service.js';
export * from './retention.entities.js';
export * from './retention.module.js';
export * from './retention.rules.js';
export * from './retention.service.js';
export const RETENTION_ENTITIES = [DestructionProposal, RetentionHold];
