import { randomUUID } from 'node:crypto';
import type { Command } from './command.js';
import { daysAfter } from './rule-book/calendar.js';
import { byPerson, now } from './sql.js';
import { choose } from './story.js';

/** "Provisional shield applied immediately on request." */
export const shield: Command = async (story, episode, { who, a }) => {
  // Of children who joined or left, who may ask for a shield follows who knows of them: their own tests cover it.
  const child = choose(
    episode.children.filter((one) => !episode.joined.has(one) && !episode.left.has(one)),
    a,
  );
  if (!child) return;
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
export const decideShield: Command = async (story, episode, { who, a, b }) => {
  const liveShield = choose(
    story.world.shields.filter(
      (one) => !one.decided && one.to === null && episode.children.includes(one.child),
    ),
    a,
  );
  if (!liveShield) return;
  const actor = story.someone('shield.decide', episode, who);
  const decision = b % 2 === 0 ? 'confirmed' : 'declined';
  const done = await story.write(
    actor,
    episode,
    `decides the shield: ${decision}`,
    story.may(actor, 'shield.decide', episode) && actor.person !== liveShield.recordedBy,
    `update shields set decision = $2, decision_reason = 'Invented.', review_on = $3 where id = $1 and decision is null`,
    [liveShield.id, decision, decision === 'confirmed' ? daysAfter(story.today, 180) : null],
  );
  if (!done) return;
  liveShield.decided = true;
  if (decision === 'declined') liveShield.to = story.now;
};

export const endShield: Command = async (story, episode, { who, a }) => {
  const liveShield = choose(
    story.world.shields.filter(
      (one) => one.decided && one.to === null && episode.children.includes(one.child),
    ),
    a,
  );
  if (!liveShield) return;
  const actor = story.someone('shield.decide', episode, who);
  const done = await story.write(
    actor,
    episode,
    'ends the shield',
    story.may(actor, 'shield.decide', episode),
    `update shields set ended_by = $2, ending_reason = 'Invented.' where id = $1 and ended_by is null`,
    [liveShield.id, actor.person],
  );
  if (done) liveShield.to = story.now;
};

/** Carers the child is kept safe from: recorded by the requester until the decision, then by the decider. */
export const unsafe: Command = async (story, episode, { who, a, b }) => {
  const liveShield = choose(
    story.world.shields.filter((one) => one.to === null && episode.children.includes(one.child)),
    a,
  );
  if (!liveShield) return;
  const carer = choose(story.world.children.get(liveShield.child)!.carers, b)!.id;
  if (liveShield.unsafeCarers.includes(carer)) return;
  const actor = story.someone(who % 2 === 0 ? 'shield.decide' : 'shield.request', episode, who >> 1);
  const asked =
    actor.person === liveShield.recordedBy &&
    !liveShield.decided &&
    story.may(actor, 'shield.request', episode);
  const done = await story.write(
    actor,
    episode,
    `says that the child of the shield is kept safe from a carer`,
    asked || story.may(actor, 'shield.decide', episode),
    'insert into shield_unsafe_carers (shield_id, child_id, carer_id) values ($1, $2, $3)',
    [liveShield.id, liveShield.child, carer],
  );
  if (done) liveShield.unsafeCarers.push(carer);
};

/** People named on a shield keep reading. */
export const nameOnShield: Command = async (story, episode, { a, b }) => {
  const liveShield = choose(
    story.world.shields.filter((one) => one.to === null && episode.children.includes(one.child)),
    a,
  );
  const named = choose(story.world.actors, b)!;
  if (!liveShield || liveShield.names.some((one) => one.person === named.person && one.to === null)) return;
  const actor = story.actor('governance');
  if (!story.may(actor, 'shield.decide', episode)) return;
  const id = randomUUID();
  const done = await story.write(
    actor,
    episode,
    `names ${named.key} on the shield`,
    true,
    `insert into shield_names (id, shield_id, child_id, practitioner_id, named_by, named_at) values ($1, $2, $3, $4, $5, ${now})`,
    [id, liveShield.id, liveShield.child, named.person, actor.person],
  );
  if (done) liveShield.names.push({ id, person: named.person, from: story.now, to: null });
};

export const endName: Command = async (story, episode, { a }) => {
  const [liveShield] = story.world.shields.filter(
    (one) => one.to === null && episode.children.includes(one.child),
  );
  const name = choose(liveShield?.names.filter(({ to }) => to === null) ?? [], a);
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
