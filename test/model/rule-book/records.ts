import type { Episode, Merge, ModelWorld } from './world.js';

/** "While the merge holds": approved, and not undone. Both are acts, which no clock undoes. */
export const holds = ({ decision, isUndone }: Merge): boolean => decision === 'approved' && !isUndone;

/** The record that this one is kept under. */
export const keptRecordOf = (world: ModelWorld, child: string): string | null =>
  world.merges.find((one) => holds(one) && one.other === child)?.kept ?? null;

/** Every record of the child that this record is of, itself included: the kept one, and all that are kept under it. */
export function recordsOf(world: ModelWorld, child: string): string[] {
  const kept = keptRecordOf(world, child) ?? child;
  return [kept, ...world.merges.filter((one) => holds(one) && one.kept === kept).map(({ other }) => other)];
}

/** The episodes of the same children, under whichever record: this one first. */
export function episodesOfTheSame(world: ModelWorld, episode: Episode): Episode[] {
  const records = episode.children.flatMap((child) => recordsOf(world, child));
  return [
    episode,
    ...world.episodes.filter(
      (one) => one !== episode && one.children.some((child) => records.includes(child)),
    ),
  ];
}
