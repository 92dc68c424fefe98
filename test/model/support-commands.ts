import { randomUUID } from 'node:crypto';
import type { Command } from './command.js';
import { byPerson, now } from './sql.js';
import { choose } from './story.js';

/** "For practitioners of their team who named them." */
export const nameSupport: Command = async (story, episode, { who }) => {
  const supporter = story.actor('businessSupport');
  const actor = choose(['familySupportWorker', 'cypsManager', 'familySupportWorker', 'youthWorker'], who)!;
  const named = story.actor(actor);
  const live = story.world.namings.some(
    (one) => one.practitioner === named.person && one.supporter === supporter.person && one.to === null,
  );
  if (live) return;
  const [post] = await story.system.asOwner<{ team_id: string }>('select team_id from posts where id = $1', [
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

export const endSupport: Command = async (story, episode, { a }) => {
  const naming = choose(
    story.world.namings.filter(({ to }) => to === null),
    a,
  );
  if (!naming) return;
  const done = await story.write(
    byPerson(story, naming.practitioner),
    episode,
    'ends the naming of business support',
    true,
    `update support_namings set ended_at = ${now} where id = $1 and ended_at is null`,
    [naming.id],
  );
  if (done) naming.to = story.now;
};
