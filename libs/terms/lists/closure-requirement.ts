import type { ClosureReason } from './closure-reason.js';

/** What must be on record before an episode may close, beyond what every closure needs. */
export const CLOSURE_REQUIREMENTS = {
  outcomes_scored: 'A result for every outcome',
  family_view: 'The view of the child and family',
  named_agency: 'The agency taking over',
  acceptance_date: 'The date social care accepted the case',
  withdrawn_by: 'Who withdrew, and when',
  offer_date: 'The date help was offered',
  contact_attempts: 'Attempts at contact on at least 3 different days',
  safeguarding_check: 'A check that the child is safe',
  manager_approval: 'Approval by a manager',
  approval_if_worried: 'Approval by a manager, if a concern was recorded',
  receiving_authority: 'The receiving authority and the date the record was sent',
  no_transfer_reason: 'Why there was no transfer',
  transition_note: 'A note on the move to adult services',
  other_plan: 'The kind of plan that leads',
  date_of_death: 'The date the child died',
  target_record: 'The record to keep',
} as const;
export type ClosureRequirement = keyof typeof CLOSURE_REQUIREMENTS;

/** What each reason needs. Where the family is out of sight, a manager approves the closure in their own session. */
export const CLOSURE_REASON_NEEDS: Readonly<Record<ClosureReason, readonly ClosureRequirement[]>> = {
  NEEDS_MET: ['outcomes_scored', 'family_view'],
  SINGLE_AGENCY: ['named_agency'],
  STEP_UP_CIN: ['acceptance_date'],
  STEP_UP_CP: ['acceptance_date'],
  STEP_UP_CLA: ['acceptance_date'],
  CONSENT_WITHDRAWN: ['withdrawn_by', 'safeguarding_check', 'approval_if_worried'],
  NOT_ENGAGED: ['contact_attempts', 'safeguarding_check', 'manager_approval'],
  DECLINED: ['offer_date', 'safeguarding_check'],
  MOVED_LA: ['receiving_authority'],
  MOVED_NO_TRANSFER: ['no_transfer_reason'],
  ADULT: ['transition_note'],
  SPECIALIST: ['other_plan'],
  DIED: ['date_of_death'],
  ERROR: [],
  DUPLICATE: ['target_record'],
};
