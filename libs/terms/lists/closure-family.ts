import type { ClosureReason } from './closure-reason.js';

/** The families of closure reasons in which areas compare themselves with each other. */
export const CLOSURE_FAMILIES = {
  outcomes_met: 'Outcomes met',
  step_up: 'Stepped up',
  disengaged: 'Disengaged',
  declined: 'Declined',
  moved: 'Moved away',
  age: 'Reached adulthood',
  other_plan: 'Another plan leads',
  died: 'Died',
  not_counted: 'Left out of statistics',
} as const;
export type ClosureFamily = keyof typeof CLOSURE_FAMILIES;

/** The family each reason belongs to. */
export const CLOSURE_REASON_FAMILIES: Readonly<Record<ClosureReason, ClosureFamily>> = {
  NEEDS_MET: 'outcomes_met',
  SINGLE_AGENCY: 'outcomes_met',
  STEP_UP_CIN: 'step_up',
  STEP_UP_CP: 'step_up',
  STEP_UP_CLA: 'step_up',
  CONSENT_WITHDRAWN: 'disengaged',
  NOT_ENGAGED: 'disengaged',
  DECLINED: 'declined',
  MOVED_LA: 'moved',
  MOVED_NO_TRANSFER: 'moved',
  ADULT: 'age',
  SPECIALIST: 'other_plan',
  DIED: 'died',
  ERROR: 'not_counted',
  DUPLICATE: 'not_counted',
};
