import { Injectable } from '@nestjs/common';
import { type ChangesOfKind, ChangesSinceVisitService } from '#libs/casework/chronology';
import { type EpisodeListItem, EpisodeListService } from '#libs/casework/episodes';

const MOST = 400;

/** The families one works with, those shared with one's agency, and what others added since one last looked. */
@Injectable()
export class FamiliesService {
  constructor(
    private readonly lists: EpisodeListService,
    private readonly changes: ChangesSinceVisitService,
  ) {}

  /**
   * Open families within reach, one's own first; without `shared` one's own alone. With `rest`, what follows on the page
   * is about these families and those episodes alone.
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
