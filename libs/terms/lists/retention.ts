/** The event from which a retention period runs. */
export const RETENTION_TRIGGERS = {
  closure: 'the closing of the episode',
  date_of_birth: 'the birth of the youngest child',
  eighteenth_birthday: 'the 18th birthday of the youngest child',
  death: 'the death of the child',
  last_contact: 'the last contact',
} as const;
export type RetentionTrigger = keyof typeof RETENTION_TRIGGERS;

/** What happens to a record at the end of its retention period. */
export const RETENTION_ACTIONS = {
  restrict: 'Its use is limited',
  archive: 'It goes to the archive',
  review: 'It is reviewed for destruction',
  destroy: 'It is due for destruction',
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
  held: 'Held',
  coming: 'Coming',
  destroyed: 'Destroyed',
} as const;
export type RetentionState = keyof typeof RETENTION_STATES;
