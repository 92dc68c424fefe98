import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ClosureProposalsService, ClosuresService } from '#libs/casework/reviews';
import { closureJson, closureProposalJson } from './closures.json.js';
import { ReasonBody } from './lead-professional.controller.js';

/** Closures that need two people: one proposes, and the manager approves or returns the proposal. */
@ApiTags('closure')
@Controller('api/v1/closure-proposals')
export class ClosureProposalsApiController {
  constructor(
    private readonly proposals: ClosureProposalsService,
    private readonly closures: ClosuresService,
  ) {}

  /** Proposals that wait for the signed-in manager. */
  @ApiOperation({ summary: 'List closures that wait for my approval' })
  @Get()
  @Allow('closure.approve')
  async waiting() {
    return { items: await this.proposals.waitingForMe(), next: null };
  }

  @ApiOperation({ summary: 'Get a proposed closure' })
  @Get(':id')
  @Allow('record.read')
  async read(@Param('id') id: string) {
    const proposal = await this.proposals.find(id);
    await audit('read closure proposal', 'episode', { episodeId: proposal.episodeId });
    return closureProposalJson(proposal);
  }

  /** Approves the proposal: closes the episode and returns the closure. */
  @ApiOperation({ summary: 'Approve a closure' })
  @Post(':id/approval')
  @HttpCode(200)
  @Allow('closure.approve')
  async approve(@Param('id') id: string) {
    const closure = await this.closures.closureOf(await this.proposals.approve(id));
    return closureJson(closure!);
  }

  /** Returns the proposal with a reason; the episode stays open. */
  @ApiOperation({ summary: 'Send back a proposed closure' })
  @Post(':id/return')
  @HttpCode(200)
  @Allow('closure.approve')
  async sendBack(@Param('id') id: string, @Body() { reason }: ReasonBody) {
    await this.proposals.sendBack(id, reason);
    return closureProposalJson(await this.proposals.find(id));
  }

  @ApiOperation({ summary: 'Withdraw a proposed closure' })
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('episode.close')
  async withdraw(@Param('id') id: string) {
    await this.proposals.withdraw(id);
    return closureProposalJson(await this.proposals.find(id));
  }
}
