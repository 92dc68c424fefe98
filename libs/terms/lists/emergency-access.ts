import type { LawfulBasis } from './lawful-basis.js';

/** Why a practitioner opens a record that is closed to them. Each needs a sentence of its own as well. */
export const EMERGENCY_REASONS = {
  immediate_risk: 'The child is at immediate risk of harm',
  missing: 'The child is missing',
  hospital: 'The child has been admitted to hospital',
  police_protection: 'The police have taken the child into protection',
  court_today: 'A court is hearing or has made an order today',
  other: 'Something else that cannot wait',
} as const;
export type EmergencyReason = keyof typeof EMERGENCY_REASONS;

/** Lawful bases for an emergency: never consent, since a practitioner with consent needs no emergency access. */
export const EMERGENCY_LAWFUL_BASES = [
  'vital_interests',
  'recognised_legitimate_interest',
  'legal_obligation',
  'public_task',
] as const satisfies readonly LawfulBasis[];

/** How much access is requested, the smallest first. */
export const EMERGENCY_TIERS = {
  T1: 'Basic details: address, telephone, carers, household, school, GP',
  T2: 'Basic details, assessment and plan',
  T3: 'Basic details, assessment and plan, and the sensitive topics you select',
} as const;
export type EmergencyTier = keyof typeof EMERGENCY_TIERS;

/** The conclusion of a reviewer from another agency. */
export const EMERGENCY_REVIEW_OUTCOMES = {
  justified: 'Justified',
  not_justified: 'Not justified',
  to_learn_from: 'Lessons to learn',
} as const;
export type EmergencyReviewOutcome = keyof typeof EMERGENCY_REVIEW_OUTCOMES;

/** The status of an emergency access. */
export const EMERGENCY_STATES = {
  waiting_second: 'Waiting for a second person',
  open: 'Open now',
  review_due: 'To be reviewed',
  reviewed: 'Reviewed',
  withdrawn: 'Withdrawn before it started',
} as const;
export type EmergencyState = keyof typeof EMERGENCY_STATES;
