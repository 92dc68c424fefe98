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
export const MOST_HOURS = 24;
const SHORTEST_REASON = 10;
/** A reason that the list does not know needs a whole sentence. */
const SHORTEST_OTHER_REASON = 20;
const LONGEST_REASON = 1000;

export interface EmergencyDraft {
  readonly reasonCode: string;
  readonly reason: string;
  readonly lawfulBasis: string;
  readonly tier: string;
  readonly topics?: readonly string[];
  readonly hours?: number;
  readonly protectedDetails?: boolean;
}
/** What somebody can read already, by whatever reach. */
export interface Held {
  readonly basic: boolean;
  readonly record: boolean;
  readonly topics: readonly string[];
}

/** Everything that keeps an emergency from being asked for, each beside its field. */
export function faultsOfEmergency(draft: EmergencyDraft): FieldError[] {
  const { reasonCode, reason, lawfulBasis, tier, topics = [], hours = DEFAULT_HOURS } = draft;
  const length = [...reason.trim()].length;
  const shortest = reasonCode === 'other' ? SHORTEST_OTHER_REASON : SHORTEST_REASON;
  const known = topics.every((topic) => isKeyOf(SENSITIVE_TOPICS, topic));
  return [
    ...fault(!isKeyOf(EMERGENCY_REASONS, reasonCode), 'reasonCode', 'Select what has happened'),
    ...fault(length < shortest, 'reason', 'Enter in a sentence what has happened and why it cannot wait'),
    ...fault(length > LONGEST_REASON, 'reason', 'The reason must be 1,000 characters or fewer'),
    ...fault(
      !EMERGENCY_LAWFUL_BASES.some((basis) => basis === lawfulBasis),
      'lawfulBasis',
      'Select the lawful basis',
    ),
    ...fault(!isKeyOf(EMERGENCY_TIERS, tier), 'tier', 'Select how much you need to see'),
    ...fault(tier === 'T3' && topics.length === 0, 'topics', 'Select each sensitive topic that you need'),
    ...fault(
      tier !== 'T3' && topics.length > 0,
      'topics',
      'Only select topics if you ask to see sensitive topics',
    ),
    ...fault(
      !known || new Set(topics).size < topics.length,
      'topics',
      'Select each topic once, from the list',
    ),
    ...fault(
      !Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS,
      'hours',
      `Enter the number of hours, from 1 to ${MOST_HOURS}`,
    ),
  ];
}

const fault = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];

/** Nobody asks for what they can see. A protected address is a matter of its own. */
export function faultsOfNeed(
  { tier, topics = [], protectedDetails }: EmergencyDraft,
  held: Held,
): FieldError[] {
  if (protectedDetails) return [];
  if (tier === 'T3')
    return fault(
      topics.every((topic) => held.topics.includes(topic)),
      'topics',
      'You can see these topics already. Ask only for what you cannot see',
    );
  return fault(
    tier === 'T1' ? held.basic : held.record,
    'tier',
    'You can see this already. Ask only for what you cannot see',
  );
}

export interface Standing {
  readonly beginsAt: Date | null;
  readonly lapsesAt: Date | null;
  readonly endedAt: Date | null;
  readonly reviewOutcome: string | null;
  readonly reviewDueOn: string;
}

/** Where it stands at this instant. It ends by itself: nothing has to happen for it. */
export function stateOf({ beginsAt, lapsesAt, endedAt, reviewOutcome }: Standing, now: Date): EmergencyState {
  if (reviewOutcome) return 'reviewed';
  if (!beginsAt || !lapsesAt) return endedAt ? 'withdrawn' : 'waiting_second';
  return (endedAt && endedAt <= now) || lapsesAt <= now ? 'review_due' : 'open';
}

/** Is its review overdue? One that never began needs none. */
export function isReviewLate(access: Standing, today: string, now: Date): boolean {
  const state = stateOf(access, now);
  return (state === 'open' || state === 'review_due') && access.reviewDueOn < today;
}

/** "2 hours 14 minutes", "1 minute", "less than a minute": what is left at the server, to be read aloud as it stands. */
export function remainingInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const counted = (count: number, one: string): string =>
    count === 0 ? '' : `${count} ${count === 1 ? one : `${one}s`}`;
  return [counted(hours, 'hour'), counted(rest, 'minute')].filter(Boolean).join(' ');
}
