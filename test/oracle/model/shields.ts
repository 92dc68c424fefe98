import { counts, type Instant } from './calendar.js';
import { liveEmergencies, sights } from './reaches.js';
import type { Actor, Child, Shield, World } from './world.js';

/** "Contact details and whatever would reveal them": a child living with the shielded one would reveal where they live. */
function reveals(shield: Shield, shielded: Child, other: Child): boolean {
  if (shielded.id === other.id) return true;
  return shielded.carers.some(
    (mine) =>
      mine.livesWith !== false &&
      !shield.unsafeCarers.includes(mine.id) &&
      other.carers.some((theirs) => theirs.id === mine.id && theirs.livesWith !== false),
  );
}

export const shieldsHiding = (world: World, child: Child, now: Instant): Shield[] =>
  world.shields.filter((one) => counts(one, now) && reveals(one, world.children.get(one.child)!, child));

/** "The record is shielded: contact details vanish for all but those named." */
export function seesProtectedDetails(world: World, actor: Actor, child: Child, now: Instant): boolean {
  const reached = world.episodes
    .filter((episode) => episode.children.includes(child.id))
    .map((episode) => ({ episode, ways: sights(world, actor, episode, now) }))
    .filter(({ ways }) => ways.some((way) => way.tiers.has(1) && way.reach !== 'governance'));
  if (reached.length === 0) return false;
  const hiding = shieldsHiding(world, child, now);
  if (hiding.length === 0) return true;
  if (actor.role === 'family') return false;
  const named = hiding.every((one) =>
    one.names.some((name) => name.person === actor.person && counts(name, now)),
  );
  const asked = reached.some(({ episode }) =>
    liveEmergencies(actor, episode, now).some((one) => one.protectedDetails),
  );
  return named || asked;
}
