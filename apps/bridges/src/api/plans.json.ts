import type { PlanSeen } from '#libs/casework/plans';

/** The plan as the API tells it; before its first outcome it is empty. */
export function planJson(plan: PlanSeen | null) {
  return plan ?? { id: null, agreedOn: null, agreedWith: null, startedAt: null, outcomes: [], version: 0 };
}
