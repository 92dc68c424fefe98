import type { Instant } from './calendar.js';
import { agreedToIndex, isAgencyExcluded, latestForIndex } from './consent.js';
import { hasLeft, isExcludedOrRelative } from './exclusions.js';
import { knowsMember } from './members.js';
import { CASEWORKERS } from './reaches.js';
import { episodesOfTheSame, keptRecordOf } from './records.js';
import type { Actor, Child, Episode, ModelWorld } from './world.js';

/** "Any practitioner with a stated reason": roles that work on cases, and information governance, who know of every episode. */
const SEARCHERS = [...CASEWORKERS, 'governance'];

/**
 * Whether the index shows this person the episode. An exclusion from reaches excludes from the index as well, and "an agency
 * that the family excluded from one" record of the child "does not find the other".
 */
export const showsInIndex = (world: ModelWorld, actor: Actor, episode: Episode, now: Instant): boolean =>
  SEARCHERS.includes(actor.role) &&
  !hasLeft(actor, now) &&
  !isExcludedOrRelative(world, actor.person, episode, now) &&
  !episodesOfTheSame(world, episode).some((one) => isAgencyExcluded(one, actor.agency, now)) &&
  agreedToIndex(episode, now);

/** The agreement to be found is about the children who were there from the beginning, and the later ones it names. */
function isInIndex(episode: Episode, child: string, now: Instant): boolean {
  if (episode.left.has(child)) return false;
  const joined = episode.joined.get(child);
  const latest = latestForIndex(episode, now);
  return !joined || (latest !== null && latest.at >= joined.at && latest.children.includes(child));
}

/** Whether this person may be told of this record: already within reach, or in the index; "otherwise ask the coordinator". */
export function isToldOf(world: ModelWorld, actor: Actor, child: Child, now: Instant): boolean {
  if (!SEARCHERS.includes(actor.role) || hasLeft(actor, now)) return false;
  const episodes = world.episodes.filter((one) => one.openedAt <= now && one.children.includes(child.id));
  return episodes.some(
    (one) =>
      (showsInIndex(world, actor, one, now) && isInIndex(one, child.id, now)) ||
      knowsMember(world, actor, one, child.id, 'episode.read', now),
  );
}

/** Whether a search returns this record. Who may be told of both records of a child is shown the kept one. */
export function findsInSearch(world: ModelWorld, actor: Actor, child: Child, now: Instant): boolean {
  const kept = keptRecordOf(world, child.id);
  const isLedOn = kept !== null && isToldOf(world, actor, world.children.get(kept)!, now);
  return isToldOf(world, actor, child, now) && !isLedOn;
}
