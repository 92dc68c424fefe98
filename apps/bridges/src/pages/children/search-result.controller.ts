import { Controller, Get, Param, Req } from '@nestjs/common';
import { Allow, KeptInputsService } from '#libs/access';
import { ChildDeathsService } from '#libs/casework/child-deaths';
import { type ChildMatch, ChildrenSearchService, OwnFamiliesService } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { londonDate, now } from '#libs/platform';
import { ownerOf } from '../../http/kept-inputs.js';
import { Page, page } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { FIND_CHILD_VIEW, findChildView } from './find-child.view.js';
import { carried, readSearch, toMatchRow, type TypedSearch } from './find-child.page.js';

/**
 * The result of a search, for the person who searched. Going back to it or loading it again is no new search, and what
 * it shows is asked of the permissions each time.
 */
@Controller('children')
export class SearchResultController {
  constructor(
    private readonly search: ChildrenSearchService,
    private readonly families: OwnFamiliesService,
    private readonly kept: KeptInputsService,
    private readonly deaths: ChildDeathsService,
  ) {}

  @Get('searches/:search')
  @Allow('child.search')
  async show(@Req() request: BridgesRequest, @Param('search') id: string): Promise<Page> {
    const search = await this.kept.open<{ typed: TypedSearch; found: string[] }>(
      id,
      ownerOf(request),
      'search',
    );
    if (!search) return noLongerKept();
    const sought = readSearch(new FormReader(search.typed));
    const matches = await this.search.resultAgain(sought, search.found);
    return page(FIND_CHILD_VIEW, {
      ...findChildView(search.typed),
      found: await this.toRows(matches, sought),
      carried: carried(search.typed),
      carriedToQuestion: carried(search.typed, sought.reason),
      complete: sought.name !== undefined && sought.born !== undefined,
    });
  }

  @Get('own-searches/:search')
  @Allow('child.search')
  async showOwn(@Req() request: BridgesRequest, @Param('search') id: string): Promise<Page> {
    const search = await this.kept.open<{ name: string }>(id, ownerOf(request), 'own families');
    if (!search) return noLongerKept();
    const matches = await this.families.findAgain(search.name);
    return page(FIND_CHILD_VIEW, {
      ...findChildView(search),
      isOwn: true,
      found: await this.toRows(matches, search),
    });
  }

  private async toRows(matches: readonly ChildMatch[], sought: Parameters<typeof toMatchRow>[1]) {
    const today = londonDate(now());
    const dead = await this.deaths.diedAmong(matches.map(({ id }) => id));
    return matches.map((child) => toMatchRow(child, sought, today, dead.has(child.id)));
  }
}

/** The same for a search that is over, one of another person, and one that never was. */
const noLongerKept = (): Page => new Page(FIND_CHILD_VIEW, { ...findChildView({}), isOver: true }, 404);
