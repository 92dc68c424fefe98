import { DeliveryPlan, OutcomeScore, PlanAction, PlanOutcome } from './plan.entities.js';

export { PLAN_CONSTRAINTS } from './plan.constraints.js';
export { ACTION_AGREEMENTS, type ActionChanges, isOpenAction } from './action.rules.js';
export { ActionsDueService } from './actions-due.service.js';
export { type ActionDraft, ActionsService } from './actions.service.js';
export { type OutcomeChanges, type OutcomeDraft, OutcomesService } from './outcomes.service.js';
export { OutcomeScore } from './plan.entities.js';
export type { ActionView, OutcomeView, PlanView } from './plan.queries.js';
export { PlansModule } from './plans.module.js';
export { PlansService, type ScoreInput } from './plans.service.js';
export const PLANS_ENTITIES = [DeliveryPlan, OutcomeScore, PlanAction, PlanOutcome];
