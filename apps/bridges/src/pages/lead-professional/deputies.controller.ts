import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { DeputiesService, LeadProfessionalService } from '#libs/casework/lead-professional';
import { TeamService } from '#libs/casework/team';
import { ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { conflict, londonDate, now } from '#libs/platform';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { agencyOptions, peopleOptions } from '../shared/options.js';

const VIEW = 'lead-professional/deputy.njk';

/** A deputy covers for the lead professional during an absence. */
@Controller('episodes/:id/lead-professional/deputies')
export class DeputiesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly deputies: DeputiesService,
    private readonly leads: LeadProfessionalService,
    private readonly team: TeamService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get('new')
  @Allow('lead.deputise')
  async ask(@Param('id') id: string, @Query('agency') agency?: unknown): Promise<Page> {
    return page(VIEW, await this.offered(id, agency));
  }

  @Post()
  @Allow('lead.deputise')
  async name(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readDeputy(body);
    const agencyId = typeof body['agency'] === 'string' && body['agency'] ? { agencyId: body['agency'] } : {};
    const result = await submit(form, (values) => this.deputies.nameDeputy(id, { ...values, ...agencyId }));
    if (result.ok)
      return done(
        `/episodes/${id}/team`,
        `${result.value.practitioner.name} has been added as deputy and notified.`,
      );
    const data = { ...(await this.offered(id, body['agency'])), errors: result.errors, typed: body };
    return new Page(VIEW, data, 422);
  }

  @Post(':deputyId/ending')
  @Allow('lead.deputise')
  async end(@Param('id') id: string, @Param('deputyId') deputyId: string): Promise<Redirect> {
    const ended = await this.deputies.endDeputyship(id, deputyId);
    return done(`/episodes/${id}/team`, `${ended.practitioner.name} is no longer deputy.`);
  }

  private async offered(id: string, chosen: unknown) {
    await permitOn(id, 'lead.deputise', 'add a deputy');
    const { current } = await this.leads.leadProfessional(id);
    if (!current) throw conflict('There is no lead professional now, so a deputy cannot be added.');
    const { episode } = await this.header.open(id, 'team');
    const agencies = await this.team.agreedAgencies(id);
    const agency = agencies.find((one) => one.id === chosen);
    const people = agency
      ? await this.colleagues.list({ agencyId: agency.id, limit: 200 })
      : await this.team.workers(id);
    return {
      title: 'Add a deputy',
      episode,
      agency,
      current: current.practitioner.name,
      agencies: agencyOptions(agencies),
      choices: peopleOptions(people.filter((one) => one.id !== current.practitioner.id)),
      typed: {},
    };
  }
}

function readDeputy(body: Record<string, unknown>) {
  const reader = new FormReader(body);
  const earliest = londonDate(now());
  return reader.answer({
    practitionerId: reader.text('practitionerId', { label: 'the person', message: 'Select a person' }),
    beginsOn: reader.date('beginsOn', { label: 'the first day', earliest }),
    endsOn: reader.date('endsOn', { label: 'the last day', earliest }),
  });
}
