import type { Instant } from './calendar.js';
import { episodesOfTheSame } from './records.js';
import type { Actor, Episode, ModelWorld } from './world.js';

/** "A person whom the family excluded by name … is cut from every reach": the latest decision about that person counts. */
function isExcluded(person: string, episode: Episode, now: Instant): boolean {
  const latest = episode.consents
    .filter((one) => one.at <= now)
    .filter((one) => one.peopleExcluded.includes(person) || one.peopleReadmitted.includes(person))
    .at(-1);
  return latest?.peopleExcluded.includes(person) ?? false;
}

/** "Own record, own family: a practitioner cannot reach a record about themselves or a declared relative." Kinship has no start. */
const isRelative = (world: ModelWorld, person: string, episode: Episode): boolean =>
  world.relatives.some((one) => one.person === person && episode.children.includes(one.child));

/** "The practitioner left or is disabled: at once." */
export const hasLeft = (actor: Actor, now: Instant): boolean => actor.left !== null && actor.left <= now;

/** "A person excluded by name and a declared relative are excluded from the episodes of each" record of the child. */
export const isExcludedOrRelative = (
  world: ModelWorld,
  person: string,
  episode: Episode,
  now: Instant,
): boolean =>
  episodesOfTheSame(world, episode).some(
    (one) => isExcluded(person, one, now) || isRelative(world, person, one),
  );

/** "The episode closed more than 30 days ago: T2 closes". */
export const isClosedLongAgo = (episode: Episode, now: Instant): boolean =>
  episode.closedAt !== null && now >= episode.closedAt + 30 * 86_400_000;
