import type { Instant } from './calendar.js';
import { hasLeft, isExcludedOrRelative } from './exclusions.js';
import { type Reach, visibilities } from './reaches.js';
import type { Actor, Episode, HelpQuestion, ModelWorld } from './world.js';

/** The families that a list or a count covers. */
export const SCOPES = ['mine', 'agency', 'locality', 'all'] as const;
export type Scope = (typeof SCOPES)[number];
const OWN_REACHES: readonly Reach[] = ['author', 'lead', 'team'];

export const localityOf = (world: ModelWorld, episode: Episode): string =>
  world.children.get(episode.children[0]!)!.locality;

/** "Unreachable is not found … in list, detail, search, count": a list shows everything its scope's reaches give, and no more. */
export function isListed(
  world: ModelWorld,
  actor: Actor,
  episode: Episode,
  scope: Scope,
  now: Instant,
): boolean {
  const reaches = visibilities(world, actor, episode, now)
    .filter(({ tiers }) => tiers.has(0))
    .map(({ reach }) => reach);
  if (scope === 'mine') return reaches.some((reach) => OWN_REACHES.includes(reach));
  // Reached as the manager of a practitioner who works with the family.
  if (scope === 'agency') return reaches.includes('manager');
  return reaches.length > 0 && (scope === 'all' || localityOf(world, episode) === actor.locality);
}

/** "Otherwise ask the coordinator": of the first child's locality; if no such coordinator may know of it, any in the area. */
export function answersQuestion(
  world: ModelWorld,
  actor: Actor,
  question: HelpQuestion,
  now: Instant,
): boolean {
  const place = localityOf(world, question.episode);
  const able = world.actors.filter(
    (one) =>
      one.role === 'coordinator' &&
      one.person !== question.asker &&
      !hasLeft(one, now) &&
      !isExcludedOrRelative(world, one.person, question.episode, now),
  );
  if (!able.includes(actor)) return false;
  return actor.locality === place || !able.some((one) => one.locality === place);
}
