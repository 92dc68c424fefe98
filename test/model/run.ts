import fc from 'fast-check';
import { gatherCast } from './cast.js';
import { BY_API } from './api-commands.js';
import type { Command } from './command.js';
import { MERGES } from './merge-commands.js';
import { NAMES } from './name-commands.js';
import { BY_SQL } from './sql-commands.js';
import { Comparison, type Difference, Tally } from './compare.js';
import { endOf, type Instant, startOf } from './rule-book/calendar.js';
import { emergencySpan } from './rule-book/reaches.js';
import type { Actor, ModelWorld } from './rule-book/world.js';
import { choose, type Step, Story } from './story.js';
import { System } from './system.js';

export const COMMANDS: Readonly<Record<string, Command>> = { ...BY_API, ...BY_SQL, ...MERGES, ...NAMES };
const KINDS = Object.keys(COMMANDS);
/** Consents and teams are most likely, because everything else depends on them. */
const WEIGHTED = [
  ...KINDS,
  ...[
    'consent',
    'consent',
    'consent',
    'consent',
    'consent',
    'join',
    'join',
    'join',
    'lead',
    'lead',
    'withdraw',
  ],
  ...[
    'childJoins',
    'childJoins',
    'childLeaves',
    'deputy',
    'meeting',
    'refer',
    'refer',
    'emergency',
    'emergency',
    'shield',
    'note',
    'move',
    'convene',
    'nameChild',
    'nameChild',
    'sealName',
    'proposeMerge',
    'proposeMerge',
    'proposeMerge',
    'decideMerge',
    'decideMerge',
    'decideMerge',
  ],
];

interface Sequence {
  readonly openers: readonly number[];
  readonly localities: number;
  readonly siblings: number;
  readonly prelude: number;
  readonly steps: readonly Step[];
  readonly asking: number;
}
const natural = fc.nat(9999);
const step = fc.record({
  kind: fc.constantFrom(...WEIGHTED),
  who: natural,
  episode: natural,
  a: natural,
  b: natural,
  c: natural,
  wait: natural,
});
export const sequences = fc.noBias(
  fc.record({
    openers: fc.array(natural, { minLength: 3, maxLength: 9, size: 'max' }),
    localities: natural,
    siblings: natural,
    /** Whether families have consented and a lead is appointed before the steps begin. */
    prelude: fc.nat(999),
    steps: fc.array(step, { minLength: 8, maxLength: 70, size: 'max' }),
    asking: natural,
  }),
);

const OPENERS = [
  'schoolTeacher',
  'healthVisitor',
  'familySupportWorker',
  'yispWorker',
  'housingOfficer',
  'healthManager',
];
/** Most steps concern the first families, so that their histories grow; the others must stay unchanged. */
const FOCUS = 3;
const MINUTE = 60_000;
/** A Monday before Christmas: bank holidays, month ends and the change of summer time lie ahead. */
const BEGINS = Date.parse('2026-12-07T09:00:00Z');

/** Thrown to stop a sequence at its first difference; reports the steps and both answers. */
class Disagreement extends Error {
  constructor(
    readonly log: readonly string[],
    readonly differences: readonly Difference[],
  ) {
    const together = new Map<string, string[]>();
    for (const one of differences) {
      const where = `${one.who} on ${one.about} at ${one.at}\n    rule book's reaches: ${one.because}`;
      const answerLine = `${one.question}: rule book ${one.model}, system ${one.system}`;
      together.set(where, [...(together.get(where) ?? []), answerLine]);
    }
    const lines = [...together]
      .slice(0, 8)
      .map(([where, answerLine]) => `  ${where}\n    ${answerLine.slice(0, 20).join('\n    ')}`);
    super(
      `${differences.length} differences:\n${lines.join('\n')}\nWhat was done:\n${log.map((line) => `  ${line}`).join('\n')}`,
    );
  }
}

/** Runs sequences and compares, each in its own world. */
export class ModelChecker {
  sequences = 0;
  /** For this world alone. */
  private sequencesInWorld = 0;
  differences = 0;

  private constructor(
    readonly system: System,
    private readonly actors: readonly Actor[],
    readonly tally: Tally = new Tally(),
  ) {}

  /** A fresh world; the counts of the previous one are kept. */
  static async open(before?: ModelChecker): Promise<ModelChecker> {
    await before?.close();
    const system = await System.open();
    const checker = new ModelChecker(system, await gatherCast(system), before?.tally);
    checker.sequences = before?.sequences ?? 0;
    return checker;
  }
  close(): Promise<void> {
    return this.system.close();
  }

  /** Runs a sequence; `isCompared`: asks every person on the way and afterwards, not only those who act. */
  async run(sequence: Sequence, { isCompared = true } = {}): Promise<Story> {
    this.sequences++;
    this.system.holdsMore = this.sequencesInWorld > 0;
    this.sequencesInWorld++;
    await this.system.moveClock(BEGINS);
    await this.system.bringBack(this.actors.map(({ person }) => person));
    const story = new Story(this.system, this.tally, this.actors, BEGINS);
    for (const [nth, by] of sequence.openers.entries())
      await story.open(
        story.actor(choose(OPENERS, by)!),
        1 + ((sequence.siblings >> nth) % 2),
        sequence.localities >> nth,
      );
    if (isCompared) await this.compare(story, sequence.asking, 0);
    for (const [nth, one] of [...prelude(sequence), ...sequence.steps].entries()) {
      await story.pass(one.wait);
      await COMMANDS[one.kind]!(story, choose(story.world.episodes.slice(0, FOCUS), one.episode)!, one);
      this.stopAtDifference(story);
      if (isCompared && nth % 6 === 5) await this.compare(story, sequence.asking + nth, nth);
    }
    if (isCompared) await this.sweep(story, sequence.asking);
    return story;
  }

  /** Every person's answers now, and some through the API and the pages. */
  private async compare(story: Story, turn: number, nth: number): Promise<void> {
    const comparison = new Comparison(this.system, this.tally);
    const { world } = story;
    const readers = [...world.actors, ...story.family].filter((_, place) => (place + turn) % 2 === 0);
    for (const [place, actor] of readers.entries())
      await comparison.bySql(world, actor, world.episodes, story.now, turn + place);
    for (let round = 0; round < 3; round++) {
      const actor = choose(world.actors, turn * 5 + round * 7)!;
      await comparison.byApiAndPages(
        world,
        actor,
        choose(world.episodes, turn + round)!,
        story.now,
        (nth + round) % 3 === 0,
      );
    }
    this.stopAtDifference(story);
  }

  /** The clock goes to both sides of every instant at which a period begins or ends, forward and back. */
  private async sweep(story: Story, turn: number): Promise<void> {
    const instants = boundaries(story.world).filter((at) => at > BEGINS + MINUTE);
    const comparison = new Comparison(this.system, this.tally);
    const visits = Math.min(10, instants.length);
    for (let visit = 0; visit < visits; visit++) {
      const at =
        choose(instants, turn * 31 + visit * 17)! + ((turn + visit) % 2 === 0 ? MINUTE / 2 : -MINUTE / 2);
      await this.system.moveClock(at);
      for (const [place, actor] of [...story.world.actors, ...story.family].entries())
        if ((place + visit + turn) % 3 === 0)
          await comparison.bySql(story.world, actor, story.world.episodes, at, place + visit);
      const actor = choose(story.world.actors, turn + visit * 3)!;
      await comparison.byApiAndPages(
        story.world,
        actor,
        choose(story.world.episodes, visit)!,
        at,
        visit === 0,
      );
      this.stopAtDifference(story);
    }
  }

  private stopAtDifference(story: Story): void {
    const newDifferences = this.tally.differences.splice(0);
    this.differences += newDifferences.length;
    if (newDifferences.length > 0) throw new Disagreement(story.log, newDifferences);
  }
}

/** Likely first steps, so that later steps have something to change. */
function prelude({ prelude: by }: Sequence): Step[] {
  if (by === 0) return [];
  const kinds = ['consent', 'consent', 'join', 'join', 'lead', 'deputy', 'meeting', 'refer', 'note', 'note'];
  const steps = [...kinds.entries()].flatMap(([nth, kind]) =>
    [0, 1, 2].map((episode) => ({
      kind,
      who: kind === 'meeting' ? 1 : 0,
      episode,
      // The first consent is for sharing the plan, the second for a panel.
      a: kind === 'consent' ? (nth === 0 ? 0 : 3) : by * 7 + nth * 5 + episode,
      b: (by * 13 + episode * 29) & ~(kind === 'consent' ? 0 : 1),
      c: by + episode * 3,
      wait: 0,
    })),
  );
  const once = ['nameSupport', 'audit'].map((kind) => ({
    kind,
    who: 0,
    episode: 0,
    a: 2,
    b: 0,
    c: 0,
    wait: 0,
  }));
  // In some stories two families turn out to be of one child.
  const merging = by % 3 === 0 ? ['proposeMerge', 'decideMerge'] : [];
  const merged = merging.map((kind) => ({ kind, who: 0, episode: 0, a: 0, b: 0, c: 1, wait: 0 }));
  return [...steps, ...once, ...merged];
}

/** Every instant in the model's world at which a person's reach may begin or end. */
export function boundaries(world: ModelWorld): Instant[] {
  const newDifferences = new Set<Instant>();
  const span = ({ from, to }: { from: Instant; to: Instant | null }): void => {
    newDifferences.add(from);
    if (to !== null) newDifferences.add(to);
  };
  for (const episode of world.episodes) {
    for (const one of [...episode.authorships, ...episode.leads, ...episode.team, ...episode.panelItems])
      span(one);
    for (const one of episode.consents) newDifferences.add(one.at).add(endOf(one.validUntil));
    for (const one of episode.withdrawals) newDifferences.add(one.at);
    for (const one of episode.deputies) newDifferences.add(startOf(one.beginsOn)).add(endOf(one.endsOn));
    for (const one of episode.stepUps) newDifferences.add(one.raisedAt).add(one.outcomeAt ?? one.raisedAt);
    for (const one of episode.emergencies) {
      const live = emergencySpan(one);
      if (live) span(live);
    }
    if (episode.closedAt !== null)
      newDifferences.add(episode.closedAt).add(episode.closedAt + 30 * 86_400_000);
  }
  for (const one of [...world.shields, ...world.namings, ...world.panelMembers]) span(one);
  for (const one of world.actors) if (one.left !== null) newDifferences.add(one.left);
  return [...newDifferences].sort((one, other) => one - other);
}
