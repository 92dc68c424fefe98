import type { Actor, Episode } from './rule-book/world.js';
import { shieldsHiding } from './rule-book/shields.js';
import { mayJoin } from './rule-book/work.js';
import type { Step, Story } from './story.js';

export type Command = (story: Story, episode: Episode, step: Step) => Promise<void>;

export const mayBeGivenWork = (story: Story, episode: Episode, actor: Actor): boolean =>
  mayJoin(story.world, actor, episode, story.now);

/** A closed episode is read, not worked on; the family can still withdraw, and access can still end. */
export const mayWork = (story: Story, actor: Actor, permission: string, episode: Episode): boolean =>
  episode.closedAt === null && story.may(actor, permission, episode);

/**
 * Under a shield only the named practitioners and information governance can add to the team or remove from it, because
 * members and leads of a location-revealing agency are not named to others. The rule book does not say which agencies
 * those are; their own tests cover them.
 */
export const isShielded = (story: Story, episode: Episode): boolean =>
  episode.children.some(
    (id) => shieldsHiding(story.world, story.world.children.get(id)!, story.now).length > 0,
  );
