import { addDays, addMonths, type FieldError } from '#libs/platform';

/** A shield is reviewed within six months. */
export const MAX_MONTHS = 6;
export const lastReviewDay = (today: string): string => addMonths(today, MAX_MONTHS);

export const SHIELD_STATES = {
  provisional: 'In force, waiting for a decision',
  confirmed: 'Confirmed',
  declined: 'Declined',
  ended: 'Ended',
} as const;
export type ShieldState = keyof typeof SHIELD_STATES;

interface Standing {
  readonly decision: string | null;
  readonly endedAt: Date | null;
}
export function stateOf({ decision, endedAt }: Standing): ShieldState {
  if (decision === 'declined') return 'declined';
  if (endedAt) return 'ended';
  return decision === 'confirmed' ? 'confirmed' : 'provisional';
}

/** In force until declined or ended: asking is enough to protect. */
export const isInForce = (shield: Standing): boolean =>
  ['provisional', 'confirmed'].includes(stateOf(shield));

export interface Decision {
  readonly decision: 'confirmed' | 'declined';
  readonly reason: string;
  readonly reviewOn?: string | null;
}

/** A confirmed shield has a review date; a declined one has none. */
export function validateShieldDecision(
  { decision, reason, reviewOn }: Decision,
  today: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!reason.trim()) errors.push({ field: 'reason', message: 'Enter the reason for the decision' });
  if (decision === 'declined') {
    if (reviewOn) errors.push({ field: 'reviewOn', message: 'Do not enter a review date if you decline' });
    return errors;
  }
  if (!reviewOn) errors.push({ field: 'reviewOn', message: 'Enter the review date' });
  else if (reviewOn < addDays(today, 1) || reviewOn > lastReviewDay(today))
    errors.push({ field: 'reviewOn', message: 'The review date must be after today and within 6 months' });
  return errors;
}
