import { randomUUID } from 'node:crypto';
import { type Command, isShielded, mayBeGivenWork, mayWork } from './commands.js';
import { daysAfter } from './rule-book/calendar.js';
import { consented, within } from './rule-book/consent.js';
import { hasLeft, isCut } from './rule-book/cuts.js';
import { CASEWORKERS, emergencySpan, isLead } from './rule-book/reaches.js';
import { showsInIndex } from './rule-book/search.js';
import { shieldsHiding } from './rule-book/shields.js';
import type { Actor, Episode } from './rule-book/world.js';
import { choose, type Story } from './story.js';

const now = 'platform.now()';
const byPerson = (story: Story, person: string): Actor =>
  story.world.actors.find((one) => one.person === person)!;

/*
 * Endings (a deputyship, an agenda item, an authorship) are not tried by SQL on a closed episode: the rule book says
 * nothing about them, and an ending grants no access.
 */
/** A deputy for some days: from today, from tomorrow, from next week. */
const deputy: Command = async (story, episode, { who, a, b, c }) => {
  const appointment = episode.leads.find(({ to }) => to === null);
  if (!appointment || isShielded(story, episode)) return;
  const actor = story.someone('lead.deputise', episode, who);
  const able = story.world.actors.filter((one) => mayBeGivenWork(story, episode, one));
  const named = choose(b % 4 === 0 || able.length === 0 ? story.world.actors : able, a)!;
  if (named.person === appointment.person) return;
  const beginsOn = daysAfter(story.today, choose([0, 0, 1, 7], b)!);
  const endsOn = daysAfter(beginsOn, choose([0, 2, 14, 92], c)!);
  const overlaps = episode.deputies.some(
    (one) =>
      one.appointment === appointment.id &&
      one.endedAt === null &&
      one.beginsOn <= endsOn &&
      beginsOn <= one.endsOn,
  );
  if (overlaps) return;
  const id = randomUUID();
  const mayName = mayWork(story, actor, 'lead.deputise', episode);
  const notToBeAsked = mayName && !mayBeGivenWork(story, episode, named);
  const allowed = mayName && !notToBeAsked;
  const done = await story.write(
    actor,
    episode,
    `names ${named.key} as deputy from ${beginsOn} to ${endsOn}${notToBeAsked ? ', who may not be given work' : ''}`,
    allowed,
    `insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, ${now})`,
    [id, appointment.id, episode.id, named.person, named.agency, beginsOn, endsOn, actor.person],
  );
  if (done)
    episode.deputies.push({
      id,
      appointment: appointment.id,
      person: named.person,
      agency: named.agency,
      beginsOn,
      endsOn,
      namedAt: story.now,
      endedAt: null,
    });
};

const endDeputy: Command = async (story, episode, { who, a }) => {
  const found = choose(
    episode.deputies.filter(({ endedAt }) => endedAt === null),
    a,
  );
  if (!found || episode.closedAt !== null || isShielded(story, episode)) return;
  const actor = story.someone('lead.deputise', episode, who);
  const done = await story.write(
    actor,
    episode,
    `ends the deputyship of ${byPerson(story, found.person).key}`,
    story.may(actor, 'lead.deputise', episode),
    `update lead_professional_deputies set ended_at = ${now} where id = $1 and ended_at is null`,
    [found.id],
  );
  if (done) found.endedAt = story.now;
};

/** A panel meets; its chair or a coordinator convenes it. */
const meeting: Command = async (story, episode, { who, a, b }) => {
  const keepers = story.world.actors.filter((one) => ['panel_chair', 'coordinator'].includes(one.role));
  const actor = choose(who % 3 === 0 ? story.world.actors : keepers, who)!;
  const allowed = keepers.includes(actor);
  const panel = randomUUID();
  const made = await story.write(
    actor,
    episode,
    'begins a panel',
    allowed,
    'insert into panels (id, authority_id, name, purpose) values ($1, $2, $3, $4)',
    [panel, story.system.authorityId, `Panel ${panel}`, 'Invented.'],
  );
  if (!made) return;
  const all = story.world.actors.filter((one) => CASEWORKERS.includes(one.role));
  const agreed = all.filter((one) => within(episode, one.agency, 'panel', story.now).tiers.size > 0);
  // Mostly people whose agencies have the family's consent for a panel.
  const workers = agreed.length > 2 && b % 4 !== 3 ? agreed : all;
  for (const member of new Set([0, 5, 11].map((step) => choose(workers, a + step)!))) {
    const id = randomUUID();
    const joined = await story.write(
      actor,
      episode,
      `takes ${member.key} into the panel`,
      // A practitioner who has left has no agency.
      !hasLeft(member, story.now),
      `insert into panel_members (id, panel_id, practitioner_id, agency_id, chairs, joined_at) values ($1, $2, $3, $4, false, ${now})`,
      [id, panel, member.person, member.agency],
    );
    if (joined)
      story.world.panelMembers.push({
        id,
        panel,
        person: member.person,
        agency: member.agency,
        from: story.now,
        to: null,
      });
  }
  const id = randomUUID();
  const heldOn = daysAfter(story.today, choose([0, 3, 14, 30], b)!);
  const planned = await story.write(
    actor,
    episode,
    `plans its meeting on ${heldOn}`,
    true,
    'insert into panel_meetings (id, panel_id, held_on, place) values ($1, $2, $3, $4)',
    [id, panel, heldOn, 'Invented Hall'],
  );
  if (planned) story.world.meetings.push({ id, panel, heldOn, cancelledAt: null });
};

/** "The purpose was not agreed": a case goes before a panel only when the family agreed to panels with some agency. */
const isAgreedForPanels = (story: Story, episode: Episode): boolean =>
  story.world.actors.some(({ agency }) => {
    const { tiers, topics } = consented(episode, agency, 'panel', story.now);
    return tiers.size + topics.size > 0;
  });

const refer: Command = async (story, episode, { who, a }) => {
  const coming = story.world.meetings.filter(
    (one) =>
      one.cancelledAt === null &&
      one.heldOn >= story.today &&
      !episode.panelItems.some((item) => item.meeting === one.id && item.to === null),
  );
  const found = choose(coming.slice(-3), a);
  if (!found) return;
  const actor = story.someone('panel.refer', episode, who);
  const id = randomUUID();
  const done = await story.write(
    actor,
    episode,
    `puts the case before the panel of ${found.heldOn}`,
    mayWork(story, actor, 'panel.refer', episode) && isAgreedForPanels(story, episode),
    `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at) values ($1, $2, $3, 'Invented.', $4, ${now})`,
    [id, found.id, episode.id, actor.person],
  );
  if (done) episode.panelItems.push({ id, meeting: found.id, from: story.now, to: null });
};

const takeBack: Command = async (story, episode, { who, a }) => {
  const found = choose(
    episode.panelItems.filter(({ to }) => to === null),
    a,
  );
  if (!found || episode.closedAt !== null) return;
  const actor = story.someone('panel.refer', episode, who);
  const done = await story.write(
    actor,
    episode,
    'takes the case off the agenda',
    story.may(actor, 'panel.refer', episode),
    `update panel_items set removed_at = ${now} where id = $1 and removed_at is null`,
    [found.id],
  );
  if (done) found.to = story.now;
};

const cancel: Command = async (story, episode, { a }) => {
  const found = choose(
    story.world.meetings.filter(({ cancelledAt }) => cancelledAt === null),
    a,
  );
  if (!found) return;
  const actor = story.world.actors.find(({ role }) => role === 'panel_chair')!;
  const done = await story.write(
    actor,
    episode,
    `cancels the meeting of ${found.heldOn}`,
    true,
    `update panel_meetings set cancelled_at = ${now} where id = $1 and cancelled_at is null`,
    [found.id],
  );
  if (done) found.cancelledAt = story.now;
};

const leavePanel: Command = async (story, episode, { a }) => {
  const found = choose(
    story.world.panelMembers.filter(({ to }) => to === null),
    a,
  );
  if (!found) return;
  const actor = story.world.actors.find(({ role }) => role === 'panel_chair')!;
  const done = await story.write(
    actor,
    episode,
    `lets ${byPerson(story, found.person).key} leave the panel`,
    true,
    `update panel_members set left_at = ${now} where id = $1 and left_at is null`,
    [found.id],
  );
  if (done) found.to = story.now;
};

const ANSWERABLE = ['manager', 'coordinator', 'front_door', 'governance'];
/** "Lead, manager, coordinator, front door, information governance: with reason and basis." */
const emergency: Command = async (story, episode, { who, a, b, c }) => {
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
  const asks = isLead(actor, episode, story.now) || ANSWERABLE.includes(actor.role);
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
const second: Command = async (story, episode, { who, a }) => {
  const found = choose(
    episode.emergencies.filter(({ begins, endedAt }) => begins === null && endedAt === null),
    a,
  );
  if (!found) return;
  const actor = story.someone('emergency.second', episode, who);
  const allowed = story.may(actor, 'emergency.second', episode) && actor.person !== found.person;
  const done = await story.write(
    actor,
    episode,
    `seconds the emergency access of ${byPerson(story, found.person).key}`,
    allowed,
    'update emergency_accesses set seconded_by = $2 where id = $1 and seconded_by is null',
    [found.id, actor.person],
  );
  if (done) Object.assign(found, { begins: story.now, secondedBy: actor.person });
};

/** Reviewed by a person with manager duties. */
const REVIEWERS = ['manager', 'coordinator', 'governance'];
/** "Reviewed … nobody reviews their own": by another agency; not by the holder, the second person or the person assigning it. */
const nameReviewer: Command = async (story, episode, { who, a, b }) => {
  const found = choose(
    episode.emergencies.filter(({ begins }) => begins !== null),
    a,
  );
  if (!found) return;
  const { world, now: at } = story;
  const actor = story.someone('emergency.assign_review', episode, who);
  const able = world.actors.filter(
    (one) =>
      REVIEWERS.includes(one.role) &&
      ![found.person, found.secondedBy, actor.person].includes(one.person) &&
      !world.actors.some((post) => post.person === one.person && post.agency === found.agency) &&
      !hasLeft(one, at) &&
      !isCut(world, one.person, episode, at),
  );
  const named = choose(b % 3 === 0 || able.length === 0 ? world.actors : able, b)!;
  // Assigning the same reviewer again changes nothing, and has no author.
  if (found.reviewer === named.person) return;
  const names =
    story.may(actor, 'emergency.assign_review', episode) &&
    actor.person !== found.person &&
    (actor.role === 'governance' || (actor.role === 'coordinator' && found.role === 'governance'));
  const done = await story.write(
    actor,
    episode,
    `asks ${named.key} to review the emergency access of ${byPerson(story, found.person).key}`,
    names && !found.reviewed && able.includes(named),
    'update emergency_accesses set reviewer_id = $2, reviewer_agency_id = $3 where id = $1',
    [found.id, named.person, named.agency],
  );
  if (done) found.reviewer = named.person;
};

/** Once, after the access has ended, by the assigned reviewer. */
const review: Command = async (story, episode, { who, a }) => {
  const found = choose(
    episode.emergencies.filter(({ reviewer }) => reviewer !== null),
    a,
  );
  if (!found) return;
  const { world, now: at } = story;
  const reviewer = world.actors.find(({ person }) => person === found.reviewer)!;
  const actor = who % 2 === 0 ? reviewer : choose(world.actors, who >> 1)!;
  const isOver = at >= emergencySpan(found)!.to!;
  const done = await story.write(
    actor,
    episode,
    `reviews the emergency access of ${byPerson(story, found.person).key}`,
    isOver && !found.reviewed && actor.person === found.reviewer && !hasLeft(actor, at),
    `update emergency_accesses set review_outcome = 'justified', review_note = 'Invented.' where id = $1 and review_outcome is null`,
    [found.id],
  );
  if (done) found.reviewed = true;
};

const endEmergency: Command = async (story, episode, { who, a }) => {
  const found = choose(
    episode.emergencies.filter(
      ({ begins, hours, endedAt }) =>
        begins !== null && endedAt === null && story.now < begins + hours * 3_600_000,
    ),
    a,
  );
  if (!found) return;
  const holder = story.world.actors.find(
    (one) => one.person === found.person && one.agency === found.agency && one.role === found.role,
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
    [found.id],
  );
  if (done) found.endedAt = story.now;
};

/** "For practitioners of their team who named them." */
const nameSupport: Command = async (story, episode, { who }) => {
  const supporter = story.actor('businessSupport');
  const actor = choose(['familySupportWorker', 'cypsManager', 'familySupportWorker', 'youthWorker'], who)!;
  const named = story.actor(actor);
  const live = story.world.namings.some(
    (one) => one.practitioner === named.person && one.supporter === supporter.person && one.to === null,
  );
  if (live) return;
  const [post] = await story.system.truth<{ team_id: string }>('select team_id from posts where id = $1', [
    supporter.post,
  ]);
  const id = randomUUID();
  const done = await story.write(
    named,
    episode,
    'names business support',
    actor !== 'youthWorker',
    `insert into support_namings (id, practitioner_id, supporter_id, team_id, named_at) values ($1, $2, $3, $4, ${now})`,
    [id, named.person, supporter.person, post!.team_id],
  );
  if (done)
    story.world.namings.push({
      id,
      practitioner: named.person,
      supporter: supporter.person,
      from: story.now,
      to: null,
    });
};

const endSupport: Command = async (story, episode, { a }) => {
  const found = choose(
    story.world.namings.filter(({ to }) => to === null),
    a,
  );
  if (!found) return;
  const done = await story.write(
    byPerson(story, found.practitioner),
    episode,
    'ends the naming of business support',
    true,
    `update support_namings set ended_at = ${now} where id = $1 and ended_at is null`,
    [found.id],
  );
  if (done) found.to = story.now;
};

/** "Of the episodes drawn for an audit …; never their own agency's cases or their own." */
const audit: Command = async (story, episode, { a }) => {
  const governance = story.actor('governance');
  const auditor = story.actor('qualityAuditor');
  const id = randomUUID();
  const endsOn = daysAfter(story.today, choose([0, 7, 28], a)!);
  const done = await story.write(
    governance,
    episode,
    `commissions an audit until ${endsOn}`,
    true,
    `insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
     values ($1, $2, $3, $4, 'Invented.', $5, ${now}, $6)`,
    [id, story.system.authorityId, auditor.person, auditor.agency, governance.person, endsOn],
  );
  if (!done) return;
  story.world.audits.push({ id, auditor: auditor.person, endsOn, endedAt: null });
  await story.system.sql(governance, 'select access.sample_cases($1, 10000, null)', [id]);
  const drawn = new Set(
    (
      await story.system.truth<{ id: string }>(
        'select episode_id as id from case_audit_draws where audit_id = $1',
        [id],
      )
    ).map((row) => row.id),
  );
  for (const one of story.world.episodes) {
    const worked = [...one.authorships, ...one.leads, ...one.team, ...one.deputies];
    const own =
      isCut(story.world, auditor.person, one, story.now) ||
      one.openingAgency === auditor.agency ||
      worked.some(({ agency, person }) => agency === auditor.agency || person === auditor.person);
    story.judge(
      governance,
      one,
      'draws it for the audit',
      !own,
      drawn.has(one.id),
      'draw of as many as there are',
    );
    if (drawn.has(one.id)) one.draws.push({ audit: id, at: story.now });
  }
};

const endAudit: Command = async (story, episode) => {
  const found = story.world.audits.find(({ endedAt }) => endedAt === null);
  if (!found) return;
  const done = await story.write(
    story.actor('governance'),
    episode,
    'ends the audit',
    true,
    `update case_audits set ended_at = ${now} where id = $1 and ended_at is null`,
    [found.id],
  );
  if (done) found.endedAt = story.now;
};

/** "Provisional shield applied immediately on request." */
const shield: Command = async (story, episode, { who, a }) => {
  const child = choose(episode.children, a)!;
  if (story.world.shields.some((one) => one.child === child && one.to === null)) return;
  const actor = story.someone('shield.request', episode, who);
  const id = randomUUID();
  const done = await story.write(
    actor,
    episode,
    'asks for a shield',
    story.may(actor, 'shield.request', episode),
    `insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by)
     values ($1, $2, 'domestic_abuse', 'Invented Mother', 'parental_responsibility', $3, ${now}, $4)`,
    [id, child, actor.person, daysAfter(story.today, 7)],
  );
  if (!done) return;
  story.world.shields.push({
    id,
    child,
    recordedBy: actor.person,
    decided: false,
    unsafeCarers: [],
    names: [],
    from: story.now,
    to: null,
  });
};

/** "Information governance decides shields", but not a shield that they requested themselves. */
const decideShield: Command = async (story, episode, { who, a, b }) => {
  const found = choose(
    story.world.shields.filter(
      (one) => !one.decided && one.to === null && episode.children.includes(one.child),
    ),
    a,
  );
  if (!found) return;
  const actor = story.someone('shield.decide', episode, who);
  const decision = b % 2 === 0 ? 'confirmed' : 'declined';
  const done = await story.write(
    actor,
    episode,
    `decides the shield: ${decision}`,
    story.may(actor, 'shield.decide', episode) && actor.person !== found.recordedBy,
    `update shields set decision = $2, decision_reason = 'Invented.', review_on = $3 where id = $1 and decision is null`,
    [found.id, decision, decision === 'confirmed' ? daysAfter(story.today, 180) : null],
  );
  if (!done) return;
  found.decided = true;
  if (decision === 'declined') found.to = story.now;
};

const endShield: Command = async (story, episode, { who, a }) => {
  const found = choose(
    story.world.shields.filter(
      (one) => one.decided && one.to === null && episode.children.includes(one.child),
    ),
    a,
  );
  if (!found) return;
  const actor = story.someone('shield.decide', episode, who);
  const done = await story.write(
    actor,
    episode,
    'ends the shield',
    story.may(actor, 'shield.decide', episode),
    `update shields set ended_by = $2, ending_reason = 'Invented.' where id = $1 and ended_by is null`,
    [found.id, actor.person],
  );
  if (done) found.to = story.now;
};

/** Carers the child is kept safe from: recorded by the requester until the decision, then by the decider. */
const unsafe: Command = async (story, episode, { who, a, b }) => {
  const found = choose(
    story.world.shields.filter((one) => one.to === null && episode.children.includes(one.child)),
    a,
  );
  if (!found) return;
  const carer = choose(story.world.children.get(found.child)!.carers, b)!.id;
  if (found.unsafeCarers.includes(carer)) return;
  const actor = story.someone(who % 2 === 0 ? 'shield.decide' : 'shield.request', episode, who >> 1);
  const asked =
    actor.person === found.recordedBy && !found.decided && story.may(actor, 'shield.request', episode);
  const done = await story.write(
    actor,
    episode,
    `says that the child of the shield is kept safe from a carer`,
    asked || story.may(actor, 'shield.decide', episode),
    'insert into shield_unsafe_carers (shield_id, child_id, carer_id) values ($1, $2, $3)',
    [found.id, found.child, carer],
  );
  if (done) found.unsafeCarers.push(carer);
};

/** People named on a shield keep reading. */
const nameOnShield: Command = async (story, episode, { a, b }) => {
  const found = choose(
    story.world.shields.filter((one) => one.to === null && episode.children.includes(one.child)),
    a,
  );
  const named = choose(story.world.actors, b)!;
  if (!found || found.names.some((one) => one.person === named.person && one.to === null)) return;
  const actor = story.actor('governance');
  if (!story.may(actor, 'shield.decide', episode)) return;
  const id = randomUUID();
  const done = await story.write(
    actor,
    episode,
    `names ${named.key} on the shield`,
    true,
    `insert into shield_names (id, shield_id, child_id, practitioner_id, named_by, named_at) values ($1, $2, $3, $4, $5, ${now})`,
    [id, found.id, found.child, named.person, actor.person],
  );
  if (done) found.names.push({ id, person: named.person, from: story.now, to: null });
};

const endName: Command = async (story, episode, { a }) => {
  const [found] = story.world.shields.filter(
    (one) => one.to === null && episode.children.includes(one.child),
  );
  const name = choose(found?.names.filter(({ to }) => to === null) ?? [], a);
  const actor = story.actor('governance');
  if (!name || !story.may(actor, 'shield.decide', episode)) return;
  const done = await story.write(
    actor,
    episode,
    `takes ${byPerson(story, name.person).key} off the shield`,
    true,
    `update shield_names set ended_at = ${now} where id = $1 and ended_at is null`,
    [name.id],
  );
  if (done) name.to = story.now;
};

/** "Until their involvement ends." */
const endAuthorship: Command = async (story, episode, { who }) => {
  const found = episode.authorships.find(({ to }) => to === null);
  if (!found || episode.closedAt !== null || who % 3 !== 0) return;
  const actor = story.someone('authorship.end', episode, who);
  const done = await story.write(
    actor,
    episode,
    `ends the authorship of ${byPerson(story, found.person).key}`,
    story.may(actor, 'authorship.end', episode),
    `update authorships set ended_at = ${now} where episode_id = $1 and ended_at is null`,
    [episode.id],
  );
  if (done) found.to = story.now;
};

export const BY_SQL: Readonly<Record<string, Command>> = {
  deputy,
  endDeputy,
  meeting,
  refer,
  takeBack,
  cancel,
  leavePanel,
  emergency,
  second,
  nameReviewer,
  review,
  endEmergency,
  nameSupport,
  endSupport,
  audit,
  endAudit,
  shield,
  decideShield,
  endShield,
  unsafe,
  nameOnShield,
  endName,
  endAuthorship,
};
