import type { Command } from './command.js';
import { now } from './sql.js';
import { choose } from './story.js';

/**
 * "A carer whose time with the child has ended is of the past": no way to the record as a parent, no shared roof. One carer
 * stays.
 */
export const endCarer: Command = async (story, episode, { who, a, b }) => {
  const child = story.world.children.get(choose(episode.children, a)!)!;
  if (child.carers.length < 2) return;
  const carer = choose(child.carers, b)!;
  const actor = story.someone('family.edit', episode, who);
  const done = await story.write(
    actor,
    episode,
    `writes down that a carer no longer cares for child ${episode.children.indexOf(child.id) + 1}`,
    story.may(actor, 'family.edit', episode),
    `update child_carers set ended_on = $3, ended_at = ${now}, ended_by = $4, ending_reason = 'other'
     where child_id = $1 and carer_id = $2 and ended_at is null`,
    [child.id, carer.id, story.today, actor.person],
  );
  if (done) child.carers = child.carers.filter((one) => one.id !== carer.id);
};
