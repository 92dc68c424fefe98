import type { EmergencyView, Look } from '#libs/casework/emergency-access';

export function emergencyAccessJson(access: EmergencyView) {
  const { id, episodeId, state, holder, role, reasonCode, reason, lawfulBasis, topics } = access;
  return {
    id,
    episodeId,
    state,
    practitioner: holder,
    role,
    reasonCode,
    reason,
    lawfulBasis,
    tier: `T${access.tier}`,
    topics,
    protectedDetails: access.protectedDetails,
    hours: access.hours,
    askedAt: access.askedAt,
    needsSecond: access.needsSecond,
    secondedBy: access.secondedBy,
    secondedAt: access.secondedAt,
    beginsAt: access.beginsAt,
    lapsesAt: access.lapsesAt,
    endedAt: access.endedAt,
    reviewDueOn: access.reviewDueOn,
    reviewLate: access.reviewLate,
    reviewer: access.reviewer,
    review: access.reviewOutcome && {
      outcome: access.reviewOutcome,
      note: access.reviewNote,
      reviewedAt: access.reviewedAt,
    },
  };
}

/** One emergency access, with the kinds of pages opened and their counts, without content. */
export const emergencyAccessWithLooksJson = (access: EmergencyView, looked: readonly Look[]) => ({
  ...emergencyAccessJson(access),
  looked,
});
