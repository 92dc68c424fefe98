import type { Instant } from './calendar.js';
import { agreedToIndex, isAgencyExcluded, latestForIndex } from './consent.js';
import { hasLeft, isExcludedOrRelative } from './exclusions.js';
import { knowsMember } from './members.js';
import { CASEWORKERS } from './reaches.js';
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

/** The agreement to be found is about the children who were there from the beginning, and the later ones it names. */
function isInIndex(episode: Episode, child: string, now: Instant): boolean {
  if (episode.left.has(child)) return false;
  const joined = episode.joined.get(child);
  const latest = latestForIndex(episode, now);
  return !joined || (latest !== null && latest.at >= joined.at && latest.children.includes(child));
}

/** Whether a search may return this child: already within reach, or in the index; "otherwise ask the coordinator". */
export function findsInSearch(world: ModelWorld, actor: Actor, child: Child, now: Instant): boolean {
  if (!SEARCHERS.includes(actor.role) || hasLeft(actor, now)) return false;
  const episodes = world.episodes.filter((one) => one.openedAt <= now && one.children.includes(child.id));
  return episodes.some(
    (one) =>
      (showsInIndex(world, actor, one, now) && isInIndex(one, child.id, now)) ||
      knowsMember(world, actor, one, child.id, 'episode.read', now),
  );
}
