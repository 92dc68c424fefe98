import type { PlanView } from '#libs/casework/plans';

/** The plan as the API tells it; before its first outcome it is empty. */
export function planJson(plan: PlanView | null) {
  return {
    id: plan?.id ?? null,
    agreedOn: plan?.agreedOn ?? null,
    agreedWith: plan?.agreedWith ?? null,
    startedAt: plan?.startedAt ?? null,
    outcomes: plan?.outcomes ?? ([] as PlanView['outcomes']),
    version: plan?.version ?? 0,
  };
}
