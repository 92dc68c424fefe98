import { isOpenAction, type PlanView } from '#libs/casework/plans';

/** What is still open, the earliest date first: what a meeting asks about. */
export function openActions(plan: PlanView | null) {
  return (plan?.outcomes ?? [])
    .flatMap(({ actions }) => actions)
    .filter(({ status }) => isOpenAction(status))
    .map(({ description, dueOn, doer }) => ({ description, dueOn, who: doer.name }))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}
