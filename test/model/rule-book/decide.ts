import type { Instant } from './calendar.js';
import { TABLE } from './permissions.js';
import { type Visibility, visibilities } from './reaches.js';
import type { Actor, Episode, Item, Topic, ModelWorld } from './world.js';

/** What one person, acting in one post, may know and do about one episode at one instant. */
export interface Decision {
  readonly visibilities: readonly Visibility[];
  readonly permissions: ReadonlySet<string>;
  /** Permission and reach, as in "plan.edit by lead". */
  readonly ways: ReadonlySet<string>;
  readonly topics: ReadonlySet<Topic>;
}

/** "What they see is the union, and each thing seen is explained by one of them." */
export function decide(world: ModelWorld, actor: Actor, episode: Episode, now: Instant): Decision {
  const held = visibilities(world, actor, episode, now);
  const permissions = new Set<string>();
  const ways = new Set<string>();
  for (const [permission, rules] of Object.entries(TABLE))
    for (const { reach, tier, roles } of rules)
      if (
        (roles?.includes(actor.role) ?? true) &&
        held.some((sight) => sight.reach === reach && sight.tiers.has(tier))
      ) {
        permissions.add(permission);
        ways.add(`${permission} by ${reach}`);
      }
  return {
    visibilities: held,
    permissions,
    ways,
    topics: new Set(held.flatMap(({ topics }) => [...topics])),
  };
}

/** "Every stored item belongs to exactly one tier; T3 items also to a topic"; its writer may read it while they read the record. */
export function readsItem({ permissions, topics }: Decision, actor: Actor, item: Item): boolean {
  if (!permissions.has('record.read')) return false;
  return item.topic === '' || topics.has(item.topic) || item.writer === actor.person;
}

/** A practitioner who may add to the record may add sensitive items, but business support may not: "support … never T3". */
export function writesItem({ ways }: Decision, topic: Topic | ''): boolean {
  const by = [...ways].filter((way) => way.startsWith('chronology.add by '));
  return by.some((way) => topic === '' || way !== 'chronology.add by support');
}
