import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { Allow, audit, KeptInputsService, mayEver } from '#libs/access';
import { type NameScope, OwnFamiliesService } from '#libs/casework/children';
import { type EpisodeFilter, EpisodeListService } from '#libs/casework/episodes';
import { AgenciesService, ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, type FieldError, isHeldBack, londonDate, now, ProblemError } from '#libs/platform';
import { ownerOf } from '../../http/kept-inputs.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { toFormResult } from '../../http/submit.js';
import {
  choicesOfFilter,
  episodeRow,
  describeFilter,
  filterOf,
  KEPT_FIELDS,
  listHref,
  pageHref,
} from './episode-list.page.js';

const VIEW = 'episodes/episode-list.njk';

/** The name that narrows a list, and among whom it was admitted. */
interface KeptName {
  readonly name: string;
  readonly scope: NameScope;
}

const NAME_NO_LONGER_KEPT = {
  field: 'name',
  message: 'Enter the name again. Names are kept until you sign out.',
};

/** Episodes within the reader's reach. Every count on other pages links to exactly its rows here. */
@Controller('episodes')
export class EpisodeListController {
  constructor(
    private readonly lists: EpisodeListService,
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
    private readonly families: OwnFamiliesService,
    private readonly kept: KeptInputsService,
  ) {}

  @Get()
  @Allow('episode.list')
  async list(@Req() request: BridgesRequest, @Query() query: Record<string, unknown>): Promise<Page> {
    const filter = filterOf(query, actor().role);
    const search = typeof query['search'] === 'string' && query['search'] ? query['search'] : null;
    const named = search ? await this.kept.open<KeptName>(search, ownerOf(request), 'episode names') : null;
    if (search && !named) return this.again(filter, {}, [NAME_NO_LONGER_KEPT]);
    return this.show(filter, named && { ...named, search: search! });
  }

  /** Narrows the list by a name, which is kept on the server and not in the address. */
  @Post('searches')
  @Allow('child.search')
  async findByName(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { cursor: _cursor, ...filter } = filterOf(body, actor().role);
    const form = new FormReader(body);
    const name = form.text('name', { label: 'a name' });
    if (!form.ok || isHeldBack()) return this.again(filter, form.typed, form.errors);
    const scope = filter.scope === 'mine' ? 'mine' : 'reach';
    try {
      // Without a savepoint, because the refusal for too many searches must itself be stored.
      await this.families.admitNameFilter(name, scope);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 422)
        return this.again(filter, form.typed, error.errors);
      throw error;
    }
    return done(listHref(filter, await this.kept.keep(ownerOf(request), 'episode names', { name, scope })));
  }

  private async show(filter: EpisodeFilter, named: (KeptName & { search: string }) | null): Promise<Page> {
    const children = named && (await this.families.childrenNamed(named.name, named.scope));
    const narrowed = children ? { ...filter, childIds: [...children.keys()] } : filter;
    const result = await toFormResult(() => this.lists.list(narrowed));
    if (!result.ok) return this.again(filter, {}, result.errors);
    const { items, next } = result.value;
    await audit('list episodes', 'episode', { detail: { found: items.length } });
    const others = await this.lists.notShared(narrowed);
    const today = londonDate(now());
    const search = named?.search ?? null;
    return page(VIEW, {
      ...this.view(filter),
      search,
      typed: { ...filter, ...(named ? { name: named.name } : {}) },
      words: describeFilter(filter, { ...(await this.namesIn(filter)), child: named?.name ?? null }),
      rows: items.map((episode) => episodeRow(episode, today, children)),
      next: next && pageHref(filter, next, search),
      notShared: others && { count: others.count, href: listHref(others.filter, search) },
    });
  }

  private again(filter: EpisodeFilter, typed: object, errors: readonly FieldError[]): Page {
    return pageWithErrors(VIEW, {
      ...this.view(filter),
      typed: { ...typed, ...filter },
      errors,
      rows: [],
    });
  }

  private view(filter: EpisodeFilter) {
    return {
      title: 'Episodes',
      filter,
      filterFields: KEPT_FIELDS,
      choices: choicesOfFilter,
      me: actor().practitionerId,
      mayFind: mayEver(actor().role, 'child.search'),
    };
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
