import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { LeadProfessionalService, LeadProposalsService } from '#libs/casework/lead-professional';
import { TeamService } from '#libs/casework/team';
import { ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, conflict } from '#libs/platform';
import { keysOf, LEAD_CHANGE_REASONS, optionsOf } from '#libs/terms';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { agencyOptions, peopleOptions } from '../shared/options.js';

/** Asking a practitioner to lead, and ending an appointment. */
@Controller('episodes/:id/lead-professional')
export class LeadProfessionalController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly leads: LeadProfessionalService,
    private readonly proposals: LeadProposalsService,
    private readonly team: TeamService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get('proposals/new')
  @Allow('lead.propose')
  async ask(@Param('id') id: string, @Query('agency') agency?: unknown): Promise<Page> {
    return page('lead-professional/propose.njk', await this.offered(id, agency));
  }

  @Post('proposals')
  @Allow('lead.propose')
  async propose(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readProposal(body);
    const result = await submit(form, (values) => this.proposals.propose(id, values));
    if (result.ok) return done(`/episodes/${id}/team`, 'Request sent. You will be told their answer.');
    const data = { ...(await this.offered(id, body['agency'])), errors: result.errors, typed: body };
    return new Page('lead-professional/propose.njk', data, 422);
  }

  @Post('proposals/:proposalId/withdrawal')
  @Allow('lead.propose')
  async withdrawProposal(
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
  ): Promise<Redirect> {
    await this.proposals.withdraw(id, proposalId);
    return done(`/episodes/${id}/team`, 'Request withdrawn. You can propose someone else.');
  }

  @Get('ending')
  @Allow('lead.end')
  async askEnding(@Param('id') id: string): Promise<Page> {
    return page('lead-professional/ending.njk', await this.ending(id));
  }

  @Post('ending')
  @Allow('lead.end')
  async end(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const reader = new FormReader(body);
    const ask = { label: 'the reason', message: 'Enter why it is ending', max: 2000 };
    const form = reader.answer(reader.longText('reason', ask));
    const result = await submit(form, (values) => this.leads.endLead(id, values));
    const mine = result.ok && result.value.practitioner.id === actor().practitionerId;
    if (result.ok)
      return done(
        mine ? '/' : `/episodes/${id}/team`,
        'The appointment has ended. The coordinator for the locality has been told.',
      );
    const data = { ...(await this.ending(id)), errors: result.errors, typed: reader.typed };
    return new Page('lead-professional/ending.njk', data, 422);
  }

  private async ending(id: string) {
    await permitOn(id, 'lead.end', 'end the lead professional’s appointment');
    const { current } = await this.leads.leadProfessional(id);
    if (!current) throw conflict('There is no lead professional now.');
    const { episode } = await this.header.open(id, 'team');
    const isMe = current.practitioner.id === actor().practitionerId;
    const title = isMe ? 'Stop being lead professional' : `End ${current.practitioner.name}’s appointment`;
    return { title, episode, isMe, current: current.practitioner.name, typed: {} };
  }

  private async offered(id: string, chosen: unknown) {
    await permitOn(id, 'lead.propose', 'propose a lead professional');
    const { current } = await this.leads.leadProfessional(id);
    const { episode } = await this.header.open(id, 'team');
    const agencies = await this.team.agreedAgencies(id);
    const agency = agencies.find((one) => one.id === chosen);
    const people = agency
      ? await this.colleagues.list({ agencyId: agency.id, limit: 200 })
      : await this.team.workers(id);
    return {
      title: 'Propose a lead professional',
      episode,
      agency,
      current: current?.practitioner.name ?? null,
      agencies: agencyOptions(agencies),
      choices: peopleOptions(people.filter((one) => one.id !== current?.practitioner.id)),
      changeReasons: [{ value: '', text: 'Not given' }, ...optionsOf(LEAD_CHANGE_REASONS)],
      typed: {},
    };
  }
}

function readProposal(body: Record<string, unknown>) {
  const reader = new FormReader(body);
  const says = {
    label: 'who the family would prefer',
    message: 'Enter who the child and family would prefer',
    max: 2000,
  };
  const why = { label: 'the reason', message: 'Enter why this person', max: 2000 };
  return reader.answer({
    practitionerId: reader.text('practitionerId', { label: 'the person', message: 'Select a person' }),
    familyPreference: reader.longText('familyPreference', says),
    reason: reader.longText('reason', why),
    changeReason: reader.optionalChoice('changeReason', keysOf(LEAD_CHANGE_REASONS), { label: 'the reason' }),
  });
}
