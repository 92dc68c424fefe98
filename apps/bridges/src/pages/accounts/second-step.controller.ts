import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Open } from '#libs/access';
import { type Account, SecondStepProofs } from '#libs/accounts';
import { PendingSignIns } from '../../authentication/pending-sign-in.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { problemsOf } from './new-password.js';
import { proofIn, SecondStepQuestions } from './second-step-questions.js';

const CODE = 'accounts/sign-in-code.njk';

/** The step of signing in after the password, for a person who has a second step. No other page opens before it. */
@Controller('sign-in/code')
export class SecondStepController {
  constructor(
    private readonly pending: PendingSignIns,
    private readonly questions: SecondStepQuestions,
    private readonly proofs: SecondStepProofs,
  ) {}

  @Get()
  @Open()
  async askCode(@Req() request: BridgesRequest): Promise<Page | Redirect> {
    const open = await this.pending.at('code', request);
    return open ? page(CODE, await this.view(request, open.account)) : done('/sign-in');
  }

  @Post()
  @Open()
  async checkCode(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const open = await this.pending.at('code', request);
    if (!open) return done('/sign-in');
    try {
      await this.proofs.assertProof(open.account, proofIn(request, body, 'second step'), 'sign-in');
    } catch (error) {
      const errors = problemsOf(error);
      return pageWithErrors(CODE, { ...(await this.view(request, open.account)), errors });
    }
    await this.pending.complete(request, open, body['passkey'] ? 'passkey' : 'code');
    return done(open.next);
  }

  private async view(request: BridgesRequest, account: Account) {
    const view = await this.questions.viewOf(request, account, 'second step');
    return { title: view.passkeyOptions ? 'Use your passkey' : 'Enter your code', ...view };
  }
}
