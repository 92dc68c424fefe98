import type { ChangesOfKind } from '#libs/casework/chronology';
import type { EpisodeListItem } from '#libs/casework/episodes';
import { plural } from '#libs/page-kit';
import { episodeRow } from '../episodes/episode-list.page.js';

const MANY: Readonly<Record<string, string>> = {
  'action done': 'actions done',
  'assessment completed': 'assessments completed',
};

/** Formats "2 notes, 1 action done", or that the practitioner has never looked; an empty string if nothing changed. */
function describeChange(changes: readonly ChangesOfKind[]): string {
  if (changes.some(({ looked }) => !looked)) return 'Not opened yet';
  return changes
    .flatMap(({ kind, count }) => (kind ? [plural(count, kind, MANY[kind] ?? `${kind}s`)] : []))
    .join(', ');
}

/** A practitioner's own families, the others of the list, and whether there are more. */
export function splitFamilies<Family extends { readonly isMine: boolean }>(
  families: readonly Family[],
  hasMore: boolean,
): { mine: Family[]; shared: Family[]; hasMore: boolean } {
  return {
    mine: families.filter(({ isMine }) => isMine),
    shared: families.filter(({ isMine }) => !isMine),
    hasMore,
  };
}

export function familyRows(
  episodes: readonly EpisodeListItem[],
  changes: readonly ChangesOfKind[],
  today: string,
) {
  return episodes.map((episode) => ({
    ...episodeRow(episode, today),
    changed: describeChange(changes.filter(({ episodeId }) => episodeId === episode.id)),
  }));
}

const LONDON_HOUR = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

export function greeting(instant: Date): string {
  const hour = Number(LONDON_HOUR.format(instant));
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
}
