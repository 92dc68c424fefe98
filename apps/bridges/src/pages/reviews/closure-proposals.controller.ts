import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ClosureProposalsService } from '#libs/casework/reviews';
import { FormReader } from '#libs/page-kit';
import { type FieldError, unreachable } from '#libs/platform';
import { done, type Page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { ClosurePagesService } from './closure-pages.service.js';

/** Approving, returning or withdrawing a proposed closure. */
@Controller('episodes/:id/closure/proposals/:proposalId')
export class ClosureProposalsController {
  constructor(
    private readonly proposals: ClosureProposalsService,
    private readonly pages: ClosurePagesService,
  ) {}

  @Post('approval')
  @Allow('closure.approve')
  async approve(@Param('id') id: string, @Param('proposalId') proposalId: string): Promise<Page | Redirect> {
    await this.assertOf(id, proposalId);
    const result = await toFormResult(() => this.proposals.approve(proposalId));
    if (!result.ok) return this.again(id, proposalId, result.errors);
    return done(
      `/episodes/${id}/closure`,
      'Approved. The episode is closed and everyone concerned has been told.',
    );
  }

  @Post('return')
  @Allow('closure.approve')
  async sendBack(
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    await this.assertOf(id, proposalId);
    const form = new FormReader(body);
    const ask = { label: 'why you are sending it back', max: 2000 };
    const read = form.answer(form.longText('reason', ask));
    const result = await submit(read, (values) => this.proposals.sendBack(proposalId, values));
    if (!result.ok) return this.again(id, proposalId, result.errors, form.typed);
    return done(
      `/episodes/${id}`,
      'Sent back. The person who proposed it has been told. The episode stays open.',
    );
  }

  @Post('withdrawal')
  @Allow('episode.close')
  async withdraw(@Param('id') id: string, @Param('proposalId') proposalId: string): Promise<Page | Redirect> {
    await this.assertOf(id, proposalId);
    const result = await toFormResult(() => this.proposals.withdraw(proposalId));
    if (!result.ok) return this.again(id, proposalId, result.errors);
    return done(`/episodes/${id}`, 'Withdrawn. The manager has been told. The episode stays open.');
  }

  private async assertOf(id: string, proposalId: string): Promise<void> {
    if ((await this.proposals.find(proposalId)).episodeId !== id) throw unreachable();
  }

  private async again(
    id: string,
    proposalId: string,
    errors: readonly FieldError[],
    typed: object = {},
  ): Promise<Page> {
    const view = await this.pages.proposed(id, await this.proposals.find(proposalId));
    return pageWithErrors('reviews/proposal.njk', { ...view, errors, typed });
  }
}
