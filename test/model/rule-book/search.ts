import type { Instant } from './calendar.js';
import { agreedToIndex, isAgencyExcluded } from './consent.js';
import { hasLeft, isCut } from './cuts.js';
import { CASEWORKERS, sights } from './reaches.js';
import type { Actor, Child, Episode, World } from './world.js';

/** "Any practitioner with a stated reason": who works on cases, and information governance, to whom every episode is known. */
const SEARCHERS = [...CASEWORKERS, 'governance'];

/** Whether the index shows this person that there is such an episode. What cuts a reach cuts this one as well. */
export const showsInIndex = (world: World, actor: Actor, episode: Episode, now: Instant): boolean =>
  SEARCHERS.includes(actor.role) &&
  !hasLeft(actor, now) &&
  !isCut(world, actor.person, episode, now) &&
  !isAgencyExcluded(episode, actor.agency, now) &&
  agreedToIndex(episode, now);

/** Whether a search may answer with this child: within reach already, or in the index; "otherwise ask the coordinator". */
export function finds(world: World, actor: Actor, child: Child, now: Instant): boolean {
  if (!SEARCHERS.includes(actor.role) || hasLeft(actor, now)) return false;
  const episodes = world.episodes.filter((one) => one.openedAt <= now && one.children.includes(child.id));
  return episodes.some(
    (one) =>
      showsInIndex(world, actor, one, now) ||
      sights(world, actor, one, now).some(({ tiers }) => tiers.has(0)),
  );
}
