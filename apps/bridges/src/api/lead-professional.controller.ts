import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { LeadProfessionalService, LeadProposalsService } from '#libs/casework/lead-professional';
import { LEAD_CHANGE_REASONS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { Id, LongText, NullableOneOf } from './fields.js';
import {
  leadAppointmentJson,
  leadProfessionalJson,
  leadProposalJson,
  waitingLeadProposalJson,
} from './lead-professional.json.js';

class ProposalBody {
  @Id() practitionerId: string;
  @LongText(2000) familyPreference: string;
  @LongText(2000) reason: string;
  @NullableOneOf(LEAD_CHANGE_REASONS) changeReason?: string | null;
}
export class ReasonBody {
  @LongText(2000) reason: string;
}

@ApiTags('lead professional')
@Controller('api/v1')
export class LeadProfessionalApiController {
  constructor(
    private readonly leads: LeadProfessionalService,
    private readonly proposals: LeadProposalsService,
  ) {}

  /** Proposals that wait for the signed-in practitioner's answer. */
  @ApiOperation({ summary: 'List proposals to lead that wait for my answer' })
  @Get('proposals')
  @Allow('lead.accept')
  async waiting() {
    const items = await this.proposals.waitingFor();
    return { items: items.map(waitingLeadProposalJson), next: null };
  }

  @ApiOperation({ summary: 'Get the lead professional and the history' })
  @Get('episodes/:episodeId/lead-professional')
  @Allow('episode.read')
  async read(@Param('episodeId') episodeId: string) {
    const lead = await this.load(episodeId);
    await audit('read lead professional', 'episode', { episodeId });
    return lead;
  }

  @ApiOperation({ summary: 'Propose a lead professional' })
  @Post('episodes/:episodeId/lead-professional/proposals')
  @Allow('lead.propose')
  async propose(@Param('episodeId') episodeId: string, @Body() body: ProposalBody) {
    const id = await this.proposals.propose(episodeId, body);
    const { proposal } = await this.leads.leadProfessional(episodeId);
    return new Created(
      leadProposalJson(proposal!),
      `/api/v1/episodes/${episodeId}/lead-professional/proposals/${id}`,
    );
  }

  @ApiOperation({ summary: 'Accept to lead' })
  @Post('episodes/:episodeId/lead-professional/proposals/:proposalId/acceptance')
  @Allow('lead.accept')
  async accept(@Param('episodeId') episodeId: string, @Param('proposalId') proposalId: string) {
    await this.proposals.accept(episodeId, proposalId);
    return this.load(episodeId);
  }

  @ApiOperation({ summary: 'Refuse to lead' })
  @Post('episodes/:episodeId/lead-professional/proposals/:proposalId/refusal')
  @Allow('lead.accept')
  async refuse(
    @Param('episodeId') episodeId: string,
    @Param('proposalId') proposalId: string,
    @Body() { reason }: ReasonBody,
  ) {
    await this.proposals.decline(episodeId, proposalId, reason);
    return this.load(episodeId);
  }

  /** Withdraws a proposal before it is answered. */
  @ApiOperation({ summary: 'Withdraw a proposal to lead' })
  @Post('episodes/:episodeId/lead-professional/proposals/:proposalId/withdrawal')
  @Allow('lead.propose')
  async withdrawProposal(@Param('episodeId') episodeId: string, @Param('proposalId') proposalId: string) {
    await this.proposals.withdraw(episodeId, proposalId);
    return this.load(episodeId);
  }

  @ApiOperation({ summary: 'End the lead professional’s appointment' })
  @Post('episodes/:episodeId/lead-professional/ending')
  @Allow('lead.end')
  async end(@Param('episodeId') episodeId: string, @Body() { reason }: ReasonBody) {
    return leadAppointmentJson(await this.leads.endLead(episodeId, reason));
  }

  private async load(episodeId: string) {
    return leadProfessionalJson(await this.leads.leadProfessional(episodeId));
  }
}
