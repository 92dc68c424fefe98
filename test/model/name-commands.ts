import { randomUUID } from 'node:crypto';
import type { Command } from './command.js';
import { reachesRecord } from './rule-book/merges.js';
import { recordsOf } from './rule-book/records.js';
import type { Actor, Child, Episode } from './rule-book/world.js';
import { now } from './sql.js';
import { choose, type Story } from './story.js';

const MOST = 4;
const LETTERS = 'bcdfghjklmnprstvwz';
const VOWELS = 'aeiou';
/** A word that resembles no other. */
const word = (): string =>
  randomUUID()
    .replaceAll('-', '')
    .slice(0, 14)
    .split('')
    .map((digit, n) => (n % 2 === 0 ? LETTERS : VOWELS)[parseInt(digit, 16) % (n % 2 === 0 ? 16 : 5)]!)
    .join('');

const mayEdit = (story: Story, actor: Actor, child: Child): boolean =>
  reachesRecord(story.world, actor, child.id, 'family.edit', story.now);
const place = (episode: Episode, child: Child): string => `child ${episode.children.indexOf(child.id) + 1}`;

/** A further name of a child; now and then one that another record of the child has. */
const nameChild: Command = async (story, episode, { who, a, b }) => {
  const child = story.world.children.get(choose(episode.children, a)!)!;
  if (child.names.length >= MOST) return;
  const elsewhere = recordsOf(story.world, child.id)
    .filter((id) => id !== child.id)
    .flatMap((id) => story.world.children.get(id)!.names);
  const known = choose(elsewhere, b)?.text;
  const text = b % 3 < 2 && known ? known : `${word()} ${word()}`;
  if (child.names.some((one) => one.text === text)) return;
  const actor = story.someone('family.edit', episode, who);
  const [givenNames, familyName] = text.split(' ');
  const body = await story.call(
    actor,
    episode,
    `gives a former name of ${place(episode, child)}`,
    mayEdit(story, actor, child),
    `/children/${child.id}/other-names`,
    { kind: 'former', givenNames, familyName },
  );
  if (!body) return;
  const [{ id }] = (await story.system.asOwner<{ id: string }>(
    "select id from child_names where child_id = $1 and given_names || ' ' || family_name = $2",
    [child.id, text],
  )) as [{ id: string }];
  child.names.push({ id, text, isSealed: false });
};

/** "A name that must no longer be found": sealed by author or lead, for good. */
const sealName: Command = async (story, episode, { who, a, b, c }) => {
  const children = episode.children.map((id) => story.world.children.get(id)!);
  const named = children.filter(({ names }) => names.some(({ isSealed }) => !isSealed));
  const child = choose(named, a);
  if (!child) return;
  const name = choose(
    child.names.filter(({ isSealed }) => !isSealed),
    b,
  )!;
  const actor = story.someone('family.edit', episode, who);
  const allowed = mayEdit(story, actor, child);
  const what = `seals a name of ${place(episode, child)}`;
  const done =
    c % 3 === 0
      ? await story.write(
          actor,
          episode,
          `${what}, by SQL`,
          allowed,
          `update child_names set sealed_by = $2, sealed_at = ${now}, seal_reason = 'adoption' where id = $1 and sealed_at is null`,
          [name.id, actor.person],
        )
      : await story.call(actor, episode, what, allowed, `/children/${child.id}/other-names/${name.id}/seal`, {
          reason: 'adoption',
        });
  if (done) name.isSealed = true;
};

export const NAMES: Readonly<Record<string, Command>> = { nameChild, sealName };
