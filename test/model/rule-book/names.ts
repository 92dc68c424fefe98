import type { Instant } from './calendar.js';
import { reachesRecord } from './merges.js';
import { recordsOf } from './records.js';
import { isToldOf } from './search.js';
import type { Actor, Child, FurtherName, ModelWorld } from './world.js';

/** "A name sealed in one is neither found nor shown in the other." */
const isSealedElsewhere = (world: ModelWorld, child: Child, { text }: FurtherName): boolean =>
  recordsOf(world, child.id)
    .filter((id) => id !== child.id)
    .some((id) => world.children.get(id)!.names.some((one) => one.text === text && one.isSealed));

const mustNotBeFound = (world: ModelWorld, child: Child, name: FurtherName): boolean =>
  name.isSealed || isSealedElsewhere(world, child, name);

/** "Only the lead professional and the author still see it"; of the others each reader of the child. */
export const readsName = (
  world: ModelWorld,
  actor: Actor,
  child: Child,
  name: FurtherName,
  now: Instant,
): boolean =>
  reachesRecord(world, actor, child.id, 'sealed_name.read', now) ||
  (!mustNotBeFound(world, child, name) && reachesRecord(world, actor, child.id, 'episode.read', now));

/** Whether a search for this name of the child may tell this person of the record; a sealed name tells no one, its author neither. */
export const isFoundBy = (
  world: ModelWorld,
  actor: Actor,
  child: Child,
  name: FurtherName,
  now: Instant,
): boolean => !mustNotBeFound(world, child, name) && isToldOf(world, actor, child, now);
