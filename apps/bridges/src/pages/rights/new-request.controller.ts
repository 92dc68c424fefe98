import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { RightsRequestsService } from '#libs/casework/rights';
import { londonDate, now } from '#libs/platform';
import { fullName } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readRequest } from './request.form.js';
import { dateTyped, requestChoices } from './requests.page.js';

const VIEW = 'rights/new-request.njk';

/** Records a family's request about their record, by the practitioner who received it. */
@Controller('episodes/:id/requests')
export class NewRequestController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly requests: RightsRequestsService,
  ) {}

  @Get('new')
  @Allow('rights.register')
  async ask(@Param('id') id: string): Promise<Page> {
    const { view, children } = await this.load(id);
    return page(VIEW, {
      ...view,
      typed: { ...dateTyped('receivedOn', londonDate(now())), about: 'child', childId: children[0]?.value },
    });
  }

  @Post()
  @Allow('rights.register')
  async register(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { view, children } = await this.load(id);
    const form = readRequest(
      body,
      children.map(({ value }) => value),
      londonDate(now()),
    );
    const result = await submit(form, (values) => this.requests.register(id, values));
    if (result.ok)
      return done(
        `/requests/${result.value}`,
        'Request saved. The information governance lead will now deal with it.',
      );
    return pageWithErrors(VIEW, { ...view, errors: result.errors, typed: form.ok ? body : form.typed });
  }

  private async load(id: string) {
    const { seen, episode } = await this.header.open(id, 'overview');
    seen.abilities.permit('rights.register', 'pass on a request');
    const children = seen.children.map((child) => ({
      value: child.id,
      text: fullName(child),
    }));
    return {
      children,
      view: { title: 'Record a request from the family', episode, children, ...requestChoices },
    };
  }
}
