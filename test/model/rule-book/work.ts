import type { Instant } from './calendar.js';
import { within } from './consent.js';
import { hasLeft, isExcludedOrRelative } from './exclusions.js';
import { CASEWORKERS, type Reach, visibilities } from './reaches.js';
import type { Actor, Episode, Tier, ModelWorld } from './world.js';

/** "Nobody is given work on a record they may not reach": their agency has at least T1, and they are not excluded. */
export const mayJoin = (world: ModelWorld, actor: Actor, episode: Episode, now: Instant): boolean =>
  CASEWORKERS.includes(actor.role) &&
  !hasLeft(actor, now) &&
  !isExcludedOrRelative(world, actor.person, episode, now) &&
  within(episode, actor.agency, 'record', now).tiers.has(1);

/** The reaches that make a person a colleague on a case: not an office over the area, nor a temporary access. */
const COLLEAGUES: readonly Reach[] = ['author', 'lead', 'team', 'agency', 'manager', 'coordinator'];

/** Whether this person, in any of their posts, already has this tier: who may be invited to a meeting. */
export const knows = (
  world: ModelWorld,
  person: string,
  episode: Episode,
  tier: Tier,
  now: Instant,
): boolean =>
  world.actors
    .filter((post) => post.person === person)
    .some((post) =>
      visibilities(world, post, episode, now).some(
        ({ reach, tiers }) => COLLEAGUES.includes(reach) && tiers.has(tier),
      ),
    );
