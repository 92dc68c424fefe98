import { randomUUID } from 'node:crypto';
import { signsIn } from './cast.js';
import type { Command } from './command.js';
import { mayDecideMerge, mayProposeMerge, mayUndoMerge } from './rule-book/merges.js';
import { holds } from './rule-book/records.js';
import type { Actor, Episode, Merge } from './rule-book/world.js';
import { byPerson, now } from './sql.js';
import { choose, type Story } from './story.js';

const whose = (story: Story, child: string): string => {
  const episode = story.world.episodes.find((one) => one.children.includes(child))!;
  return `child ${episode.children.indexOf(child) + 1} of ${episode.name}`;
};
const between = (story: Story, { kept, other }: Pick<Merge, 'kept' | 'other'>): string =>
  `${whose(story, kept)} and ${whose(story, other)}`;
const about = (story: Story, { children }: Episode): Merge[] =>
  story.world.merges.filter(({ kept, other }) => children.includes(kept) || children.includes(other));
/** Two in three are people who may; the others are any who can sign in. */
function someoneWho(story: Story, who: number, may: (actor: Actor) => boolean): Actor {
  const all = story.world.actors.filter((one) => signsIn(one) && one.left === null);
  const able = all.filter(may);
  return choose(who % 3 < 2 && able.length > 0 ? able : all, Math.floor(who / 3))!;
}

/** "The coordinator of both children proposes it." Children of one episode are brothers and sisters. */
const proposeMerge: Command = async (story, episode, { who, a, b, c }) => {
  const kept = choose(episode.children, a)!;
  const others = story.world.episodes.filter((one) => one !== episode).flatMap(({ children }) => children);
  const fits = (other: string): boolean =>
    story.world.actors.some((one) => mayProposeMerge(story.world, one, { kept, other }, story.now));
  const fitting = others.filter(fits);
  // Mostly the nearest, so that what is done in one record concerns the other.
  const other = choose(b % 5 < 4 && fitting.length > 0 ? fitting.slice(0, 3) : others, b)!;
  const pair = { kept, other };
  const actor = someoneWho(story, who, (one) => mayProposeMerge(story.world, one, pair, story.now));
  const allowed = mayProposeMerge(story.world, actor, pair, story.now);
  const what = `proposes to keep as one ${between(story, pair)}`;
  const reason = 'Invented: the same mother.';
  let id: string = randomUUID();
  if (c % 3 === 0) {
    const done = await story.write(
      actor,
      episode,
      `${what}, by SQL`,
      allowed,
      `insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, ${now})`,
      [id, kept, other, reason, actor.person],
    );
    if (!done) return;
  } else {
    const body = await story.call(actor, episode, what, allowed, '/duplicates/merges', {
      keptChildId: kept,
      otherChildId: other,
      reason,
    });
    if (!body) return;
    id = body.id as string;
  }
  story.world.merges.push({
    id,
    ...pair,
    proposedBy: actor.person,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    isUndone: false,
  });
};

const DECISIONS = ['approved', 'approved', 'approved', 'declined', 'withdrawn'] as const;
/** "Two people": another person who reaches both approves or declines. */
const decideMerge: Command = async (story, episode, { who, a, b, c }) => {
  const { world } = story;
  const proposals = about(story, episode);
  const waiting = proposals.filter((one) => one.decision === null);
  const merge = choose(waiting.length > 0 ? waiting : proposals, a);
  if (!merge) return;
  const decision = choose(DECISIONS, b)!;
  const able = (one: Actor): boolean => mayDecideMerge(world, one, merge, decision, story.now);
  // Now and then its author.
  const actor = who % 7 === 6 ? byPerson(story, merge.proposedBy) : someoneWho(story, who, able);
  if (!signsIn(actor)) return;
  const allowed = able(actor);
  const what = `says “${decision}” of the proposal about ${between(story, merge)}`;
  const why = 'Invented: looked at both.';
  const done =
    c % 3 === 0
      ? await story.write(
          actor,
          episode,
          `${what}, by SQL`,
          allowed,
          `update child_merges set decision = $2, decision_reason = $3, decided_by = $4, decided_at = ${now} where id = $1`,
          [merge.id, decision, decision === 'declined' ? why : null, actor.person],
        )
      : await story.call(
          actor,
          episode,
          what,
          allowed,
          `/duplicates/merges/${merge.id}/${decision === 'withdrawn' ? 'withdrawal' : 'decision'}`,
          decision === 'withdrawn' ? {} : { decision, decisionReason: why },
        );
  if (done) Object.assign(merge, { decision, decidedBy: actor.person, decidedAt: story.now });
};

/** "Undone whole", by one of the two people. */
const undoMerge: Command = async (story, episode, { who, a, c }) => {
  const { world } = story;
  const merges = about(story, episode).filter((one) => one.decision === 'approved');
  const holding = merges.filter(holds);
  const merge = choose(holding.length > 0 ? holding : merges, a);
  if (!merge) return;
  const able = (one: Actor): boolean => mayUndoMerge(world, one, merge, story.now);
  const actor = someoneWho(story, who, able);
  const allowed = able(actor);
  const what = `undoes the merge of ${between(story, merge)}`;
  const done =
    c % 3 === 0
      ? await story.write(
          actor,
          episode,
          `${what}, by SQL`,
          allowed,
          `update child_merges set undone_because = 'Invented: two children.', undone_by = $2, undone_at = ${now} where id = $1`,
          [merge.id, actor.person],
        )
      : await story.call(actor, episode, what, allowed, `/duplicates/merges/${merge.id}/undoing`, {
          reason: 'Invented: two children.',
        });
  if (done) merge.isUndone = true;
};

export const MERGES: Readonly<Record<string, Command>> = { proposeMerge, decideMerge, undoMerge };
