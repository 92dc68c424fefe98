import { Closure } from './closure.entity.js';
import { ClosureProposal, ClosureProposalOutcome } from './closure-proposal.entities.js';
import { Review } from './review.entity.js';

export * from './closure.constraints.js';
export * from './closure.entity.js';
export * from './closure.rules.js';
export { type ClosureApprover, ClosureChecksService } from './closure-checks.service.js';
export * from './closure-notices.service.js';
export * from './closure-proposal.entities.js';
export type { ClosureProposalSeen, WaitingClosure } from './closure-proposals.queries.js';
export * from './closure-proposals.service.js';
export * from './closure-undoing.service.js';
export * from './closures.service.js';
export * from './review.entity.js';
export * from './review.rules.js';
export * from './reviews.module.js';
export * from './reviews.service.js';
export const REVIEWS_ENTITIES = [Closure, ClosureProposal, ClosureProposalOutcome, Review];
