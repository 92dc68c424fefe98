/** The event from which a retention period runs. */
export const RETENTION_TRIGGERS = {
  closure: 'the date the episode closed',
  date_of_birth: 'the youngest child’s date of birth',
  eighteenth_birthday: 'the youngest child’s 18th birthday',
  death: 'the date the child died',
  last_contact: 'the date of last contact',
} as const;
export type RetentionTrigger = keyof typeof RETENTION_TRIGGERS;

/** What happens to a record at the end of its retention period. */
export const RETENTION_ACTIONS = {
  restrict: 'Use is restricted',
  archive: 'Archived',
  review: 'Reviewed before deletion',
  destroy: 'Due for deletion',
} as const;
export type RetentionAction = keyof typeof RETENTION_ACTIONS;

/** Kinds of record, each with its own retention period. */
export const RETENTION_CLASSES = {
  common_assessment: 'Common assessment',
  early_help: 'Early help',
  child_in_need: 'Child in need',
  child_protection: 'Child protection',
  looked_after: 'Child looked after',
} as const;
export type RetentionClassName = keyof typeof RETENTION_CLASSES;

/** The status of a record in the retention queue. */
export const RETENTION_STATES = {
  due: 'Due',
  proposed: 'Waiting for a second person',
  held: 'On hold',
  coming: 'Upcoming',
  destroyed: 'Deleted',
} as const;
export type RetentionState = keyof typeof RETENTION_STATES;
