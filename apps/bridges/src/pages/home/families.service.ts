import { Injectable } from '@nestjs/common';
import { type ChangesOfKind, ChangesSinceVisitService } from '#libs/casework/chronology';
import { type EpisodeListItem, EpisodeListService } from '#libs/casework/episodes';
import { splitFamilies } from './home.page.js';

/** More families than one practitioner works with; a home shows the first of those shared with their agency besides. */
const MAX_SHARED = 20;
const MAX_ROWS = 100 + MAX_SHARED;

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
  ): Promise<{ mine: EpisodeListItem[]; shared: EpisodeListItem[]; hasMore: boolean }> {
    const { items, next } = await this.open(shared ? 'all' : 'mine', MAX_SHARED, rest);
    return splitFamilies(items, next !== null);
  }

  /** Open families of the practitioners whom business support works for. */
  async supported(): Promise<EpisodeListItem[]> {
    return (await this.open('all', MAX_ROWS, null)).items;
  }

  private open(scope: 'all' | 'mine', maxOthers: number, rest: readonly string[] | null) {
    return this.lists.list({ scope, status: 'open', maxOthers, lateFirst: true, limit: MAX_ROWS }, rest);
  }

  changed(episodes: readonly EpisodeListItem[]): Promise<ChangesOfKind[]> {
    return this.changes.ofEpisodes(episodes.map(({ id }) => id));
  }
}
