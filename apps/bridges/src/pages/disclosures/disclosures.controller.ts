import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { DisclosureReadingService, DisclosuresService } from '#libs/casework/disclosures';
import { SharingSettingsService } from '#libs/casework/information-sharing';
import { AgenciesService, ColleaguesService } from '#libs/directory';
import { forbidden, isId, londonDate, now, unreachable } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader, type EpisodeHeaderView } from '../shared/episode-header.js';
import { readDisclosure } from './disclosure.form.js';
import { choicesWith, toDisclosureView } from './disclosures.page.js';

const TITLE = 'Record an information-sharing decision';

@Controller('episodes/:id/disclosures')
export class DisclosuresController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly disclosures: DisclosuresService,
    private readonly reading: DisclosureReadingService,
    private readonly settings: SharingSettingsService,
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get()
  @Allow('disclosure.read')
  async show(@Param('id') id: string): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'consent');
    if (!seen.abilities.may('disclosure.read')) throw unreachable();
    return page('disclosures/disclosures.njk', {
      title: 'Information-sharing decisions',
      episode,
      decisions: (await this.reading.decisions(id)).map(toDisclosureView),
    });
  }

  /** The recipient is chosen first, because a county has hundreds of agencies; then the decision is recorded. */
  @Get('new')
  @Allow('disclosure.record')
  async ask(
    @Param('id') id: string,
    @Query('agency') agency?: unknown,
    @Query('name') name?: unknown,
    @Query('outside') outside?: unknown,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'consent');
    if (!seen.abilities.may('disclosure.record'))
      throw forbidden('You cannot record an information-sharing decision on this episode.');
    if (!isId(agency) && outside !== 'yes') return this.choose(episode, name);
    return page('disclosures/decide.njk', {
      title: TITLE,
      episode,
      typed: {},
      ...(await this.offered(agency)),
    });
  }

  @Post()
  @Allow('disclosure.record')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readDisclosure(body, londonDate(now()));
    const result = await submit(form, (values) => this.disclosures.recordDisclosure(id, values));
    if (result.ok) return done(`/episodes/${id}/disclosures`, 'Decision saved.');
    const { episode } = await this.header.open(id, 'consent');
    return pageWithErrors('disclosures/decide.njk', {
      title: TITLE,
      episode,
      errors: result.errors,
      typed: form.ok ? body : { ...body, ...form.typed },
      ...(await this.offered(body['toAgencyId'])),
    });
  }

  private async choose(episode: EpisodeHeaderView, name: unknown): Promise<Page> {
    const typed = typeof name === 'string' ? name.slice(0, 100) : '';
    return page('disclosures/choose-receiver.njk', {
      title: 'Who is it for?',
      episode,
      typed: { name: typed },
      agencies: typed ? await this.agencies.open({ name: typed }) : [],
    });
  }

  private async offered(agencyId: unknown) {
    const agency = isId(agencyId) ? await this.agencies.find(agencyId) : null;
    const people = agency ? await this.colleagues.list({ agencyId: agency.id, limit: 100 }) : [];
    const { duty16la } = await this.settings.settled();
    return {
      agency,
      people: [
        { value: '', text: 'The agency, no one in particular' },
        ...people.map((person) => ({ value: person.id, text: `${person.name}, ${person.jobTitle}` })),
      ],
      goldenRules: await this.settings.goldenRules(),
      ...choicesWith(duty16la),
    };
  }
}
