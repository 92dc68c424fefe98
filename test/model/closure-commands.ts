import { signsIn } from './cast.js';
import { daysAfter, londonDay } from './rule-book/calendar.js';
import type { Episode } from './rule-book/world.js';
import { choose, type Story } from './story.js';
import { type Command, isShielded, mayWork } from './command.js';

export const close: Command = async (story, episode, { who }) => {
  if (episode.stepUps.some(({ outcome }) => outcome === null)) return;
  const actor = story.someone('episode.close', episode, who);
  const allowed = mayWork(story, actor, 'episode.close', episode) && !episode.atLevel4;
  const body = await story.call(
    actor,
    episode,
    'closes the episode',
    allowed,
    `/episodes/${episode.id}/closure`,
    {
      reason: 'NEEDS_MET',
      summary: 'Invented: done.',
      outcomes: [],
      familyTold: true,
      // Only a role that may decide a level can set one at closure.
      ...(story.may(actor, 'level.decide', episode) ? { finalLevel: 1 } : {}),
    },
  );
  if (body) Object.assign(episode, { closedAt: story.now, closing: null });
};

/** Whether this person, in one of their posts, may approve a closure now. */
const mayApprove = (story: Story, person: string, episode: Episode): boolean =>
  story.world.actors.some((one) => one.person === person && story.may(one, 'closure.approve', episode));

/** "Could not be contacted": proposed to another person with approval duties, after attempts on three different days. */
export const proposeClosing: Command = async (story, episode, { who, a, b }) => {
  if (isShielded(story, episode) || episode.stepUps.some(({ outcome }) => outcome === null)) return;
  const actor = story.someone('episode.close', episode, who);
  const able = story.world.actors.filter(({ person }) => mayApprove(story, person, episode));
  const manager = choose(b % 4 === 3 || able.length === 0 ? story.world.actors : able, b)!;
  const days = a % 5 === 4 ? [0, 0, 0] : [0, -1, -2];
  const attempts = days.map((day) => daysAfter(story.today, day));
  const fits = new Set(attempts).size === 3 && attempts.every((day) => day >= londonDay(episode.openedAt));
  const waits = episode.closing !== null && mayApprove(story, episode.closing.manager, episode);
  const allowed =
    mayWork(story, actor, 'episode.close', episode) &&
    !episode.atLevel4 &&
    !waits &&
    fits &&
    manager.person !== actor.person &&
    mayApprove(story, manager.person, episode);
  const body = await story.call(
    actor,
    episode,
    `proposes to ${manager.key} to close it, not contacted on ${attempts.join(', ')}`,
    allowed,
    `/episodes/${episode.id}/closure`,
    {
      reason: 'NOT_ENGAGED',
      summary: 'Invented: no answer.',
      outcomes: [],
      safeguardingChecked: true,
      contactAttempts: attempts.map((on) => ({ on, how: 'Invented', result: 'Invented' })),
      familyTold: false,
      familyToldNote: 'Invented.',
      managerId: manager.person,
    },
  );
  if (body) episode.closing = { id: body.proposal.id, manager: manager.person };
};

/** Only the manager who was asked approves. The proposer is not among the possible approvers. */
export const approveClosing: Command = async (story, episode, { who, a }) => {
  const { closing } = episode;
  if (!closing) return;
  const asked = story.world.actors.find(
    (one) => one.person === closing.manager && signsIn(one) && story.may(one, 'closure.approve', episode),
  );
  const actor = a % 3 < 2 && asked ? asked : story.someone('closure.approve', episode, who);
  const allowed =
    mayWork(story, actor, 'closure.approve', episode) &&
    actor.person === closing.manager &&
    !episode.atLevel4;
  const path = `/closure-proposals/${closing.id}/approval`;
  if (await story.call(actor, episode, 'approves the closure', allowed, path))
    Object.assign(episode, { closedAt: story.now, closing: null });
};

/** A manager or coordinator can undo a closure for 28 days. */
export const undoClosing: Command = async (story, episode, { who }) => {
  if (episode.closedAt === null) return;
  const actor = story.someone('closure.undo', episode, who);
  const allowed = story.may(actor, 'closure.undo', episode) && story.now < episode.closedAt + 28 * 86_400_000;
  const path = `/episodes/${episode.id}/closure/undoing`;
  if (await story.call(actor, episode, 'undoes the closure', allowed, path, { reason: 'Invented.' }))
    episode.closedAt = null;
};
