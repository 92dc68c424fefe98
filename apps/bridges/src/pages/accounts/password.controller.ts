import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { IdentityConfirmation, PasswordChangesService } from '#libs/accounts';
import { actor } from '#libs/platform';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { currentPasswordOf, passwordOf, problemsOf } from './new-password.js';

const VIEW = 'accounts/password.njk';

/** A signed-in person changes their own password. */
@Controller('password')
export class PasswordController {
  constructor(
    private readonly changes: PasswordChangesService,
    private readonly identity: IdentityConfirmation,
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
      const { code } = body;
      const change = {
        ...{ current: currentPasswordOf(body), wanted: passwordOf(body) },
        code: typeof code === 'string' ? code.slice(0, 100) : undefined,
      };
      await this.changes.change(actor().practitionerId, change, request.ip ?? 'unknown');
    } catch (error) {
      return pageWithErrors(VIEW, { ...(await this.form(request)), errors: problemsOf(error) });
    }
    await this.sessions.renew(request);
    return done('/', 'Your password has been changed. Your other sessions have ended.');
  }

  private async form({ session }: BridgesRequest) {
    const { kind } = await this.identity.means(actor().practitionerId);
    return { title: 'Change your password', means: kind, hasPassword: !session.provider };
  }
}
