import { randomUUID } from 'node:crypto';
import { type Command, mayWork } from './command.js';
import { daysAfter } from './rule-book/calendar.js';
import { consented, within } from './rule-book/consent.js';
import { hasLeft } from './rule-book/exclusions.js';
import { CASEWORKERS } from './rule-book/reaches.js';
import type { Episode } from './rule-book/world.js';
import { byPerson, now } from './sql.js';
import { choose, type Story } from './story.js';

/** A panel meets; its chair or a coordinator convenes it. */
export const meeting: Command = async (story, episode, { who, a, b }) => {
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

export const refer: Command = async (story, episode, { who, a }) => {
  const coming = story.world.meetings.filter(
    (one) =>
      one.cancelledAt === null &&
      one.heldOn >= story.today &&
      !episode.panelItems.some((item) => item.meeting === one.id && item.to === null),
  );
  const panelMeeting = choose(coming.slice(-3), a);
  if (!panelMeeting) return;
  const actor = story.someone('panel.refer', episode, who);
  const id = randomUUID();
  const done = await story.write(
    actor,
    episode,
    `puts the case before the panel of ${panelMeeting.heldOn}`,
    mayWork(story, actor, 'panel.refer', episode) && isAgreedForPanels(story, episode),
    `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at) values ($1, $2, $3, 'Invented.', $4, ${now})`,
    [id, panelMeeting.id, episode.id, actor.person],
  );
  if (done) episode.panelItems.push({ id, meeting: panelMeeting.id, from: story.now, to: null });
};

export const withdrawReferral: Command = async (story, episode, { who, a }) => {
  const panelItem = choose(
    episode.panelItems.filter(({ to }) => to === null),
    a,
  );
  if (!panelItem || episode.closedAt !== null) return;
  const actor = story.someone('panel.refer', episode, who);
  const done = await story.write(
    actor,
    episode,
    'takes the case off the agenda',
    story.may(actor, 'panel.refer', episode),
    `update panel_items set removed_at = ${now} where id = $1 and removed_at is null`,
    [panelItem.id],
  );
  if (done) panelItem.to = story.now;
};

export const cancel: Command = async (story, episode, { a }) => {
  const panelMeeting = choose(
    story.world.meetings.filter(({ cancelledAt }) => cancelledAt === null),
    a,
  );
  if (!panelMeeting) return;
  const actor = story.world.actors.find(({ role }) => role === 'panel_chair')!;
  const done = await story.write(
    actor,
    episode,
    `cancels the meeting of ${panelMeeting.heldOn}`,
    true,
    `update panel_meetings set cancelled_at = ${now} where id = $1 and cancelled_at is null`,
    [panelMeeting.id],
  );
  if (done) panelMeeting.cancelledAt = story.now;
};

export const leavePanel: Command = async (story, episode, { a }) => {
  const panelMember = choose(
    story.world.panelMembers.filter(({ to }) => to === null),
    a,
  );
  if (!panelMember) return;
  const actor = story.world.actors.find(({ role }) => role === 'panel_chair')!;
  const done = await story.write(
    actor,
    episode,
    `lets ${byPerson(story, panelMember.person).key} leave the panel`,
    true,
    `update panel_members set left_at = ${now} where id = $1 and left_at is null`,
    [panelMember.id],
  );
  if (done) panelMember.to = story.now;
};
