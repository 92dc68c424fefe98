import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { ChildDeathsService } from '#libs/casework/child-deaths';
import { ChildrenSearchService, type ChildMatch } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { actor, type FieldError, isHeldBack, londonDate, now, ProblemError } from '#libs/platform';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import { carried, toMatchRow, readSearch, type ChildSearchInput } from './find-child.page.js';

const VIEW = 'children/find-child.njk';

/**
 * A search comes before a new record, so that no child is recorded twice and every practitioner sees who is already
 * involved. The search is a POST, because an address with a name in it would stay in histories and logs.
 */
@Controller('children')
export class FindChildController {
  constructor(
    private readonly search: ChildrenSearchService,
    private readonly deaths: ChildDeathsService,
  ) {}

  @Get()
  @Allow('child.search')
  show(): Page {
    return page(VIEW, this.load({}));
  }

  @Post()
  @Allow('child.search')
  async find(@Body() body: Record<string, unknown>): Promise<Page> {
    const form = new FormReader(body);
    const sought = readSearch(form);
    const view = this.load(form.typed);
    if (!form.ok) return pageWithErrors(VIEW, { ...view, errors: form.errors });
    if (isHeldBack()) return page(VIEW, view);
    const result = await this.toSearchResult(sought);
    if ('errors' in result) return pageWithErrors(VIEW, { ...view, errors: result.errors });
    const today = londonDate(now());
    const dead = await this.deaths.diedAmong(result.matches.map(({ id }) => id));
    return page(VIEW, {
      ...view,
      found: result.matches.map((child) => toMatchRow(child, sought, today, dead.has(child.id))),
      carried: carried(form.typed),
      complete: sought.name !== undefined && sought.born !== undefined,
    });
  }

  /** Without a savepoint, because the refusal for too many searches must itself be stored. */
  private async toSearchResult(
    sought: ChildSearchInput,
  ): Promise<{ matches: ChildMatch[] } | { errors: readonly FieldError[] }> {
    try {
      return { matches: await this.search.search(sought) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 422) throw error;
      return { errors: error.errors };
    }
  }

  private load(typed: Record<string, unknown>) {
    const { role } = actor();
    return {
      title: 'Find a child',
      typed,
      mayRecord: mayEver(role, 'child.create'),
      mayAskInEmergency: mayEver(role, 'emergency.ask_from_index'),
    };
  }
}
