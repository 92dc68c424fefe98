import { type EpisodeSeen, SEEN_FROM_RECORD } from '#libs/casework/episodes';

/** An episode as the API tells it; what lies above the asker's tiers is null and named in `notShared`. */
export function episodeJson({ abilities, record, unnamedInvolved, ...seen }: EpisodeSeen) {
  const { sharing: _sharing, mayAskInEmergency: _mayAsk, lastVisitedAt: _lastVisitedAt, ...episode } = seen;
  return {
    ...episode,
    /** Agencies that work with the family and are not named to the asker. */
    sensitiveServiceInvolved: unnamedInvolved.sensitive > 0,
    protectedAgencies: unnamedInvolved.protected,
    status: record?.status ?? null,
    reason: record?.reason ?? null,
    referralSource: record?.referralSource ?? null,
    presentingNeeds: record?.presentingNeeds ?? null,
    longTerm: record?.longTerm ?? null,
    level: record?.level ?? null,
    nextReviewOn: record?.nextReviewOn ?? null,
    lastContactOn: record?.lastContactOn ?? null,
    notShared: record ? [] : SEEN_FROM_RECORD,
    version: record?.version ?? 0,
    abilities: abilities.list(),
    reaches: abilities.reaches,
  };
}
