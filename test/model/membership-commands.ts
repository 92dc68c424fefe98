import { type Command, mayWork } from './command.js';
import { knowsMember } from './rule-book/members.js';
import { mayBeginHelpUnder } from './rule-book/merges.js';
import { CASEWORKERS } from './rule-book/reaches.js';
import type { Actor, Episode } from './rule-book/world.js';
import { choose, type Story } from './story.js';

export const knownChildren = (story: Story, actor: Actor, episode: Episode): string[] =>
  episode.children.filter(
    (child) =>
      !episode.left.has(child) && knowsMember(story.world, actor, episode, child, 'episode.read', story.now),
  );

/** A child joins an open episode: one just recorded, or one who left it. */
const childJoins: Command = async (story, episode, { who, a, b }) => {
  const actor = story.someone('membership.change', episode, who);
  if (!CASEWORKERS.includes(actor.role)) return;
  const back = choose(
    [...episode.left.keys()].filter((child) =>
      knowsMember(story.world, actor, episode, child, 'episode.read', story.now),
    ),
    a,
  );
  const childId = b % 3 === 0 && back ? back : (await story.recordChild(actor, a)).id;
  const allowed =
    mayWork(story, actor, 'membership.change', episode) &&
    mayBeginHelpUnder(story.world, actor, childId, story.now);
  const body = await story.call(
    actor,
    episode,
    childId === back ? 'takes in again a child who left' : 'takes in another child',
    allowed,
    `/episodes/${episode.id}/children`,
    { childId, reason: 'moved_in', happenedOn: story.today },
  );
  if (!body) return;
  if (episode.children.includes(childId)) episode.children.splice(episode.children.indexOf(childId), 1);
  episode.children.push(childId);
  episode.left.delete(childId);
  episode.joined.set(childId, { at: story.now, by: actor.person });
};

/** A child leaves an open episode, which goes on for the others. */
const childLeaves: Command = async (story, episode, { who, a }) => {
  const actor = story.someone('membership.change', episode, who);
  const here = episode.children.filter((child) => !episode.left.has(child));
  const childId = choose(here, a)!;
  if (story.world.shields.some((one) => one.child === childId && one.to === null)) return;
  const known = knownChildren(story, actor, episode);
  const allowed =
    mayWork(story, actor, 'membership.change', episode) && known.includes(childId) && known.length > 1;
  const body = await story.call(
    actor,
    episode,
    `takes out child ${episode.children.indexOf(childId) + 1}`,
    allowed,
    `/episodes/${episode.id}/children/${childId}/removal`,
    { reason: 'moved_out', happenedOn: story.today, planChecked: true },
  );
  if (!body) return;
  episode.left.set(childId, story.now);
  const place = episode.children.indexOf(childId);
  if (place > 0) return;
  // The next child who is there takes the first place.
  const heir = episode.children.findIndex((child) => !episode.left.has(child));
  [episode.children[0], episode.children[heir]] = [episode.children[heir]!, childId];
};

export const MEMBERSHIP: Readonly<Record<string, Command>> = { childJoins, childLeaves };
