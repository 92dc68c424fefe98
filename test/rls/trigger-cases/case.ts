/** A change and the effect its trigger must have; or a change that the trigger must refuse. */
export interface TriggerCase {
  /** `table.trigger`. */
  readonly trigger: string;
  readonly change: string;
  /** A query that is true when the effect took place; absent when the change must be refused. */
  readonly done?: string;
  /** A signed-in persona; otherwise the administrator. */
  readonly by?: string;
}

export const refuses = (trigger: string, change: string, by?: string): TriggerCase => ({
  trigger,
  change,
  ...(by ? { by } : {}),
});

/** No open safety concern keeps it from closing. */
export const NO_OPEN_CONCERN = `not exists (select from safety_concerns c where c.episode_id = e.id and c.answered_at is null)`;
