import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AccountsService, SecondFactorChangesService } from '#libs/accounts';
import { actor } from '#libs/platform';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { problemsOf } from './new-password.js';
import { proofIn, SecondStepQuestions } from './second-step-questions.js';
import { toCodesView } from './set-up-view.js';

const RENEWAL = 'accounts/recovery-codes-renewal.njk';

/** A signed-in person's own recovery codes. */
@Controller('second-factor/recovery-codes')
export class RecoveryCodesController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly questions: SecondStepQuestions,
    private readonly changes: SecondFactorChangesService,
  ) {}

  @Get()
  @Allow('directory.read')
  async showRenewal(@Req() request: BridgesRequest): Promise<Page> {
    return page(RENEWAL, await this.view(request));
  }

  @Post()
  @Allow('directory.read')
  async renew(@Req() request: BridgesRequest, @Body() body: Record<string, unknown>): Promise<Page> {
    try {
      const account = await this.accounts.ofPractitioner(actor().practitionerId);
      const codes = await this.changes.renewCodes(account, proofIn(request, body, 'confirm'));
      return page('accounts/recovery-codes.njk', toCodesView(codes, '/second-factor'));
    } catch (error) {
      return pageWithErrors(RENEWAL, { ...(await this.view(request)), errors: problemsOf(error) });
    }
  }

  private async view(request: BridgesRequest) {
    const account = await this.accounts.ofPractitioner(actor().practitionerId);
    return {
      title: 'Get new recovery codes',
      ...(await this.questions.viewOf(request, account, 'confirm')),
    };
  }
}
