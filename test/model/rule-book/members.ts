import { counts, type Instant } from './calendar.js';
import { liveConsent, type PurposeClass } from './consent.js';
import { decide } from './decide.js';
import { leadsNow, type Reach } from './reaches.js';
import type { Actor, Episode, ModelWorld } from './world.js';

/** "Coordinator, front door, sample and governance rest on the authority's public task"; an emergency and a family on their own. */
const AS_WIDE_AS_THE_EPISODE: readonly Reach[] = [
  'coordinator',
  'front_door',
  'governance',
  'sample',
  'emergency',
  'family',
];

/** "A child added is covered by nothing until the family has said so": of later children an agreement is about those it names. */
export function agreedFor(
  episode: Episode,
  child: string,
  agency: string,
  asked: PurposeClass,
  then: Instant,
): boolean {
  const consent = liveConsent(episode, agency, asked, then);
  if (!consent?.agreed.some((one) => one.agency === agency)) return false;
  const joined = episode.joined.get(child);
  return !joined || (consent.at >= joined.at && consent.children.includes(child));
}

/** Whether this reach told this person of the child then. */
function told(
  world: ModelWorld,
  { person, agency }: Pick<Actor, 'person' | 'agency'>,
  episode: Episode,
  child: string,
  reach: Reach,
  then: Instant,
): boolean {
  const shared = (forAgency: string, asked: PurposeClass = 'record'): boolean =>
    forAgency === episode.openingAgency || agreedFor(episode, child, forAgency, asked, then);
  const own = (list: readonly { person: string; agency: string }[]): boolean =>
    list.some((one) => one.person === person && shared(one.agency));
  const authors = episode.authorships.filter((one) => counts(one, then));
  const team = episode.team.filter((one) => counts(one, then));
  const leads = leadsNow(episode, then);
  switch (reach) {
    case 'author':
      return own(authors);
    case 'lead':
      return own(leads);
    case 'team':
      return own(team);
    case 'agency':
      return agreedFor(episode, child, agency, 'record', then);
    case 'manager':
      return [...authors, ...team, ...leads].some((one) => one.agency === agency) && shared(agency);
    case 'panel':
      return world.panelMembers.some(
        (one) => one.person === person && counts(one, then) && shared(one.agency, 'panel'),
      );
    default:
      return false;
  }
}

/**
 * Whether this person may know, with this permission, of this child of the episode. Children who were there from the
 * beginning and still are: each reader. "New reads of a child who was taken out end": the name stays with those who
 * knew it.
 */
export function knowsMember(
  world: ModelWorld,
  actor: Actor,
  episode: Episode,
  child: string,
  permission: string,
  now: Instant,
): boolean {
  const joined = episode.joined.get(child);
  const left = episode.left.get(child) ?? null;
  const { ways } = decide(world, actor, episode, now);
  const reaches = [...ways]
    .filter((way) => way.startsWith(`${permission} by `))
    .map((way) => way.split(' by ')[1] as Reach);
  if (!joined && left === null) return reaches.length > 0;
  const then = left ?? now;
  return reaches.some((reach) => {
    if (AS_WIDE_AS_THE_EPISODE.includes(reach)) return true;
    if (left !== null && reach === 'manager' && actor.agency === episode.openingAgency) return true;
    if (left !== null && permission !== 'episode.read') return false;
    if (joined?.by === actor.person) return true;
    if (reach !== 'support') return told(world, actor, episode, child, reach, then);
    return world.namings
      .filter((one) => one.supporter === actor.person && counts(one, now))
      .some((one) =>
        (['author', 'lead', 'team', 'agency'] as const).some((way) =>
          told(world, { person: one.practitioner, agency: actor.agency }, episode, child, way, then),
        ),
      );
  });
}
