import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Open } from '#libs/access';
import { PasswordResetsService } from '#libs/accounts';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { passwordOf, problemsOf } from './new-password.js';

const VIEW = 'accounts/password-reset.njk';

/** Where a link to set a new password leads. */
@Controller('password/reset')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Get(':secret')
  @Open()
  async show(@Param('secret') secret: string): Promise<Page> {
    await this.resets.assertOpen(secret);
    return page(VIEW, formOf(secret));
  }

  @Post(':secret')
  @Open()
  async use(
    @Req() request: BridgesRequest,
    @Param('secret') secret: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page> {
    await this.resets.assertOpen(secret);
    try {
      await this.resets.use(secret, passwordOf(body), request.ip ?? 'unknown');
    } catch (error) {
      return pageWithErrors(VIEW, { ...formOf(secret), errors: problemsOf(error) });
    }
    return page('accounts/password-set.njk', { title: 'Your password has been changed', username: null });
  }
}

const formOf = (secret: string) => ({
  title: 'Set a new password',
  action: `/password/reset/${secret}`,
});
