import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const PLAN_CONSTRAINTS: ConstraintMessages = {
  delivery_plans_episode_id_key: 'There is already a plan.',
};
