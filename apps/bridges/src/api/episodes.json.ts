import { type EpisodeView, type FrontDoorNumbers, EPISODE_RECORD_FIELDS } from '#libs/casework/episodes';
import type { SafetyConcernView } from '#libs/casework/safety-concerns';
import { safetyConcernJson } from './safety-concerns.json.js';

/** An episode in the API. Parts above the reader's tiers are null and named in `notShared`. */
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
    /** The number of agencies that work with the family and are not named to the reader. */
    sensitiveServiceInvolved: unnamedInvolved.sensitive > 0,
    protectedAgencies: unnamedInvolved.protected,
    /** Unanswered safety concerns; null if the reader may not know of any. */
    safetyConcerns: safety.standing?.map(safetyConcernJson) ?? null,
    /** The numbers to phone while a safety concern is open. */
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
