import type { EmergencyView } from '#libs/casework/emergency-access';
import {
  EMERGENCY_REASONS,
  type EmergencyReason,
  EMERGENCY_REVIEW_OUTCOMES,
  type EmergencyReviewOutcome,
  EMERGENCY_STATES,
  labelOf,
  PRACTITIONER_ROLES,
  type PractitionerRole,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';

/** One emergency access as a row: person, reason, tier, end and outcome. */
export function emergencyRow(access: EmergencyView) {
  const { holder, role, state, reviewOutcome } = access;
  return {
    id: access.id,
    href: `/episodes/${access.episodeId}`,
    who: holder.name,
    as: roleAndAgency(role, holder.agency.name),
    ...askedFor(access),
    askedAt: access.askedAt,
    from: access.beginsAt,
    until: access.endedAt ?? access.lapsesAt,
    endedEarly: access.endedAt !== null && access.beginsAt !== null,
    state: labelOf(EMERGENCY_STATES, state),
    isOpen: state === 'open',
    waits: state === 'waiting_second',
    needsReview: state === 'open' || state === 'review_due',
    secondedBy: access.secondedBy?.name ?? null,
    reviewDueOn: access.reviewDueOn,
    reviewLate: access.reviewLate,
    reviewer: access.reviewer ? `${access.reviewer.name}, ${access.reviewer.agency.name}` : null,
    outcome: reviewOutcome && labelOf(EMERGENCY_REVIEW_OUTCOMES, reviewOutcome as EmergencyReviewOutcome),
    note: access.reviewNote,
    mayAgree: state === 'waiting_second' && access.maySecond,
    mayEnd: access.mayEnd && (state === 'open' || state === 'waiting_second'),
    isMine: access.isMine,
    reviewHref: access.isMyReview ? `/emergency-accesses/${access.id}/review` : null,
  };
}

export function askedFor({ reasonCode, reason, tier, topics, protectedDetails }: EmergencyView) {
  return {
    why: labelOf(EMERGENCY_REASONS, reasonCode as EmergencyReason),
    reason,
    what: [
      tier === 1 ? 'Basic details' : 'Basic details, assessment and plan',
      ...topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic).toLowerCase()),
      ...(protectedDetails ? ['protected address'] : []),
    ].join(', '),
  };
}

export const roleAndAgency = (role: string, agency: string): string =>
  `${labelOf(PRACTITIONER_ROLES, role as PractitionerRole)}, ${agency}`;
