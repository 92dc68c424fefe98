import { counts, type Instant } from './calendar.js';
import { knowsMember } from './members.js';
import { liveEmergencies } from './reaches.js';
import { recordsOf } from './records.js';
import type { Actor, Child, Shield, ModelWorld } from './world.js';

/** "Contact details and whatever would reveal them": a child living with the shielded child would reveal the address. */
function reveals(shield: Shield, shielded: Child, other: Child): boolean {
  if (shielded.id === other.id) return true;
  return shielded.carers.some(
    (mine) =>
      mine.livesWith !== false &&
      !shield.unsafeCarers.includes(mine.id) &&
      other.carers.some((theirs) => theirs.id === mine.id && theirs.livesWith !== false),
  );
}

/** "A shield on one hides where the child lives in both, and so do shields of those who live with either." */
export const shieldsHiding = (world: ModelWorld, child: Child, now: Instant): Shield[] => {
  const records = (id: string): Child[] => recordsOf(world, id).map((one) => world.children.get(one)!);
  return world.shields.filter(
    (one) =>
      counts(one, now) &&
      records(one.child).some((shielded) => records(child.id).some((other) => reveals(one, shielded, other))),
  );
};

/** What a shield hides is hidden from everyone but those named on it, and those who opened it by emergency access. */
function isHiddenFrom(world: ModelWorld, actor: Actor, child: Child, now: Instant): boolean {
  const hiding = shieldsHiding(world, child, now);
  if (hiding.length === 0) return false;
  const named = hiding.every((one) =>
    one.names.some((name) => name.person === actor.person && counts(name, now)),
  );
  const asked = world.episodes
    .filter((episode) => episode.children.includes(child.id))
    .some((episode) => liveEmergencies(actor, episode, now).some((one) => one.protectedDetails));
  return actor.role === 'family' || !(named || asked);
}

/** "The record is shielded: contact details vanish for all but those named." */
export function seesProtectedDetails(world: ModelWorld, actor: Actor, child: Child, now: Instant): boolean {
  const reached = world.episodes
    .filter((episode) => episode.children.includes(child.id))
    .filter((episode) => knowsMember(world, actor, episode, child.id, 'family.read', now));
  return reached.length > 0 && !isHiddenFrom(world, actor, child, now);
}

/**
 * A parent's address is the address of the child living with them: visible to a person who may know one of the parent's
 * children, unless a hidden child lives there too. A parent whom that child is kept safe from never counts as living there.
 */
export function seesCarer(world: ModelWorld, actor: Actor, carer: string, now: Instant): boolean {
  const theirs = [...world.children.values()].filter((one) => one.carers.some(({ id }) => id === carer));
  const reveals = (child: Child): boolean =>
    isHiddenFrom(world, actor, child, now) &&
    child.carers.some((one) => one.id === carer && one.livesWith !== false) &&
    !world.shields.some(
      (one) => one.child === child.id && counts(one, now) && one.unsafeCarers.includes(carer),
    );
  return theirs.some((child) => seesProtectedDetails(world, actor, child, now)) && !theirs.some(reveals);
}
