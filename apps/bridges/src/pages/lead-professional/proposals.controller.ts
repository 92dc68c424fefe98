import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { LeadProposalsService } from '#libs/casework/lead-professional';
import { FormReader } from '#libs/page-kit';
import type { FieldError } from '#libs/platform';
import { done, Page, page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { toWaitingProposalView } from './proposals.page.js';

/** Proposals that wait for the nominee's answer. Until they accept, the nominee may know only the basic details. */
@Controller()
export class ProposalsController {
  constructor(private readonly proposals: LeadProposalsService) {}

  @Get('proposals')
  @Allow('lead.accept')
  async waiting(): Promise<Page> {
    return page('lead-professional/proposals.njk', await this.load());
  }

  @Post('episodes/:id/lead-professional/proposals/:proposalId/acceptance')
  @Allow('lead.accept')
  async accept(@Param('id') id: string, @Param('proposalId') proposalId: string): Promise<Page | Redirect> {
    const result = await toFormResult(() => this.proposals.accept(id, proposalId));
    if (result.ok) return done(`/episodes/${id}`, 'You are now the lead professional.');
    return this.again(result.errors);
  }

  @Post('episodes/:id/lead-professional/proposals/:proposalId/refusal')
  @Allow('lead.accept')
  async refuse(
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const reader = new FormReader(body);
    const ask = { label: 'the reason', message: 'Enter why you cannot lead', max: 2000 };
    const form = reader.answer(reader.longText(`reason-${proposalId}`, ask));
    const result = await submit(form, (values) => this.proposals.decline(id, proposalId, values));
    if (result.ok) return done('/proposals', 'You declined. The person who asked you has been told.');
    return this.again(result.errors, { typed: reader.typed, refusing: proposalId });
  }

  private async again(
    errors: readonly FieldError[],
    more: RedisplayedForm & { readonly refusing?: string } = {},
  ): Promise<Page> {
    return new Page('lead-professional/proposals.njk', { ...(await this.load()), errors, ...more }, 422);
  }

  private async load() {
    const proposals = (await this.proposals.waitingFor()).map(toWaitingProposalView);
    return { title: 'Requests to be lead professional', proposals, typed: {} };
  }
}
