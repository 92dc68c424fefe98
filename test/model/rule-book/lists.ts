import type { Instant } from './calendar.js';
import { hasLeft, isCut } from './cuts.js';
import { type Reach, sights } from './reaches.js';
import type { Actor, Episode, HelpQuestion, World } from './world.js';

/** Whose families a list or a count is of. */
export const SCOPES = ['mine', 'agency', 'locality', 'all'] as const;
export type Scope = (typeof SCOPES)[number];
const MINE: readonly Reach[] = ['author', 'lead', 'team'];

export const localityOf = (world: World, episode: Episode): string =>
  world.children.get(episode.children[0]!)!.locality;

/** "Unreachable is not found … in list, detail, search, count": a list shows what a reach of its scope gives, all of it. */
export function isListed(world: World, actor: Actor, episode: Episode, scope: Scope, now: Instant): boolean {
  const reaches = sights(world, actor, episode, now)
    .filter(({ tiers }) => tiers.has(0))
    .map(({ reach }) => reach);
  if (scope === 'mine') return reaches.some((reach) => MINE.includes(reach));
  // Whose people work with the family: their manager's reach.
  if (scope === 'agency') return reaches.includes('manager');
  return reaches.length > 0 && (scope === 'all' || localityOf(world, episode) === actor.locality);
}

/** "Otherwise ask the coordinator": of where the first child lives now; where none of them may know of it, any of the area. */
export function answersQuestion(world: World, actor: Actor, question: HelpQuestion, now: Instant): boolean {
  const place = localityOf(world, question.episode);
  const able = world.actors.filter(
    (one) =>
      one.role === 'coordinator' &&
      one.person !== question.asker &&
      !hasLeft(one, now) &&
      !isCut(world, one.person, question.episode, now),
  );
  if (!able.includes(actor)) return false;
  return actor.locality === place || !able.some((one) => one.locality === place);
}
