import { Closure } from './closure.entity.js';
import { ClosureProposal, ClosureProposalOutcome } from './closure-proposal.entities.js';
import { NextReviewDate } from './next-review-date.entity.js';
import { Review } from './review.entity.js';

export { CLOSURE_CONSTRAINTS } from './closure.constraints.js';
export { Closure, type ContactAttempt } from './closure.entity.js';
export {
  canStillBeUndone,
  type ClosureInput,
  lastDayToUndo,
  type OutcomeClosure,
  UNDO_CLOSURE_DAYS,
  WORKING_TOGETHER_RATINGS,
} from './closure.rules.js';
export { type ClosureApprover, ClosureChecksService } from './closure-checks.service.js';
export { type ChildDied, ClosureDeathsService } from './closure-deaths.service.js';
export {
  type ClosureRecipient,
  ClosureNoticesService,
  type RecipientPart,
} from './closure-notices.service.js';
export type { ClosureProposalView, WaitingClosure } from './closure-proposals.queries.js';
export { ClosureProposalsService } from './closure-proposals.service.js';
export { ClosureUndoingService } from './closure-undoing.service.js';
export { ClosuresService } from './closures.service.js';
export { type NextReview, NextReviewService } from './next-review.service.js';
export type { PersonAtReview } from './review.entity.js';
export { type ReviewInput, SCORERS } from './review.rules.js';
export { ReviewsModule } from './reviews.module.js';
export { type ReviewView, ReviewsService } from './reviews.service.js';
export const REVIEWS_ENTITIES = [Closure, ClosureProposal, ClosureProposalOutcome, NextReviewDate, Review];
