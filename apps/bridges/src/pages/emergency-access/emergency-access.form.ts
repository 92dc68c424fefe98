import { DEFAULT_HOURS, type EmergencyDraft, MAX_HOURS } from '#libs/casework/emergency-access';
import { FormReader } from '#libs/page-kit';
import {
  EMERGENCY_LAWFUL_BASES,
  EMERGENCY_REASONS,
  EMERGENCY_REVIEW_OUTCOMES,
  EMERGENCY_TIERS,
  keysOf,
  SENSITIVE_TOPICS,
} from '#libs/terms';

/** The tiers that can be requested, the smallest first, with none preselected. */
export function readEmergency(body: unknown) {
  const form = new FormReader(body);
  const draft = {
    reasonCode: form.choice('reasonCode', keysOf(EMERGENCY_REASONS), {
      label: 'the reason',
      message: 'Select what has happened',
    }),
    reason: form.longText('reason', {
      label: 'the reason',
      message: 'Enter in a sentence what has happened and why it cannot wait',
      max: 1000,
    }),
    tier: form.choice('tier', keysOf(EMERGENCY_TIERS), {
      label: 'how much',
      message: 'Select how much you need to see',
    }),
    topics: form.choices('topics', keysOf(SENSITIVE_TOPICS), { label: 'the topics', optional: true }),
    protectedDetails:
      form.choices('protectedDetails', ['yes'], { label: 'the address', optional: true }).length > 0,
    hours:
      form.optionalInteger('hours', { label: 'the number of hours', min: 1, max: MAX_HOURS }) ??
      DEFAULT_HOURS,
    lawfulBasis: form.choice('lawfulBasis', EMERGENCY_LAWFUL_BASES, { label: 'the lawful basis' }),
  } satisfies EmergencyDraft;
  return form.answer(draft);
}

export function readReview(body: unknown) {
  const form = new FormReader(body);
  const outcome = form.choice('outcome', keysOf(EMERGENCY_REVIEW_OUTCOMES), {
    label: 'the outcome',
    message: 'Select the outcome',
  });
  const note = form.longText('note', {
    label: 'the outcome',
    message: 'Enter the reason for the outcome',
    max: 2000,
  });
  return form.answer({ outcome, note });
}
