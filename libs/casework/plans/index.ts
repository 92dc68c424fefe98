import { DeliveryPlan, OutcomeScore, PlanAction, PlanOutcome } from './plan.entities.js';

export * from './plan.constraints.js';
export * from './action.rules.js';
export * from './actions-due.service.js';
export * from './actions.service.js';
export * from './outcomes.service.js';
export * from './plan.entities.js';
export type { ActionSeen, OutcomeSeen, PlanSeen, ScoreSeen } from './plan.queries.js';
export * from './plans.module.js';
export * from './plans.service.js';
export * from './score.rules.js';
export const PLANS_ENTITIES = [DeliveryPlan, OutcomeScore, PlanAction, PlanOutcome];
