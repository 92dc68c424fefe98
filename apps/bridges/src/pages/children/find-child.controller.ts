import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow, KeptInputsService } from '#libs/access';
import { ChildrenSearchService, OwnFamiliesService } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { isHeldBack, ProblemError } from '#libs/platform';
import { ownerOf } from '../../http/kept-inputs.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { FIND_CHILD_VIEW, findChildView } from './find-child.view.js';
import { readSearch, typedSearch } from './find-child.page.js';
import { NewChildDrafts } from './new-child-drafts.js';

/**
 * A search comes before a new record, so that no child is recorded twice and every practitioner sees who is already
 * involved. What was typed is kept on the server for the result page, because an address with a name in it would stay
 * in histories and logs.
 */
@Controller('children')
export class FindChildController {
  constructor(
    private readonly search: ChildrenSearchService,
    private readonly families: OwnFamiliesService,
    private readonly kept: KeptInputsService,
    private readonly drafts: NewChildDrafts,
  ) {}

  @Get()
  @Allow('child.search')
  async show(@Req() request: BridgesRequest): Promise<Page> {
    const view = findChildView({});
    return page(FIND_CHILD_VIEW, {
      ...view,
      unfinished: view.mayRecord ? await this.drafts.unfinished(request) : [],
    });
  }

  @Post()
  @Allow('child.search')
  async find(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const sought = readSearch(form);
    const again = (errors: readonly object[]): Page =>
      pageWithErrors(FIND_CHILD_VIEW, { ...findChildView(form.typed), errors });
    if (!form.ok) return again(form.errors);
    if (isHeldBack()) return again([]);
    // Without a savepoint, because the refusal for too many searches must itself be stored.
    const found = (await this.search.search(sought)).map(({ id }) => id);
    const typed = typedSearch(form.typed);
    return done(`/children/searches/${await this.kept.keep(ownerOf(request), 'search', { typed, found })}`);
  }

  /** The search in the header: among the families that the reader works with, so without a reason. */
  @Post('own-searches')
  @Allow('child.search')
  async findOwn(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    // The field in the header has a name of its own, because pages with forms have a field `name`.
    const form = new FormReader({ name: body['quickName'], quickName: body['quickName'] });
    const name = form.text('name', { label: 'a name' });
    const again = (errors: readonly object[]): Page =>
      pageWithErrors(FIND_CHILD_VIEW, { ...findChildView(form.typed), errors });
    if (!form.ok) return again(form.errors);
    if (isHeldBack()) return again([]);
    try {
      await this.families.find(name);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 422) return again(error.errors);
      throw error;
    }
    return done(`/children/own-searches/${await this.kept.keep(ownerOf(request), 'own families', { name })}`);
  }
}
