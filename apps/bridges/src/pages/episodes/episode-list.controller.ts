import { Controller, Get, Query } from '@nestjs/common';
import { Allow, audit, mayEver } from '#libs/access';
import { type EpisodeFilter, EpisodeListService } from '#libs/casework/episodes';
import { AgenciesService, ColleaguesService } from '#libs/directory';
import { actor, londonDate, now } from '#libs/platform';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import {
  choicesOfFilter,
  episodeRow,
  describeFilter,
  filterOf,
  listHref,
  pageHref,
} from './episode-list.page.js';

const VIEW = 'episodes/episode-list.njk';

/** Episodes within the reader's reach. Every count on other pages links to exactly its rows here. */
@Controller('episodes')
export class EpisodeListController {
  constructor(
    private readonly lists: EpisodeListService,
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get()
  @Allow('episode.list')
  async list(@Query() query: Record<string, unknown>): Promise<Page> {
    const filter = filterOf(query, actor().role);
    const view = {
      title: 'Episodes',
      typed: filter,
      choices: choicesOfFilter,
      me: actor().practitionerId,
      mayFind: mayEver(actor().role, 'child.search'),
    };
    const result = await toFormResult(() => this.lists.list(filter));
    if (!result.ok) return pageWithErrors(VIEW, { ...view, errors: result.errors, rows: [] });
    const { items, next } = result.value;
    await audit('list episodes', 'episode', { detail: { found: items.length } });
    const others = await this.lists.notShared(filter);
    const today = londonDate(now());
    return page(VIEW, {
      ...view,
      words: describeFilter(filter, await this.namesIn(filter)),
      rows: items.map((episode) => episodeRow(episode, today)),
      next: next && pageHref(filter, next),
      notShared: others && { count: others.count, href: listHref(others.filter) },
    });
  }

  private async namesIn({ practitionerId, teamId, agencyId, localityId }: EpisodeFilter) {
    return {
      practitionerId: practitionerId
        ? ((await this.colleagues.find(practitionerId))?.name ?? 'a former colleague')
        : null,
      teamId: teamId
        ? ((await this.agencies.teams()).find(({ id }) => id === teamId)?.name ?? 'a team')
        : null,
      agencyId: agencyId
        ? ((await this.agencies.list()).find(({ id }) => id === agencyId)?.name ?? 'an agency')
        : null,
      localityId: localityId
        ? ((await this.agencies.localities()).find(({ id }) => id === localityId)?.name ?? 'a locality')
        : null,
    };
  }
}
