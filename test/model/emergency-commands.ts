import { randomUUID } from 'node:crypto';
import type { Command } from './command.js';
import { hasLeft, isExcludedOrRelative } from './rule-book/exclusions.js';
import { emergencySpan, isLead } from './rule-book/reaches.js';
import { showsInIndex } from './rule-book/search.js';
import { shieldsHiding } from './rule-book/shields.js';
import { byPerson, now } from './sql.js';
import { choose } from './story.js';

const ACCOUNTABLE = ['manager', 'coordinator', 'front_door', 'governance'];
/** "Lead, manager, coordinator, front door, information governance: with reason and basis." */
export const emergency: Command = async (story, episode, { who, a, b, c }) => {
  const actor = story.someone('emergency.ask', episode, who);
  const tier = choose([1, 2, 3, 3] as const, a)!;
  const topics = tier === 3 ? [choose(['mental_health', 'offending', 'domestic_abuse'], b)!] : [];
  const protectedDetails = c % 3 === 0;
  const hours = choose([1, 8, 24], b)!;
  const { world } = story;
  const shielded = episode.children.some(
    (child) => shieldsHiding(world, world.children.get(child)!, story.now).length > 0,
  );
  const needsSecond = protectedDetails || shielded;
  const knows = story.may(actor, 'emergency.ask', episode) || showsInIndex(world, actor, episode, story.now);
  const asks = isLead(actor, episode, story.now) || ACCOUNTABLE.includes(actor.role);
  const allowed = knows && asks;
  const id = randomUUID();
  const done = await story.write(
    actor,
    episode,
    `asks for emergency access T${tier} ${topics.join()}${protectedDetails ? ' and protected details' : ''} for ${hours} hours`,
    allowed,
    `insert into emergency_accesses (id, episode_id, reason_code, reason, lawful_basis, tier, topics, protected_details, hours)
     values ($1, $2, 'immediate_risk', 'Invented: in danger now.', 'vital_interests', $3, $4, $5, $6)`,
    [id, episode.id, tier, topics, protectedDetails, hours],
  );
  if (done)
    episode.emergencies.push({
      id,
      person: actor.person,
      agency: actor.agency,
      role: actor.role,
      tier,
      topics,
      protectedDetails,
      hours,
      needsSecond,
      begins: needsSecond ? null : story.now,
      endedAt: null,
      secondedBy: null,
      reviewer: null,
      reviewed: false,
    });
};

/** "Approver is not requester." */
export const second: Command = async (story, episode, { who, a }) => {
  const access = choose(
    episode.emergencies.filter(({ begins, endedAt }) => begins === null && endedAt === null),
    a,
  );
  if (!access) return;
  const actor = story.someone('emergency.second', episode, who);
  const allowed = story.may(actor, 'emergency.second', episode) && actor.person !== access.person;
  const done = await story.write(
    actor,
    episode,
    `seconds the emergency access of ${byPerson(story, access.person).key}`,
    allowed,
    'update emergency_accesses set seconded_by = $2 where id = $1 and seconded_by is null',
    [access.id, actor.person],
  );
  if (done) Object.assign(access, { begins: story.now, secondedBy: actor.person });
};

/** Reviewed by a person with manager duties. */
const REVIEWERS = ['manager', 'coordinator', 'governance'];
/** "Reviewed … nobody reviews their own": by another agency; not by the holder, the second person or the person assigning it. */
export const nameReviewer: Command = async (story, episode, { who, a, b }) => {
  const access = choose(
    episode.emergencies.filter(({ begins }) => begins !== null),
    a,
  );
  if (!access) return;
  const { world, now: at } = story;
  const actor = story.someone('emergency.assign_review', episode, who);
  const able = world.actors.filter(
    (one) =>
      REVIEWERS.includes(one.role) &&
      ![access.person, access.secondedBy, actor.person].includes(one.person) &&
      !world.actors.some((post) => post.person === one.person && post.agency === access.agency) &&
      !hasLeft(one, at) &&
      !isExcludedOrRelative(world, one.person, episode, at),
  );
  const named = choose(b % 3 === 0 || able.length === 0 ? world.actors : able, b)!;
  // Assigning the same reviewer again changes nothing, and has no author.
  if (access.reviewer === named.person) return;
  const names =
    story.may(actor, 'emergency.assign_review', episode) &&
    actor.person !== access.person &&
    (actor.role === 'governance' || (actor.role === 'coordinator' && access.role === 'governance'));
  const done = await story.write(
    actor,
    episode,
    `asks ${named.key} to review the emergency access of ${byPerson(story, access.person).key}`,
    names && !access.reviewed && able.includes(named),
    'update emergency_accesses set reviewer_id = $2, reviewer_agency_id = $3 where id = $1',
    [access.id, named.person, named.agency],
  );
  if (done) access.reviewer = named.person;
};

/** Once, after the access has ended, by the assigned reviewer. */
export const review: Command = async (story, episode, { who, a }) => {
  const access = choose(
    episode.emergencies.filter(({ reviewer }) => reviewer !== null),
    a,
  );
  if (!access) return;
  const { world, now: at } = story;
  const reviewer = world.actors.find(({ person }) => person === access.reviewer)!;
  const actor = who % 2 === 0 ? reviewer : choose(world.actors, who >> 1)!;
  const isOver = at >= emergencySpan(access)!.to!;
  const done = await story.write(
    actor,
    episode,
    `reviews the emergency access of ${byPerson(story, access.person).key}`,
    isOver && !access.reviewed && actor.person === access.reviewer && !hasLeft(actor, at),
    `update emergency_accesses set review_outcome = 'justified', review_note = 'Invented.' where id = $1 and review_outcome is null`,
    [access.id],
  );
  if (done) access.reviewed = true;
};

export const endEmergency: Command = async (story, episode, { who, a }) => {
  const access = choose(
    episode.emergencies.filter(
      ({ begins, hours, endedAt }) =>
        begins !== null && endedAt === null && story.now < begins + hours * 3_600_000,
    ),
    a,
  );
  if (!access) return;
  const holder = story.world.actors.find(
    (one) => one.person === access.person && one.agency === access.agency && one.role === access.role,
  )!;
  const actor = who % 2 === 0 ? holder : story.someone('emergency.end', episode, who >> 1);
  const isHolder = actor === holder;
  const reached = story.may(actor, 'episode.read', episode);
  // A holder who has been excluded meanwhile has nothing left to end.
  if (isHolder && !reached) return;
  const done = await story.write(
    actor,
    episode,
    `ends the emergency access of ${holder.key}`,
    reached && (isHolder || story.may(actor, 'emergency.end', episode)),
    `update emergency_accesses set ended_at = ${now} where id = $1 and ended_at is null`,
    [access.id],
  );
  if (done) access.endedAt = story.now;
};
