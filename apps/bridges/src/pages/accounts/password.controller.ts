import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PasswordChangesService } from '#libs/accounts';
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
    private readonly sessions: BrowserSessions,
  ) {}

  @Get()
  @Allow('directory.read')
  show(): Page {
    return page(VIEW, form());
  }

  @Post()
  @Allow('directory.read')
  async change(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    try {
      const passwords = { current: currentPasswordOf(body), wanted: passwordOf(body) };
      await this.changes.change(actor().practitionerId, passwords, request.ip ?? 'unknown');
    } catch (error) {
      return pageWithErrors(VIEW, { ...form(), errors: problemsOf(error) });
    }
    await this.sessions.renew(request);
    return done('/', 'Your password has been changed. Your other sessions have ended.');
  }
}

const form = () => ({ title: 'Change your password' });
