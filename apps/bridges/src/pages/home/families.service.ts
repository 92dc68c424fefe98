import { Injectable } from '@nestjs/common';
import { type ChangesOfKind, ChangesSinceVisitService } from '#libs/casework/chronology';
import { type EpisodeListItem, EpisodeListService } from '#libs/casework/episodes';

const MOST = 400;

/**
 * The families that the practitioner works with, those shared with their agency, and what others added since the last
 * visit.
 */
@Injectable()
export class FamiliesService {
  constructor(
    private readonly lists: EpisodeListService,
    private readonly changes: ChangesSinceVisitService,
  ) {}

  /**
   * Open families within reach, the practitioner's own first; without `shared`, only their own. With `rest`, the
   * remaining sections of the page are limited to these families and those episodes.
   */
  async families(
    shared: boolean,
    rest: readonly string[] | null = null,
  ): Promise<{ mine: EpisodeListItem[]; shared: EpisodeListItem[] }> {
    const { items } = await this.lists.list(
      {
        scope: shared ? 'all' : 'mine',
        ...{ status: 'open', mineFirst: true, lateFirst: true, limit: MOST },
      },
      rest,
    );
    return { mine: items.filter(({ isMine }) => isMine), shared: items.filter(({ isMine }) => !isMine) };
  }

  changed(episodes: readonly EpisodeListItem[]): Promise<ChangesOfKind[]> {
    return this.changes.ofEpisodes(episodes.map(({ id }) => id));
  }
}
