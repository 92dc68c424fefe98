import type { Instant } from './calendar.js';
import { agreedToIndex, isAgencyExcluded } from './consent.js';
import { hasLeft, isExcludedOrRelative } from './exclusions.js';
import { CASEWORKERS, visibilities } from './reaches.js';
import type { Actor, Child, Episode, ModelWorld } from './world.js';

/** "Any practitioner with a stated reason": roles that work on cases, and information governance, who know of every episode. */
const SEARCHERS = [...CASEWORKERS, 'governance'];

/** Whether the index shows this person the episode. An exclusion from reaches excludes from the index as well. */
export const showsInIndex = (world: ModelWorld, actor: Actor, episode: Episode, now: Instant): boolean =>
  SEARCHERS.includes(actor.role) &&
  !hasLeft(actor, now) &&
  !isExcludedOrRelative(world, actor.person, episode, now) &&
  !isAgencyExcluded(episode, actor.agency, now) &&
  agreedToIndex(episode, now);

/** Whether a search may return this child: already within reach, or in the index; "otherwise ask the coordinator". */
export function findsInSearch(world: ModelWorld, actor: Actor, child: Child, now: Instant): boolean {
  if (!SEARCHERS.includes(actor.role) || hasLeft(actor, now)) return false;
  const episodes = world.episodes.filter((one) => one.openedAt <= now && one.children.includes(child.id));
  return episodes.some(
    (one) =>
      showsInIndex(world, actor, one, now) ||
      visibilities(world, actor, one, now).some(({ tiers }) => tiers.has(0)),
  );
}
