import { type EpisodeView, type FrontDoorNumbers, EPISODE_RECORD_FIELDS } from '#libs/casework/episodes';
import type { SafetyConcernView } from '#libs/casework/safety-concerns';
import { safetyConcernJson } from './safety-concerns.json.js';

/** An episode as the API tells it; what lies above the asker's tiers is null and named in `notShared`. */
export function episodeJson(
  { abilities, record, unnamedInvolved, ...seen }: EpisodeView,
  safety: { standing: readonly SafetyConcernView[] | null; frontDoor: FrontDoorNumbers | null },
) {
  const {
    sharing: _sharing,
    mayAskInEmergency: _mayAsk,
    lastVisitedAt: _lastVisitedAt,
    hasSafetyConcern: _hasSafetyConcern,
    ...episode
  } = seen;
  return {
    ...episode,
    /** Agencies that work with the family and are not named to the asker. */
    sensitiveServiceInvolved: unnamedInvolved.sensitive > 0,
    protectedAgencies: unnamedInvolved.protected,
    /** Safety concerns that nobody has answered; null to an asker who is not told of any. */
    safetyConcerns: safety.standing?.map(safetyConcernJson) ?? null,
    /** Whom to ring while one stands. */
    frontDoor: safety.frontDoor,
    status: record?.status ?? null,
    reason: record?.reason ?? null,
    referralSource: record?.referralSource ?? null,
    presentingNeeds: record?.presentingNeeds ?? null,
    longTerm: record?.longTerm ?? null,
    level: record?.level ?? null,
    nextReviewOn: record?.nextReviewOn ?? null,
    lastContactOn: record?.lastContactOn ?? null,
    notShared: record ? [] : EPISODE_RECORD_FIELDS,
    version: record?.version ?? 0,
    abilities: abilities.list(),
    reaches: abilities.reaches,
  };
}
