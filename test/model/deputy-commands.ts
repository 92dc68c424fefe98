import { randomUUID } from 'node:crypto';
import { type Command, isShielded, mayBeGivenWork, mayWork } from './command.js';
import { daysAfter } from './rule-book/calendar.js';
import { byPerson, now } from './sql.js';
import { choose } from './story.js';

/** A deputy for some days: from today, from tomorrow, from next week. */
export const deputy: Command = async (story, episode, { who, a, b, c }) => {
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

export const endDeputy: Command = async (story, episode, { who, a }) => {
  const deputyship = choose(
    episode.deputies.filter(({ endedAt }) => endedAt === null),
    a,
  );
  if (!deputyship || episode.closedAt !== null || isShielded(story, episode)) return;
  const actor = story.someone('lead.deputise', episode, who);
  const done = await story.write(
    actor,
    episode,
    `ends the deputyship of ${byPerson(story, deputyship.person).key}`,
    story.may(actor, 'lead.deputise', episode),
    `update lead_professional_deputies set ended_at = ${now} where id = $1 and ended_at is null`,
    [deputyship.id],
  );
  if (done) deputyship.endedAt = story.now;
};
