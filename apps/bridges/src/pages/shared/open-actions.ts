import { isOpenAction, type PlanView } from '#libs/casework/plans';

/** Open actions, the earliest due date first, for a meeting to discuss. */
export function openActions(plan: PlanView | null) {
  return (plan?.outcomes ?? [])
    .flatMap(({ actions }) => actions)
    .filter(({ status }) => isOpenAction(status))
    .map(({ description, dueOn, doer }) => ({ description, dueOn, who: doer.name }))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}
