import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AccountsService, IdentityConfirmation, SecondFactorChangesService } from '#libs/accounts';
import { actor } from '#libs/platform';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { currentPasswordOf, problemsOf } from './new-password.js';
import { proofIn, SecondStepQuestions } from './second-step-questions.js';

const REMOVAL = 'accounts/second-factor-removal.njk';

/** A signed-in person removes their own authenticator app, with password, if they have one, and second step. */
@Controller('second-factor/removal')
export class SecondFactorRemovalController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly identity: IdentityConfirmation,
    private readonly questions: SecondStepQuestions,
    private readonly changes: SecondFactorChangesService,
    private readonly sessions: BrowserSessions,
  ) {}

  @Get()
  @Allow('directory.read')
  async showRemoval(@Req() request: BridgesRequest): Promise<Page> {
    return page(REMOVAL, await this.view(request));
  }

  @Post()
  @Allow('directory.read')
  async remove(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { practitionerId } = actor();
    try {
      // A person who signs in with a provider has no password.
      const typed = request.session.provider ? null : currentPasswordOf(body);
      const proof = proofIn(request, body, 'confirm');
      const source = request.ip ?? 'unknown';
      if (typed !== null)
        await this.identity.assertPassword(practitionerId, typed, 'currentPassword', source);
      await this.changes.removeApp(await this.accounts.ofPractitioner(practitionerId), proof);
    } catch (error) {
      return pageWithErrors(REMOVAL, { ...(await this.view(request)), errors: problemsOf(error) });
    }
    await this.sessions.renew(request);
    return done('/second-factor', 'The authenticator app has been removed. Your other sessions have ended.');
  }

  private async view(request: BridgesRequest) {
    const account = await this.accounts.ofPractitioner(actor().practitionerId);
    return {
      title: 'Remove the authenticator app',
      hasPassword: !request.session.provider,
      ...(await this.questions.viewOf(request, account, 'confirm')),
    };
  }
}
