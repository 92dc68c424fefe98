import { Controller, Get, Query } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { ChildrenSearch } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now } from '#libs/platform';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import { tryForm } from '../../http/try-form.js';
import { foundRow, newChildHref, readSearch } from './find-child.page.js';

const VIEW = 'children/find-child.njk';

/** Looking for a child comes first: nobody is recorded twice, and nobody begins without knowing who is already there. */
@Controller('children')
export class FindChildController {
  constructor(private readonly search: ChildrenSearch) {}

  @Get()
  @Allow('child.search')
  async find(@Query() query: Record<string, unknown>): Promise<Page> {
    const form = new FormReader(query);
    const sought = readSearch(form);
    const shown = {
      title: 'Find a child',
      typed: form.typed,
      mayRecord: mayEver(actor().role, 'child.create'),
      mayAskInEmergency: mayEver(actor().role, 'emergency.ask_from_index'),
    };
    if (!('name' in query || 'reason' in query)) return page(VIEW, shown);
    if (!form.ok) return pageWithErrors(VIEW, { ...shown, errors: form.errors });
    const tried = await tryForm(() => this.search.search(sought));
    if (!tried.ok) return pageWithErrors(VIEW, { ...shown, errors: tried.errors });
    const today = londonDate(now());
    return page(VIEW, {
      ...shown,
      found: tried.value.map((child) => foundRow(child, sought, today)),
      newHref: newChildHref(form.typed),
    });
  }
}
