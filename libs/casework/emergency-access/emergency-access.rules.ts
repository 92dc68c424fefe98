import type { FieldError } from '#libs/platform';
import {
  EMERGENCY_LAWFUL_BASES,
  EMERGENCY_REASONS,
  EMERGENCY_TIERS,
  type EmergencyState,
  isKeyOf,
  SENSITIVE_TOPICS,
} from '#libs/terms';

/** Long enough to act, short enough to be remembered as an exception. */
export const DEFAULT_HOURS = 4;
export const MAX_HOURS = 24;
const MIN_REASON_LENGTH = 10;
/** A reason that is not in the list needs a whole sentence. */
const MIN_OTHER_REASON_LENGTH = 20;
const MAX_REASON_LENGTH = 1000;

export interface EmergencyDraft {
  readonly reasonCode: string;
  readonly reason: string;
  readonly lawfulBasis: string;
  readonly tier: string;
  readonly topics?: readonly string[];
  readonly hours?: number;
  readonly protectedDetails?: boolean;
}
/** What the practitioner can read already, by any reach. */
export interface ReadableContent {
  readonly basic: boolean;
  readonly record: boolean;
  readonly topics: readonly string[];
}

/** Validates a request for emergency access, each error beside its field. */
export function validateEmergency(draft: EmergencyDraft): FieldError[] {
  const { reasonCode, reason, lawfulBasis, tier, topics = [], hours = DEFAULT_HOURS } = draft;
  const length = [...reason.trim()].length;
  const minLength = reasonCode === 'other' ? MIN_OTHER_REASON_LENGTH : MIN_REASON_LENGTH;
  const areTopicsKnown = topics.every((topic) => isKeyOf(SENSITIVE_TOPICS, topic));
  return [
    ...errorIf(!isKeyOf(EMERGENCY_REASONS, reasonCode), 'reasonCode', 'Select what has happened'),
    ...errorIf(length < minLength, 'reason', 'Enter in a sentence what has happened and why it cannot wait'),
    ...errorIf(length > MAX_REASON_LENGTH, 'reason', 'The reason must be 1,000 characters or fewer'),
    ...errorIf(
      !EMERGENCY_LAWFUL_BASES.some((basis) => basis === lawfulBasis),
      'lawfulBasis',
      'Select the lawful basis',
    ),
    ...errorIf(!isKeyOf(EMERGENCY_TIERS, tier), 'tier', 'Select how much you need to see'),
    ...errorIf(tier === 'T3' && topics.length === 0, 'topics', 'Select each sensitive topic that you need'),
    ...errorIf(
      tier !== 'T3' && topics.length > 0,
      'topics',
      'Only select topics if you ask to see sensitive topics',
    ),
    ...errorIf(
      !areTopicsKnown || new Set(topics).size < topics.length,
      'topics',
      'Select each topic once, from the list',
    ),
    ...errorIf(
      !Number.isInteger(hours) || hours < 1 || hours > MAX_HOURS,
      'hours',
      `Enter the number of hours, from 1 to ${MAX_HOURS}`,
    ),
  ];
}

const errorIf = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];

/** A practitioner cannot ask for what they already see. A protected address is a matter of its own. */
export function validateEmergencyNeed(
  { tier, topics = [], protectedDetails }: EmergencyDraft,
  readable: ReadableContent,
): FieldError[] {
  if (protectedDetails) return [];
  if (tier === 'T3')
    return errorIf(
      topics.every((topic) => readable.topics.includes(topic)),
      'topics',
      'You can see these topics already. Ask only for what you cannot see',
    );
  return errorIf(
    tier === 'T1' ? readable.basic : readable.record,
    'tier',
    'You can see this already. Ask only for what you cannot see',
  );
}

export interface AccessDates {
  readonly beginsAt: Date | null;
  readonly lapsesAt: Date | null;
  readonly endedAt: Date | null;
  readonly reviewOutcome: string | null;
  readonly reviewDueOn: string;
}

/** The status at this instant. It expires by itself, without an event. */
export function stateOf(
  { beginsAt, lapsesAt, endedAt, reviewOutcome }: AccessDates,
  now: Date,
): EmergencyState {
  if (reviewOutcome) return 'reviewed';
  if (!beginsAt || !lapsesAt) return endedAt ? 'withdrawn' : 'waiting_second';
  return (endedAt && endedAt <= now) || lapsesAt <= now ? 'review_due' : 'open';
}

/** Is its review overdue? An access that never began needs none. */
export function isReviewLate(access: AccessDates, today: string, now: Date): boolean {
  const state = stateOf(access, now);
  return (state === 'open' || state === 'review_due') && access.reviewDueOn < today;
}

/**
 * "2 hours 14 minutes", "1 minute", "less than a minute": the time left by the server's clock, fit to be read aloud.
 */
export function formatRemainingTime(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const counted = (count: number, one: string): string =>
    count === 0 ? '' : `${count} ${count === 1 ? one : `${one}s`}`;
  return [counted(hours, 'hour'), counted(rest, 'minute')].filter(Boolean).join(' ');
}
