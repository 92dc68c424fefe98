import type { Instant } from './calendar.js';
import { knowsMember } from './members.js';
import { holds, keptRecordOf } from './records.js';
import { isToldOf } from './search.js';
import type { Actor, Merge, ModelWorld } from './world.js';

/** "For 28 days." */
const UNDOABLE_FOR = 28 * 86_400_000;

type Pair = Pick<Merge, 'kept' | 'other'>;

/** Whether this person reaches the child, with this permission, by one of the episodes of this record. */
export const reachesRecord = (
  world: ModelWorld,
  actor: Actor,
  child: string,
  permission: string,
  now: Instant,
): boolean =>
  world.episodes.some(
    (one) => one.children.includes(child) && knowsMember(world, actor, one, child, permission, now),
  );
const reachesBoth = (
  world: ModelWorld,
  actor: Actor,
  { kept, other }: Pair,
  permission: string,
  now: Instant,
): boolean => [kept, other].every((child) => reachesRecord(world, actor, child, permission, now));

/**
 * "A third record can be added, but a kept record cannot itself be kept under another", nor can a record that is kept under one
 * keep another or go to a second. What is proposed counts like what holds.
 */
const isFree = (world: ModelWorld, { kept, other }: Pair): boolean =>
  !world.merges
    .filter((one) => one.decision === null || holds(one))
    .some((one) => [kept, other].includes(one.other) || one.kept === other);

/** "The coordinator of both children proposes it." */
export const mayProposeMerge = (world: ModelWorld, actor: Actor, pair: Pair, now: Instant): boolean =>
  reachesBoth(world, actor, pair, 'child.merge', now) && isFree(world, pair);

const mayDecideAbout = (world: ModelWorld, actor: Actor, merge: Merge, now: Instant): boolean =>
  reachesBoth(world, actor, merge, 'episode.read', now) &&
  reachesBoth(world, actor, merge, 'child_merge.decide', now);

/** "Another person who reaches both approves or declines it"; only its author withdraws a proposal. */
export const mayDecideMerge = (
  world: ModelWorld,
  actor: Actor,
  merge: Merge,
  decision: NonNullable<Merge['decision']>,
  now: Instant,
): boolean =>
  merge.decision === null &&
  mayDecideAbout(world, actor, merge, now) &&
  (decision === 'withdrawn') === (merge.proposedBy === actor.person);

/** "Either of the two people undoes it … for 28 days." */
export const mayUndoMerge = (world: ModelWorld, actor: Actor, merge: Merge, now: Instant): boolean =>
  holds(merge) &&
  [merge.proposedBy, merge.decidedBy].includes(actor.person) &&
  mayDecideAbout(world, actor, merge, now) &&
  now < merge.decidedAt! + UNDOABLE_FOR;

/** "Who may read one … learns nothing of the other"; of a proposal, only those who may decide about it. */
export const readsMerge = (world: ModelWorld, actor: Actor, merge: Merge, now: Instant): boolean =>
  reachesBoth(world, actor, merge, 'episode.read', now) &&
  (merge.decision === 'approved' || mayDecideAbout(world, actor, merge, now));

/** "A new episode starts under the kept one"; a person who does not know that one "may begin help under the record that they know". */
export function mayBeginHelpUnder(world: ModelWorld, actor: Actor, child: string, now: Instant): boolean {
  const kept = keptRecordOf(world, child);
  return kept === null || !isToldOf(world, actor, world.children.get(kept)!, now);
}

/** "Who may read both is led from the other to the kept one." */
export function recordShown(world: ModelWorld, actor: Actor, child: string, now: Instant): string {
  const kept = keptRecordOf(world, child);
  return kept !== null && reachesRecord(world, actor, kept, 'episode.read', now) ? kept : child;
}
