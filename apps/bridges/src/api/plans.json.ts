import type { PlanView } from '#libs/casework/plans';

/** The plan in the API; empty before its first outcome. */
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
