import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AccountsService, PasswordChangesService } from '#libs/accounts';
import { actor } from '#libs/platform';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { currentPasswordOf, passwordOf, problemsOf } from './new-password.js';
import { proofIn, SecondStepQuestions } from './second-step-questions.js';

const VIEW = 'accounts/password.njk';

/** A signed-in person changes their own password. */
@Controller('password')
export class PasswordController {
  constructor(
    private readonly changes: PasswordChangesService,
    private readonly accounts: AccountsService,
    private readonly questions: SecondStepQuestions,
    private readonly sessions: BrowserSessions,
  ) {}

  @Get()
  @Allow('directory.read')
  async show(@Req() request: BridgesRequest): Promise<Page> {
    return page(VIEW, await this.form(request));
  }

  @Post()
  @Allow('directory.read')
  async change(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    try {
      const change = {
        ...{ current: currentPasswordOf(body), wanted: passwordOf(body) },
        proof: body['code'] || body['passkey'] ? proofIn(request, body, 'confirm') : undefined,
      };
      await this.changes.change(actor().practitionerId, change, request.ip ?? 'unknown');
    } catch (error) {
      return pageWithErrors(VIEW, { ...(await this.form(request)), errors: problemsOf(error) });
    }
    await this.sessions.renew(request);
    return done('/', 'Your password has been changed. Your other sessions have ended.');
  }

  private async form(request: BridgesRequest) {
    const account = await this.accounts.ofPractitioner(actor().practitionerId);
    return {
      title: 'Change your password',
      hasPassword: !request.session.provider,
      ...(await this.questions.viewOf(request, account, 'confirm')),
    };
  }
}
