import type { UnnamedInvolved } from '#libs/access';
import type { EpisodeSeen, FrontDoorNumbers } from '#libs/casework/episodes';
import type { SafetyConcernView } from '#libs/casework/safety-concerns';
import { safetyConcernJson } from './safety-concerns.json.js';

/** An episode as the API tells it; what lies above the asker's tiers is null. */
export function episodeJson(
  { abilities, record, ...seen }: EpisodeSeen,
  unnamed: UnnamedInvolved,
  safety: { standing: readonly SafetyConcernView[] | null; frontDoor: FrontDoorNumbers | null },
) {
  return {
    ...seen,
    /** Agencies that work with the family and are not named to the asker. */
    sensitiveServiceInvolved: unnamed.sensitive > 0,
    protectedAgencies: unnamed.protected,
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
    version: record?.version ?? 0,
    abilities: abilities.list(),
    reaches: abilities.reaches,
  };
}
