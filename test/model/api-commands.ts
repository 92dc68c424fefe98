import { knowsMember } from './rule-book/members.js';
import { MEMBERSHIP } from './membership-commands.js';
import { randomUUID } from 'node:crypto';
import { LEAVERS, signsIn } from './cast.js';
import { decide, writesItem } from './rule-book/decide.js';
import { CASEWORKERS } from './rule-book/reaches.js';
import { seesProtectedDetails } from './rule-book/shields.js';
import { knows } from './rule-book/work.js';
import type { Actor } from './rule-book/world.js';
import { choose, type Story } from './story.js';
import { approveClosing, close, proposeClosing, undoClosing } from './closure-commands.js';
import { type Command, mayBeGivenWork, mayWork, isShielded } from './command.js';
import { consent, withdraw } from './consent-commands.js';

const isOf = (actor: Actor) => (one: { person: string; to: number | null }) =>
  one.person === actor.person && one.to === null;

const join: Command = async (story, episode, { who, a, b }) => {
  if (isShielded(story, episode)) return;
  const actor = story.someone('team.edit', episode, who);
  const able = story.world.actors.filter((one) => mayBeGivenWork(story, episode, one));
  const joins = choose(b % 4 === 0 || able.length === 0 ? story.world.actors : able, a)!;
  if (episode.team.some(isOf(joins))) return;
  const allowed = mayWork(story, actor, 'team.edit', episode) && mayBeGivenWork(story, episode, joins);
  const what = `takes ${joins.key} into the team`;
  // Both ways are tested: the program checks first, and the database checks whatever program writes.
  if (b % 3 === 1) {
    const id = randomUUID();
    const sql = `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
      values ($1, $2, $3, $4, 'member', $5, platform.now())`;
    const values = [id, episode.id, joins.person, joins.agency, actor.person];
    if (await story.write(actor, episode, `${what}, by SQL`, allowed, sql, values))
      episode.team.push({ id, person: joins.person, agency: joins.agency, from: story.now, to: null });
    return;
  }
  const body = await story.call(actor, episode, what, allowed, `/episodes/${episode.id}/team`, {
    practitionerId: joins.person,
    teamRole: 'member',
    agencyId: joins.agency,
  });
  if (body)
    episode.team.push({ id: body.id, person: joins.person, agency: joins.agency, from: story.now, to: null });
};

const leave: Command = async (story, episode, { who, a }) => {
  const member = choose(
    episode.team.filter(({ to }) => to === null),
    a,
  );
  if (!member || isShielded(story, episode)) return;
  const actor = story.someone('team.edit', episode, who);
  const key = story.world.actors.find(({ person }) => person === member.person)!.key;
  const allowed = mayWork(story, actor, 'team.edit', episode);
  const path = `/episodes/${episode.id}/team/${member.id}/ending`;
  if (
    await story.call(actor, episode, `ends the membership of ${key}`, allowed, path, { reason: 'Invented.' })
  )
    member.to = story.now;
};

/** Proposed by one person, accepted by the other; the outgoing lead remains until then. */
const lead: Command = async (story, episode, { who, a, b }) => {
  if (story.unanswered.has(episode.id)) return;
  if (isShielded(story, episode)) return;
  const actor = story.someone('lead.propose', episode, who);
  // The person asked must be able to see the question: a colleague of the opening agency joins the team first.
  const mayBeAsked = (one: Actor): boolean =>
    mayBeGivenWork(story, episode, one) && story.may(one, 'lead.accept', episode);
  const able = story.world.actors.filter((one) => mayBeAsked(one) && signsIn(one));
  const asked = choose(b % 4 === 0 || able.length === 0 ? story.world.actors : able, a)!;
  // For a person with two posts the command would have to say in which.
  if (episode.leads.some(isOf(asked)) || !signsIn(asked) || asked.key === 'specialistTeacher') return;
  const allowed = mayWork(story, actor, 'lead.propose', episode) && mayBeAsked(asked);
  const path = `/episodes/${episode.id}/lead-professional/proposals`;
  const proposal = await story.call(actor, episode, `proposes ${asked.key} as lead`, allowed, path, {
    practitionerId: asked.person,
    familyPreference: 'Invented.',
    reason: 'Invented.',
    changeReason: 'child_asked',
  });
  if (!proposal) return;
  const accepted = await story.call(
    asked,
    episode,
    'accepts to lead',
    true,
    `${path}/${proposal.id}/acceptance`,
  );
  if (!accepted) {
    // The question stays unanswered, and only one may be open at a time.
    story.unanswered.add(episode.id);
    return;
  }
  for (const one of episode.leads) one.to ??= story.now;
  const [row] = await story.system.asOwner<{ id: string }>(
    'select id from lead_professional_appointments where episode_id = $1 and ended_at is null',
    [episode.id],
  );
  episode.leads.push({ id: row!.id, person: asked.person, agency: asked.agency, from: story.now, to: null });
};

const endLead: Command = async (story, episode, { who }) => {
  const current = episode.leads.find(({ to }) => to === null);
  if (!current || isShielded(story, episode)) return;
  const actor = story.someone('lead.end', episode, who);
  const allowed = mayWork(story, actor, 'lead.end', episode);
  const path = `/episodes/${episode.id}/lead-professional/ending`;
  if (await story.call(actor, episode, 'ends the lead', allowed, path, { reason: 'Invented.' }))
    current.to = story.now;
};

const raise: Command = async (story, episode, { who }) => {
  if (episode.stepUps.some((one) => one.outcome === null || one.outcome === 'accepted')) return;
  const actor = story.someone('step_up.raise', episode, who);
  const allowed = mayWork(story, actor, 'step_up.raise', episode);
  const body = await story.call(
    actor,
    episode,
    'raises a step-up',
    allowed,
    `/episodes/${episode.id}/step-ups`,
    {
      reason: 'Invented: worried.',
      familyAgreement: 'agreed',
    },
  );
  if (body) episode.stepUps.push({ id: body.id, raisedAt: story.now, outcome: null, outcomeAt: null });
};

const answer: Command = async (story, episode, { who, a }) => {
  const waiting = episode.stepUps.find(({ outcome }) => outcome === null);
  if (!waiting) return;
  const actor = story.someone('step_up.decide', episode, who);
  const outcome = choose(['advice', 'accepted', 'back_to_early_help', 'no_further_action'], a)!;
  const allowed = mayWork(story, actor, 'step_up.decide', episode);
  const path = `/episodes/${episode.id}/step-ups/${waiting.id}/outcome`;
  const body = await story.call(actor, episode, `answers the step-up: ${outcome}`, allowed, path, {
    outcome,
    reason: 'Invented.',
  });
  if (!body) return;
  Object.assign(waiting, { outcome, outcomeAt: story.now });
  if (outcome === 'accepted') episode.atLevel4 = true;
};

/** Level 4 ends only by the front door's step-down. */
const stepDown: Command = async (story, episode, { who }) => {
  if (!episode.atLevel4) return;
  const actor = story.someone('level.set_statutory', episode, who);
  const allowed =
    mayWork(story, actor, 'level.decide', episode) && story.may(actor, 'level.set_statutory', episode);
  const path = `/episodes/${episode.id}/level-decisions`;
  const decision = { level: 3, reason: 'Invented.', familyView: 'Invented.' };
  if (await story.call(actor, episode, 'steps it down from level 4', allowed, path, decision))
    episode.atLevel4 = false;
};

/** A team meeting: a practitioner chairs it, takes its notes or is invited to it. */
const convene: Command = async (story, episode, { who, a, b, c }) => {
  if (isShielded(story, episode)) return;
  const { world, now } = story;
  const actor = story.someone('meeting.convene', episode, who);
  const able = world.actors.filter((one) => knows(world, one.person, episode, 1, now));
  const named = choose(b % 2 === 0 || able.length === 0 ? world.actors : able, a)!;
  const allowed =
    mayWork(story, actor, 'meeting.convene', episode) && knows(world, named.person, episode, 1, now);
  const meeting = { kind: 'review', purpose: 'Invented.' };
  if (c % 4 === 3) {
    const sql = `insert into tac_meetings (id, episode_id, kind, starts_at, chair_id, purpose, status, recorded_by, recorded_at)
      values ($1, $2, $3, platform.now(), $4, $5, 'planned', $6, platform.now())`;
    const values = [randomUUID(), episode.id, meeting.kind, named.person, meeting.purpose, actor.person];
    await story.write(actor, episode, `has ${named.key} chair a meeting, by SQL`, allowed, sql, values);
    return;
  }
  const asked = [
    { chairId: named.person },
    { noteTakerId: named.person },
    { invited: [{ practitionerId: named.person }] },
  ][c % 4]!;
  const what = `asks ${named.key} to a meeting (${Object.keys(asked).join()})`;
  const startsAt = new Date(now + 86_400_000).toISOString();
  await story.call(actor, episode, what, allowed, `/episodes/${episode.id}/meetings`, {
    ...meeting,
    startsAt,
    place: 'Invented Hall',
    ...asked,
  });
};

/** A child of the family moves to the other locality: mostly the first child, because that child's locality counts. */
const move: Command = async (story, episode, { who, a }) => {
  const child = story.world.children.get(choose(episode.children, a % 3 === 0 ? a : 0)!)!;
  const actor = story.someone('family.edit', episode, who);
  // A shield also hides where a child lives.
  const allowed =
    knowsMember(story.world, actor, episode, child.id, 'family.edit', story.now) &&
    seesProtectedDetails(story.world, actor, child, story.now);
  const client = await story.system.api(actor);
  const to = story.elsewhere(child.locality);
  const [row] = await story.system.asOwner<{ version: number }>(
    'select version from children where id = $1',
    [child.id],
  );
  const answer = await client.patch(
    `/children/${child.id}`,
    { localityId: to },
    { ifMatch: `"v${row!.version}"` },
  );
  const done = answer.status < 300;
  const what = `writes down that child ${episode.children.indexOf(child.id) + 1} moves to the other locality`;
  story.compareResult(actor, episode, what, allowed, done, `${answer.status} ${answer.text.slice(0, 300)}`);
  if (done) child.locality = to;
};

/** A practitioner who cannot open an episode, or does not need to ask, asks its coordinator for help. */
const askHelp: Command = async (story, episode, { who, b }) => {
  const all = story.world.actors.filter(
    (one) => signsIn(one) && one.left === null && CASEWORKERS.includes(one.role),
  );
  const actor = choose(all, who)!;
  const reason = `Invented: needs to know ${b} ${randomUUID()}`;
  // The question is stored in the same way whatever the id refers to.
  const path = '/access-questions';
  if (!(await story.call(actor, episode, 'asks the coordinator', true, path, { about: episode.id, reason })))
    return;
  const [row] = await story.system.asOwner<{ id: string }>(
    'select id from access_questions where reason = $1',
    [reason],
  );
  story.world.questions.push({ id: row!.id, asker: actor.person, episode });
};

/** "A practitioner cannot reach a record about a declared relative." */
const relative: Command = async (story, episode, { who, a }) => {
  const actor = story.someone('episode.read', episode, who);
  const child = choose(episode.children, a)!;
  const known = story.world.episodes.some(
    (one) =>
      one.children.includes(child) && knowsMember(story.world, actor, one, child, 'episode.read', story.now),
  );
  const body = await story.call(
    actor,
    episode,
    'declares to be a relative',
    known,
    `/children/${child}/relatives`,
    {
      relationship: 'aunt_or_uncle',
    },
  );
  if (body) story.world.relatives.push({ person: actor.person, child });
};

const note: Command = async (story, episode, { who, a }) => {
  const actor = story.someone('chronology.add', episode, who);
  const topic = choose(['mental_health', 'offending', 'domestic_abuse', ''], a)!;
  const allowed =
    episode.closedAt === null && writesItem(decide(story.world, actor, episode, story.now), topic);
  const body = await story.call(
    actor,
    episode,
    `writes a note (${topic || 'plain'})`,
    allowed,
    `/episodes/${episode.id}/chronology`,
    {
      happenedOn: story.today,
      category: 'contact',
      what: 'Invented.',
      ...(topic ? { topic } : {}),
    },
  );
  if (body) episode.items.push({ id: body.id, topic, writer: actor.person });
};

/** "The practitioner left or is disabled: at once." Only one agency of the cast manages its own people. */
const leavesWork: Command = async (story, episode, { a, who }) => {
  const leaver = story.actor(choose(LEAVERS, a)!);
  if (leaver.left !== null || who % 3 !== 0) return;
  const keeper = await story.system.running.as('agencyAdministrator');
  const [row] = await story.system.asOwner<{ version: number }>(
    'select version from practitioners where id = $1',
    [leaver.person],
  );
  const answer = await keeper.patch(
    `/practitioners/${leaver.person}`,
    { left: true },
    { ifMatch: `"v${row!.version}"` },
  );
  story.compareResult(
    leaver,
    episode,
    'leaves their work',
    true,
    answer.status < 300,
    answer.text.slice(0, 300),
  );
  if (answer.status >= 300) return;
  leaver.left = story.now;
  endWorkOf(story, leaver.person);
};

/** "The involvement has ended": a person who leaves is taken out of everything that is open. */
function endWorkOf({ world, now, today }: Story, person: string): void {
  const end = (spans: { person: string; to: number | null }[]): void => {
    for (const one of spans) if (one.person === person && one.to === null) one.to = now;
  };
  for (const episode of world.episodes) {
    for (const one of episode.emergencies) {
      if (one.person === person && one.endedAt === null) one.endedAt = now;
      if (one.reviewer === person && !one.reviewed) one.reviewer = null;
    }
    if (episode.closedAt !== null) continue;
    end(episode.team);
    for (const one of episode.deputies)
      if (one.person === person && one.endedAt === null && one.endsOn >= today) one.endedAt = now;
  }
  for (const one of world.shields) end(one.names);
  end(world.panelMembers);
  for (const one of world.namings)
    if ((one.practitioner === person || one.supporter === person) && one.to === null) one.to = now;
}

/** Time passes and nothing else happens. */
const wait: Command = async () => {};

export const BY_API: Readonly<Record<string, Command>> = {
  consent,
  withdraw,
  join,
  leave,
  lead,
  endLead,
  raise,
  answer,
  stepDown,
  close,
  proposeClosing,
  approveClosing,
  undoClosing,
  convene,
  ...MEMBERSHIP,
  move,
  askHelp,
  relative,
  note,
  leaves: leavesWork,
  wait,
};
