import { counts, endOf, type Instant, type Span, startOf, workingDaysAfter } from './calendar.js';
import { type Agreed, consented, type PurposeClass, within } from './consent.js';
import { isClosedLongAgo, hasLeft, isExcludedOrRelative } from './exclusions.js';
import type { Actor, Deputy, Emergency, Episode, Tier, Topic, ModelWorld } from './world.js';

/** One route to an episode, and the tiers it gives. */
export interface Visibility {
  readonly reach: Reach;
  readonly tiers: ReadonlySet<Tier>;
  readonly topics: ReadonlySet<Topic>;
}
export const REACHES = [
  'author',
  'lead',
  'team',
  'agency',
  'manager',
  'coordinator',
  'front_door',
  'panel',
  'emergency',
  'governance',
  'support',
  'sample',
  'family',
] as const;
export type Reach = (typeof REACHES)[number];

/** Roles that work on cases. Auditors, analysts and administrators do not. */
export const CASEWORKERS = [
  'practitioner',
  'manager',
  'coordinator',
  'front_door',
  'panel_member',
  'panel_chair',
];
const ALL: readonly Tier[] = [0, 1, 2];
const NO_TOPICS: ReadonlySet<Topic> = new Set();
type RouteToRecord = (
  world: ModelWorld,
  actor: Actor,
  episode: Episode,
  now: Instant,
) => Omit<Visibility, 'reach'> | null;

const up = (most: number): ReadonlySet<Tier> => new Set(ALL.filter((tier) => tier <= most));
const scope = (episode: Episode, agency: string, now: Instant): Agreed =>
  within(episode, agency, 'record', now);
const withoutTopics = (agreed: Agreed | null): Omit<Visibility, 'reach'> | null =>
  agreed && { tiers: agreed.tiers, topics: NO_TOPICS };
const isOf =
  (actor: Actor) =>
  (one: { person: string; agency: string }): boolean =>
    one.person === actor.person && one.agency === actor.agency;

/** "A deputy is a lead for their dates only", and never outside the appointment. */
function deputySpan(episode: Episode, deputy: Deputy): Span | null {
  const appointment = episode.leads.find((one) => one.id === deputy.appointment);
  if (!appointment) return null;
  const ends = [endOf(deputy.endsOn), deputy.endedAt, appointment.to].filter((end) => end !== null);
  return {
    from: Math.max(startOf(deputy.beginsOn), appointment.from),
    to: Math.min(...ends),
  };
}

/** Current lead professional; deputy within their dates. */
export const leadsNow = (episode: Episode, now: Instant): { person: string; agency: string }[] => [
  ...episode.leads.filter((one) => counts(one, now)),
  ...episode.deputies.filter((one) => {
    const span = deputySpan(episode, one);
    return span !== null && counts(span, now);
  }),
];

/** "The practitioner left": a person works with the family for an agency only as long as they hold a post there. */
const leftAgency = (
  world: ModelWorld,
  { person, agency }: { person: string; agency: string },
  now: Instant,
): boolean => {
  const posts = world.actors.filter((one) => one.person === person && one.agency === agency);
  return posts.length > 0 && posts.every((one) => hasLeft(one, now));
};

/**
 * "A practitioner may hold several reaches; what they see is the union": an involvement belongs to the person, whichever
 * post they act in, and gives what the family consents to for the agency they are involved for.
 */
function through(
  world: ModelWorld,
  actor: Actor,
  involved: readonly { person: string; agency: string }[],
  episode: Episode,
  now: Instant,
  asked: PurposeClass = 'record',
): Agreed | null {
  if (!CASEWORKERS.includes(actor.role)) return null;
  const scopes = involved
    .filter((one) => one.person === actor.person && !leftAgency(world, one, now))
    .map((one) => within(episode, one.agency, asked, now));
  return {
    tiers: new Set(scopes.flatMap(({ tiers }) => [...tiers])),
    topics: new Set(scopes.flatMap(({ topics }) => [...topics])),
  };
}
const current = <T extends Span>(spans: readonly T[], now: Instant): T[] =>
  spans.filter((one) => counts(one, now));

/** "Opened it or is assessor, until their involvement ends": T0 T1 T2. */
const author: RouteToRecord = (world, actor, episode, now) =>
  withoutTopics(through(world, actor, current(episode.authorships, now), episode, now));

/** "T3 where the family consents that topic to their agency." */
export const isLead = (actor: Actor, episode: Episode, now: Instant): boolean =>
  leadsNow(episode, now).some((one) => one.person === actor.person);
const lead: RouteToRecord = (world, actor, episode, now) =>
  through(world, actor, leadsNow(episode, now), episode, now);

/** "Current team member whose agency the family consents to: T0 T1, T2 if consented, T3 only topics named for that agency." */
const team: RouteToRecord = (world, actor, episode, now) =>
  through(world, actor, current(episode.team, now), episode, now);

/** "Practitioner of an agency the family consents to: T0, T1 if consented"; of the opening agency "like … every other agency". */
const agency: RouteToRecord = (_, actor, episode, now) => {
  if (!CASEWORKERS.includes(actor.role)) return null;
  const { tiers } = consented(episode, actor.agency, 'record', now);
  return { tiers: new Set([...tiers].filter((tier) => tier < 2)), topics: NO_TOPICS };
};

/**
 * "Manager of an agency whose practitioner is author, lead or in the team": "when the last of them leaves the episode it
 * ends". Who leaves their post is taken out of the episodes, except as the last person who answers for a family.
 */
const manager: RouteToRecord = (_, actor, episode, now) => {
  if (actor.role !== 'manager') return null;
  const involved = [
    ...episode.authorships.filter((one) => counts(one, now)),
    ...episode.team.filter((one) => counts(one, now)),
    ...leadsNow(episode, now),
  ];
  const stillThere = involved.some((one) => one.agency === actor.agency);
  return stillThere ? withoutTopics(scope(episode, actor.agency, now)) : null;
};

/** "A coordinator's follows the locality of the episode's first child." */
const coordinator: RouteToRecord = (world, actor, episode) =>
  actor.role === 'coordinator' && world.children.get(episode.children[0]!)!.locality === actor.locality
    ? { tiers: up(2), topics: NO_TOPICS }
    : null;

/** "T0 T1 of the area; T2 while a step-up is pending or accepted." */
const frontDoor: RouteToRecord = (_, actor, episode, now) => {
  if (actor.role !== 'front_door') return null;
  const asked = episode.stepUps.some(
    ({ raisedAt, outcome, outcomeAt }) =>
      raisedAt <= now && (outcomeAt === null || now < outcomeAt || outcome === 'accepted'),
  );
  return { tiers: up(asked ? 2 : 1), topics: NO_TOPICS };
};

/** "Member of a panel with this case on a coming agenda … as consented, until ten working days after the meeting." */
const panel: RouteToRecord = (world, actor, episode, now) => {
  const coming = episode.panelItems
    .filter((item) => counts(item, now))
    .flatMap((item) => {
      const meeting = world.meetings.find((one) => one.id === item.meeting)!;
      const over = now >= endOf(workingDaysAfter(meeting.heldOn, 10));
      const cancelled = meeting.cancelledAt !== null && meeting.cancelledAt <= now;
      return over || cancelled ? [] : [meeting.panel];
    });
  const members = current(world.panelMembers, now).filter((one) => coming.includes(one.panel));
  return withoutTopics(through(world, actor, members, episode, now, 'panel'));
};

export function emergencySpan({ begins, hours, endedAt }: Emergency): Span | null {
  if (begins === null) return null;
  const lapses = begins + hours * 3_600_000;
  return { from: begins, to: endedAt === null ? lapses : Math.min(lapses, endedAt) };
}
export const liveEmergencies = (actor: Actor, episode: Episode, now: Instant): Emergency[] =>
  episode.emergencies.filter((one) => {
    const span = emergencySpan(one);
    return isOf(actor)(one) && one.role === actor.role && span !== null && counts(span, now);
  });
/** "What was asked for, until it lapses." Long after closure only record keepers may ask for it. */
const emergency: RouteToRecord = (_, actor, episode, now) => {
  const live = liveEmergencies(actor, episode, now);
  if (live.length === 0) return null;
  const kept = (one: Emergency): boolean =>
    !isClosedLongAgo(episode, now) || keepsOldRecords(one.role, one.agency, episode);
  const most = Math.max(...live.map((one) => (kept(one) ? one.tier : 1)));
  return { tiers: up(most), topics: new Set(live.filter(kept).flatMap((one) => one.topics)) };
};
const keepsOldRecords = (role: string, agencyId: string, episode: Episode): boolean =>
  ['coordinator', 'governance'].includes(role) || (role === 'manager' && agencyId === episode.openingAgency);

/** "Access log and consent ledger of every episode; content only by emergency access." */
const governance: RouteToRecord = (_, actor) =>
  actor.role === 'governance' ? { tiers: up(0), topics: NO_TOPICS } : null;

/** "For practitioners of their team who named them: as that practitioner for T0 T1 T2, never T3." */
const support: RouteToRecord = (world, actor, episode, now) => {
  if (actor.role !== 'business_support') return null;
  const tiers = new Set<Tier>();
  for (const naming of world.namings) {
    if (naming.supporter !== actor.person || !counts(naming, now)) continue;
    const helped = world.actors.find(
      (one) => one.person === naming.practitioner && one.agency === actor.agency,
    );
    if (!helped || hasLeft(helped, now) || isExcludedOrRelative(world, helped.person, episode, now)) continue;
    for (const way of [author, lead, team, agency])
      for (const tier of way(world, helped, episode, now)?.tiers ?? []) tiers.add(tier);
  }
  return { tiers, topics: NO_TOPICS };
};

/** "T0 T1 T2 of the episodes drawn for an audit, read only, while it lasts." */
const sample: RouteToRecord = (world, actor, episode, now) => {
  if (actor.role !== 'quality_auditor') return null;
  // "Never their own agency's … cases or their own": not even one they started working on after the draw.
  const workers = [...episode.authorships, ...episode.leads, ...episode.team, ...episode.deputies];
  const own = workers.some((one) => one.agency === actor.agency || one.person === actor.person);
  if (own || episode.openingAgency === actor.agency) return null;
  const drawn = episode.draws.some(({ audit, at }) => {
    const assignment = world.audits.find((one) => one.id === audit)!;
    const ended =
      (assignment.endedAt !== null && assignment.endedAt <= now) || now >= endOf(assignment.endsOn);
    return assignment.auditor === actor.person && at <= now && !ended;
  });
  return drawn ? { tiers: up(2), topics: NO_TOPICS } : null;
};

/** "Child, person with parental responsibility: their own." */
const family: RouteToRecord = (world, actor, episode) => {
  if (actor.role !== 'family') return null;
  const isOnlyChild = episode.children.length === 1 && episode.children[0] === actor.person;
  const isParent = episode.children.every((child) =>
    world.children
      .get(child)!
      .carers.some((one) => one.id === actor.person && one.parentalResponsibility === 'yes'),
  );
  return isOnlyChild || isParent ? { tiers: up(2), topics: NO_TOPICS } : null;
};

const ROUTES: Readonly<Record<Reach, RouteToRecord>> = {
  author,
  lead,
  team,
  agency,
  manager,
  coordinator,
  front_door: frontDoor,
  panel,
  emergency,
  governance,
  support,
  sample,
  family,
};
/** "T2 closes for all but the opening agency's manager, coordinator and information governance." */
function afterClosure(
  reach: Reach,
  sight: Omit<Visibility, 'reach'>,
  actor: Actor,
  episode: Episode,
  now: Instant,
) {
  const keeps =
    reach === 'coordinator' ||
    reach === 'governance' ||
    reach === 'emergency' ||
    (reach === 'manager' && actor.agency === episode.openingAgency);
  if (keeps || !isClosedLongAgo(episode, now)) return sight;
  return { tiers: new Set([...sight.tiers].filter((tier) => tier < 2)), topics: NO_TOPICS };
}

/** Every reach by which this person reaches this episode now. None if they are excluded. */
export function visibilities(world: ModelWorld, actor: Actor, episode: Episode, now: Instant): Visibility[] {
  if (
    now < episode.openedAt ||
    hasLeft(actor, now) ||
    isExcludedOrRelative(world, actor.person, episode, now)
  )
    return [];
  return REACHES.flatMap((reach) => {
    const route = ROUTES[reach](world, actor, episode, now);
    if (!route) return [];
    const sight = afterClosure(reach, route, actor, episode, now);
    return sight.tiers.size > 0 ? [{ reach, ...sight }] : [];
  });
}
