import type { EmergencyView, ReviewerChoice } from '#libs/casework/emergency-access';
import {
  EMERGENCY_LAWFUL_BASES,
  EMERGENCY_REASONS,
  type EmergencyReason,
  EMERGENCY_REVIEW_OUTCOMES,
  type EmergencyReviewOutcome,
  EMERGENCY_TIERS,
  type EmergencyTier,
  labelOf,
  LAWFUL_BASES,
  LAWFUL_BASIS_ARTICLES,
  type LawfulBasis,
  optionsOf,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';
import type { Permissions } from '../shared/permissions.js';
import type { Need } from '../shared/need.js';
import { askedFor, roleAndAgency } from '../shared/emergency-access.js';

/** What a reviewer from another agency sees: role and agency, never the family's identity. */
export function emergencyToReview(access: EmergencyView) {
  const { role, holder, beginsAt, lapsesAt, endedAt } = access;
  return {
    id: access.id,
    as: roleAndAgency(role, holder.agency.name),
    ...askedFor(access),
    basis: labelOf(LAWFUL_BASES, access.lawfulBasis as LawfulBasis),
    askedAt: access.askedAt,
    from: beginsAt,
    until: endedAt ?? lapsesAt,
    endedEarly: endedAt !== null,
    hours: access.hours,
    seconded: access.secondedBy !== null,
    isOver: access.state !== 'open',
    reviewDueOn: access.reviewDueOn,
    reviewLate: access.reviewLate,
    outcome:
      access.reviewOutcome &&
      labelOf(EMERGENCY_REVIEW_OUTCOMES, access.reviewOutcome as EmergencyReviewOutcome),
    note: access.reviewNote,
    reviewedAt: access.reviewedAt,
  };
}

export function emergencyNeed(access: EmergencyView): Need {
  const mine = `/emergency-accesses/${access.id}/review`;
  if (access.isMyReview)
    return need('Review emergency access by another agency', mine, access.reviewDueOn, null, 'Review');
  if (access.state === 'waiting_second')
    return need(
      'Emergency access is waiting for a second person',
      '/emergency-accesses',
      null,
      'Now',
      'Look',
    );
  return need(
    'Emergency access has no reviewer',
    '/emergency-accesses?state=review_due',
    access.reviewDueOn,
    null,
    'Name one',
  );
}

const need = (what: string, href: string, when: string | null, note: string | null, text: string): Need => ({
  what,
  href,
  when,
  note,
  act: { text, href },
});

/**
 * The choices of the form. Tiers that the reader already has are marked, so that they do not ask for more than they
 * need.
 */
export function choicesFor(may: Permissions) {
  const held: Partial<Record<EmergencyTier, boolean | undefined>> = {
    T1: may.family_read,
    T2: may.record_read,
  };
  return {
    reasons: optionsOf(EMERGENCY_REASONS),
    bases: EMERGENCY_LAWFUL_BASES.map((value) => ({
      value,
      text: LAWFUL_BASES[value],
      hint: { text: LAWFUL_BASIS_ARTICLES[value] },
    })),
    tiers: optionsOf(EMERGENCY_TIERS).map(({ value, text }) => ({
      value,
      text,
      ...(held[value]
        ? { hint: { text: 'You can see this already. Choose it only if you need a protected address' } }
        : {}),
    })),
    topics: optionsOf(SENSITIVE_TOPICS),
  };
}

/** The confirmation page: what is about to happen. */
export const describeRequest = (typed: {
  reasonCode: string;
  tier: string;
  topics: readonly string[];
  lawfulBasis: string;
}) => ({
  why: labelOf(EMERGENCY_REASONS, typed.reasonCode as EmergencyReason),
  tier: labelOf(EMERGENCY_TIERS, typed.tier as EmergencyTier),
  topics: typed.topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic)),
  basis: labelOf(LAWFUL_BASES, typed.lawfulBasis as LawfulBasis),
});

export const reviewerItems = (people: readonly ReviewerChoice[]) => [
  { value: '', text: 'Choose' },
  ...people.map(({ id, name, role, agency }) => ({
    value: id,
    text: `${name}, ${roleAndAgency(role, agency.name).replace(/^./, (letter) => letter.toLowerCase())}`,
  })),
];
